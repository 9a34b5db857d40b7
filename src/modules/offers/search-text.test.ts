import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlaceFacts } from './offer.ts';
import { foldText, searchTextOf, splitCompound, wordsOf } from './search-text.ts';

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

test('the search text holds the words and, once, the parts of compounds', () => {
  const facts: PlaceFacts = {
    kind: 'place',
    category: 'market',
    name: 'Wochenmarkt Süd',
    address: { street: 'Marktplatz' },
    price: { kind: 'unknown' },
    access: {},
    links: [],
    languages: [],
  };
  assert.equal(
    searchTextOf(facts, lexicon, 'Wochenmarkt'),
    'wochenmarkt sued wochenmarkt marktplatz woche markt platz',
  );
});
