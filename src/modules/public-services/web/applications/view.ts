import type { FieldState } from '../../../../foundation/ui/inputs.tsx';
import type { AnswerGroup } from '../forms/view.ts';

export type ApplicationNote = { kind: 'success' | 'danger'; title: string };

export type MessageView = { id: string; who: string; kind: string; at: string; text: string };
export type FileView = { id: string; label: string; href: string };

export type StatusView = {
  title: string;
  formTitle: string;
  isDemonstration: boolean;
  note?: ApplicationNote | undefined;
  facts: { label: string; value: string }[];
  nextStep: string;
  number: string;
  /** Absent where somebody comes by the own account. */ code?: string | undefined;
  findHref: string;
  receipt: string;
  decision?: string | undefined;
  messages: MessageView[];
  files: FileView[];
  /** Absent where it has ended. */ open?:
    | { isQuestion: boolean; messageAction: string; uploadAction: string; withdraw: string; correct?: string }
    | undefined;
  text: FieldState;
  fileError?: string | undefined;
  groups: AnswerGroup[];
  rate: { href: string; label: string };
  deleted: string;
};

export type FindView = {
  action: string;
  number: FieldState;
  code: FieldState;
  note?: string | undefined;
};

export type InboxView = {
  isOpen: boolean;
  figures: string;
  year?: string | undefined;
  rows: { id: string; number: string; href: string; what: string; due: string; state: string; who: string }[];
  other: string;
  comments: { href: string; label: string };
  handOvers: { href: string; label: string };
};

export type CaseView = {
  title: string;
  isDemonstration: boolean;
  note?: ApplicationNote | undefined;
  facts: { label: string; value: string }[];
  groups: AnswerGroup[];
  files: FileView[];
  messages: MessageView[];
  history: { key: string; text: string }[];
  /** Absent where it has ended. */ open?:
    | { takeAction?: string; sayAction: string; decideAction?: string; handOverAction: string }
    | undefined;
  decision?: string | undefined;
  organisations: { value: string; label: string }[];
  fields: Record<'frage' | 'nachricht' | 'bescheid' | 'an', FieldState>;
  back: string;
};
