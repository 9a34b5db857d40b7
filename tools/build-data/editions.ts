import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type ReadBoundary, readBoundaries } from '../../src/modules/municipalities/import/boundaries.ts';
import { splitName } from '../../src/modules/municipalities/municipality-name.ts';
import { readText } from './sources.ts';

export type EarlierUnit = { ags: string; name: string; areaKm2: number };

/** The quarterly extract of 31 December 2020: the last edition at hand that has areas of the units merged since. */
export const readExtract2020 = (folder: string): Map<string, EarlierUnit> => {
  const rows = parse(readText(join(folder, 'AuszugGV_2020Q4.csv.gz')), { columns: true }) as Record<
    string,
    string
  >[];
  return new Map(
    rows
      .filter(({ satzart }) => satzart === '60')
      .map((row) => {
        const ags = `${row.land}${row.rb}${row.kreis}${row.gemeinde}`;
        // Decimal comma, blanks between thousands.
        const areaKm2 = Number((row.flaeche ?? '').replace(/\s/g, '').replace(',', '.'));
        return [ags, { ags, name: splitName(row.gemeindename ?? '').name, areaKm2 }] as const;
      }),
  );
};

const boundariesOf = (file: string): Map<string, ReadBoundary> => {
  const { boundaries, rejected, skipped } = readBoundaries(JSON.parse(readText(file)));
  console.log(
    `${file}: ${boundaries.length} areas, ${skipped} water parts skipped, ${rejected.length} rejected`,
  );
  for (const { position, reason } of rejected) console.log(`  ${position}: ${reason.en}`);
  return new Map(boundaries.map((boundary) => [boundary.ags, boundary]));
};

export const readVg250 = (folder: string) => boundariesOf(join(folder, 'gemeinden.geo.json'));

export const readVg5000 = (folder: string) => boundariesOf(join(folder, 'gemeinden_vg5000_2021.topojson.gz'));
