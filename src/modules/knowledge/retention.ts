import { daysBefore, type RetentionRule } from '../../foundation/database/retention.ts';
import { deleteOldQuestions } from './advice/question-store.ts';
import { deleteWithdrawnCalls } from './centre/calls/call-store.ts';
import { deleteTakenBackDossiers } from './centre/dossiers/dossier-store.ts';
import { deleteAnswered } from './centre/review/request-store.ts';
import { deleteEnded } from './cooperation/cooperation-store.ts';
import { deleteTakenBack } from './library/entry-store.ts';
import { deleteHiddenPartners } from './partners/partner-store.ts';

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
    dataClass: 'knowledge-requests',
    what: {
      de: 'Beantwortete Bitten des Kompetenzzentrums, einen Eintrag zu ergänzen',
      en: 'Answered requests of the competence centre to complete an entry',
    },
    keptDays: TAKEN_BACK_DAYS,
    kept: { de: '1 Jahr nach der Antwort', en: '1 year after the answer' },
    why: {
      de: 'Damit nicht zweimal um dasselbe gebeten wird.',
      en: 'So that nobody asks for the same thing twice.',
    },
    prune: ({ database, clock }) => deleteAnswered(database, daysBefore(clock(), TAKEN_BACK_DAYS)),
  },
  {
    dataClass: 'knowledge-dossiers-taken-back',
    what: {
      de: 'Zurückgenommene Dossiers mit ihren Fassungen',
      en: 'Dossiers that were taken back, with their versions',
    },
    keptDays: TAKEN_BACK_DAYS,
    kept: { de: '1 Jahr nach dem Zurücknehmen', en: '1 year after taking back' },
    why: {
      de: 'Die Stelle kann das Dossier berichtigen und wieder veröffentlichen.',
      en: 'The organisation can correct the dossier and publish it again.',
    },
    prune: ({ database, clock }) => deleteTakenBackDossiers(database, daysBefore(clock(), TAKEN_BACK_DAYS)),
  },
  {
    dataClass: 'knowledge-calls-withdrawn',
    what: { de: 'Herausgenommene Förderaufrufe', en: 'Calls for funding that were taken out' },
    keptDays: TAKEN_BACK_DAYS,
    kept: { de: '1 Jahr nach dem Herausnehmen', en: '1 year after taking out' },
    why: {
      de: 'Damit das nächste Einlesen einer Liste sie nicht wieder zeigt.',
      en: 'So that the next reading of a list does not show them again.',
    },
    prune: ({ database, clock }) => deleteWithdrawnCalls(database, daysBefore(clock(), TAKEN_BACK_DAYS)),
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
  {
    dataClass: 'knowledge-partners',
    what: {
      de: 'Angaben von Partnern, die nicht mehr gezeigt werden wollen',
      en: 'Details of partners who do not want to be shown any more',
    },
    keptDays: TAKEN_BACK_DAYS,
    kept: { de: '1 Jahr nach der letzten Änderung', en: '1 year after the last change' },
    why: {
      de: 'Wer wiederkommt, schreibt nicht alles neu.',
      en: 'Who comes back need not write it all anew.',
    },
    prune: ({ database, clock }) => deleteHiddenPartners(database, daysBefore(clock(), TAKEN_BACK_DAYS)),
  },
  {
    dataClass: 'knowledge-cooperation',
    what: {
      de: 'Beendete Gesuche um Zusammenarbeit zwischen Gemeinden',
      en: 'Ended searches for cooperation between municipalities',
    },
    keptDays: TAKEN_BACK_DAYS,
    kept: { de: '1 Jahr nach dem Ende', en: '1 year after the end' },
    why: { de: 'Für Entwürfe, die daraus entstanden sind', en: 'For drafts that came of it' },
    prune: ({ database, clock }) => deleteEnded(database, daysBefore(clock(), TAKEN_BACK_DAYS)),
  },
];
