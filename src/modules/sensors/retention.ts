import type { RetentionRule } from '../../foundation/database/retention.ts';
import { pruneObservations } from './observations/prune.ts';

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
];
