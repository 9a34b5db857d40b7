import type { Context } from '../../../foundation/database/context.ts';
import { formatDate, formatNumber, formatTime } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { addDays, berlinDay, daysBetween, fromBerlin } from '../../../foundation/time/zone.ts';
import type { PlaceBudget, SeriesStep } from '../contract.ts';
import { shareOf } from '../guard/capture.ts';
import { qualityOf } from '../observations/observation.ts';
import { readSeries } from '../observations/series.ts';
import { sensorMessages } from '../web/index.ts';
import { captureTexts } from './present-guard.ts';
import { countQualities, listShownStreams, type ShownStream, type ShownThing } from './shown-store.ts';

const DAYS = 30;

const rounded = (value: number): number => Number(value.toPrecision(4));

const percentOf = (language: Language, share: number | undefined): string | undefined =>
  share === undefined ? undefined : `${formatNumber(language, Math.floor(share * 100))} %`;

const chartOf = (language: Language, stream: ShownStream, steps: readonly SeriesStep[], first: string) => {
  const t = sensorMessages(language);
  if (steps.length === 0) return undefined;
  const means = steps.map(({ mean }) => mean);
  const [low, high] = [Math.min(...means), Math.max(...means)].map((one) =>
    formatNumber(language, rounded(one)),
  );
  return {
    title: t.chart(stream.property, low ?? '', high ?? '', stream.unit),
    low: low ?? '',
    high: high ?? '',
    length: DAYS,
    days: steps.map(({ at, mean }) => {
      const day = berlinDay(at);
      return { key: day, at: daysBetween(first, day), mean };
    }),
  };
};

const lastOf = (language: Language, { value, at, unit, quality, firstValue }: ShownStream) => {
  const t = sensorMessages(language);
  if (value === null || at === null) return { last: t.last.none, quality: undefined };
  const when = `${formatDate(language, at)}, ${formatTime(language, at)}`;
  const words = [t.qualities[qualityOf(quality ?? 0)]];
  return {
    last: t.last.value(formatNumber(language, value), unit, when),
    quality: [
      ...words,
      ...(firstValue === null ? [] : [t.firstValue(formatNumber(language, firstValue))]),
    ].join(', '),
  };
};

/** The streams of a thing with their last value and the days of the last month. */
export const streamViews = async (
  context: Pick<Context, 'database' | 'clock'>,
  { ars, id }: ShownThing,
  language: Language,
) => {
  const t = sensorMessages(language);
  const today = berlinDay(context.clock());
  const first = addDays(today, 1 - DAYS);
  const range = { from: fromBerlin(first), to: fromBerlin(addDays(today, 1)), step: 'day' as const };
  const streams = await listShownStreams(context.database, ars, id);
  const views = [];
  for (const stream of streams) {
    const steps = await readSeries(context, { ars, datastream: stream.id, ...range });
    const number = (value: number) => formatNumber(language, rounded(value));
    views.push({
      id: stream.id,
      name: stream.name === stream.property ? stream.name : `${stream.property}: ${stream.name}`,
      ...lastOf(language, stream),
      chart: chartOf(language, stream, steps, first),
      noChart: t.noChart(stream.property),
      capture: captureTexts(language, steps, {
        today,
        qualities: await countQualities(context.database, { ars, datastream: stream.id, since: range.from }),
      }),
      rows: steps.map(({ at, mean, min, max, count, ...step }) => ({
        key: berlinDay(at),
        cells: [
          formatDate(language, at),
          number(mean),
          number(min),
          number(max),
          formatNumber(language, count),
          percentOf(language, shareOf({ ...step, at, mean, min, max, count })) ?? t.unknown,
        ],
      })),
    });
  }
  const kept = streams.flatMap(({ keptDays }) => keptDays ?? []);
  return { streams: views, keptDays: kept.length > 0 ? Math.max(...kept) : undefined };
};

/** The privacy budget of the place; what nobody has said is said to be missing. */
export const budgetView = (language: Language, budget: PlaceBudget, keptDays: number | undefined) => {
  const t = sensorMessages(language).budget;
  const said = (value: string) => value || t.missing;
  const kept = [budget.kept, keptDays === undefined ? '' : t.keptDays(formatNumber(language, keptDays))];
  const approved =
    budget.dpiaApprovedOn && budget.dpiaApprovedRole
      ? t.approved(formatDate(language, fromBerlin(budget.dpiaApprovedOn)), budget.dpiaApprovedRole)
      : '';
  const link = budget.dpiaLink.startsWith('/') ? localPath(language, budget.dpiaLink) : budget.dpiaLink;
  return [
    { label: t.operator, value: said(budget.operator) },
    { label: t.purpose, value: said(budget.purpose) },
    { label: t.legalBasis, value: said(budget.legalBasis) },
    { label: t.kept, value: said(kept.filter(Boolean).join('; ')) },
    link === ''
      ? { label: t.dpia, value: said(approved) }
      : { label: t.dpia, value: approved || t.read, href: link },
    { label: t.contact, value: said(budget.contact) },
  ];
};
