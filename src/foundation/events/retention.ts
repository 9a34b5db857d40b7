import { daysBefore, type RetentionRule } from '../database/retention.ts';
import { deleteDelivered } from './domain-event-store.ts';

const DAYS = 30;

export const eventRetention: RetentionRule = {
  dataClass: 'domain-events',
  what: {
    de: 'Meldungen zwischen den Teilen dieser Plattform',
    en: 'Messages between the parts of this platform',
  },
  keptDays: DAYS,
  kept: { de: '30 Tage nach der Übergabe', en: '30 days after they were handed on' },
  why: { de: 'Um Fehler nachzuvollziehen', en: 'To find out about faults' },
  prune: ({ database, clock }) => deleteDelivered(database, daysBefore(clock(), DAYS)),
};
