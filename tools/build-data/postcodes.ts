import { join } from 'node:path';
import { readPostcodes } from '../../src/modules/municipalities/import/postcodes.ts';
import type { RegisterFacts } from '../../src/modules/municipalities/municipality.ts';
import { table } from './csv.ts';
import { readText } from './sources.ts';

/** Postcodes under the keys of today. */
export const postcodesCsv = (
  folder: string,
  current: Map<string, RegisterFacts>,
  successorsOf: (ags: string) => string[],
): string => {
  const { uses, rejected } = readPostcodes(readText(join(folder, 'plz_ort_osm_2021.csv.gz')));
  for (const { position, reason } of rejected) console.log(`  line ${position}: ${reason.en}`);
  const byPostcode = new Map<string, Set<string>>();
  let renamed = 0;
  for (const { postcode, ags } of uses) {
    const today = current.get(ags)?.ars;
    if (!today) renamed += 1;
    const list = today ? [today] : successorsOf(ags);
    if (list.length === 0) console.log(`  ${postcode} ${ags}: no municipality of today`);
    const set = byPostcode.get(postcode) ?? new Set();
    for (const ars of list) set.add(ars);
    byPostcode.set(postcode, set);
  }
  console.log(`${byPostcode.size} postcodes, ${uses.length} uses, ${renamed} of them under old keys`);
  return table(
    [
      'source: © OpenStreetMap-Mitwirkende, Stand 2021, Liste von suche-postleitzahl.org; auf heutige Schlüssel gebracht',
      'licence: Open Database License (ODbL) 1.0, https://opendatacommons.org/licenses/odbl/1-0/ (this table stays under it)',
    ],
    ['postcode', 'ars'],
    [...byPostcode]
      .filter(([, set]) => set.size > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([postcode, set]) => [postcode, [...set].sort().join(' ')]),
  );
};
