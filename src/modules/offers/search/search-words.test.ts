import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchWords, textSearchOf } from './search-words.ts';

const typed: [string, string[]][] = [
  ['Spielplatz in der Nähe', ['spielplatz', 'naehe']],
  ['Märkte & Messen', ['maerkte', 'messen']],
  ["'); drop table offers.offer; --", ['drop', 'table', 'offers', 'offer']],
  ['a ! | & : *', []],
];
for (const [text, words] of typed) {
  test(`»${text}« is searched by ${words.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(searchWords(text), words));
}

test('a mistyped word is joined by the similar ones, a known word is not', () => {
  const { tsquery } = textSearchOf(
    ['spielplaz', 'sand', 'xylo'],
    [
      { asked: 'spielplaz', word: 'spielplatz', uses: 3, begun: 0 },
      { asked: 'sand', word: 'sand', uses: 2, begun: 3 },
      { asked: 'sand', word: 'sande', uses: 1, begun: 3 },
      { asked: 'xylo', word: null, uses: 0, begun: 0 },
    ],
  );
  assert.equal(tsquery, '(spielplaz:* | spielplatz) & (sand:*) & (xylo:*)');
});

const frequent = { asked: 'sand', word: 'sand', uses: 90_000, begun: 90_000 };
const rare = { asked: 'burg', word: 'burg', uses: 5, begun: 7 };
const rarity: [what: string, known: Parameters<typeof textSearchOf>[1], isRare: boolean][] = [
  ['few texts have it', [rare], true],
  ['many texts have it', [frequent], false],
  ['one of two is rare: both must occur', [frequent, rare], true],
  ['many words begin so', [{ ...rare, begun: 90_000 }], false],
  ['a similar word is frequent', [{ ...rare, word: 'berg', uses: 90_000 }], false],
];
for (const [what, known, isRare] of rarity)
  test(`rare or not: ${what}`, () =>
    assert.equal(
      textSearchOf(
        known.map(({ asked }) => asked),
        known,
      ).isRare,
      isRare,
    ));
