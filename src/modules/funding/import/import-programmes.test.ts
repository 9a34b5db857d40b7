import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { loadPlaceIndex, seedMunicipalities } from '../../municipalities/index.ts';
import { programmeStateOf } from '../match/programme-state.ts';
import { listPublicProgrammes } from '../programmes/programme-store.ts';
import { importProgrammes } from './import-programmes.ts';
import { readProgrammes } from './read-programmes.ts';
import { applicantsIn, areaIn, fieldsIn, moneyIn, sourceDayIn } from './rules-in-words.ts';

const FILE = '../shared/data/knowledge/foerderprogramme_compiled.csv';
const skip = !existsSync(FILE) && 'needs ../shared/data/knowledge';
const TODAY = '2026-11-22';

const amounts: [string, ReturnType<typeof moneyIn>][] = [
  ['', { rate: null, isUpTo: false, weakRate: null, cap: null, leastCost: null }],
  [
    'bis zu 90 %, max. 500.000 EUR je Einzelvorhaben; Bagatellgrenze 25.000 EUR',
    { rate: 90, isUpTo: true, weakRate: null, cap: 500_000, leastCost: 25_000 },
  ],
  [
    '65 %, bei Haushaltsnotlage 90 %; Strategie max. 2,5 Mio. EUR, Umsetzung max. 15 Mio. EUR',
    { rate: 65, isUpTo: false, weakRate: 90, cap: null, leastCost: null },
  ],
  [
    'Sockelzuschuss 7.500 EUR bei 25 % Eigenanteil, Mindestvolumen 10.000 EUR',
    { rate: null, isUpTo: false, weakRate: null, cap: null, leastCost: 10_000 },
  ],
  ['50 Mio. EUR Programmvolumen', { rate: null, isUpTo: false, weakRate: null, cap: null, leastCost: null }],
];
for (const [text, money] of amounts)
  test(`money in »${text}«`, () => assert.deepEqual({ ...moneyIn(text) }, money));

test('words become rules only where they are plain; the rest stays in the words of the source', () => {
  assert.deepEqual(applicantsIn('Gemeinden; kreisfreie Städte; Landkreise'), {
    kinds: ['municipality', 'urbanDistrict', 'district'],
    rest: '',
  });
  assert.deepEqual(applicantsIn('Kommune'), { kinds: ['municipality'], rest: 'Kommune' });
  assert.deepEqual(applicantsIn('Gemeinden im Rheinischen Revier'), {
    kinds: [],
    rest: 'Gemeinden im Rheinischen Revier',
  });
  assert.equal(applicantsIn(''), null);
  assert.deepEqual(fieldsIn('Mobilität; Daten'), { ids: ['mobility'], rest: 'Daten' });
  assert.deepEqual(
    [areaIn('bundesweit'), areaIn('Saarland'), areaIn('Rheinisches Revier')],
    [[''], ['10'], null],
  );
  assert.deepEqual([sourceDayIn('2023-02'), sourceDayIn('undatiert')], ['2023-02', null]);
});

const context = await testDatabase({ name: 'register', work: seedMunicipalities });
await seedMunicipalities(context);
const places = await loadPlaceIndex(context.database);
const take = (text: string) =>
  importProgrammes(context, places, { source: 'Liste', key: '08212' }, readProgrammes(text));

const list = (deadline: string) => `id;titel;foerdergeber;frist_oder_status;stand_der_quelle;source_url
a;Gute Wege;Land;${deadline};2026;https://land.example/a
b;Ohne Geber;;;;https://land.example/b
c;Ohne Quelle;Land;;;javascript:alert(1)
`;

test('a list is read once, renewed where it says something else, and what people changed stays', async () => {
  const first = await take(list('bis 31.12.2026'));
  assert.deepEqual([first.created, first.changed, first.known], [1, 0, 0]);
  assert.deepEqual(
    first.rejected.map(({ reason }) => reason.de),
    ['Es fehlt oder stimmt nicht: giver', 'Es fehlt oder stimmt nicht: sourceUrl'],
  );
  assert.equal((await take(list('bis 31.12.2026'))).known, 1);
  assert.equal((await take(list('bis 31.01.2027'))).changed, 1);
  await context.connection.pool.query('update funding.programme set revision = 1');
  assert.equal((await take(list('bis 28.02.2027'))).known, 1);
  await context.connection.pool.query('delete from funding.programme');
  await assert.rejects(
    importProgrammes(context, places, { source: 'x', key: undefined }, readProgrammes('')),
    /--key/,
  );
});

test('the compiled list: all 14 are taken; old or undated sources are never open', { skip }, async (t) => {
  const { created, rejected } = await take(readFileSync(FILE, 'utf8'));
  assert.deepEqual([created, rejected.length], [14, 0]);
  const all = await listPublicProgrammes(context.database);
  const states = all.map(({ facts }) => programmeStateOf(facts, TODAY));
  const count = (state: string) => states.filter((one) => one === state).length;
  t.diagnostic(`open ${count('open')}, closed ${count('closed')}, unknown ${count('unknown')}`);
  assert.deepEqual([count('open'), count('closed'), count('unknown')], [1, 4, 9]);
  const known = (of: (facts: (typeof all)[number]['facts']) => unknown) =>
    all.filter(({ facts }) => of(facts) !== null).length;
  t.diagnostic(
    `rules: area ${known((f) => f.area)}, applicants ${known((f) => f.applicants)}, fields ${known((f) => f.fields)}, rate ${known((f) => f.money.rate)}, cap ${known((f) => f.money.cap)}, of 14`,
  );
});
