import { Hono, type Context as HonoContext } from 'hono';
import { formatDay, formatNumber } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import { withPlace } from '../../../../foundation/ui/page.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { PricesPage, type PricesView, priceMessages } from '../../web/index.ts';
import { dayClasses } from '../day-class.ts';
import { hourValues } from '../hour-values.ts';
import { findPrices, type StoredPrices } from '../price-store.ts';

const AT = '/parken/preise';

type Learned = { dayClass: (typeof dayClasses)[number]; prices: StoredPrices };

const notesOf = (language: Language, { dayClass, prices }: Learned, now: Date): string => {
  const t = priceMessages(language);
  const number = (value: number, digits: number) => formatNumber(language, Number(value.toFixed(digits)));
  const made = t.made(
    formatDay(language, prices.madeAt, now),
    number(prices.days, 0),
    number(prices.kappa, 2),
  );
  const replayed = prices.replay
    ? ` ${t.replay(number(prices.replay.own, 0), number(prices.replay.firstCome, 0))}`
    : '';
  return `${t.classes[dayClass]}: ${made}${replayed}`;
};

const answer = async (
  c: HonoContext<ParkingEnvironment>,
  { database, clock }: ParkingSetting,
): Promise<Response> => {
  const { here, language } = c.var;
  const t = priceMessages(language);
  const learned: Learned[] = [];
  if (here)
    for (const dayClass of dayClasses) {
      const prices = await findPrices(database, here.ars, dayClass);
      if (prices) learned.push({ dayClass, prices });
    }
  const valued = learned.flatMap(({ dayClass, prices }) => {
    const values = hourValues(prices);
    return values ? [{ dayClass, values }] : [];
  });
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const view: PricesView = {
    place: here?.label,
    action: localPath(language, AT),
    unknown: learned.length === 0 ? t.cold : valued.length === 0 ? t.few : undefined,
    columns: valued.map(({ dayClass }) => t.classes[dayClass]),
    rows:
      valued.length === 0
        ? []
        : hours.map((hour) => ({
            hour: t.hours(String(hour), String(hour + 1)),
            values: valued.map(({ values }) =>
              formatNumber(language, Number((values[hour] ?? 0).toFixed(1))),
            ),
          })),
    notes: learned.map((one) => notesOf(language, one, clock())),
    back: withPlace(here, localPath(language, '/parken')),
  };
  return c.var.page({
    title: t.title,
    body: <PricesPage view={view} t={t} />,
    canonical: localPath(language, AT),
  });
};

/** What decides where spaces are scarce, open to everybody. */
export const pricePages = (setting: ParkingSetting) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.get(AT, (c) => answer(c, setting));
  return pages;
};
