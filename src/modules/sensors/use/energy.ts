import type { Context } from '../../../foundation/database/context.ts';
import { addDays, berlinDay, fromBerlin } from '../../../foundation/time/zone.ts';
import type { StreamKey } from '../observations/rollup-store.ts';
import { readSeries } from '../observations/series.ts';
import { isWhole } from './hourly.ts';
import { type EnergyDay, type EnergyMonth, monthsOf, type SavingResult, savingOf } from './saving.ts';
import { findSaving, type Saving } from './saving-store.ts';

const DAYS_BACK = 730;
const LEAST_OF_TEMPERATURES = 0.9;

export type Energy = {
  saving: Saving | undefined;
  months: EnergyMonth[];
  result: SavingResult | undefined;
};

/** A building: what it used against the weather, and what a measure saved. Days of which a part is missing are left out. */
export const energyOf = async (
  context: Pick<Context, 'database' | 'clock'>,
  key: StreamKey,
): Promise<Energy> => {
  const saving = await findSaving(context.database, key);
  if (!saving) return { saving, months: [], result: undefined };
  const today = berlinDay(context.clock());
  const range = { from: fromBerlin(addDays(today, -DAYS_BACK)), to: fromBerlin(today), step: 'day' as const };
  const used = await readSeries(context, { ...key, ...range });
  const weather = await readSeries(context, { ars: key.ars, datastream: saving.temperature, ...range });
  const means = new Map(
    weather
      .filter((step) => isWhole(step, LEAST_OF_TEMPERATURES))
      .map(({ at, mean }) => [berlinDay(at), mean]),
  );
  const days: EnergyDay[] = used
    .filter((step) => isWhole(step))
    .flatMap(({ at, sum }) => {
      const day = berlinDay(at);
      const mean = means.get(day);
      return mean === undefined ? [] : [{ day, energy: sum, mean }];
    });
  return {
    saving,
    months: monthsOf(days),
    result: saving.begunOn === null ? undefined : savingOf(days, saving.begunOn),
  };
};
