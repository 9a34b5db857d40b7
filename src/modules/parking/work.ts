import type { Job } from '../../foundation/jobs/jobs.ts';
import { keepTime } from './bookings/keep-time.ts';
import { forecastWork } from './effect/forecast/compute-forecast.ts';
import { learnDuringDay } from './pricing/learn-during-day.ts';
import { learnPrices } from './pricing/learn-prices.ts';
import type { ParkingSetting } from './setting.ts';
import { forgetOrphans, stopOrphans } from './spaces/orphan-store.ts';

/** Units are named and stays end by the minute, whether anybody looks or not. */
export const parkingWork = (setting: Pick<ParkingSetting, 'database' | 'clock' | 'newId'>): Job[] => [
  {
    name: 'parking-time',
    cron: '* * * * *',
    keptHours: 1,
    run: async () => {
      const now = setting.clock();
      const stopped = await stopOrphans(setting.database, now);
      const report = await keepTime(setting);
      return { ...report, stopped, forgotten: await forgetOrphans(setting.database, now) };
    },
  },
  { name: 'parking-prices', cron: '45 1 * * *', run: () => learnPrices(setting) },
  { name: 'parking-prices-today', cron: '*/15 * * * *', keptHours: 1, run: () => learnDuringDay(setting) },
  forecastWork(setting),
];
