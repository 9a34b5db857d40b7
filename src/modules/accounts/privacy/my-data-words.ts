import type { PersonalData, PersonalField } from '../../../foundation/database/personal-data.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import { type AccountMessages, accountMessages } from '../web/index.ts';
import type { MyDataName } from './my-data-store.ts';

type Words = (t: AccountMessages) => Record<string, string>;

const both = (words: Words): Record<string, Message> => {
  const english = words(accountMessages('en'));
  return Object.fromEntries(
    Object.entries(words(accountMessages('de'))).map(([key, de]) => [key, { de, en: english[key] ?? de }]),
  );
};

const field = (de: string, en: string, words?: Words): PersonalField => ({
  de,
  en,
  ...(words && { words: both(words) }),
});

const created_at = field('seit', 'since');
const expires_at = field('läuft ab', 'runs out');
const organisation = field('Organisation', 'Organisation');
const role = field('Rolle', 'Role', (t) => t.roles);
const level = field('Vertrauensniveau', 'Level of trust', (t) => t.levels);
const topic = field('Thema', 'Topic', (t) => t.notices.topics);
const by_me = field('von Ihnen', 'by you');
const for_me = field('für Sie', 'for you');
const path = field('Seite', 'Page');

/** How the page calls what stands in the file. */
export const myDataWords: Record<MyDataName, Pick<PersonalData, 'title' | 'fields'>> = {
  person: {
    title: { de: 'Ihr Konto', en: 'Your account' },
    fields: {
      id: field('Nummer', 'Number'),
      name: field('Name', 'Name'),
      mail: field('E-Mail', 'Mail'),
      created_at,
    },
  },
  identity: {
    title: { de: 'Anbieter, bei denen Sie sich anmelden', en: 'Providers at which you sign in' },
    fields: {
      issuer: field('Anbieter', 'Provider'),
      subject: field('Kennung dort', 'Identifier there'),
      level,
      seen_at: field('zuletzt', 'last'),
    },
  },
  password: {
    title: {
      de: 'Passwort (gespeichert ist nur ein Prüfwert)',
      en: 'Password (only a check value is stored)',
    },
    fields: { changed_at: field('festgelegt', 'set') },
  },
  session: {
    title: { de: 'Anmeldungen', en: 'Sign-ins' },
    fields: {
      method: field('Art', 'Kind', (t) => t.myData.methods),
      level,
      user_agent: field('Gerät', 'Device'),
      created_at: field('begonnen', 'begun'),
      last_seen_at: field('zuletzt genutzt', 'last used'),
      expires_at,
    },
  },
  device: {
    title: { de: 'Geräte, die wir wiedererkennen', en: 'Devices that we know again' },
    fields: { expires_at },
  },
  mailLink: {
    title: { de: 'Offene Links zum Anmelden', en: 'Open links to sign in' },
    fields: { expires_at },
  },
  role: {
    title: { de: 'Ihre Rollen', en: 'Your roles' },
    fields: { organisation, role, granted_at: field('seit', 'since') },
  },
  delegation: {
    title: { de: 'Aufgaben, die Sie abgegeben haben', en: 'Tasks that you handed over' },
    fields: {
      organisation,
      to: field('an', 'to'),
      role,
      begins_at: field('von', 'from'),
      ends_at: field('bis', 'until'),
      ended_at: field('vorher beendet', 'ended before'),
    },
  },
  invitation: {
    title: { de: 'Einladungen', en: 'Invitations' },
    fields: { role, by_me, for_me, invited_at: field('vom', 'of'), expires_at },
  },
  administratorChange: {
    title: { de: 'Vorschläge, wer verwaltet', en: 'Proposals of who administers' },
    fields: {
      organisation,
      change: field('Vorschlag', 'Proposal', (t) => t.myData.changes),
      by_me,
      for_me,
      proposed_at: field('vom', 'of'),
      expires_at,
    },
  },
  notice: {
    title: { de: 'Mitteilungen', en: 'Notices' },
    fields: {
      topic,
      subject: field('Betreff', 'Subject'),
      text: field('Text', 'Text'),
      path,
      created_at: field('vom', 'of'),
      sent_at: field('verschickt', 'sent'),
      read_at: field('gelesen', 'read'),
    },
  },
  noticePace: {
    title: { de: 'Wann Sie E-Mails bekommen', en: 'When you get mails' },
    fields: { topic, pace: field('wann', 'when', (t) => t.notices.paces) },
  },
  quietHours: {
    title: { de: 'Ihre Ruhezeit', en: 'Your quiet hours' },
    fields: { quiet_from: field('von', 'from'), quiet_to: field('bis', 'until') },
  },
  unsubscribeLink: {
    title: { de: 'Links zum Abbestellen in E-Mails an Sie', en: 'Links to end mails, in mails to you' },
    fields: { topic, created_at: field('vom', 'of') },
  },
  keptForm: {
    title: { de: 'Eingaben, die wir für Sie aufgehoben haben', en: 'What you typed and we kept for you' },
    fields: { path, fields: field('Eingaben', 'What you typed'), kept_at: field('vom', 'of'), expires_at },
  },
  log: {
    title: { de: 'Was das Protokoll über Sie sagt', en: 'What the log says you did' },
    fields: {
      at: field('wann', 'when'),
      act: field('was', 'what', (t) => t.acts),
      record_type: field('woran', 'on what'),
      record_id: field('Nummer', 'Number'),
      organisation,
    },
  },
};
