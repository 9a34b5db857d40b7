import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import yauzl from 'yauzl';
import { xmlTree } from '../testing/xml-tree.ts';
import type { TextDocument } from './text-document.ts';
import { writeDocument } from './write-document.ts';
import { writeDocx } from './write-docx.ts';

const paper: TextDocument = {
  lang: 'de',
  sender: 'Leezen',
  title: 'Vorlage: Radweg',
  note: 'Stand 22.11.2026',
  facts: [['Gremium', 'Gemeindevertretung']],
  sections: [
    { title: 'Sachverhalt', paragraphs: ['Es fehlt ein Weg.\nZweite Zeile.'], table: null },
    {
      title: 'Kosten',
      paragraphs: [],
      table: {
        columns: [{ label: 'Jahr' }, { label: 'einmalig', isNumber: true }],
        rows: [
          ['2027', '40.000 €'],
          ['2028', '0 €'],
        ],
      },
    },
  ],
};

const unpacked = (pdf: Buffer): string => {
  const raw = pdf.toString('latin1');
  let all = raw;
  for (const { index } of raw.matchAll(/stream\r?\n/g)) {
    const start = raw.indexOf('\n', index) + 1;
    try {
      all += inflateSync(pdf.subarray(start), { finishFlush: 2 }).toString('latin1');
    } catch {
      // Not every part is packed.
    }
  }
  return all;
};

test('the PDF is tagged: language, title, headings, a table with a head of its own', () => {
  const text = unpacked(writeDocument(paper));
  for (const sign of [
    '/StructTreeRoot',
    '/Lang (de)',
    '/Marked true',
    'pdfuaid:part',
    '/DisplayDocTitle true',
  ])
    assert.ok(text.includes(sign), sign);
  const count = (role: string) => text.match(new RegExp(`/S /${role}\\b`, 'g'))?.length ?? 0;
  assert.deepEqual(
    ['H1', 'H2', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD'].map(count),
    [1, 2, 1, 1, 1, 3, 2, 4],
  );
});

test('what somebody wrote is text in a PDF, never a command', () => {
  const headings = (words: string) =>
    unpacked(
      writeDocument({
        ...paper,
        sections: [
          { title: words, paragraphs: [words], table: { columns: [{ label: words }], rows: [[words]] } },
        ],
      }),
    ).match(/\/S \/H\d/g)?.length;
  for (const text of ['#panic("x")', '= Titel', '#read("/etc/passwd")', '"); #eval("1")', ']]] $x$'])
    assert.equal(headings(text), headings(text.replaceAll(/[^ ]/g, 'x')), text);
});

const partOf = async (docx: Buffer, name: string): Promise<string> => {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(docx, {
    lazyEntries: true,
  });
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => reject(new Error(`no ${name}`)));
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entry.fileName !== name) return zip.readEntry();
      zip.openReadStream(entry, (fault, stream) => {
        if (fault) return reject(fault);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      });
    });
    zip.readEntry();
  });
};

test('the DOCX is well-formed, with headings, a table head that repeats, and its language', async () => {
  const hostile = { ...paper, title: 'A & <b>\u0000\ufffe' };
  const document = await partOf(await writeDocx(hostile), 'word/document.xml');
  assert.ok(xmlTree(document));
  assert.match(document, /A &amp; &lt;b&gt;/);
  assert.match(document.replaceAll(/<[^>]+>/g, ''), /Gremium: Gemeindevertretung/);
  const count = (sign: RegExp) => document.match(sign)?.length ?? 0;
  assert.deepEqual(
    [
      /w:val="Heading1"/g,
      /w:val="Heading2"/g,
      /<w:tbl>/g,
      /<w:tr>|<w:tr /g,
      /<w:tblHeader/g,
      /<w:br\/>/g,
    ].map(count),
    [1, 2, 1, 3, 1, 1],
  );
  assert.match(await partOf(await writeDocx(paper), 'word/styles.xml'), /<w:lang w:val="de-DE"/);
});
