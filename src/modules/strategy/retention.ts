import { daysBefore, type RetentionRule } from '../../foundation/database/retention.ts';
import { deleteExpiredLinks } from './measures/heartbeat-store.ts';

export const strategyRetention: RetentionRule[] = [
  {
    dataClass: 'agenda-links',
    what: {
      de: 'Links, mit denen Verantwortliche ohne Anmeldung sagen, wie eine Maßnahme steht',
      en: 'Links by which those responsible say without signing in how a measure stands',
    },
    keptDays: 0,
    kept: { de: 'bis sie ablaufen (60 Tage)', en: 'until they run out (60 days)' },
    why: { de: 'Für einen Klick aus der Mail', en: 'For one click from the mail' },
    prune: ({ database, clock }) => deleteExpiredLinks(database, daysBefore(clock(), 0)),
  },
];
