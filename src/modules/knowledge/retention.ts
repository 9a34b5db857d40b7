import { daysBefore, type RetentionRule } from '../../foundation/database/retention.ts';
import { deleteOldQuestions } from './advice/question-store.ts';
import { deleteTakenBack } from './library/entry-store.ts';

const TAKEN_BACK_DAYS = 365;
const ADVICE_DAYS = 730;

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
  {
    dataClass: 'knowledge-advice',
    what: {
      de: 'Fragen um Rat mit allem, was dazu geschrieben wurde',
      en: 'Questions for advice, with all that was written about them',
    },
    keptDays: ADVICE_DAYS,
    kept: {
      de: '2 Jahre nach dem Abschluss; nie abgeschlossen: 2 Jahre nach der Frage',
      en: '2 years after closing; never closed: 2 years after the question',
    },
    why: {
      de: 'Was bleiben soll, steht dann als Eintrag in der Bibliothek.',
      en: 'What is to stay then stands as an entry in the library.',
    },
    prune: ({ database, clock }) => deleteOldQuestions(database, daysBefore(clock(), ADVICE_DAYS)),
  },
];
