import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { loadPlaceIndex, seedMunicipalities } from '../../municipalities/index.ts';
import { listPublicEntries } from '../library/public-store.ts';
import { importEntries } from './import-entries.ts';
import { type KnowledgeFormat, readKnowledge } from './read-knowledge.ts';

const SHARED = '../shared/data/knowledge';
const skip = !existsSync(SHARED) && 'needs ../shared/data/knowledge';

const context = await testDatabase({ name: 'register', work: seedMunicipalities });
await seedMunicipalities(context);
const places = await loadPlaceIndex(context.database);
const { pool } = context.connection;

const take = (format: KnowledgeFormat, text: string, told: Parameters<typeof readKnowledge>[2] = {}) =>
  importEntries(context, places, format, readKnowledge(format, text, told));
const shared = (name: string) => readFileSync(`${SHARED}/${name}`, 'utf8');

const TABLE = `Nr;Gemeinde;Was;Worum;Feld;Seit;Einmalig;Jährlich;Zeit;Recht;Schief;Rolle;Lizenz
1;01060053;Wasserstände;Drei Sensoren;Umwelt;2025-03;12.500 €;900;0,1 Stellen;Selbstverwaltung;Schilf;Bauhof;CC-BY-4.0
2;08212000;Halb;;;;;;;;;;
3;;Ohne Schlüssel;;;;;;;;;;
4;99999999;Falscher Schlüssel;;;;;;;;;;
`;
const MAPPING = {
  kind: 'caseStudy',
  key: 'Gemeinde',
  id: ['Nr'],
  columns: {
    title: 'Was',
    summary: 'Worum',
    field: 'Feld',
    begun: 'Seit',
    costOnce: 'Einmalig',
    costYearly: 'Jährlich',
    staff: 'Zeit',
    legalBasis: 'Recht',
    failed: 'Schief',
    contactRole: 'Rolle',
    licence: 'Lizenz',
  },
  words: { Umwelt: 'environment' },
  fixed: { phase: 'running' },
};

test('a spreadsheet is read by its mapping: complete is public, incomplete a draft, without a key refused', async () => {
  const report = await take('table', TABLE, { mapping: MAPPING });
  assert.deepEqual([report.published, report.drafts, report.known], [1, 1, 0]);
  assert.deepEqual(
    report.rejected.map(({ reason }) => reason.de),
    ['Kein amtlicher Schlüssel', 'Den Schlüssel 99999999 gibt es nicht'],
  );
  const [entry] = await listPublicEntries(context.database);
  assert.deepEqual(
    [entry?.organisation, entry?.parts.title, entry?.parts.costOnce, entry?.parts.field, entry?.source],
    ['Leezen', 'Wasserstände', '12500', 'environment', 'table'],
  );
});

test('read again nothing changes, and what a town made of it stays', async () => {
  await pool.query(
    'update knowledge.entry set parts = parts || \'{"title": "Von der Stadt verbessert"}\' where version is null',
  );
  const again = await take('table', TABLE, { mapping: MAPPING });
  assert.deepEqual([again.published, again.drafts, again.known], [0, 0, 2]);
  const { rows } = await pool.query(
    "select parts ->> 'title' as title from knowledge.entry where version is null",
  );
  assert.deepEqual(rows, [{ title: 'Von der Stadt verbessert' }]);
});

test('a mapping or an option that is missing is named', () => {
  assert.throws(() => readKnowledge('table', TABLE, {}), /--mapping/);
  assert.throws(
    () => readKnowledge('table', TABLE, { mapping: { kind: 'poem', id: ['Nr'], columns: {} } }),
    /Zuordnung/,
  );
  assert.throws(() => readKnowledge('publiccode', 'name: x', {}), /--key/);
});

test('a publiccode.yml that lacks what is needed, or is none, is refused', () => {
  for (const text of ['name: x', '- a', '{', 'name: [', ''])
    assert.equal(readKnowledge('publiccode', text, { key: '08212000' }).rejected.length, 1, text);
});

test('the model projects: one draft for each key, the one without a key refused', { skip }, async () => {
  const report = await take('model-projects', shared('modellprojekte_smart_cities.csv'));
  assert.deepEqual([report.published, report.drafts, report.known], [0, 57, 0]);
  assert.deepEqual(
    report.rejected.map(({ reason }) => reason.de),
    ['Kein amtlicher Schlüssel'],
  );
});

test('the projects of a strategy: names and fields, none of its texts', { skip }, async () => {
  const report = await take('strategy-projects', shared('ulm_projekte_mobilitaet.csv'), { key: '08421000' });
  assert.deepEqual([report.published, report.drafts, report.rejected.length], [0, 6, 0]);
  const { rows } = await pool.query("select parts from knowledge.entry where source = 'strategy-projects'");
  for (const { parts } of rows) assert.deepEqual(Object.keys(parts).sort(), ['field', 'title']);
});

test('a publiccode.yml becomes a tool, in facts, and public', { skip }, async () => {
  const report = await take('publiccode', shared('publiccode/smart-village-app.publiccode.yml'), {
    key: '12069017',
  });
  assert.deepEqual([report.published, report.drafts, report.rejected.length], [1, 0, 0]);
  const tool = (await listPublicEntries(context.database)).find(({ kind }) => kind === 'tool');
  assert.match(tool?.parts.summary ?? '', /genutzt von 34 Stellen/);
  assert.doesNotMatch(JSON.stringify(tool), /redacted|Wanderrouten/i);
});
