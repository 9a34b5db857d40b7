import type { Context } from '../../../foundation/database/context.ts';
import type { Job } from '../../../foundation/jobs/jobs.ts';
import { readParkingSourceAgain } from './import/read-again.ts';
import type { Fetch, Locate } from './source.ts';
import { listSourcesDue } from './source-store.ts';

const READ_PARKING = 'read-parking';

/** Counts are read every five minutes, what only tells of sites once a day. */
export const parkingSiteWork = (context: Context, setting: { fetch: Fetch; locate: Locate }): Job[] => [
  {
    name: 'parking-sources',
    cron: '*/5 * * * *',
    keptHours: 1,
    run: async (_, ask) => {
      const due = await listSourcesDue(context.database, context.clock());
      for (const { ars, id } of due) await ask(READ_PARKING, { ars, source: id });
      return { asked: due.length };
    },
  },
  {
    name: READ_PARKING,
    keptHours: 1,
    run: async ({ ars = '', source = '' }) => {
      const report = await readParkingSourceAgain(context, { ars, id: source }, setting);
      if (!report) return undefined;
      // What a publisher serves may be broken for weeks: that is a result, not a fault of the job.
      if ('refused' in report) return { refused: report.refused };
      if ('unchanged' in report) return { unchanged: 'yes' };
      const { read, created, changed, withdrawn, counted, rejected } = report.figures;
      return { read, created, changed, withdrawn, counted, rejected };
    },
  },
];
