import type { Choice, FieldState } from '../../../../foundation/ui/inputs.tsx';
import type { EntryMessages } from './messages.ts';

/** What the pages of entries are given: everything is already in words. */

export type EntryFieldName = keyof EntryMessages['fields'];
export type EntryStateName = keyof EntryMessages['states'];
export type BulkAct = keyof EntryMessages['acts'];

type NamedChoices = { name: string; choices: Choice[] };
export type Note = { kind: 'success' | 'warning' | 'danger'; title: string };

export type StateWords = { state: EntryStateName; isNewer: boolean };

export type Paging = { position: string; previous?: string | undefined; next?: string | undefined };

export type EntryListView = {
  note?: Note | undefined;
  /** What would take the last bulk action back. */ undo?: { act: BulkAct; ids: string[] } | undefined;
  tabs: { label: string; href: string; isHere: boolean }[];
  links: { label: string; href: string }[];
  filter: { action: string; states: Choice[]; owners: Choice[]; state: string; owner: string; text: string };
  count: string;
  columns: { key: string; label: string; href?: string | undefined; isSorted: boolean }[];
  rows: (StateWords & {
    id: string;
    name: string;
    href: string;
    kind: string;
    owner: string;
    checked: string;
    review: string;
  })[];
  isFiltered: boolean;
  paging: Paging;
  action: string;
};

export type ImportedListView = Pick<EntryListView, 'tabs' | 'paging' | 'count'> & {
  text: string;
  action: string;
  rows: {
    id: string;
    name: string;
    href: string;
    kind: string;
    source: string;
    read: string;
    isGone: boolean;
  }[];
};

export type EntryFormView = {
  title: string;
  hint: string;
  button: string;
  action: string;
  /** Of the entry that was opened; absent where it is new. */ version?: number | undefined;
  fields: Record<EntryFieldName, FieldState>;
  /** Only for rows of a table. */ reference?: FieldState | undefined;
  isEvent: boolean;
  categories: NamedChoices[];
  conflict?: string[] | undefined;
  back?: { label: string; href: string } | undefined;
};

export type EntryView = StateWords & {
  name: string;
  kind: string;
  note?: Note | undefined;
  facts: [term: string, text: string][];
  publicHref?: string | undefined;
  missing: string[];
  newerFields?: string | undefined;
  isFromSheet: boolean;
  may: {
    publish: boolean;
    withdraw: boolean;
    restore: boolean;
    confirm: boolean;
    cancel: boolean;
    remove: boolean;
  };
  at: (path: string) => string;
  when: Record<'am' | 'um' | 'bis' | 'bis-um', FieldState>;
  editors: Choice[];
  owner: FieldState;
  templateName: FieldState;
  history: { at: string; who: string; what: string }[];
};

export type TemplatesView = {
  note?: Note | undefined;
  templates: { id: string; name: string; useHref: string; removeAction: string }[];
};

export type SheetsView = {
  file: FieldState;
  note?: Note | undefined;
  action: string;
  blankHref: string;
  exports: { label: string; href: string }[];
  sheets: { id: string; name: string; href: string; uploaded: string; state: string; outcome: string }[];
};

export type RowKindName = keyof EntryMessages['sheets']['kinds'];

export type SheetView = {
  title: string;
  note?: Note | undefined;
  counts: { kind: RowKindName; count: string }[];
  ignored?: string | undefined;
  rows: { number: string; kind: RowKindName; name: string; lines: string[]; href: string }[];
  isFinished: boolean;
  mayApply: boolean;
  paging: Paging;
  at: (path: string) => string;
};
