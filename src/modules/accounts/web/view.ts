import type { FieldState } from '../../../foundation/ui/inputs.tsx';
import type { TrustLevel } from '../contract.ts';

export type SignInView = {
  returnPath: string;
  mail: FieldState;
  password: FieldState;
  linkMail: FieldState;
  /** Absent: no provider is set. */ providerName?: string | undefined;
  /** Absent: this address is not safe enough to sign in. */ isSafe: boolean;
  /** Present: an act asks for more trust than the sign-in has. */ stepUp?:
    | { needs: TrustLevel; present: TrustLevel | undefined; canReach: boolean }
    | undefined;
  note?: { kind: 'danger' | 'info' | 'success'; title: string } | undefined;
  action: (path: string) => string;
};

export type AccountView = {
  label: string;
  level: string;
  ends: string;
  sessions: { name: string; started: string; seen: string; isThis: boolean }[];
  unreadNotices: number;
  /** Something that was sent too late waits for this person. */ hasKeptForms: boolean;
  furtherPages: { label: string; path: string }[];
  hasLocalAccount: boolean;
  needsCurrent: boolean;
  current: FieldState;
  next: FieldState;
  note?: { kind: 'danger' | 'info' | 'success'; title: string } | undefined;
  action: (path: string) => string;
};
