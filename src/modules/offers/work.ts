import type { Context } from '../../foundation/database/context.ts';
import type { Job } from '../../foundation/jobs/jobs.ts';
import { notify } from '../accounts/index.ts';
import { keepEntrySchedule } from './desk/keep-entry-schedule.ts';
import { remindOfReviews } from './desk/remind-of-reviews.ts';
import { keepOffersInOrder } from './housekeeping.ts';
import type { FetchOptions } from './import/run/fetch-source.ts';
import type { Places } from './import/run/source.ts';
import { checkLinks } from './links/check-links.ts';
import { readSubscribedSource } from './sources/read-sources.ts';
import { listSourcesToRead } from './sources/source-store.ts';
import { sourceMessages } from './web/index.ts';

export const READ_SOURCE = 'read-source';

/** Everything that offers do by themselves. Each piece may run twice and leaves the same behind. */
export const offerWork = (context: Context, places: Places, options: FetchOptions = {}): Job[] => [
  { name: 'entries', cron: '* * * * *', keptHours: 1, run: () => keepEntrySchedule(context, places) },
  {
    name: 'entry-reviews',
    cron: '0 6 * * *',
    run: async () => ({ reminded: await remindOfReviews(context, notify) }),
  },
  { name: 'offers-housekeeping', cron: '30 3 * * *', run: () => keepOffersInOrder(context) },
  {
    name: 'links',
    cron: '0 4 * * *',
    run: () => {
      const { noticeSubject: subject, noticeText } = sourceMessages('de').links;
      return checkLinks(context, { subject, text: (urls) => noticeText(urls.join('\n')) }, options);
    },
  },
  {
    name: 'sources',
    cron: '7 * * * *',
    keptHours: 24,
    run: async (_, ask) => {
      const sources = await listSourcesToRead(context.database);
      for (const { ars, id } of sources) await ask(READ_SOURCE, { ars, source: id });
      return { asked: sources.length };
    },
  },
  {
    name: READ_SOURCE,
    run: ({ ars = '', source = '' }) => readSubscribedSource(context, { ars, id: source }, places, options),
  },
];
