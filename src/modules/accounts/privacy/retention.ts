import type { Context } from '../../../foundation/database/context.ts';
import { daysBefore, type RetentionRule } from '../../../foundation/database/retention.ts';
import { forgottenBefore } from '../sign-in/attempt.ts';
import {
  type DatedKind,
  deleteDated,
  deleteOldDelegations,
  deleteOldNotices,
  deleteUnusedAccounts,
} from './retention-store.ts';

const NOTICE_DAYS = 90;
// A form that is sent too late finds its owner by the session that ran out.
const LOST_FORM_DAYS = 0.5;
const UNUSED_DAYS = 365;
const DELEGATION_DAYS = 365;

const SAFETY = { de: 'Schutz Ihres Kontos (Art. 32 DSGVO)', en: 'Safety of your account (Art. 32 GDPR)' };
const USE = {
  de: 'Sie nutzen ein Konto (Art. 6 Abs. 1 Buchst. e DSGVO)',
  en: 'You use an account (Art. 6 (1) (e) GDPR)',
};
const TOLD = {
  de: 'Damit Sie nachlesen können, was wir Ihnen gesagt haben',
  en: 'So that you can read again what we told you',
};
const ACCOUNTABLE = {
  de: 'Nachweis, wer was getan hat (Art. 5 Abs. 2 DSGVO)',
  en: 'Proof of who did what (Art. 5 (2) GDPR)',
};

const whenOver =
  (kind: DatedKind, keptDays = 0) =>
  ({ database, clock }: Context): Promise<number> =>
    deleteDated(database, kind, daysBefore(clock(), keptDays));

const signingIn: RetentionRule[] = [
  {
    dataClass: 'sessions',
    what: {
      de: 'Anmeldungen: Browser, Betriebssystem, Beginn, letzte Nutzung',
      en: 'Sign-ins: browser, system, beginning, last use',
    },
    keptDays: 'until',
    kept: {
      de: 'höchstens 12 Stunden, danach noch 12 Stunden, damit kein Formular verloren geht; gelöscht in der Nacht danach',
      en: 'at most 12 hours, then 12 more hours so that no form is lost; deleted in the night after',
    },
    why: USE,
    prune: whenOver('session', LOST_FORM_DAYS),
  },
  {
    dataClass: 'devices',
    what: { de: 'Wiedererkennen Ihres Geräts', en: 'Knowing your device again' },
    keptDays: 180,
    kept: { de: '180 Tage nach der Anmeldung', en: '180 days after signing in' },
    why: SAFETY,
    prune: whenOver('device'),
  },
  {
    dataClass: 'attempts',
    what: {
      de: 'Gezählte Anmeldeversuche, ohne Namen und Netzadresse',
      en: 'Counted attempts to sign in, without name and address',
    },
    keptDays: 1,
    kept: { de: '1 Tag nach dem letzten Versuch', en: '1 day after the last attempt' },
    why: SAFETY,
    prune: ({ database, clock }) => deleteDated(database, 'attempt', forgottenBefore(clock())),
  },
  {
    dataClass: 'mail-links',
    what: { de: 'Links zum Anmelden per E-Mail', en: 'Links to sign in by mail' },
    keptDays: 'until',
    kept: { de: 'bis Sie sie benutzen, höchstens 15 Minuten', en: 'until you use them, at most 15 minutes' },
    why: USE,
    prune: whenOver('mailLink'),
  },
  {
    dataClass: 'provider-rounds',
    what: { de: 'Begonnene Anmeldungen bei einem Anbieter', en: 'Sign-ins begun at a provider' },
    keptDays: 'until',
    kept: { de: 'bis Sie zurückkommen, höchstens 10 Minuten', en: 'until you come back, at most 10 minutes' },
    why: SAFETY,
    prune: whenOver('providerRound'),
  },
];

