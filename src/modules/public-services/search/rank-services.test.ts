import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rank, readQuestion, tsqueryOf } from './rank-services.ts';

const candidate = (name: string, words = '') => ({ id: name, name, words });

const orders: [question: string, candidates: ReturnType<typeof candidate>[], first: string][] = [
  ['Reisepass', [candidate('verlust reisepass'), candidate('reisepass')], 'reisepass'],
  [
    'Parkausweis für Bewohner',
    [candidate('parkausweis handwerk'), candidate('bewohnerparkausweis')],
    'bewohnerparkausweis',
  ],
  [
    'Hund anmelden',
    [candidate('anmeldung gewerbe'), candidate('hundesteuer festsetzung')],
    'hundesteuer festsetzung',
  ],
  ['Meldeschein', [candidate('auskunft'), candidate('wohnsitz', 'meldeschein')], 'wohnsitz'],
  [
    'Ausweis verloren',
    [candidate('personalausweis'), candidate('verlust personalausweis')],
    'verlust personalausweis',
  ],
];
for (const [question, candidates, first] of orders)
  test(`»${question}« leads to ${first}`, () => {
    assert.equal(rank(readQuestion(question), candidates)[0]?.name, first);
  });

test('words around the thing are left out, unless nothing else is there', () => {
  assert.deepEqual(
    readQuestion('Wo kann ich meinen Reisepass abholen?').words.map(({ alternatives }) => alternatives[0]),
    ['reisepass', 'abholen'],
  );
  assert.equal(readQuestion('wo').words.length, 1);
});

test('nothing of a question can act as syntax', () => {
  assert.equal(tsqueryOf(readQuestion("'); drop table x & !a | b:*")), 'drop:* | table:*');
  assert.equal(tsqueryOf(readQuestion('& ! |')), '');
});

test('what was found in the texts alone stands last, the shorter name first', () => {
  const names = rank(
    readQuestion('Reisepass'),
    ['jagdschein beantragen', 'jagdschein', 'reisepass'].map((name) => candidate(name)),
  );
  assert.deepEqual(
    names.map(({ name }) => name),
    ['reisepass', 'jagdschein', 'jagdschein beantragen'],
  );
});
