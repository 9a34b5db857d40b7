import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchWords, tsqueryOf } from './search-words.ts';

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
  assert.equal(
    tsqueryOf(
      ['spielplaz', 'sand'],
      [
        { asked: 'spielplaz', word: 'spielplatz' },
        { asked: 'sand', word: 'sand' },
        { asked: 'sand', word: 'sande' },
      ],
    ),
    '(spielplaz:* | spielplatz) & (sand:*)',
  );
});
