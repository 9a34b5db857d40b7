import { sql } from 'kysely';
import type { Context } from '../../foundation/database/context.ts';
import { importOffers } from './import/run/import-offers.ts';
import { saveSource } from './import/run/import-store.ts';
import type { ImportReport, Source } from './import/run/source.ts';

export const KARLSRUHE = '082120000000';
const RHEINSTETTEN = '082150108108';
export const AROUND = { lon: 8.404, lat: 49.009 };

/** Two neighbouring towns; everything south of 48.98 lies in Rheinstetten. */
const places = {
  locate: ({ lat }: { lat: number }) => ({ ars: lat < 48.98 ? RHEINSTETTEN : KARLSRUHE }),
  findPlace: () => undefined,
};

const aSource = (changes: Partial<Source> = {}): Source => ({
  ars: KARLSRUHE,
  id: 'test',
  name: 'Test',
  format: 'csv',
  attribution: 'Stadt Karlsruhe',
  licence: 'CC0 1.0',
  demonstration: false,
  ...changes,
});

const withTowns = async ({ database }: Context): Promise<void> => {
  for (const [ars, name] of [
    [KARLSRUHE, 'Karlsruhe'],
    [RHEINSTETTEN, 'Rheinstetten'],
  ])
    await sql`
      insert into municipalities.municipality (ars, ags, level, kind, name, valid_from, source, source_date)
      values (${ars}, ${ars?.slice(0, 8)}, 'municipality', 'town', ${name}, '2023-11-30', 'Test', '2023-11-30')
      on conflict do nothing`.execute(database);
};

/** Imports lines of a table with the given headings, as a town would. */
export const importLines = async (
  context: Context,
  headings: string,
  lines: string[],
  source = aSource(),
): Promise<ImportReport> => {
  await withTowns(context);
  await saveSource(context.database, source);
  const bytes = Buffer.from([headings, ...lines].join('\n'));
  const report = await importOffers(context, source, { bytes }, places);
  if ('refused' in report) throw new Error(report.reason.en);
  return report;
};
