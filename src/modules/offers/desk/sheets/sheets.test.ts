import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import '../../../../foundation/time/zone.ts';
import { mappingFor } from '../../import/table/headings.ts';
import { type EntryFields, entryFields } from '../entry.ts';
import { normalFields } from '../normal-fields.ts';
import { readSheet } from './read-sheet.ts';
import { defused, headings, kept, plain, type SheetRow } from './sheet.ts';
import { blankTable, cellsOf, type SheetFormat, writeSheet } from './write-sheet.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rowsOf = async (content: Uint8Array): Promise<SheetRow[]> => {
  const reading = await readSheet(content);
  assert.ok('rows' in reading, JSON.stringify(reading));
  return reading.rows;
};
const refusalOf = async (content: Uint8Array) => {
  const reading = await readSheet(content);
  return 'refused' in reading ? reading.refused : 'read';
};

test('each heading of our own tables leads to its field', () => {
  const mapping = mappingFor({}, Object.values(headings));
  assert.ok('columns' in mapping);
  assert.deepEqual(mapping.columns, headings);
});

test('character sets and separators of office programs', async () => {
  const text = 'Kennung;Name;Kategorie\n1;Bücherei Süd;Bücherei\n';
  const cases: [string, Uint8Array][] = [
    ['UTF-8', bytes(text)],
    ['with a mark', bytes(`\ufeff${text}`)],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    [
      'UTF-16 of Excel',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replaceAll(';', '\t'), 'utf16le')]),
    ],
    ['tabs', bytes(text.replaceAll(';', '\t'))],
    ['commas', bytes(text.replaceAll(';', ','))],
  ];
  for (const [what, content] of cases)
    assert.deepEqual(
      await rowsOf(content),
      [{ number: 2, reference: '1', fields: { name: 'Bücherei Süd', category: 'library' }, faults: [] }],
      what,
    );
});

test('what is no table, or not ours, is refused by what is in it', async () => {
  const cases: [content: Uint8Array, refusal: string][] = [
    [bytes(''), 'no-table'],
    [bytes('Name;Kategorie\n'), 'empty'],
    [bytes('Farbe;Form\nrot;rund\n'), 'no-name-column'],
    [bytes('<html><table><tr><td>Name</td></tr></table></html>\n1'), 'no-name-column'],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-excel'],
    [Buffer.from('1f8b0800', 'hex'), 'no-table'],
    [Buffer.from('PK\u0003\u0004 no archive', 'latin1'), 'no-table'],
    [Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2]), 'no-table'],
    [bytes(`Name;Kategorie\n${'A;Park\n'.repeat(5_001)}`), 'too-many-rows'],
  ];
  for (const [content, refusal] of cases)
    assert.equal(await refusalOf(content), refusal, Buffer.from(content).toString('latin1', 0, 20));
});

