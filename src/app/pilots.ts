import type { Context } from '../foundation/database/context.ts';
import { berlinDay, dayInterval } from '../foundation/time/zone.ts';
import type { IndicatorSource, PilotSetting } from '../modules/pilots/index.ts';
import { listSeries, readSeries } from '../modules/sensors/index.ts';
import { listMeasures } from '../modules/strategy/index.ts';
import type { FrameSetting } from './frame.tsx';
import type { Platform } from './platform.ts';

const LEAST_CAPTURED = 0.9;

/** Means of whole days of the town's sensors: a day of which a tenth is missing counts as missing. */
const measuredBySensors = (context: Pick<Context, 'database'>): IndicatorSource => ({
  list: async (ars) =>
    (await listSeries(context, ars)).map(({ id, name, unit, place, property }) => ({
      ref: String(id),
      name: `${place}: ${name}`,
      unit: `${unit}, Tagesmittel`,
      source: `Sensoren der Gemeinde: ${property}`,
    })),
  read: async (ars, ref, from, to) => {
    const datastream = Number(ref);
    if (!Number.isSafeInteger(datastream)) return [];
    const range = { from: dayInterval(from).start, to: dayInterval(to).end };
    const steps = await readSeries(context, { ars, datastream, ...range, step: 'day' });
    return steps
      .filter(({ count, expected = count }) => count >= LEAST_CAPTURED * expected)
      .map(({ at, mean }) => [berlinDay(at), mean] as const);
  },
});

/** What pilots need of the settings and of the other modules. */
export const pilotSetting = (platform: Platform, { places }: Pick<FrameSetting, 'places'>): PilotSetting => ({
  ...platform,
  places,
  measured: measuredBySensors(platform),
  measures: async (ars) =>
    (await listMeasures(platform.database, ars)).map(({ id, facts, isPublic }) => ({
      id,
      title: facts.title,
      ...(isPublic && { path: `/agenda/massnahme/${id}` }),
    })),
});
