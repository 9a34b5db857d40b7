import type { RetentionRule } from '../../../foundation/database/retention.ts';
import { addDays, berlinDay } from '../../../foundation/time/zone.ts';
import { deleteComments } from './rating-store.ts';

const COMMENT_DAYS = 180;

export const metricsRetention: RetentionRule[] = [
  {
    dataClass: 'form-comments',
    what: {
      de: 'Hinweise zu Online-Formularen, ohne Namen und verschlüsselt',
      en: 'Comments on online forms, without names and encrypted',
    },
    keptDays: COMMENT_DAYS,
    kept: { de: '180 Tage', en: '180 days' },
    why: {
      de: 'Das Rathaus verbessert damit seine Formulare.',
      en: 'The town hall improves its forms with them.',
    },
    prune: ({ database, clock }) => deleteComments(database, addDays(berlinDay(clock()), -COMMENT_DAYS)),
  },
];
