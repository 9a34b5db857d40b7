/** How strongly a person is known, as eIDAS names it. */
export type TrustLevel = 'low' | 'substantial' | 'high';

export type Role =
  | 'resident'
  | 'host'
  | 'editor'
  | 'caseWorker'
  | 'digitalOfficer'
  | 'networkModerator'
  | 'administrator';

/** Units of the register, and what else acts in a municipality; `network` is the competence centre. */
export type OrganisationKind =
  | 'municipality'
  | 'association'
  | 'district'
  | 'region'
  | 'state'
  | 'firm'
  | 'club'
  | 'network';

export type Permission =
  | 'see-desk'
  | 'edit-offers'
  | 'publish-offers'
  | 'moderate-suggestions'
  | 'manage-sources'
  | 'see-members'
  | 'manage-members'
  | 'delegate'
  | 'read-log'
  | 'see-jobs'
  | 'take-data';

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
  invitation: '/einladung',
  desk: '/rathaus',
  permissions: '/rathaus/rechte',
} as const;

export const PASSWORD_SHORTEST = 10;
export const PASSWORD_LONGEST = 128;
