import { formatNumber } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import type { Water } from '../use/water.ts';
import { type UseSection, useMessages } from '../web/index.ts';
import { whenOf } from './present-guard.ts';

export const waterSections = (language: Language, water: Water, unit: string): UseSection[] => {
  const t = useMessages(language);
  const number = (value: number) => formatNumber(language, Math.round(value * 10) / 10);
  const { levels, thresholds, trend, isSilent } = water;
  const last = levels.at(-1);
  const first = levels[0];
  const way = trend === null ? 'unknown' : Math.abs(trend) < 0.05 ? 'same' : trend > 0 ? 'up' : 'down';
  const trendText =
    way === 'up' || way === 'down'
      ? t.water.trend[way](number(Math.abs(trend ?? 0)), unit)
      : t.water.trend[way];
  return [
    {
      key: 'week',
      heading: t.water.week,
      texts:
        last?.mean == null
          ? [t.water.noWeek]
          : [
              ...(isSilent ? [t.water.silent] : []),
              t.water.last(number(last.mean), unit, whenOf(language, last.at)),
              trendText,
            ],
      chart: first &&
        last && {
          title: t.water.week,
          lines: [
            { label: t.water.level, points: levels.map(({ at, mean }) => ({ x: at.getTime(), y: mean })) },
          ],
          levels: thresholds.map(({ raiseAt, name }) => ({ y: raiseAt, label: name })),
          number,
          ends: [whenOf(language, first.at), whenOf(language, last.at)],
          isFromLowest: true,
        },
      table: {
        columns: [{ label: t.time.hour }, { label: `${t.water.level} (${unit})`, isNumber: true }],
        rows: levels.map(({ at, mean }) => ({
          key: at.toISOString(),
          cells: [whenOf(language, at), mean === null ? t.unknown : number(mean)],
        })),
      },
    },
    {
      key: 'thresholds',
      heading: t.water.thresholds,
      texts:
        thresholds.length === 0
          ? [t.water.noThresholds]
          : thresholds.map(
              ({ name, raiseAt, clearAt }) =>
                `${name}: ${t.water.columns.raise} ${number(raiseAt)} ${unit}, ${t.water.columns.clear} ${number(clearAt)} ${unit}`,
            ),
    },
  ];
};
