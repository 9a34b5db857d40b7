import { type Design, type LogDay, observationsOf } from './effect-of-start.ts';
import { fitPersistent, reweigh } from './persistent-regression.ts';
import { beliefsOf, quantile, weighedInterval } from './weighed-interval.ts';

// In generated studies (effect.test.ts) four of five are seen: the run itself shows that it lasts longer than was known.
const POWER = 0.85;
const WEEK = 7;

/**
 * The smallest change, as a logarithm, that a run of some weeks shows in four of five cases: from how the days before the
 * start vary and hang together. `widened` is how much the interval will be stretched by other series.
 * @returns undefined where the days before are too few.
 */
export const detectableChange = (
  before: readonly LogDay[],
  { weeks, ...design }: Omit<Design, 'start'> & { weeks: number },
  widened = 1,
): number | undefined => {
  const last = before.at(-1);
  if (!last) return undefined;
  const start = last.at + 1;
  const known = observationsOf(before, { ...design, start }).map(({ columns, ...day }) => ({
    ...day,
    // The run has not begun: its step cannot be seen yet.
    columns: design.slopes ? columns.slice(1, -1) : columns.slice(1),
  }));
  const fits = fitPersistent(known);
  if (!fits) return undefined;
  const run = Array.from({ length: weeks * WEEK }, (_, at) => ({ at: start + at, log: 0 }));
  const planned = reweigh(observationsOf([...before, ...run], { ...design, start }), fits);
  const width = planned[0]?.coefficients.length ?? 0;
  if (width === 0) return undefined;
  const step = Array.from({ length: width }, (_, at) => (at === 0 ? 1 : 0));
  const beliefs = beliefsOf(planned, step).map((belief) => ({
    ...belief,
    centre: 0,
    error: belief.error * Math.max(1, widened),
  }));
  return weighedInterval(beliefs, design.confidence).high + quantile(beliefs, POWER);
};
