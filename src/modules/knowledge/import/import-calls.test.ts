import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { loadPlaceIndex, seedMunicipalities } from '../../municipalities/index.ts';
import { callStateOf } from '../centre/calls/call-state.ts';
import { listPublicCalls } from '../centre/calls/call-store.ts';
import { importCalls } from './import-calls.ts';
import { readCalls } from './read-calls.ts';

const FILE = '../shared/data/knowledge/foerderprogramme_compiled.csv';
const skip = !existsSync(FILE) && 'needs ../shared/data/knowledge';

const context = await testDatabase({ name: 'register', work: seedMunicipalities });
await seedMunicipalities(context);
const places = await loadPlaceIndex(context.database);
const CENTRE = { source: 'Liste', key: '08212' };
const take = (text: string) => importCalls(context, places, CENTRE, readCalls(text));

const HEAD = 'id;titel;foerdergeber;foerderbereich;frist_oder_status;stand_der_quelle;source_url';
const list = (deadline: string) => `${HEAD}
a;Gute Wege;Land;Mobilität;${deadline};2026;https://land.example/a
b;Ohne Geber;;;;;https://land.example/b
c;Ohne Quelle;Land;;;;nicht im Netz
`;

test('a list is read once; what it says anew renews, what is not complete is refused by name', async () => {
  const first = await take(list('bis 31.12.2026'));
  assert.deepEqual([first.created, first.changed, first.known], [1, 0, 0]);
  assert.deepEqual(
    first.rejected.map(({ reason }) => reason.de),
    ['Es fehlt oder stimmt nicht: giver', 'Es fehlt oder stimmt nicht: sourceUrl'],
  );
  const again = await take(list('bis 31.12.2026'));
  assert.deepEqual([again.created, again.changed, again.known], [0, 0, 1]);
  assert.equal((await take(list('bis 31.01.2027'))).changed, 1);
  const [call] = await listPublicCalls(context.database);
  assert.deepEqual([call?.facts.closes, call?.facts.field], ['2027-01-31', 'mobility']);
});

test('what people changed or took out, a list does not bring back', async () => {
  const { pool } = context.connection;
  await pool.query("update knowledge.call set revision = 1 where foreign_id = 'a'");
  assert.equal((await take(list('bis 28.02.2027'))).known, 1);
  await pool.query("update knowledge.call set revision = 0, withdrawn_at = now() where foreign_id = 'a'");
  assert.equal((await take(list('bis 28.02.2027'))).known, 1);
  assert.deepEqual(await listPublicCalls(context.database), []);
});

test('without a unit that keeps the list nothing is taken', async () => {
  await assert.rejects(
    importCalls(context, places, { source: 'x', key: undefined }, readCalls(list(''))),
    /--key/,
  );
});

test('the compiled funding programmes: all 14 are taken, and only one has a deadline ahead', {
  skip,
}, async (t) => {
  const report = await importCalls(
    context,
    places,
    { source: 'Förderliste', key: '08212' },
    readCalls(readFileSync(FILE, 'utf8')),
  );
  assert.deepEqual([report.created, report.rejected.length], [14, 0]);
  const states = (await listPublicCalls(context.database)).map(({ facts }) =>
    callStateOf(facts, '2026-11-22'),
  );
  const count = (state: string) => states.filter((one) => one === state).length;
  t.diagnostic(`open ${count('open')}, closed ${count('closed')}, unknown ${count('unknown')}`);
  assert.deepEqual([count('open'), count('closed'), count('unknown')], [1, 4, 9]);
});
