import type { FieldView } from '../../../../../foundation/ui/Control.tsx';

export type EditorNote = { kind: 'success' | 'warning' | 'danger'; title: string };

/** One page of the editor: its fields in groups, and what becomes of them. */
export type EditView = {
  title: string;
  lead?: string | undefined;
  note?: EditorNote | undefined;
  groups: { legend?: string | undefined; lead?: string | undefined; fields: FieldView[] }[];
  action: string;
  /** Of the draft as the page shows it. */ revision: number;
  back: string;
  remove?: { action: string; label: string; fields: Record<string, string> } | undefined;
};

export type FormListView = {
  note?: EditorNote | undefined;
  rows: { id: string; title: string; href: string; state: string }[];
  begin: { action: string; fields: FieldView[]; choices: { name: string; choices: Choice[] }[] };
  read: { action: string; error?: string | undefined };
  figures: string;
};
type Choice = { value: string; label: string };

export type QuestionLine = {
  name: string;
  label: string;
  href: string;
  facts: string[];
  inner?: { lines: QuestionLine[]; add: string } | undefined;
  /** Absent where nothing lies above or below. */
  group?: string | undefined;
};

export type FormView = {
  title: string;
  note?: EditorNote | undefined;
  states: string[];
  back: string;
  /** Public address, once it is published. */ address?: string | undefined;
  preview: string;
  /** The draft; absent where there is none. */
  draft?:
    | {
        revision: number;
        general: string;
        fees: string;
        signing: string;
        pages: {
          id: string;
          title: string;
          href: string;
          facts: string[];
          add: string;
          lines: QuestionLine[];
        }[];
        addPage: string;
        move: string;
        faults: { key: string; label: string; href: string }[];
        publish: string;
        discard: string;
      }
    | undefined;
  revise?: string | undefined;
  closing?: { action: string; isClosed: boolean } | undefined;
  versions: { version: string; published: string; applications: string; see: string; number: number }[];
};