const people: RetentionRule[] = [
  {
    dataClass: 'accounts',
    what: {
      de: 'Ihr Konto: E-Mail-Adresse oder Kennung beim Anbieter, Name, Prüfwert des Passworts, Ihre Einstellungen',
      en: 'Your account: mail address or identity at the provider, name, check value of the password, your settings',
    },
    keptDays: 'until',
    kept: { de: 'bis Sie Ihr Konto löschen', en: 'until you delete your account' },
    why: USE,
  },
  {
    dataClass: 'unused-accounts',
    what: {
      de: 'Konten ohne Passwort, Anbieter und Rolle, die niemand benutzt',
      en: 'Accounts without password, provider and role that nobody uses',
    },
    keptDays: UNUSED_DAYS,
    kept: {
      de: '1 Jahr, und 180 Tage nach der letzten Anmeldung',
      en: '1 year, and 180 days after the last sign-in',
    },
    why: {
      de: 'Nicht länger als nötig (Art. 5 Abs. 1 Buchst. e DSGVO)',
      en: 'No longer than needed (Art. 5 (1) (e) GDPR)',
    },
    prune: ({ database, clock }) => deleteUnusedAccounts(database, daysBefore(clock(), UNUSED_DAYS)),
  },
  {
    dataClass: 'notices',
    what: { de: 'Mitteilungen an Sie', en: 'Notices to you' },
    keptDays: NOTICE_DAYS,
    kept: { de: '90 Tage nach dem Versand', en: '90 days after sending' },
    why: TOLD,
    prune: ({ database, clock }) => deleteOldNotices(database, daysBefore(clock(), NOTICE_DAYS)),
  },
  {
    dataClass: 'kept-forms',
    what: {
      de: 'Eingaben, die Sie nach dem Ende Ihrer Anmeldung abgeschickt haben, ohne Passwörter',
      en: 'What you sent after your sign-in had ended, without passwords',
    },
    keptDays: 'until',
    kept: {
      de: 'bis Sie sie absenden oder verwerfen, höchstens 12 Stunden; gelöscht in der Nacht danach',
      en: 'until you send or discard it, at most 12 hours; deleted in the night after',
    },
    why: { de: 'Damit keine Eingaben verloren gehen', en: 'So that nothing typed is lost' },
    prune: whenOver('keptForm'),
  },
  {
    dataClass: 'unsubscribe-links',
    what: { de: 'Links zum Abbestellen in unseren E-Mails', en: 'Links in our mails that end them' },
    keptDays: NOTICE_DAYS,
    kept: { de: '90 Tage nach dem Versand', en: '90 days after sending' },
    why: {
      de: 'Damit Sie E-Mails ohne Anmeldung abbestellen können',
      en: 'So that you can end mails without signing in',
    },
    prune: whenOver('unsubscribeLink', NOTICE_DAYS),
  },
];

const organisations: RetentionRule[] = [
  {
    dataClass: 'roles',
    what: { de: 'Rollen in einer Organisation', en: 'Roles in an organisation' },
    keptDays: 'until',
    kept: {
      de: 'bis die Rolle endet oder Sie Ihr Konto löschen',
      en: 'until the role ends or you delete your account',
    },
    why: USE,
  },
  {
    dataClass: 'invitations',
    what: { de: 'Einladungen, die niemand annimmt', en: 'Invitations that nobody accepts' },
    keptDays: 'until',
    kept: {
      de: 'bis sie ablaufen, gelöscht in der Nacht danach',
      en: 'until they run out, deleted in the night after',
    },
    why: USE,
    prune: whenOver('invitation'),
  },
  {
    dataClass: 'administrator-changes',
    what: { de: 'Vorschläge, wer verwaltet', en: 'Proposals of who administers' },
    keptDays: 'until',
    kept: {
      de: 'bis sie ablaufen, gelöscht in der Nacht danach',
      en: 'until they run out, deleted in the night after',
    },
    why: ACCOUNTABLE,
    prune: whenOver('administratorChange'),
  },
  {
    dataClass: 'delegations',
    what: {
      de: 'Aufgaben, die an eine andere Stelle abgegeben wurden',
      en: 'Tasks handed to another organisation',
    },
    keptDays: DELEGATION_DAYS,
    kept: { de: '1 Jahr nach ihrem Ende', en: '1 year after they end' },
    why: ACCOUNTABLE,
    prune: ({ database, clock }) => deleteOldDelegations(database, daysBefore(clock(), DELEGATION_DAYS)),
  },
  {
    dataClass: 'log',
    what: {
      de: 'Protokoll der Organisation: was wann getan wurde; Menschen nur mit einer Nummer',
      en: 'Log of the organisation: what was done when; people by a number only',
    },
    keptDays: 'until',
    kept: {
      de: 'auf Dauer; nach dem Löschen eines Kontos führt die Nummer zu keinem Namen mehr',
      en: 'for good; after an account is deleted the number leads to no name',
    },
    why: ACCOUNTABLE,
  },
];

export const accountRetention: RetentionRule[] = [...signingIn, ...people, ...organisations];
