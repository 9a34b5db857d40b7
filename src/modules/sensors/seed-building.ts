import type { Context } from '../../foundation/database/context.ts';
import { addDays, berlinDay, fromBerlin } from '../../foundation/time/zone.ts';
import type { PlaceBudget } from './contract.ts';
import { ingest } from './observations/ingest.ts';
import { addSensor } from './things/write-sensor.ts';
import { degreeDays } from './use/saving.ts';
import { saveSaving } from './use/saving-store.ts';

const DAYS = 540;
const SINCE_DAYS = 150;
const YEAR = 365.25;
const [BASE, PER_DEGREE, LESS, WEEKEND] = [60, 14, 0.15, -30];

/** Between -1 and 1, the same at every start. */
const chance = (at: number): number => {
  const part = Math.sin(at * 12.9898) * 43_758.5453;
  return 2 * (part - Math.floor(part)) - 1;
};

/** A winter and a summer, with days that are warmer or colder than they should be. */
const warmth = (day: string, at: number): number => {
  const ofYear = Date.parse(day) / 86_400_000;
  return (
    Math.round(
      10 * (9.5 - 9 * Math.cos((2 * Math.PI * (ofYear - 20)) / YEAR) + 3 * Math.sin(at / 4) + 2 * chance(at)),
    ) / 10
  );
};

type Place = { budget: PlaceBudget; point: { lon: number; lat: number } };

/** An invented school: its heat by day, the temperature outside, and a heating curve that was mended. */
export const demonstrationBuilding = async (
  context: Context,
  ars: string,
  { budget, point }: Place,
): Promise<void> => {
  const now = context.clock();
  const today = berlinDay(now);
  const days = Array.from({ length: DAYS }, (_, at) => addDays(today, at - DAYS));
  const begunOn = addDays(today, -SINCE_DAYS);
  const means = days.map(warmth);
  const heat = days.map((day, at) => {
    const weekday = new Date(`${day}T00:00Z`).getUTCDay();
    const slope = PER_DEGREE * (day >= begunOn ? 1 - LESS : 1);
    const free = weekday === 0 || weekday === 6 ? WEEKEND : 0;
    return Math.round(BASE + slope * degreeDays(means[at] ?? 0) + free + 8 * chance(at + 0.5));
  });
  const add = async (
    name: string,
    kind: PlaceBudget['kind'],
    stream: { property: string; unit: string },
    values: readonly number[],
  ) => {
    const { datastream } = await addSensor(
      context.database,
      ars,
      {
        name,
        description: 'Ein Wert am Tag, erfunden.',
        budget: { ...budget, kind, purpose: 'Sehen, ob eine Maßnahme Energie spart' },
        isDemonstration: true,
        place: name,
        point,
        stream: { ...stream, keptDays: null, expectedSeconds: 86_400 },
      },
      now,
    );
    const readings = days.map((day, at) => ({ at: fromBerlin(day), value: values[at] ?? 0 }));
    if (datastream !== undefined) await ingest(context, { ars, datastream, readings });
    return datastream;
  };
  const temperature = await add(
    'Wetterstation am Schulhof (Beispiel)',
    'weather',
    { property: 'Lufttemperatur', unit: '°C' },
    means,
  );
  const meter = await add(
    'Schule, Wärmezähler (Beispiel)',
    'energy',
    { property: 'Wärme', unit: 'kWh' },
    heat,
  );
  if (temperature === undefined || meter === undefined) return;
  const saving = { temperature, measure: 'Heizkurve eingestellt (Beispiel)', begunOn };
  await saveSaving(context.database, { ars, datastream: meter }, saving);
};
