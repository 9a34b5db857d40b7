import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { type Letter, writeLetter } from './write-letter.ts';

const letter: Letter = {
  lang: 'de',
  sender: 'Leezen',
  title: 'Bescheid 4F7K-9Q2M',
  note: null,
  facts: [['Vorgangsnummer', '4F7K-9Q2M']],
  paragraphs: ['Guten Tag,', 'Ihrem Antrag entsprechen wir.\nZweite Zeile.'],
  groups: [{ title: 'Ihre Angaben', rows: [['Straße', 'Am Weg 1']] }],
};
const raw = (pdf: Buffer): string => pdf.toString('latin1');
const unpacked = (pdf: Buffer): string => {
  let all = raw(pdf);
  for (const { index } of raw(pdf).matchAll(/stream\r?\n/g)) {
    const start = raw(pdf).indexOf('\n', index) + 1;
    try {
      all += inflateSync(pdf.subarray(start), { finishFlush: 2 }).toString('latin1');
    } catch {
      // Not every part is packed.
    }
  }
  return all;
};

test('a letter is a tagged document with language, title and headings', () => {
  const text = unpacked(writeLetter(letter));
  for (const sign of [
    '%PDF-1.7',
    '/StructTreeRoot',
    '/Lang (de)',
    '/Marked true',
    'pdfuaid:part',
    '/H1',
    '/H2',
    '/DisplayDocTitle true',
  ])
    assert.ok(text.includes(sign), sign);
});

const hostile = [
  '#panic("x")',
  '= Titel',
  '*fett* _schräg_ $x$',
  '#read("/etc/passwd")',
  '"); #eval("1")',
  '\\ @label <x> ]]]',
];
for (const text of hostile)
  test(`what somebody wrote is text: ${text}`, () => {
    const sameLength = text.replaceAll(/[^ ]/g, 'x');
    const headings = (words: string) =>
      unpacked(
        writeLetter({ ...letter, title: words, paragraphs: [words], groups: [], facts: [[words, words]] }),
      ).match(/\/S \/H\d/g)?.length;
    assert.equal(headings(text), headings(sameLength));
  });
