import type { FieldView } from '../../../../foundation/ui/Control.tsx';

export type GroupView = {
  name: string;
  label: string;
  error?: string | undefined;
  rows: FieldView[][];
  mayGrow: boolean;
};

export type UploadedFile = { id: string; label: string; href: string };
export type UploadView = {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  files: UploadedFile[];
  mayAdd: boolean;
  mayRemove: boolean;
};

export type StepView = {
  title: string;
  lead?: string | undefined;
  position: string;
  action: string;
  uploadAction: string;
  removeAction: string;
  stepId: string;
  back: string;
  fields: (FieldView | GroupView)[];
  uploads: UploadView[];
  /** Sent along with what is typed. */ hidden?: Record<string, string>;
  faults: [name: string, text: string | undefined][];
  /** Own firms and clubs, whose name can be filled in. */ organisations?: {
    action: string;
    choices: { id: string; name: string }[];
  };
};

export type StartView = {
  title: string;
  lead: string;
  isDemonstration: boolean;
  town: string;
  needed: string[];
  minutes: string;
  promise: string;
  action: string;
  resume: string;
  /** Somebody is signed in. */ isPrefilled: boolean;
  /** Which sign-in it takes; absent: none. */ level?: string | undefined;
  /** Who else signs; absent: nobody. */ second?: string | undefined;
  note?: string | undefined;
};

export type DraftView = {
  title: string;
  tasks: { label: string; href: string; isDone: boolean }[];
  next?: { label: string; href: string } | undefined;
  code?: string | undefined;
  expires: string;
  isInAccount: boolean;
  /** The second person did not sign. */ declined?: { title: string; reason: string } | undefined;
};

export type AnswerGroup = {
  title: string;
  change?: string | undefined;
  rows: { label: string; value: string }[];
};
