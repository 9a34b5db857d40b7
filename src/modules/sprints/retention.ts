import { daysBefore, type RetentionRule } from '../../foundation/database/retention.ts';
import { deleteOldParticipants } from './people/people-store.ts';

const KEPT_DAYS = 90;

export const sprintRetention: RetentionRule[] = [
  {
    dataClass: 'sprint-participants',
    what: {
      de: 'Gewählte Namen und Schlüssel derer, die in einem Sprint mitmachen',
      en: 'Chosen names and keys of those who take part in a sprint',
    },
    keptDays: KEPT_DAYS,
    kept: {
      de: '90 Tage nach dem letzten Tag des Sprints; Ideen bleiben ohne Namen',
      en: '90 days after the last day of the sprint; ideas stay without names',
    },
    why: {
      de: 'Damit man im Raum weiß, mit wem man spricht',
      en: 'So that one knows in the room whom one speaks with',
    },
    prune: ({ database, clock }) => deleteOldParticipants(database, daysBefore(clock(), KEPT_DAYS)),
  },
];
