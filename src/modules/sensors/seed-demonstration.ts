import type { Context } from '../../foundation/database/context.ts';
import { insertThreshold } from './guard/alert-store.ts';
import { ingest } from './observations/ingest.ts';
import { listShownThings } from './pages/shown-store.ts';
import { demonstrationBuilding } from './seed-building.ts';
import { noBudget } from './things/thing.ts';
import { addSensor } from './things/write-sensor.ts';

const DAYS = 35;
const HOUR = 3_600_000;
const THRESHOLDS = [
  ['Vorwarnung', 210, 200],
  ['Alarm', 235, 225],
] as const;

/** A river that rises and falls, and a path that is quiet at night: the same at every start. */
const level = (hour: number): number => Math.round(180 + 40 * Math.sin(hour / 60) + 8 * Math.sin(hour / 11));
const riders = (hour: number): number =>
  Math.max(0, Math.round(30 * Math.sin(((hour % 24) - 6) / 5) + (hour % 7)));

/** Invented sensors to try, in a demonstration only; doing it again changes nothing. */
export const seedSensorDemonstration = async (
  context: Context,
  ars: string,
  { lon, lat }: { lon: number; lat: number },
): Promise<void> => {
  if (
    (await listShownThings(context.database, { ars, kind: undefined })).some(
      ({ demonstration }) => demonstration,
    )
  )
    return;
  const now = context.clock();
  const last = Math.floor(now.getTime() / HOUR);
  const hours = Array.from({ length: DAYS * 24 }, (_, ago) => last - ago).reverse();
  const budget = {
    ...noBudget,
    operator: 'Bauhof (Beispiel)',
    legalBasis: 'Aufgabe der Gemeinde; keine Daten über Personen',
    contact: 'Rathaus, Stelle für Daten (Beispiel)',
  };
  const samples = [
    {
      name: 'Pegel am Steg (Beispiel)',
      description: 'Misst, wie hoch das Wasser steht.',
      kind: 'water' as const,
      purpose: 'Früh warnen, wenn das Wasser steigt',
      property: 'Wasserstand',
      unit: 'cm',
      value: level,
      shift: 0.002,
    },
    {
      name: 'Radzählstelle am Markt (Beispiel)',
      description: 'Zählt Räder mit einer Schleife im Boden, ohne Bild.',
      kind: 'traffic' as const,
      purpose: 'Wissen, ob ein neuer Radweg genutzt wird',
      property: 'Räder je Stunde',
      unit: 'Räder',
      value: riders,
      shift: -0.003,
    },
  ];
  for (const { property, unit, value, shift, kind, purpose, ...sample } of samples) {
    const { datastream } = await addSensor(
      context.database,
      ars,
      {
        ...sample,
        budget: { ...budget, kind, purpose },
        isDemonstration: true,
        place: sample.name,
        point: { lon: lon + shift, lat: lat + shift / 2 },
        stream: { property, unit, keptDays: 365, expectedSeconds: 3600 },
      },
      now,
    );
    const readings = hours.map((hour) => ({ at: new Date(hour * HOUR), value: value(hour) }));
    if (datastream === undefined) continue;
    await ingest(context, { ars, datastream, readings });
    if (kind === 'water')
      for (const [name, raiseAt, clearAt] of THRESHOLDS)
        await insertThreshold(
          context.database,
          { ars, datastream },
          { id: context.newId(), name, direction: 'above', raiseAt, clearAt },
        );
  }
  await demonstrationBuilding(context, ars, { budget, point: { lon: lon + 0.004, lat: lat + 0.001 } });
};
