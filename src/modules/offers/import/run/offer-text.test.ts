import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlaceFacts } from '../../offer.ts';
import { searchTextOf } from './offer-text.ts';

const lexicon = new Set(['woche', 'markt', 'platz']);

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
