/** How strongly a person is known, as eIDAS names it. */
export type TrustLevel = 'low' | 'substantial' | 'high';

export type SignInMethod = 'password' | 'mailLink' | 'provider';

export type PasswordRefusal =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-common'
  | 'password-is-mail';

export type SignInRefusal = 'wrong-mail-or-password' | 'too-many-attempts';

export type ChangePasswordRefusal = PasswordRefusal | 'wrong-password' | 'too-many-attempts';

export const paths = {
  signIn: '/anmelden',
  mailLink: '/anmelden/mail',
  redeem: '/anmelden/link',
  provider: '/anmelden/anbieter',
  providerReturn: '/anmelden/rueckkehr',
  backChannelLogout: '/anmelden/abmeldung-vom-anbieter',
  account: '/konto',
  password: '/konto/passwort',
  everywhere: '/konto/ueberall-abmelden',
  signOut: '/abmelden',
} as const;

export const PASSWORD_SHORTEST = 10;
export const PASSWORD_LONGEST = 128;
