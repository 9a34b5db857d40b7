import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { testDatabase } from '../../foundation/testing/database.ts';
import { listSources } from '../../modules/offers/index.ts';
import { importSource } from './import-source.ts';

const KARLSRUHE = '082120000000';
const context = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'allmende-source-'));
after(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const table = file(
  'orte.csv',
  'Was,Art,Wo,Breite,Länge\nSpielplatz am See,Spielplatz,Ettlingen,48.94,8.41\nIrgendwas,Unfug,Karlsruhe,,\n',
);
const mapping = file(
  'mapping.json',
  JSON.stringify({ columns: { name: 'Was', category: 'Art', town: 'Wo', lat: 'Breite', lon: 'Länge' } }),
);

const printed = async (t: TestContext, args: string[]): Promise<string> => {
  const log = t.mock.method(console, 'log', () => undefined);
  await importSource.run(context, args);
  return log.mock.calls.map(({ arguments: [line] }) => line).join('\n');
};

test('a table is imported into the municipality of its points, and every rejected record is printed', async (t) => {
  const words = [
    KARLSRUHE,
    'orte',
    'csv',
    table,
    '--mapping',
    mapping,
    '--name',
    'Orte',
    '--licence',
    'CC0-1.0',
  ];
  const text = await printed(t, words);
  assert.match(text, /^neu: 1$/m);
  assert.match(text, /^abgewiesen: 1$/m);
  assert.match(text, /^ {2}\S.*Kategorie/m);
  const { rows } = await context.connection.pool.query('select ars, name from offers.offer');
  assert.deepEqual(rows, [{ ars: '082150017017', name: 'Spielplatz am See' }]);
});

test('a second import needs no options again and keeps what the first was told', async (t) => {
  assert.match(await printed(t, [KARLSRUHE, 'orte', 'csv', table]), /^unverändert: 1$/m);
  const [source] = await listSources(context.database);
  assert.equal(source?.name, 'Orte');
  assert.equal(source?.licence, 'CC0-1.0');
  assert.equal(source?.attribution, 'Karlsruhe');
});

const refusals: [what: string, args: string[], says: RegExp][] = [
  ['a missing word', [KARLSRUHE, 'orte', 'csv'], /So geht es: npm start -- import-offers <ARS>/],
  ['an unknown publisher', ['999999999999', 'orte', 'csv', table], /999999999999 gibt es nicht/],
  ['an unknown format', [KARLSRUHE, 'orte', 'docx', table], /»docx« gibt es nicht. Es gibt: .*xlsx/],
  ['an unknown option', [KARLSRUHE, 'orte', 'csv', table, '--maping', mapping], /--maping/],
];

for (const [what, args, says] of refusals)
  test(`refused: ${what}`, () => assert.rejects(importSource.run(context, args), says));
