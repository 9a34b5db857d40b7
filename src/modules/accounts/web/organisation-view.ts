import type { Choice, FieldState } from '../../../foundation/ui/inputs.tsx';

export type Note = { kind: 'danger' | 'info' | 'success'; title: string };

export type MembersView = {
  organisation: string;
  mayManage: boolean;
  mayDelegate: boolean;
  members: { personId: string; label: string; isMe: boolean; roles: { role: string; label: string }[] }[];
  changes: { id: string; text: string; mayConfirm: boolean }[];
  invitations: { id: string; mail: string; role: string; until: string }[];
  delegations: { id: string; role: string; to: string; first: string; last: string; isRunning: boolean }[];
  roleChoices: Choice[];
  delegableChoices: Choice[];
  superiorChoices: Choice[];
  fields: Record<'mail' | 'role' | 'delegate-role' | 'to' | 'first' | 'last', FieldState>;
  note?: Note | undefined;
  /** Address of a form below this page. */ action: (path: string) => string;
};

export type InvitationView = {
  organisation: string;
  role: string;
  mail: string;
  until: string;
  /** How the signed-in person is called. */ label?: string | undefined;
  code: string;
  action: string;
  signIn: string;
};

export type LogView = {
  organisation: string;
  lines: { seq: number; at: string; who: string; what: string; detail: string }[];
  older?: string | undefined;
};
