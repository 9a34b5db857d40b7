import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { readSimpleTexts, SimpleTextsSchema } from './simple-text.ts';

const texts = readSimpleTexts();

// After the rules of the Netzwerk Leichte Sprache: short sentences, one thought, no subjunctive, no long words.
const MOST_WORDS = 10;
const LONGEST_PART = 14;
const SUBJUNCTIVE = /\b(würde|könnte|müsste|sollte|hätte|wäre|dürfte)/i;

test('ten services, each sentence short, each long word divided, no subjunctive', () => {
  assert.ok(texts.texts.length >= 10);
  assert.equal(new Set(texts.texts.map(({ slug }) => slug)).size, texts.texts.length);
  for (const { title, sections } of texts.texts)
    for (const sentence of [
      title,
      ...sections.flatMap((section) => [section.heading, ...section.sentences]),
    ]) {
      const words = sentence.split(/\s+/);
      assert.ok(words.length <= MOST_WORDS, sentence);
      for (const part of words.flatMap((word) => word.split('-')))
        assert.ok(part.replace(/\W+$/, '').length <= LONGEST_PART, `${part}: ${sentence}`);
      assert.doesNotMatch(sentence, SUBJUNCTIVE);
      assert.doesNotMatch(sentence, /[.?!] \S/, 'one sentence alone');
    }
});

test('a file with something else is refused', () => {
  const [text] = texts.texts;
  assert.ok(text);
  for (const broken of [
    { ...texts, texts: [{ ...text, leikaKey: '12' }] },
    { ...texts, texts: [{ ...text, sections: [] }] },
    { ...texts, texts: [{ ...text, slug: '../x' }] },
    { ...texts, texts: [{ ...text, script: 'x' }] },
  ])
    assert.equal(v.safeParse(SimpleTextsSchema, broken).success, false);
});
