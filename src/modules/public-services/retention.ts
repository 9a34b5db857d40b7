import type { RetentionRule } from '../../foundation/database/retention.ts';
import { pruneReports } from './reports/report-store.ts';

const REPORT_DAYS = 365;

export const publicServiceRetention: RetentionRule[] = [
  {
    dataClass: 'wrong-office-reports',
    what: { de: 'Meldungen einer falschen Stelle', en: 'Reports of a wrong office' },
    keptDays: REPORT_DAYS,
    kept: { de: 'ein Jahr', en: 'one year' },
    why: {
      de: 'Die Redaktion prüft die Angabe und sieht, was sich wiederholt.',
      en: 'The editors check the information and see what repeats.',
    },
    prune: (context) => pruneReports(context, REPORT_DAYS),
  },
];
