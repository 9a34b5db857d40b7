import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepableFields } from './kept-form.ts';

const cases: [body: string, kept: [string, string][]][] = [
  ['', []],
  ['next=Geheim&current=auch', []],
  ['password=a&Passwort=b&new-password=c&kennwort=d&api_token=e&client_secret=f&code=g', []],
  ['text=Hallo+Welt&next=x', [['text', 'Hallo Welt']]],
  [
    'tag=a&tag=b&leer=',
    [
      ['tag', 'a'],
      ['tag', 'b'],
      ['leer', ''],
    ],
  ],
  [
    'next-step=1&postcode=76131&context=x',
    [
      ['next-step', '1'],
      ['postcode', '76131'],
      ['context', 'x'],
    ],
  ],
  ['t=%00a', [['t', 'a']]],
];

for (const [body, kept] of cases)
  test(`of "${body}" ${kept.length} fields are kept`, () => assert.deepEqual(keepableFields(body), kept));
