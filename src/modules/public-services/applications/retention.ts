import type { RetentionRule } from '../../../foundation/database/retention.ts';
import { draftsSince } from './act-on-own.ts';
import { DRAFT_DAYS } from './application.ts';
import { deleteEnded, deleteOldDrafts } from './application-store.ts';

const ENDED_DAYS = 180;
const CASE = {
  de: 'Bearbeitung Ihres Antrags (Art. 6 Abs. 1 Buchst. e DSGVO)',
  en: 'Handling your application (Art. 6 (1) (e) GDPR)',
};

export const applicationRetention: RetentionRule[] = [
  {
    dataClass: 'application-drafts',
    what: {
      de: 'Angefangene Anträge und solche ohne zweite Unterschrift, mit Ihren Angaben und Dateien, verschlüsselt',
      en: 'Applications that you began or that lack a second signature, with what you wrote and your files, encrypted',
    },
    keptDays: DRAFT_DAYS,
    kept: { de: '30 Tage nach der letzten Eingabe', en: '30 days after the last input' },
    why: CASE,
    prune: ({ database, clock }) => deleteOldDrafts(database, draftsSince(clock())),
  },
  {
    dataClass: 'applications',
    what: {
      de: 'Entschiedene und zurückgezogene Anträge mit Nachrichten und Dateien, verschlüsselt',
      en: 'Decided and withdrawn applications with messages and files, encrypted',
    },
    keptDays: ENDED_DAYS,
    kept: {
      de: '180 Tage nach dem Ende; ein Formular kann 30 Tage bis 10 Jahre festlegen',
      en: '180 days after the end; a form may set 30 days to 10 years',
    },
    why: CASE,
    prune: ({ database, clock }) => deleteEnded(database, clock()),
  },
];
