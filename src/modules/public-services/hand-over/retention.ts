import { daysBefore, type RetentionRule } from '../../../foundation/database/retention.ts';
import { deleteOldDeliveries } from './delivery-store.ts';

const KEPT_DAYS = 90;

export const handOverRetention: RetentionRule[] = [
  {
    dataClass: 'application-deliveries',
    what: {
      de: 'Ob ein Antrag an ein anderes System der Verwaltung übergeben wurde, ohne seinen Inhalt',
      en: 'Whether an application was handed over to another system of the administration, without its contents',
    },
    keptDays: KEPT_DAYS,
    kept: {
      de: '90 Tage nach der letzten Änderung, höchstens so lange wie der Antrag',
      en: '90 days after the last change, at most as long as the application',
    },
    why: {
      de: 'Nachweis, dass der Antrag angekommen ist',
      en: 'Proof that the application has arrived',
    },
    prune: ({ database, clock }) => deleteOldDeliveries(database, daysBefore(clock(), KEPT_DAYS)),
  },
];
