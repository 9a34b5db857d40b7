import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldText, splitCompound, wordsOf } from './search-text.ts';

const lexicon = new Set([
  'kinder',
  'spielplatz',
  'spiel',
  'platz',
  'woche',
  'markt',
  'stadt',
  'bibliothek',
  'schwimm',
  'halle',
]);

test('folding takes umlauts, ß and accents out, composed or not', () => {
  const cases: [string, string][] = [
    ['Märkte & Messen', 'maerkte & messen'],
    ['GROẞE STRAẞE', 'grosse strasse'],
    ['Café Łódź', 'cafe łodz'],
    ['Ma\u0308rkte', 'maerkte'],
    ['Ærø', 'aeroe'],
  ];
  for (const [text, folded] of cases) assert.equal(foldText(text), folded);
});

test('words need two letters or digits', () => {
  assert.deepEqual(wordsOf('U-Bahn 12, A & Ö: Tür'), ['bahn', '12', 'oe', 'tuer']);
});

test('compounds are split by known words only', () => {
  const cases: [string, string[]][] = [
    ['kinderspielplatz', ['kinder', 'spielplatz']],
    ['wochenmarkt', ['woche', 'markt']],
    ['stadtbibliothek', ['stadt', 'bibliothek']],
    ['schwimmhalle', ['schwimm', 'halle']],
    ['marktplatz', ['markt', 'platz']],
    ['marktxyz', []],
    ['markt', []],
    ['', []],
  ];
  for (const [word, parts] of cases) assert.deepEqual(splitCompound(word, lexicon), parts);
});
