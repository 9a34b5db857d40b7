import { formatDate, formatNumber } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import { fromBerlin } from '../../../foundation/time/zone.ts';
import type { LineChartView } from '../../../foundation/ui/LineChart.tsx';
import type { Traffic, TrafficDay } from '../use/traffic.ts';
import { type UseSection, useMessages } from '../web/index.ts';
import { whenOf } from './present-guard.ts';

const whole = (language: Language) => (value: number) => formatNumber(language, Math.round(value));

const weekSection = (language: Language, { week }: Traffic): UseSection => {
  const t = useMessages(language);
  const [first, last] = [week[0], week.at(-1)];
  const number = whole(language);
  const missing = week.filter(({ counted }) => counted === null).length;
  const line = (key: 'counted' | 'usual') => week.map((hour) => ({ x: hour.at.getTime(), y: hour[key] }));
  return {
    key: 'week',
    heading: t.traffic.week,
    texts: [
      ...(first ? [] : [t.traffic.noWeek]),
      ...(missing > 0 ? [t.traffic.gaps(formatNumber(language, missing))] : []),
    ],
    chart: first &&
      last && {
        title: t.traffic.week,
        lines: [
          { label: t.traffic.counted, points: line('counted') },
          { label: t.traffic.usual, points: line('usual'), isOther: true },
        ],
        number,
        ends: [whenOf(language, first.at), whenOf(language, last.at)],
      },
    table: {
      columns: [
        { label: t.time.hour },
        { label: t.traffic.counted, isNumber: true },
        { label: t.traffic.usual, isNumber: true },
      ],
      rows: week.map(({ at, counted, usual }) => ({
        key: at.toISOString(),
        cells: [
          whenOf(language, at),
          counted === null ? t.unknown : number(counted),
          usual === null ? t.unknown : number(usual),
        ],
      })),
    },
  };
};

const monthRows = (language: Language, year: readonly TrafficDay[]) => {
  const number = whole(language);
  const months = new Map<string, number[]>();
  for (const { day, counted } of year)
    if (counted !== null) months.set(day.slice(0, 7), [...(months.get(day.slice(0, 7)) ?? []), counted]);
  return [...months].map(([month, days]) => {
    const sum = days.reduce((total, one) => total + one, 0);
    return {
      key: month,
      cells: [monthName(language, month), number(sum), number(sum / days.length), number(days.length)],
    };
  });
};

export const monthName = (language: Language, month: string): string =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { month: 'long', year: 'numeric' }).format(
    fromBerlin(`${month}-15`),
  );

const yearSection = (language: Language, { year }: Traffic): UseSection => {
  const t = useMessages(language);
  const number = whole(language);
  const known = year.flatMap(({ counted }) => counted ?? []);
  const [first, last] = [year[0], year.at(-1)];
  const sum = known.reduce((total, one) => total + one, 0);
  const chart: LineChartView | undefined = first &&
    last && {
      title: t.traffic.year,
      lines: [
        {
          label: t.traffic.counted,
          points: year.map(({ day, counted }) => ({ x: Date.parse(day), y: counted })),
        },
      ],
      number,
      ends: [formatDate(language, fromBerlin(first.day)), formatDate(language, fromBerlin(last.day))],
    };
  return {
    key: 'year',
    heading: t.traffic.year,
    texts:
      known.length === 0
        ? []
        : [
            t.traffic.yearText(
              number(known.length),
              number(year.length - known.length),
              number(sum / known.length),
            ),
          ],
    chart,
    table: {
      columns: [
        { label: t.time.month },
        { label: t.traffic.monthColumns.sum, isNumber: true },
        { label: t.traffic.monthColumns.mean, isNumber: true },
        { label: t.traffic.monthColumns.days, isNumber: true },
      ],
      rows: monthRows(language, year),
    },
  };
};

const aheadSection = (language: Language, { ahead, judged, why, week }: Traffic): UseSection => {
  const t = useMessages(language);
  const number = whole(language);
  const tenth = (value: number) => formatNumber(language, Math.round(value * 10) / 10);
  const said = ahead?.flatMap(({ at, said: hour }) => (hour ? [{ at, x: at.getTime(), ...hour }] : [])) ?? [];
  const [first, last] = [said[0], said.at(-1)];
  const sum = said.reduce((total, { value }) => total + value, 0);
  const before = week.at(-1);
  return {
    key: 'ahead',
    heading: t.traffic.ahead,
    texts: [
      ...(why === 'shown' && before ? [t.traffic.aheadText(number(sum), whenOf(language, before.at))] : []),
      ...(why === 'shown' ? [] : [t.traffic.whys[why]]),
      ...(judged
        ? [
            t.traffic.judged(
              tenth(judged.error),
              tenth(judged.lastValueError),
              tenth(judged.lastWeekError),
              number(judged.hours),
            ),
            t.traffic.covered(number(judged.covered * 100)),
          ]
        : []),
    ],
    chart: first &&
      last && {
        title: t.traffic.ahead,
        lines: [{ label: t.traffic.said, points: said.map(({ x, value }) => ({ x, y: value })) }],
        band: { label: t.traffic.range, points: said },
        number,
        ends: [whenOf(language, first.at), whenOf(language, last.at)],
      },
    table: {
      columns: [
        { label: t.time.hour },
        { label: t.traffic.said, isNumber: true },
        { label: t.traffic.range },
      ],
      rows: said.map(({ at, value, low, high }) => ({
        key: at.toISOString(),
        cells: [whenOf(language, at), number(value), t.traffic.fromTo(number(low), number(high))],
      })),
    },
  };
};

const unusualSection = (language: Language, { unusual }: Traffic): UseSection => {
  const t = useMessages(language).traffic;
  const number = whole(language);
  return {
    key: 'unusual',
    heading: t.unusual,
    texts: [
      ...(unusual.length === 0 ? [t.noUnusual] : []),
      ...unusual.map(({ from, hours, counted, expected }) =>
        t[counted > expected ? 'more' : 'less'](
          whenOf(language, from),
          number(hours),
          number(counted),
          number(expected),
        ),
      ),
      t.rule,
    ],
  };
};

export const trafficSections = (language: Language, traffic: Traffic): UseSection[] => [
  weekSection(language, traffic),
  unusualSection(language, traffic),
  aheadSection(language, traffic),
  yearSection(language, traffic),
];
