import { daysBefore, type RetentionRule } from '../../foundation/database/retention.ts';
import { deleteOldSheets } from './desk/sheets/sheet-store.ts';
import { deleteOldReports } from './housekeeping-store.ts';
import { deleteOldSuggestions } from './suggestions/suggestion-store.ts';

const REPORT_DAYS = 180;
const SUGGESTION_DAYS = 180;
const SHEET_DAYS = 90;

export const offerRetention: RetentionRule[] = [
  {
    dataClass: 'mistake-reports',
    what: {
      de: 'Hinweise auf Fehler: Ihr Text und der Zeitpunkt, ohne Namen und Netzadresse',
      en: 'Reports of mistakes: your text and the time, without name and address',
    },
    keptDays: REPORT_DAYS,
    kept: { de: '180 Tage', en: '180 days' },
    why: {
      de: 'Damit der Fehler behoben werden kann (Art. 6 Abs. 1 Buchst. e DSGVO)',
      en: 'So that the mistake can be put right (Art. 6 (1) (e) GDPR)',
    },
    prune: ({ database, clock }) => deleteOldReports(database, daysBefore(clock(), REPORT_DAYS)),
  },
  {
    dataClass: 'suggestions',
    what: {
      de: 'Vorgeschlagene Veranstaltungen; Ihre E-Mail-Adresse dazu nur bis zur Antwort',
      en: 'Suggested events; your mail address with them only until the answer',
    },
    keptDays: SUGGESTION_DAYS,
    kept: { de: '180 Tage', en: '180 days' },
    why: {
      de: 'Damit die Redaktion sie prüfen und Ihnen antworten kann (Art. 6 Abs. 1 Buchst. e DSGVO)',
      en: 'So that the editors can look at them and answer you (Art. 6 (1) (e) GDPR)',
    },
    prune: ({ database, clock }) => deleteOldSuggestions(database, daysBefore(clock(), SUGGESTION_DAYS)),
  },
  {
    dataClass: 'sheets',
    what: {
      de: 'Tabellen, die eine Redaktion hochgeladen hat, mit dem Namen der Datei und wer es war',
      en: 'Tables that editors uploaded, with the name of the file and who it was',
    },
    keptDays: SHEET_DAYS,
    kept: { de: '90 Tage', en: '90 days' },
    why: {
      de: 'Damit Zeilen mit Fehlern berichtigt werden können (Art. 6 Abs. 1 Buchst. e DSGVO)',
      en: 'So that rows with mistakes can be corrected (Art. 6 (1) (e) GDPR)',
    },
    prune: ({ database, clock }) => deleteOldSheets(database, daysBefore(clock(), SHEET_DAYS)),
  },
];
