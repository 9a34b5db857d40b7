import { Hono } from 'hono';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { testProviderPages } from '../test-provider/test-pages.tsx';
import { isTestProvider } from '../test-provider/test-provider.ts';
import { documentPages } from './document-pages.ts';
import { hostMoneyPages } from './host-pages.tsx';
import { noticeRoute } from './notice-route.ts';
import { payPages } from './pay-pages.tsx';

/** Everything about money that residents see. */
export const moneyPages = (setting: ParkingSetting) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.route('/', payPages(setting));
  pages.route('/', documentPages(setting));
  pages.route('/', hostMoneyPages(setting));
  pages.route('/', noticeRoute(setting));
  const { payments } = setting;
  if (payments && isTestProvider(payments)) pages.route('/', testProviderPages(setting, payments));
  return pages;
};
