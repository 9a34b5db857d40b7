import { daysBefore, type RetentionRule } from '../../foundation/database/retention.ts';
import { pruneObjections } from './objections/objection-store.ts';
import { pruneObservations } from './observations/prune.ts';

const OBJECTION_DAYS = 180;

export const sensorRetention: RetentionRule[] = [
  {
    dataClass: 'observations',
    what: {
      de: 'Einzelne Messwerte von Sensoren; Stunden- und Tageswerte daraus bleiben',
      en: 'Single readings of sensors; hourly and daily figures made of them stay',
    },
    keptDays: 'until',
    kept: { de: 'so lange, wie es bei der Messreihe steht', en: 'as long as it says at the datastream' },
    why: {
      de: 'Zweck der Messung, den die Gemeinde nennt',
      en: 'Purpose of the measuring, stated by the municipality',
    },
    prune: pruneObservations,
  },
  {
    dataClass: 'sensor-objections',
    what: {
      de: 'Widersprüche gegen eine Messung, mit dem, was jemand dazu schreibt',
      en: 'Objections against a measurement, with what somebody writes about it',
    },
    keptDays: OBJECTION_DAYS,
    kept: { de: '180 Tage', en: '180 days' },
    why: { de: 'Damit die Gemeinde antwortet', en: 'So that the municipality answers' },
    prune: ({ database, clock }) => pruneObjections(database, daysBefore(clock(), OBJECTION_DAYS)),
  },
];
