import { Hono } from 'hono';
import { askPages } from './bookings/pages/ask-pages.tsx';
import { bookingPages } from './bookings/pages/booking-pages.tsx';
import { minePages } from './bookings/pages/mine-pages.tsx';
import { seriesPages } from './bookings/pages/series-pages.tsx';
import { forecastPages } from './effect/forecast/pages/forecast-pages.tsx';
import { reportPages } from './effect/pilot/pages/report-pages.tsx';
import { moneyPages } from './money/pages/money-pages.ts';
import { permitPages } from './permit/pages/permit-pages.tsx';
import { readPermitRules } from './permit/permit-rule.ts';
import { pricePages } from './pricing/pages/price-pages.tsx';
import type { ParkingEnvironment, ParkingSetting } from './setting.ts';
import { coursePages } from './sites/pages/course-pages.tsx';
import { parkingSitePages } from './sites/pages/site-pages.tsx';
import { spacePages } from './spaces/pages/space-pages.tsx';

/** Everything below /parken that residents see. */
export const parkingPages = (setting: ParkingSetting) => {
  const rules = readPermitRules();
  const pages = new Hono<ParkingEnvironment>();
  pages.route('/', askPages(setting));
  pages.route('/', permitPages(setting, rules));
  pages.route('/', spacePages(setting, rules));
  pages.route('/', parkingSitePages(setting));
  pages.route('/', coursePages(setting));
  pages.route('/', forecastPages(setting));
  pages.route('/', reportPages(setting));
  pages.route('/', moneyPages(setting));
  pages.route('/', bookingPages(setting));
  pages.route('/', pricePages(setting));
  pages.route('/', seriesPages(setting));
  pages.route('/', minePages(setting));
  return pages;
};
