import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeReturnPath } from './return-path.ts';

const cases: [wanted: string | undefined, path: string][] = [
  ['/angebot/1?seite=2', '/angebot/1?seite=2'],
  ['/en/konto', '/en/konto'],
  ['/?ort=M%C3%BCnster', '/?ort=M%C3%BCnster'],
  ['/weiter#teil', '/weiter'],
  [undefined, '/konto'],
  ['', '/konto'],
  ['konto', '/konto'],
  ['//evil.example', '/konto'],
  ['/\\evil.example', '/konto'],
  ['/\t/evil.example', '/konto'],
  ['/\n/evil.example', '/konto'],
  ['/.//evil.example', '/konto'],
  ['/x/..//evil.example', '/konto'],
  ['https://evil.example', '/konto'],
  ['javascript:alert(1)', '/konto'],
  ['/a\\..\\\\evil', '/konto'],
  [`/${'x'.repeat(2001)}`, '/konto'],
];

for (const [wanted, path] of cases)
  test(`back to ${JSON.stringify(wanted?.slice(0, 30))} leads to ${path}`, () => {
    assert.equal(safeReturnPath(wanted, '/konto'), path);
  });

test('no text at all leads out of the house', () => {
  const piece = fc.oneof(
    fc.constantFrom('/', '\\', '.', '..', '@', ':', '?', '#', '\t', 'evil.example', '%2f'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const path = safeReturnPath(`/${pieces.join('')}`, '/konto');
      assert.equal(new URL(path, 'https://allmende.example').origin, 'https://allmende.example');
    }),
    { numRuns: 2000 },
  );
});
