import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readGv100ad } from '../../src/modules/municipalities/import/gv100ad.ts';
import { REGISTER_COLUMNS } from '../../src/modules/municipalities/import/register-csv.ts';
import type { RegisterEdition, RegisterFacts } from '../../src/modules/municipalities/municipality.ts';
import { withSums } from '../../src/modules/municipalities/register-sums.ts';
import { table } from './csv.ts';
import { readText } from './sources.ts';

const REGISTER_SOURCE =
  'Quelle: Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand 30.11.2023, Bevölkerung 31.12.2022; eigene Zusammenstellung.';

/** The register from the official file, with the seats' coordinates, which that file lacks. */
export const buildRegister = async (folder: string): Promise<RegisterEdition> => {
  const reading = await readGv100ad(readText(join(folder, 'GV100AD_20231130.txt.gz')).split('\n'));
  console.log(`GV100AD ${reading.date}: ${reading.units.length} units, ${reading.skipped} skipped`);
  for (const { position, reason } of reading.rejected) console.log(`  line ${position}: ${reason.en}`);
  const points = new Map(
    (parse(readText(join(folder, 'gemeinden.csv')), { columns: true }) as Record<string, string>[])
      .filter(({ lon }) => lon)
      .map(({ ars = '', lon, lat }) => [ars, { lon: rounded(lon), lat: rounded(lat) }] as const),
  );
  const units = withSums(reading.units).map((unit) => ({ ...unit, point: points.get(unit.ars) ?? null }));
  return { date: reading.date, source: REGISTER_SOURCE, units };
};

const rounded = (degrees: string | undefined): number => Math.round(Number(degrees) * 1e5) / 1e5;

export const registerCsv = ({ date, source, units }: RegisterEdition): string =>
  table(
    [
      `source: ${source}`,
      'licence: dl-de/by-2-0, https://www.govdata.de/dl-de/by-2-0 (© Statistisches Bundesamt (Destatis), 2023; Daten verändert)',
      `edition: ${date}`,
    ],
    REGISTER_COLUMNS,
    units
      .toSorted((a, b) => (a.ars < b.ars ? -1 : 1))
      .map((unit: RegisterFacts) => [
        unit.ars,
        unit.kind,
        unit.name,
        unit.suffix,
        unit.seat,
        unit.population,
        unit.areaKm2,
        unit.postcode,
        unit.point?.lon,
        unit.point?.lat,
      ]),
  );
