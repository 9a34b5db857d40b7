import type { Context } from '../../foundation/database/context.ts';
import type { Job } from '../../foundation/jobs/jobs.ts';
import { askForWords } from './measures/heartbeat.ts';

/** Before the first mails of the day go out. */
export const strategyWork = (context: Context): Job[] => [
  { name: 'agenda-heartbeat', cron: '30 5 * * 1-5', run: () => askForWords(context) },
];
