import type { Language, Translation } from '../../../../foundation/i18n/language.ts';
import type { NewsKind } from '../../centre/news/contract.ts';

const de = {
  title: 'Neues aus dem Netzwerk',
  heading: (month: string) => `Neues im ${month}`,
  lead: 'Neue und erneuerte Einträge, Dossiers, Aufrufe und Termine, nach Handlungsfeldern. Wer einen Feed liest, bekommt alles von selbst.',
  feed: 'Als Feed abonnieren (Atom)',
  count: (count: string) => (count === '1' ? '1 Neuigkeit' : `${count} Neuigkeiten`),
  none: 'In diesem Monat kam nichts Neues.',
  kinds: { entry: 'Eintrag', event: 'Veranstaltung', dossier: 'Dossier', call: 'Aufruf' } satisfies Record<
    NewsKind,
    string
  >,
  fresh: 'neu',
  renewed: 'erneuert',
  dossiers: 'Dossiers',
  noField: 'Ohne Handlungsfeld',
  withoutOrigin: 'ohne Ort',
  months: 'Monate',
  example: (title: string) => `Beispiel: ${title}`,
};

export type NewsMessages = Translation<typeof de>;

const en: NewsMessages = {
  title: 'News of the network',
  heading: (month) => `News in ${month}`,
  lead: 'New and renewed entries, dossiers, calls and events, by field of action. Whoever reads a feed gets all of it by itself.',
  feed: 'Subscribe to the feed (Atom)',
  count: (count) => (count === '1' ? '1 item' : `${count} items`),
  none: 'Nothing new came in this month.',
  kinds: { entry: 'Entry', event: 'Event', dossier: 'Dossier', call: 'Call' },
  fresh: 'new',
  renewed: 'renewed',
  dossiers: 'Dossiers',
  noField: 'Without a field of action',
  withoutOrigin: 'without a place',
  months: 'Months',
  example: (title) => `Example: ${title}`,
};

const catalogues: Record<Language, NewsMessages> = { de, en };

export const newsMessages = (language: Language): NewsMessages => catalogues[language];
