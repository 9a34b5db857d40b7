import type { Language, Translation } from '../../../../foundation/i18n/language.ts';

const de = {
  title: 'Zuständigkeiten',
  lead: 'Hier steht, was Menschen als falsche Stelle gemeldet haben und was der Selbsttest nachts gefunden hat.',
  reports: 'Gemeldet: falsche Stelle',
  none: 'Keine offene Meldung.',
  gone: 'Leistung, die es nicht mehr gibt',
  noOffice: 'keine Stelle genannt',
  about: (office: string, place: string, date: string) => `${office} – gemeldet für ${place} am ${date}`,
  settle: 'Erledigt',
  done: 'Die Meldung ist erledigt.',
  findings: 'Vom Selbsttest gefunden',
  noFindings: 'Der Selbsttest hat nichts gefunden.',
  coverage: 'Wie vollständig sind die Angaben?',
  waiting: (count: string) =>
    count === '1' ? '1 Meldung: falsche Stelle' : `${count} Meldungen: falsche Stelle`,
  acts: { 'settle-report': 'Meldung einer falschen Stelle erledigt' },
};

export type ReportMessages = Translation<typeof de>;

const en: ReportMessages = {
  title: 'Responsibilities',
  lead: 'What people reported as the wrong office, and what the self-test found at night.',
  reports: 'Reported: wrong office',
  none: 'No open report.',
  gone: 'a service that is gone',
  noOffice: 'no office was named',
  about: (office, place, date) => `${office} – reported for ${place} on ${date}`,
  settle: 'Done',
  done: 'The report is done.',
  findings: 'Found by the self-test',
  noFindings: 'The self-test found nothing.',
  coverage: 'How complete is this information?',
  waiting: (count) => (count === '1' ? '1 report of a wrong office' : `${count} reports of a wrong office`),
  acts: { 'settle-report': 'Report of a wrong office done' },
};

export const reportMessages = (language: Language): ReportMessages => ({ de, en })[language];
