import type { Context } from '../../../foundation/database/context.ts';
import { berlinDay, dayInterval } from '../../../foundation/time/zone.ts';
import type { Series, SeriesStep } from '../contract.ts';
import { repairStream } from './keep-rollups.ts';
import { listRollups } from './rollup-store.ts';
import { findExpected, listSeriesOf } from './series-store.ts';

/** The series of a town: what is measured where, in which unit. */
export const listSeries = ({ database }: Pick<Context, 'database'>, ars: string): Promise<Series[]> =>
  listSeriesOf(database, ars);

export type SeriesQuestion = { ars: string; datastream: number; from: Date; to: Date; step: 'hour' | 'day' };

const secondsOf = (at: Date, step: 'hour' | 'day'): number => {
  if (step === 'hour') return 3600;
  const { start, end } = dayInterval(berlinDay(at));
  return (end.getTime() - start.getTime()) / 1000;
};

/**
 * Hours or days of a series that have at least one value: a step without values is missing, never zero. Late readings
 * are in it: what waits for its rollup is computed first.
 */
export const readSeries = async (
  context: Pick<Context, 'database'>,
  { ars, datastream, from, to, step }: SeriesQuestion,
): Promise<SeriesStep[]> => {
  const found = await findExpected(context.database, { ars, datastream });
  if (!found) return [];
  await repairStream(context, { ars, datastream });
  const { seconds } = found;
  return (await listRollups(context.database, { ars, datastream }, { from, to, step })).map((row) => ({
    ...row,
    mean: row.sum / row.count,
    ...(seconds !== null && { expected: secondsOf(row.at, step) / seconds }),
  }));
};
