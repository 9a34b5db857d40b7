import type { Job } from '../../foundation/jobs/jobs.ts';
import { keepTime } from './bookings/keep-time.ts';
import { learnPrices } from './pricing/learn-prices.ts';
import type { ParkingSetting } from './setting.ts';

/** Units are named and stays end by the minute, whether anybody looks or not. */
export const parkingWork = (setting: Pick<ParkingSetting, 'database' | 'clock'>): Job[] => [
  { name: 'parking-time', cron: '* * * * *', keptHours: 1, run: () => keepTime(setting) },
  { name: 'parking-prices', cron: '45 1 * * *', run: () => learnPrices(setting) },
];
