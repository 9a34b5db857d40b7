import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dossier } from './contract.ts';
import { faultsBeforePublishing, readDossier } from './read-dossier.ts';

const A = '0193b7a0-0000-7000-8000-00000000000a';
const B = '0193b7a0-0000-7000-8000-00000000000b';

test('an address of an entry or its bare id is taken, and the numbers put the items in order', () => {
  const { items } = readDossier({
    'stelle-1': '2',
    'eintrag-1': `https://allmende.example/netzwerk/eintrag/${A}/3`,
    'satz-1': 'Der zweite',
    'stelle-2': '1',
    'eintrag-2': B.toUpperCase(),
    'satz-2': 'Der erste',
    'stelle-3': '3',
    'eintrag-3': ' ',
    'satz-3': '',
  });
  assert.deepEqual(items, [
    { entry: B, sentence: 'Der erste' },
    { entry: A, sentence: 'Der zweite' },
  ]);
});

const sound: Dossier = {
  title: 'Wasser',
  introduction: 'Drei Wege',
  items: [
    { entry: A, sentence: 'zuerst' },
    { entry: B, sentence: 'dann' },
  ],
};
const [first, second] = sound.items as [Dossier['items'][0], Dossier['items'][0]];

const cases: [string, Dossier, object][] = [
  ['sound', sound, {}],
  [
    'empty',
    { title: '', introduction: '', items: [] },
    { titel: 'missing', einleitung: 'missing', 'eintrag-1': 'no-items' },
  ],
  ['not an entry', { ...sound, items: [{ ...first, entry: 'Bach' }] }, { 'eintrag-1': 'no-entry' }],
  ['the same twice', { ...sound, items: [first, second, first] }, { 'eintrag-3': 'twice' }],
  [
    'taken back meanwhile, and nothing said',
    { ...sound, items: [first, { entry: A.replace('a0', 'b0'), sentence: '' }] },
    { 'eintrag-2': 'not-public', 'satz-2': 'sentence-missing' },
  ],
  [
    'a long sentence',
    { ...sound, items: [{ ...first, sentence: 'x'.repeat(501) }] },
    { 'satz-1': 'too-long' },
  ],
];

for (const [name, dossier, faults] of cases)
  test(`dossier: ${name}`, () =>
    assert.deepEqual({ ...faultsBeforePublishing(dossier, (entry) => entry === A || entry === B) }, faults));
