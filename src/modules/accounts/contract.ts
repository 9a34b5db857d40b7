/** How strongly a person is known, as eIDAS names it. */
export type TrustLevel = 'low' | 'substantial' | 'high';

export type Role =
  | 'resident'
  | 'host'
  | 'editor'
  | 'caseWorker'
  | 'digitalOfficer'
  | 'networkModerator'
  | 'dataProtectionOfficer'
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
  | 'take-data'
  | 'see-parking'
  | 'manage-parking'
  | 'check-plates'
  | 'book-parking'
  | 'edit-forms'
  | 'edit-knowledge'
  | 'see-agenda'
  | 'edit-agenda'
  | 'edit-sensors'
  | 'see-pilots'
  | 'edit-pilots'
  | 'run-sprints'
  | 'sign-dpia'
  | 'moderate-participation'
  | 'moderate-network'
  | 'ask-advice'
  | 'choose-delivery'
  | 'see-applications'
  | 'work-on-applications'
  | 'decide-applications';

export type SignInMethod = 'password' | 'mailLink' | 'provider';

export type PasswordRefusal =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-common'
  | 'password-is-mail';

export type SignInRefusal = 'wrong-mail-or-password' | 'too-many-attempts';

export type ChangePasswordRefusal = PasswordRefusal | 'wrong-password' | 'too-many-attempts';

export type InvitationRefusal = 'not-a-mail-address' | 'unknown-role' | 'too-many-invitations';

export type EnterRefusal =
  | 'only-for-towns'
  | 'organisation-name-missing'
  | 'unknown-kind'
  | 'not-a-mail-address'
  | 'name-taken'
  | 'too-many-organisations';

export type MemberRefusal =
  | 'unknown-role'
  | 'not-a-member'
  | 'holds-it-already'
  | 'last-administrator'
  | 'needs-another-administrator'
  | 'change-gone';

export type DelegationRefusal = 'unknown-role' | 'unknown-organisation' | 'same-organisation' | 'bad-period';

/** What notices are about; `account` (invitations, roles, safety) cannot be switched off. */
export const noticeTopics = [
  'account',
  'review',
  'suggestions',
  'publishing',
  'links',
  'applications',
  'parking',
  'network',
  'agenda',
  'sensors',
  'alerts',
] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

export const noticePaces = ['atOnce', 'daily', 'never'] as const;
export type NoticePace = (typeof noticePaces)[number];

export type QuietHoursRefusal = 'quiet-hours-incomplete' | 'quiet-hours-no-time' | 'quiet-hours-whole-day';

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
  notices: '/konto/nachrichten',
  noticesRead: '/konto/nachrichten/gelesen',
  keptForms: '/konto/eingaben',
  discardKeptForm: '/konto/eingaben/verwerfen',
  myData: '/konto/daten',
  myDataFile: '/konto/daten.json',
  deleteAccount: '/konto/loeschen',
  confirmDeletion: '/konto/loeschen/bestaetigen',
  accountDeleted: '/konto-geloescht',
  noticeSetting: '/konto/nachrichten/einstellungen',
  unsubscribe: '/abbestellen',
  unsubscribeButton: '/abbestellen/bestaetigen',
  signOut: '/abmelden',
  invitation: '/einladung',
  desk: '/rathaus',
  permissions: '/rathaus/rechte',
} as const;

export const PASSWORD_SHORTEST = 10;
export const PASSWORD_LONGEST = 128;
