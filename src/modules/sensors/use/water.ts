import type { Context } from '../../../foundation/database/context.ts';
import { listThresholds, type StoredThreshold } from '../guard/alert-store.ts';
import { findWatched } from '../guard/guard-store.ts';
import { judgeSilence } from '../guard/judge-values.ts';
import type { StreamKey } from '../observations/rollup-store.ts';
import { readSeries } from '../observations/series.ts';
import { HOUR } from './hourly.ts';

const DAYS = 7;
const SILENT_AFTER = 3;

export type Level = { at: Date; mean: number | null };
export type Water = {
  levels: Level[];
  thresholds: StoredThreshold[];
  /** From the hour a day ago to the last one; null where one of them is unknown. */ trend: number | null;
  isSilent: boolean;
};

/** What the level did in a day. */
export const trendOf = (levels: readonly Level[]): number | null => {
  const [last, before] = [levels.at(-1)?.mean ?? null, levels.at(-25)?.mean ?? null];
  return last === null || before === null ? null : last - before;
};

/** Hour by hour until the last value; an hour without value is unknown. */
export const waterOf = async (
  context: Pick<Context, 'database' | 'clock'>,
  key: StreamKey,
): Promise<Water> => {
  const now = context.clock();
  const from = new Date(Math.floor(now.getTime() / HOUR) * HOUR - DAYS * 24 * HOUR);
  const steps = await readSeries(context, { ...key, from, to: now, step: 'hour' });
  const known = new Map(steps.map(({ at, mean }) => [at.getTime(), mean]));
  const end = steps.at(-1)?.at.getTime() ?? from.getTime() - HOUR;
  const levels: Level[] = [];
  for (let at = from.getTime(); at <= end; at += HOUR)
    levels.push({ at: new Date(at), mean: known.get(at) ?? null });
  const watched = await findWatched(context.database, key);
  const silence =
    watched &&
    judgeSilence(watched.lastAt, now, { ...watched, silentAfter: watched.silentAfter ?? SILENT_AFTER });
  return {
    levels,
    thresholds: await listThresholds(context.database, key),
    trend: trendOf(levels),
    isSilent: silence?.state === 'bad',
  };
};
