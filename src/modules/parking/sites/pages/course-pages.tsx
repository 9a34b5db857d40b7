import { Hono, type Context as HonoContext } from 'hono';
import type { Context } from '../../../../foundation/database/context.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import type { Row } from '../../../../foundation/ui/DataTable.tsx';
import type { LineChartView } from '../../../../foundation/ui/LineChart.tsx';
import type { ParkingEnvironment } from '../../setting.ts';
import { CoursePage, type CourseView, type SiteMessages, siteMessages } from '../../web/index.ts';
import { forecastSite, type SiteForecast } from '../forecast/forecast-site.ts';
import { HOUR } from '../forecast/hourly-counts.ts';
import { findSite } from '../site-store.ts';
import { cardOf, sitePath } from './present-site.ts';

type Words = { language: Language; t: SiteMessages };

const HOURS_SHOWN = 24;

const hourText = (language: Language, at: Date): string =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);

type Past = { at: Date; free: number | null };

const pastOf = ({ hours }: SiteForecast): Past[] =>
  (hours?.values ?? [])
    .map((free, at) => ({ free, at: new Date((hours?.from.getTime() ?? 0) + at * HOUR) }))
    .slice(-HOURS_SHOWN);

const chartOf = (
  { language, t }: Words,
  past: readonly Past[],
  { ahead }: SiteForecast,
  name: string,
): LineChartView | undefined => {
  const [first, now] = [past[0], past.at(-1)];
  if (!first || !now) return undefined;
  const said = ahead?.flatMap(({ at, said: hour }) => (hour ? [{ x: at.getTime(), ...hour }] : [])) ?? [];
  const start =
    now.free === null ? [] : [{ x: now.at.getTime(), value: now.free, low: now.free, high: now.free }];
  const end = ahead?.at(-1)?.at ?? now.at;
  return {
    title: t.course.chart(name),
    lines: [
      { label: t.course.free, points: past.map(({ at, free }) => ({ x: at.getTime(), y: free })) },
      ...(said.length > 0
        ? [
            {
              label: t.course.said,
              isOther: true,
              points: [...start, ...said].map(({ x, value }) => ({ x, y: value })),
            },
          ]
        : []),
    ],
    band: said.length > 0 ? { label: t.course.range, points: [...start, ...said] } : undefined,
    mark: { x: now.at.getTime(), label: t.course.now },
    number: (value) => formatNumber(language, Math.round(value)),
    ends: [hourText(language, first.at), hourText(language, end)],
  };
};

const rowsOf = ({ language, t }: Words, past: readonly Past[], { ahead = [] }: SiteForecast): Row[] => {
  const number = (value: number) => formatNumber(language, Math.round(value));
  return [
    ...past.map(({ at, free }) => ({
      key: at.toISOString(),
      cells: [hourText(language, at), free === null ? t.course.unknown : number(free), '', ''],
    })),
    ...ahead.map(({ at, said }) => ({
      key: at.toISOString(),
      cells: [
        hourText(language, at),
        '',
        said ? number(said.value) : t.course.unknown,
        said ? t.course.fromTo(number(said.low), number(said.high)) : '',
      ],
    })),
  ];
};

const judgedTexts = ({ language, t }: Words, { judged }: SiteForecast): string[] => {
  if (!judged) return [];
  const number = (value: number) => formatNumber(language, Math.round(value * 10) / 10);
  const { error, lastValueError, lastWeekError, hours, covered } = judged;
  return [
    t.course.judged(
      number(error),
      number(lastValueError),
      number(lastWeekError),
      formatNumber(language, hours),
    ),
    t.course.covered(formatNumber(language, Math.round(covered * 100))),
  ];
};

const answer = async (
  c: HonoContext<ParkingEnvironment>,
  setting: Pick<Context, 'database' | 'clock'>,
): Promise<Response> => {
  const key = { ars: c.req.param('ars') ?? '', id: c.req.param('site') ?? '' };
  const site = await findSite(setting.database, key);
  if (!site) return c.notFound();
  const { language } = c.var;
  const t = siteMessages(language);
  const words = { language, t };
  const forecast = await forecastSite(setting, key);
  const past = pastOf(forecast);
  const view: CourseView = {
    title: t.course.title(site.name),
    card: { ...cardOf(site, { ...words, now: setting.clock() }), course: undefined },
    chart: chartOf(words, past, forecast, site.name),
    rows: rowsOf(words, past, forecast),
    why: forecast.why === 'shown' ? undefined : t.course.whys[forecast.why],
    judged: judgedTexts(words, forecast),
    source: t.source(site.attribution, site.licence),
  };
  return c.var.page({
    title: view.title,
    body: <CoursePage view={view} t={t} />,
    isIndexed: false,
    crumbs: [{ label: t.title, href: localPath(language, '/parken/orte') }],
    canonical: localPath(language, sitePath(site)),
  });
};

/** How full one public car park was, and will be. */
export const coursePages = (setting: Pick<Context, 'database' | 'clock'>) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.get(`/parken/orte/:ars{[0-9]{12}}/:site{${UUID}}`, (c) => answer(c, setting));
  return pages;
};