/** An archive whose directory says whatever it likes about the sizes. */
const archive = (name: string, content: Buffer, saidSize: number): Buffer => {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.write('PK\u0003\u0004', 'latin1');
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(saidSize, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.write('PK\u0001\u0002', 'latin1');
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(saidSize, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
};

test('a bomb that lies about its size is unpacked no further than the limit', async () => {
  const bomb = archive('xl/worksheets/sheet1.xml', Buffer.alloc(220 * 1024 * 1024), 1_000);
  assert.ok(bomb.length < 300_000);
  assert.equal(await refusalOf(bomb), 'no-table');
});

test('a workbook with too many rows is counted, not read', async () => {
  const sheet = Buffer.from(`<sheetData>${'<row r="1"><c/></row><row r="2"/>'.repeat(200_000)}</sheetData>`);
  const started = performance.now();
  assert.deepEqual(await readSheet(archive('xl/worksheets/sheet1.xml', sheet, sheet.length)), {
    refused: 'too-many-rows',
    count: 199_999,
  });
  assert.ok(performance.now() - started < 3_000);
});

test('each fault stands at its row; twins, the example and unknown columns are told', async () => {
  const reading = await readSheet(
    bytes(
      [
        'Kennung;Name;Kategorie;Datum;Uhrzeit;PLZ;Farbe',
        'Beispiel;So geht es;Fest;1.1.2027;;;',
        '7;Konzert;Konzert;24.12.2026;18 Uhr;1067;rot',
        '8;;Spilplatz;;;123;',
        '7;Noch einmal;Konzert;24.12.2026;;;',
        ';;;;;;gelb',
        ';Markt;Wochenmarkt;;;;',
      ].join('\r\n'),
    ),
  );
  assert.ok('rows' in reading);
  assert.deepEqual(reading.ignored, ['Farbe']);
  assert.deepEqual(
    reading.rows.map(({ number, reference, faults }) => [
      number,
      reference,
      faults.map(({ field, reason }) => `${field} ${reason}`),
    ]),
    [
      [3, '7', []],
      [4, '8', ['name name-missing', 'category category-unknown', 'postcode postcode-unreadable']],
      [5, '7', ['name id-twice']],
      [7, '~markt', []],
    ],
  );
  assert.deepEqual(reading.rows[0]?.fields, {
    name: 'Konzert',
    category: 'concert',
    start: '24.12.2026',
    startTime: '18:00',
    postcode: '01067',
  });
});

test('cells of an office program: formulas by their result, dates, times, numbers, and what is no text at all', async () => {
  const day = new Date('2027-05-01T00:00:00Z');
  const workbook = await writeExcelFile([
    ['Name', 'Kategorie', 'Datum', 'Uhrzeit', 'PLZ'].map((value) => ({ value, type: String })),
    [
      { value: 'Konzert', type: String },
      { value: 'Konzert', type: String },
      { value: day, type: Date, format: 'dd.mm.yyyy' },
      { value: new Date('1899-12-30T18:30:00Z'), type: Date, format: 'hh:mm' },
      { value: 1067, type: Number },
    ],
    [
      { value: '="A"&1', type: 'Formula' },
      { value: 'Fest', type: String },
      { value: new Date('2027-05-01T18:30:00Z'), type: Date, format: 'dd.mm.yyyy hh:mm' },
      null,
      { value: true, type: Boolean },
    ],
  ]).toBuffer();
  const [first, second] = await rowsOf(workbook);
  assert.deepEqual(first?.fields, {
    name: 'Konzert',
    category: 'concert',
    start: '01.05.2027',
    startTime: '18:30',
    postcode: '01067',
  });
  // A formula that nobody has calculated yet has no result.
  assert.equal(second?.fields.start, '01.05.2027 18:30');
  assert.deepEqual(
    second?.faults.map(({ field }) => field),
    ['name', 'postcode'],
  );
});

test('the blank table is read as an empty one', async () => {
  const { cells, explanation } = blankTable();
  assert.equal(await refusalOf(await writeSheet('xlsx', cells, explanation)), 'empty');
  assert.equal(await refusalOf(await writeSheet('csv', cells)), 'empty');
});

test('no cell of a CSV file begins like a formula, and reading takes exactly that back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^['=+\-@\t\r]{0,4}.?$/)), (text) => {
      assert.doesNotMatch(defused(text), /^[=+\-@\t\r]/);
      assert.equal(plain(defused(text)), text);
      assert.equal(plain(kept(text)), text);
    }),
    { numRuns: 5_000 },
  );
});

const odd = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+49 721 1',
    '-5',
    "'=x",
    '@a',
    '_x0041_',
    'toString',
    '__proto__',
    '"a";"b"',
    'a;b,c\td',
    'Zeile\nzwei',
    '007',
    '1e3',
    '<b>&amp;',
    '\u00a0',
    'x'.repeat(40),
    '03.03.2027',
    '18 Uhr',
    'ja',
    '–',
    'TRUE',
    '👩‍🌾',
    '\ufffe',
    'Ǿ',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
);
const anEntry = fc.record({
  id: fc.uuid(),
  fields: fc
    .dictionary(fc.constantFrom(...entryFields), odd)
    .map((fields) => normalFields({ ...fields, name: fields.name ?? 'Name' } as EntryFields)),
});

for (const format of ['csv', 'xlsx'] satisfies SheetFormat[])
  test(`whatever stands in the entries, the ${format} export read again is the same`, async () => {
    let entries = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anEntry, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }),
        async (some) => {
          const named = some.filter(({ fields }) => fields.name !== undefined);
          fc.pre(named.length > 0);
          entries += named.length;
          const rows = await rowsOf(
            await writeSheet(format, cellsOf(named.map((entry) => ({ ...entry, reference: null })))),
          );
          assert.deepEqual(
            rows.map(({ reference, fields }) => ({ id: reference, fields })),
            named.map(({ id, fields }) => ({ id, fields })),
          );
        },
      ),
      // A workbook is packed and unpacked each time: a quarter as many says as much for what differs from the other format.
      { numRuns: format === 'csv' ? 250 : 60 },
    );
    assert.ok(entries > 120, `${entries} entries`);
  });
