import { sql } from 'kysely';
import type { Context } from '../../../foundation/database/context.ts';
import { importParkingSites } from './import/import-sites.ts';
import { saveParkingSource } from './import/import-store.ts';
import type { ParkingSource, SiteReport } from './source.ts';

export const KARLSRUHE = '082120000000';
export const RHEINSTETTEN = '082150108108';
export const AROUND = { lon: 8.404, lat: 49.009 };

/** Two neighbouring towns: what is south of 48.98 lies in Rheinstetten, what is west of 8 in none. */
export const locate = ({ lon, lat }: { lon: number; lat: number }) =>
  lon < 8 ? undefined : { ars: lat < 48.98 ? RHEINSTETTEN : KARLSRUHE };

export const aParkingSource = (changes: Partial<ParkingSource> = {}): ParkingSource => ({
  ars: KARLSRUHE,
  id: 'garages',
  name: 'Parkhäuser',
  format: 'park-api-3',
  attribution: 'Stadt Karlsruhe',
  licence: 'CC BY 4.0',
  demonstration: false,
  ...changes,
});

/** A record in the words of ParkAPI v3. */
export const aRecord = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  uid: 'a',
  name: 'Parkhaus Mitte',
  lon: '8.404',
  lat: '49.009',
  purpose: 'CAR',
  type: 'CAR_PARK',
  capacity: 200,
  ...changes,
});

const withTowns = async ({ database }: Pick<Context, 'database'>): Promise<void> => {
  for (const [ars, name] of [
    [KARLSRUHE, 'Karlsruhe'],
    [RHEINSTETTEN, 'Rheinstetten'],
  ])
    await sql`
      insert into municipalities.municipality (ars, ags, level, kind, name, valid_from, source, source_date)
      values (${ars}, ${ars?.slice(0, 8)}, 'municipality', 'town', ${name}, '2023-11-30', 'Test', '2023-11-30')
      on conflict do nothing`.execute(database);
};

/** Hands on records as a town would. */
export const importRecords = async (
  context: Context,
  records: unknown[],
  source = aParkingSource(),
): Promise<SiteReport> => {
  await withTowns(context);
  await saveParkingSource(context.database, source);
  const bytes = Buffer.from(JSON.stringify({ items: records }));
  const report = await importParkingSites(context, source, { bytes }, locate);
  if ('refused' in report) throw new Error(report.reason.en);
  return report;
};
