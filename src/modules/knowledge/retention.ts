import { daysBefore, type RetentionRule } from '../../foundation/database/retention.ts';
import { deleteTakenBack } from './library/entry-store.ts';

const TAKEN_BACK_DAYS = 365;

export const knowledgeRetention: RetentionRule[] = [
  {
    dataClass: 'knowledge-taken-back',
    what: {
      de: 'Zurückgenommene Einträge der Bibliothek mit ihren Fassungen',
      en: 'Entries of the library that were taken back, with their versions',
    },
    keptDays: TAKEN_BACK_DAYS,
    kept: { de: '1 Jahr nach dem Zurücknehmen', en: '1 year after taking back' },
    why: {
      de: 'Die Stelle kann den Eintrag berichtigen und wieder veröffentlichen.',
      en: 'The organisation can correct the entry and publish it again.',
    },
    prune: ({ database, clock }) => deleteTakenBack(database, daysBefore(clock(), TAKEN_BACK_DAYS)),
  },
];
