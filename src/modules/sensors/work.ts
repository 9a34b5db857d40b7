import type { Context } from '../../foundation/database/context.ts';
import type { Job } from '../../foundation/jobs/jobs.ts';
import { watchStreams } from './guard/watch-streams.ts';
import { repairRollups } from './observations/keep-rollups.ts';
import { makePartitions } from './observations/partition-store.ts';

const MONTHS_AHEAD = 3;

const monthsAhead = (now: Date): string[] =>
  Array.from({ length: MONTHS_AHEAD + 1 }, (_, ahead) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead)).toISOString().slice(0, 10),
  );

export const sensorWork = (context: Context): Job[] => [
  { name: 'sensor-rollups', cron: '* * * * *', keptHours: 1, run: () => repairRollups(context) },
  { name: 'sensor-watch', cron: '* * * * *', keptHours: 1, run: () => watchStreams(context) },
  {
    name: 'sensor-months',
    cron: '20 2 * * *',
    run: async () => ({ made: await makePartitions(context.database, monthsAhead(context.clock())) }),
  },
];
