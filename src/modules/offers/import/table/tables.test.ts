import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { OfferFacts, Reading } from '../../offer.ts';
import { readSource } from '../readers.ts';

const read = async (text: string | Uint8Array, settings?: unknown, contentType = ''): Promise<Reading> => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const reading = await readSource('csv', { bytes, settings, contentType });
  assert.ok(!('refused' in reading), JSON.stringify(reading));
  return reading;
};

const one = async (text: string | Uint8Array, settings?: unknown): Promise<OfferFacts> => {
  const reading = await read(text, settings);
  const [record] = reading.records;
  assert.ok(record, JSON.stringify(reading.rejected));
  return record.facts;
};

const latin = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0)));

test('mark, line ends, separators and character sets', async () => {
  const cases: [string, string | Uint8Array][] = [
    ['UTF-8 with mark and CRLF', '\ufeffName;Kategorie\r\nBücherei Süd;Bücherei\r\n'],
    ['windows-1252', latin('Name;Kategorie\nBücherei Süd;Bücherei\n')],
    ['commas and quotes', 'Name,Kategorie\n"Bücherei Süd","Bücherei"\n'],
    ['tabs', 'Name\tKategorie\nBücherei Süd\tBücherei\n'],
    [
      'UTF-16',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from('Name;Kategorie\nBücherei Süd;Bücherei', 'utf16le'),
      ]),
    ],
  ];
  for (const [label, text] of cases) {
    const facts = await one(text);
    assert.deepEqual([facts.name, facts.category], ['Bücherei Süd', 'library'], label);
  }
  const euro = await one(latin('Name;Kategorie;Preis\nBad;Freibad;4 €\n'));
  assert.deepEqual(euro.price, { kind: 'paid', text: '4 €' });
});

test('a broken quote spoils its own line', async () => {
  const { records, rejected } = await read('name;category\nA;park\n"B"x;park\nC;park\n');
  assert.ok(
    records.some(({ facts }) => facts.name === 'A') && records.some(({ facts }) => facts.name === 'C'),
  );
  assert.equal(records.length + rejected.length, 3);
});

test('what a village types into the columns of an event', async () => {
  const cases: [row: string, schedule: object][] = [
    [
      '24.12.2026;18:00;24.12.2026;20:00;',
      { start: '2026-12-24T18:00', end: '2026-12-24T20:00', allDay: false },
    ],
    ['24.12.26;18 Uhr;;20.30 Uhr;', { start: '2026-12-24T18:00', end: '2026-12-24T20:30', allDay: false }],
    ['Do., 24.12.2026;;27.12.2026;;', { start: '2026-12-24', end: '2026-12-27', allDay: true }],
    ['2026-12-24 18:00;;;;', { start: '2026-12-24T18:00', allDay: false }],
    ['2026-07-01T18:00:00Z;;;;', { start: '2026-07-01T20:00', allDay: false }],
    ['05.01.2027;19:00;;;wöchentlich', { start: '2027-01-05T19:00', allDay: false, rrule: 'FREQ=WEEKLY' }],
  ];
  for (const [row, schedule] of cases) {
    const facts = await one(`Name;Kategorie;Datum;Uhrzeit;Ende;Ende Uhrzeit;Turnus\nFest;Feste;${row}\n`);
    assert.deepEqual(facts.kind === 'event' && facts.schedule, schedule, row);
  }
});

test('unreadable cells reject the row, with the reason', async () => {
  const { rejected } = await read(
    'Name;Kategorie;Datum;Turnus;lon;lat\nA;Fest;31.02.2026;;;\nB;Fest;1.2.2026;alle Jubeljahre;;\nC;Fest;1.2.2026;;x;y\nD;Unsinn;;;;\n',
  );
  assert.deepEqual(
    rejected.map(({ position, reason }) => [position, reason.en]),
    [
      ['Zeile 2', 'The date is unreadable.'],
      ['Zeile 3', 'The repetition is unreadable.'],
      ['Zeile 4', 'The coordinates are unreadable.'],
      ['Zeile 5', 'The category is missing or unknown.'],
    ],
  );
});

test('price and access in words: free and yes only where the source says so', async () => {
  const cases: [string, string, object, object][] = [
    ['Eintritt frei', 'ja', { kind: 'free' }, { stepFree: 'yes' }],
    ['0,00 €', 'teilweise', { kind: 'free' }, { stepFree: 'limited' }],
    ['freiwillige Spende', 'nein', { kind: 'paid', text: 'freiwillige Spende' }, { stepFree: 'no' }],
    ['', 'weiß nicht', { kind: 'unknown' }, {}],
  ];
  for (const [price, access, expected, facts] of cases) {
    const found = await one(`Name;Kategorie;Eintritt;Barrierefrei\nA;Museum;${price};${access}\n`);
    assert.deepEqual([found.price, found.access], [expected, facts], price);
  }
});

test('the mapping names columns, constants and the words of the category column', async () => {
  const facts = await one('A;B;C;D\nx;Halle;Nord;Kraftraum\n', {
    columns: { name: ['B', 'C'], category: 'D' },
    constants: { town: 'Musterstadt' },
    categories: { Kraftraum: 'sports-ground' },
  });
  assert.deepEqual(
    [facts.name, facts.category, facts.address],
    ['Halle Nord', 'sports-ground', { town: 'Musterstadt' }],
  );
});

test('a wrong mapping, an empty table and one without names are refused', async () => {
  for (const [text, settings] of [
    ['name\nA\n', { columns: { nonsense: 'name' } }],
    ['name\nA\n', { categories: { A: 'no-category' } }],
    ['', {}],
    ['a;b\n1;2\n', {}],
  ] as const)
    assert.ok(
      'refused' in (await readSource('csv', { bytes: new TextEncoder().encode(text), settings })),
      text,
    );
});

test('HTML becomes text, links are web or mail, invisible marks and zero bytes go', async () => {
  const facts = await one(
    'Name;Kategorie;Beschreibung;Link\n"A\u0000 &amp; <b>B</b>\u202e";Museum;"<p>Erste &euro;<br>Zweite</p><script>alert(1)</script>Kinder < 6";javascript:alert(1)\n',
  );
  assert.equal(facts.name, 'A & B');
  assert.equal(facts.description, 'Erste €\nZweite\nKinder < 6');
  assert.deepEqual(facts.links, []);
  assert.deepEqual((await one('name;category;link\nA;park;www.example.org/x\n')).links, [
    { url: 'https://www.example.org/x' },
  ]);
});

const sheet = join(import.meta.dirname, '../../../../../../shared/data/parking/xlsx/keltern.xlsx');
test('a real workbook of a small town', {
  skip: existsSync(sheet) ? false : 'The folder ../shared/data is missing.',
}, async () => {
  const settings = {
    columns: {
      name: 'name',
      lon: 'locations_longitude',
      lat: 'locations_latitude',
      street: 'adress_str',
      postcode: 'adress_pos',
      town: 'adress_cit',
    },
    constants: { category: 'parking' },
  };
  const reading = await readSource('xlsx', { bytes: readFileSync(sheet), settings });
  assert.ok(!('refused' in reading), JSON.stringify(reading));
  // 175 rows below the headings; the sheet has no empty ones.
  assert.equal(reading.records.length, 175);
  assert.deepEqual(reading.rejected, []);
  assert.equal(reading.records[0]?.facts.address.postcode, '75210');
});
