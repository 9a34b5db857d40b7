import { daysBefore, type RetentionRule } from '../../foundation/database/retention.ts';
import { berlinDay } from '../../foundation/time/zone.ts';
import { deleteOldComments } from './comments/comment-store.ts';
import { deleteClosedReports } from './reports/report-store.ts';
import { deleteOldAnswers } from './surveys/survey-store.ts';

const DECLINED_DAYS = 30;
const UNDECIDED_DAYS = 365;
const SHOWN_DAYS = 1825;

const REPORT_DAYS = 730;

const ANSWER_DAYS = 730;

export const participationRetention: RetentionRule[] = [
  {
    dataClass: 'survey-answers',
    what: {
      de: 'Antworten auf Umfragen, ohne wer geantwortet hat',
      en: 'Answers to surveys, without who answered',
    },
    keptDays: ANSWER_DAYS,
    kept: { de: '2 Jahre', en: '2 years' },
    why: { de: 'Damit Ergebnisse nachzulesen sind', en: 'So that results can be looked up' },
    prune: ({ database, clock }) => deleteOldAnswers(database, berlinDay(daysBefore(clock(), ANSWER_DAYS))),
  },
  {
    dataClass: 'town-reports',
    what: { de: 'Gemeldete Schäden und Ideen, mit Fotos', en: 'Reported damages and ideas, with pictures' },
    keptDays: REPORT_DAYS,
    kept: { de: '2 Jahre, nachdem sie abgeschlossen sind', en: '2 years after they are closed' },
    why: {
      de: 'Damit sichtbar bleibt, was daraus wurde',
      en: 'So that it stays visible what became of them',
    },
    prune: ({ database, clock }) => deleteClosedReports(database, daysBefore(clock(), REPORT_DAYS)),
  },
  {
    dataClass: 'comments',
    what: { de: 'Kommentare zu Zielen und Maßnahmen', en: 'Comments on goals and measures' },
    keptDays: DECLINED_DAYS,
    kept: {
      de: 'abgelehnte 30 Tage, ungelesene 1 Jahr, gezeigte 5 Jahre',
      en: 'declined ones 30 days, unread ones 1 year, shown ones 5 years',
    },
    why: {
      de: 'Damit öffentlich bleibt, worüber gesprochen wurde',
      en: 'So that what was spoken about stays public',
    },
    prune: ({ database, clock }) =>
      deleteOldComments(database, {
        declined: daysBefore(clock(), DECLINED_DAYS),
        undecided: daysBefore(clock(), UNDECIDED_DAYS),
        shown: daysBefore(clock(), SHOWN_DAYS),
      }),
  },
];
