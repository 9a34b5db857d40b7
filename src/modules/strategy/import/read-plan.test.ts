import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readMarkdownPlan } from './read-markdown-plan.ts';
import { readTablePlan } from './read-table-plan.ts';

const CHAPTER = `# Mobilität  
## 1. Herausforderungen
Es ist eng.
## 2. Leitinien
Vorweg etwas.
### Daten *offen* halten:
_Die Stadt möchte Daten teilen._
Mehr.
### Angebote [bündeln](x.md)
Eines für alle.
## 3. Projekte:
**Parkraum** - Sensoren
Zwischentext
- **Open Bike**: Räder
`;

test('a chapter of a strategy: its field, its goals by subheading, its projects in bold', () => {
  const { goals, measures, rejected } = readMarkdownPlan(CHAPTER);
  assert.deepEqual(goals, [
    { title: 'Daten offen halten', text: 'Die Stadt möchte Daten teilen.', field: 'Mobilität' },
    { title: 'Angebote bündeln', text: 'Eines für alle.', field: 'Mobilität' },
  ]);
  assert.deepEqual(
    measures.map(({ title, goal }) => [title, goal]),
    [
      ['Parkraum', 'Sensoren'],
      ['Open Bike', 'Räder'],
    ],
  );
  assert.deepEqual(rejected, []);
});

test('without subheadings the chapter is one goal; without a field nothing is read', () => {
  const { goals } = readMarkdownPlan('# Rettung\n## Ziele\nSchneller da sein.\n');
  assert.deepEqual(goals, [{ title: 'Rettung', text: 'Schneller da sein.', field: 'Rettung' }]);
  assert.equal(readMarkdownPlan('## Ziele\nx').rejected.length, 1);
});

test('a table of goals and measures; a line that is wrong is named, the others count', () => {
  const text = `art;titel;text;handlungsfeld;verantwortlich;beginn;ende;einmalig;laufend
Ziel;Weniger Wege;Acht von zehn;Verwaltung;;;;;
Maßnahme;Anträge;im Netz;Verwaltung;Bürgerbüro;2027-01;2027-12;12.500;900
Maßnahme;Falsch;;;;2027;;;
Idee;Nichts;;;;;;;
Maßnahme;;;;;;;;
Maßnahme;Teuer;;;;;;viel;`;
  const { goals, measures, rejected } = readTablePlan(text);
  assert.equal(goals.length, 1);
  assert.deepEqual(
    measures.map(({ title, once, running, begins, leadRole }) => [title, once, running, begins, leadRole]),
    [['Anträge', 12_500, 900, '2027-01', 'Bürgerbüro']],
  );
  assert.deepEqual(
    rejected.map(({ position, reason }) => `${position} ${reason.en}`),
    [
      '4 Months stand as YYYY-MM',
      '5 The kind is "Ziel" or "Maßnahme"',
      '6 The title is missing',
      '7 Costs are a number from 0',
    ],
  );
  assert.match(readTablePlan('a;b\n1;2').rejected[0]?.reason.en ?? '', /columns art, titel/);
});

const FOLDER = '../shared/data/knowledge/ulm_strategie';

test('the chapters of Ulm are read: six fields, their goals and the projects of mobility', (t) => {
  if (!existsSync(FOLDER)) return t.skip('the strategy of Ulm is not beside the project');
  const plans = readdirSync(FOLDER)
    .filter((name) => name.startsWith('handlungsfeld'))
    .map((name) => readMarkdownPlan(readFileSync(join(FOLDER, name), 'utf8')));
  assert.equal(plans.length, 6);
  assert.ok(plans.every(({ goals, rejected }) => goals.length > 0 && rejected.length === 0));
  assert.equal(plans.flatMap(({ goals }) => goals).length, 12);
  assert.equal(plans.flatMap(({ measures }) => measures).length, 6);
});
