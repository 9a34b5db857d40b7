import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createLog } from '../../foundation/log/log.ts';
import { testDatabase } from '../../foundation/testing/database.ts';
import { gv100adLine } from '../../modules/municipalities/gv100ad.builder.ts';
import { loadPlaceIndex } from '../../modules/municipalities/index.ts';
import { countIn } from '../../modules/offers/search/search-store.ts';
import { seed } from '../seed.ts';
import { updateRegisterFile } from './update-register-file.ts';

const LEEZEN = '010605053053';

test('a village that joins its neighbour takes its offers along, and its old key leads there', async (t) => {
  const context = { ...(await testDatabase()), server: {}, close: async () => undefined };
  const places = await seed(context, createLog('error'));
  const offersOf = async (ars: string) =>
    (await countIn(context.database, ars)).reduce((sum, { offers }) => sum + offers, 0);
  const before = await offersOf(LEEZEN);
  assert.equal(before, 6);
  const village = places.get(LEEZEN);
  const [neighbour] = places.neighbours(LEEZEN);
  assert.ok(village && neighbour);
  const units = places.units
    .filter(({ ars }) => ars !== LEEZEN)
    .map((unit) =>
      unit === neighbour ? { ...unit, areaKm2: (unit.areaKm2 ?? 0) + (village.areaKm2 ?? 0) } : unit,
    );
  const folder = mkdtempSync(join(tmpdir(), 'allmende-register-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'GV100AD_20261231.txt');
  writeFileSync(file, units.map((unit) => gv100adLine(unit, '20261231')).join('\r\n'));
  const log = t.mock.method(console, 'log', () => undefined);
  await updateRegisterFile.run(context, [file]);
  const printed = log.mock.calls.map(({ arguments: [line] }) => String(line)).join('\n');
  assert.match(printed, new RegExp(`6 Angebote und Quellen von ${LEEZEN} zu ${neighbour.ars}`));
  assert.equal(await offersOf(LEEZEN), 0);
  assert.equal(await offersOf(neighbour.ars), 6);
  const now = await loadPlaceIndex(context.database);
  const answer = now.byAgs('01060053');
  assert.equal(answer.kind === 'succeeded' && answer.successors[0].ars, neighbour.ars);
});
