import type { Reading } from '../sites/parking-site.ts';
import type { Unreadable } from './items.ts';
import { itemsOfFile } from './items-of-file.ts';
import { readByShape } from './read-by-shape.ts';
import { storable } from './said.ts';
import type { Shape } from './shape.ts';
import { bikeShapes } from './shapes/bikes.ts';
import { carParkShapes } from './shapes/car-parks.ts';
import { datexShape } from './shapes/datex.ts';
import { parkApiShapes } from './shapes/park-api.ts';
import { railwayShapes } from './shapes/railway.ts';
import { spotShapes } from './shapes/spots.ts';
import { streetShapes } from './shapes/streets.ts';
import { tableShapes } from './shapes/tables.ts';

const shapes: Record<string, Shape> = {
  ...parkApiShapes,
  datex2: datexShape,
  ...tableShapes,
  ...carParkShapes,
  ...railwayShapes,
  ...streetShapes,
  ...spotShapes,
  ...bikeShapes,
};

export const parkingFormats = Object.keys(shapes);

const MOST_RECORDS = 200_000;

/** @throws Error for a format that is none of `parkingFormats`. */
export const readParkingFile = async (
  format: string,
  input: { bytes: Uint8Array; contentType?: string },
): Promise<Reading | Unreadable> => {
  const shape = Object.hasOwn(shapes, format) ? shapes[format] : undefined;
  if (!shape) throw new Error(`There is no format ${format}.`);
  const found = await itemsOfFile(input, shape);
  if ('refused' in found) return found;
  const reading: Reading = { sites: [], counts: [], rejected: [...found.rejected], skipped: {} };
  const seen = new Set<string>();
  for (const { position, item } of found.items.slice(0, MOST_RECORDS)) {
    const result = attempt(() => readByShape(item, shape, found.file));
    if ('skipped' in result) reading.skipped[result.skipped] = (reading.skipped[result.skipped] ?? 0) + 1;
    else if ('rejected' in result) reading.rejected.push({ position, reason: result.rejected });
    else if (seen.has(result.foreignId)) reading.rejected.push({ position, reason: TWICE });
    else {
      seen.add(result.foreignId);
      if ('point' in result) reading.sites.push(result);
      else reading.counts.push(result);
    }
  }
  if (found.items.length > MOST_RECORDS)
    reading.rejected.push({ position: String(MOST_RECORDS), reason: TOO_MANY });
  return reading;
};

const TWICE = { de: 'Dieselbe Kennung kam schon vor.', en: 'The same id came before.' };
const TOO_MANY = {
  de: 'Mehr als 200.000 Einträge: der Rest fehlt.',
  en: 'More than 200,000 records: the rest is missing.',
};

const attempt = (work: () => ReturnType<typeof readByShape>): ReturnType<typeof readByShape> => {
  try {
    return work();
  } catch (error) {
    const what = error instanceof Error ? storable(error.message, 200) : 'unknown';
    return { rejected: { de: `Unerwartete Form (${what}).`, en: `Unexpected form (${what}).` } };
  }
};
