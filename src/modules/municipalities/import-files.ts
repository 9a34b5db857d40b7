import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip, gunzipSync } from 'node:zlib';
import type { Context } from '../../foundation/database/context.ts';
import { readBoundaries } from './import/boundaries.ts';
import { readGv100ad } from './import/gv100ad.ts';
import { type BoundaryReport, updateBoundaries } from './update-boundaries.ts';
import { type RegisterRefusal, type RegisterReport, updateRegister } from './update-register.ts';

/** A new edition of the register from an official GV100AD file (`.txt`, UTF-8, or the same with `.gz`). */
export const importRegisterFile = async (
  context: Context,
  file: string,
): Promise<RegisterReport | RegisterRefusal> => {
  const bytes = createReadStream(file);
  const text = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  const lines = createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
  const { date, units, rejected } = await readGv100ad(lines);
  const source = `Quelle: Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand ${germanDay(date)}; eigene Zusammenstellung.`;
  return updateRegister(context, { date, source, units, rejected });
};

const germanDay = (day: string): string => day.split('-').reverse().join('.');

/** A newer map from a GeoJSON or TopoJSON file of VG250 or VG5000 in WGS84, also with `.gz`. */
export const importBoundaryFile = async (
  context: Context,
  file: string,
  edition: string,
): Promise<BoundaryReport> => {
  const bytes = await readFile(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const source = `© GeoBasis-DE / BKG ${edition.slice(0, 4)} (Daten verändert)`;
  return updateBoundaries(context, readBoundaries(JSON.parse(text)), { edition, source });
};
