import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildBoundaries } from './boundaries.ts';
import { table } from './csv.ts';
import { readExtract2020, readVg250, readVg5000 } from './editions.ts';
import { postcodesCsv } from './postcodes.ts';
import { buildRegister, registerCsv } from './register.ts';
import { vg250Folder } from './sources.ts';
import { buildSuccessions } from './successions.ts';

// node --import tsx tools/build-data/build.ts <folder with the official files> [folder of the unpacked VG250 package]
const [given = '../shared/data/municipalities', vg250Given] = process.argv.slice(2);
const target = join('data', 'municipalities');
const SMALLEST_TRIANGLE = 4.8e-6;

const write = (name: string, content: string | Buffer): void => {
  writeFileSync(join(target, name), content);
  console.log(`${name}: ${Math.round(Buffer.byteLength(content) / 1024)} KiB`);
};

mkdirSync(target, { recursive: true });
const register = await buildRegister(given);
write('register.csv', registerCsv(register));
const current = new Map(
  register.units.filter(({ level }) => level === 'municipality').map((unit) => [unit.ags ?? '', unit]),
);
const vg250 = readVg250(vg250Folder(vg250Given));
const editions = { vg250, vg5000: readVg5000(given), extract2020: readExtract2020(given), current };
const successions = buildSuccessions(editions, register.date);
const successorsOf = (ags: string): string[] =>
  successions.filter(({ oldAgs }) => oldAgs === ags).map(({ ars }) => ars);
write(
  'successions.csv',
  table(
    [
      'source: own comparison of the register of 2020 and 2023 (Destatis) and the maps VG250 2017 and VG5000 2021 (© GeoBasis-DE / BKG)',
      'licence: dl-de/by-2-0, https://www.govdata.de/dl-de/by-2-0',
    ],
    ['old_ags', 'ars', 'part', 'old_name', 'changed_by', 'source'],
    successions.map((one) => [one.oldAgs, one.ars, one.part, one.oldName, one.changedBy, one.source]),
  ),
);
write('postcodes.csv', postcodesCsv(given, current, successorsOf));
const successorOf = (ags: string): string | undefined => {
  const [ars] = successorsOf(ags);
  return ars && ars.slice(0, 5) + ars.slice(9);
};
const areas = buildBoundaries(vg250, successorOf, current, SMALLEST_TRIANGLE);
const drawn = new Set(areas.objects.municipalities.geometries.map(({ properties }) => properties.ARS));
const missing = [...current.values()].filter(({ ars }) => !drawn.has(ars));
console.log(`${drawn.size} outlines, ${areas.arcs.length} arcs, ${areas.arcs.flat().length} vertices`);
console.log(`without outline: ${missing.map(({ ars, name }) => `${ars} ${name}`).join('; ')}`);
write(
  'boundaries.topojson.gz',
  gzipSync(
    JSON.stringify({
      attribution: '© GeoBasis-DE / BKG 2017 (Daten verändert), https://www.bkg.bund.de',
      // The latest change that the map knows took effect on this day.
      edition: '2016-01-01',
      ...areas,
    }),
    { level: 9 },
  ),
);
