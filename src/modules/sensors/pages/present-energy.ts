import { formatDate, formatNumber } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import { fromBerlin } from '../../../foundation/time/zone.ts';
import type { Energy } from '../use/energy.ts';
import { type UseSection, useMessages } from '../web/index.ts';
import { monthName } from './present-traffic.ts';

const whole = (language: Language) => (value: number) => formatNumber(language, Math.round(value));

const monthSection = (language: Language, { months }: Energy, unit: string): UseSection => {
  const t = useMessages(language);
  const number = whole(language);
  const perDegree = (energy: number, degrees: number) =>
    degrees > 0 ? formatNumber(language, Math.round((energy / degrees) * 10) / 10) : t.unknown;
  const [first, last] = [months[0], months.at(-1)];
  return {
    key: 'months',
    heading: t.energy.months,
    texts: [t.energy.rule],
    chart: first &&
      last && {
        title: t.energy.months,
        lines: [
          {
            label: `${t.energy.energy} (${unit})`,
            points: months.map(({ energy }, x) => ({ x, y: energy })),
          },
        ],
        number,
        ends: [monthName(language, first.month), monthName(language, last.month)],
      },
    table: {
      columns: [
        { label: t.time.month },
        { label: `${t.energy.columns.energy} (${unit})`, isNumber: true },
        { label: t.energy.columns.degrees, isNumber: true },
        { label: `${unit} ${t.energy.perDegree}`, isNumber: true },
        { label: t.energy.columns.days, isNumber: true },
      ],
      rows: months.map(({ month, energy, degrees, days }) => ({
        key: month,
        cells: [
          monthName(language, month),
          number(energy),
          number(degrees),
          perDegree(energy, degrees),
          number(days),
        ],
      })),
    },
  };
};

const savingSection = (language: Language, { saving, result }: Energy, unit: string): UseSection => {
  const t = useMessages(language).energy;
  const number = whole(language);
  const tenth = (value: number) => formatNumber(language, Math.round(value * 10) / 10);
  if (!saving?.begunOn) return { key: 'saving', heading: t.saving, texts: [t.noMeasure] };
  const texts = [t.measure(saving.measure || '–', formatDate(language, fromBerlin(saving.begunOn)))];
  if (!result) return { key: 'saving', heading: t.saving, texts: [...texts, t.tooShort] };
  const { saved, days, base, perDegree, verdict } = result;
  const sign = verdict === 'more' ? -1 : 1;
  const [low, high] = sign > 0 ? [saved.low, saved.high] : [-saved.high, -saved.low];
  return {
    key: 'saving',
    heading: t.saving,
    texts: [
      ...texts,
      t.verdicts[verdict](number(sign * saved.estimate), number(low), number(high), unit, number(days)),
      t.method(number(base), tenth(perDegree), unit),
    ],
  };
};

export const energySections = (language: Language, energy: Energy, unit: string): UseSection[] =>
  energy.saving
    ? [savingSection(language, energy, unit), monthSection(language, energy, unit)]
    : [
        {
          key: 'none',
          heading: useMessages(language).energy.months,
          texts: [useMessages(language).energy.noWeather],
        },
      ];
