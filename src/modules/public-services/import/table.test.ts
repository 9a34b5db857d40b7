import assert from 'node:assert/strict';
import { test } from 'node:test';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { streamOf } from './import.builder.ts';
import type { ReadItem } from './reading.ts';
import { table } from './table.ts';

const itemsOf = async (bytes: Uint8Array): Promise<ReadItem[]> => {
  const items: ReadItem[] = [];
  for await (const item of table.read(streamOf(bytes))) items.push(item);
  return items;
};

const CSV = `satz,kennung,name,schluessel,leistung,gebiet,stelle,gueltig_bis
leistung,s1,Wohnsitz anmelden,99115005000000,,,,
stelle,o1,Bürgerbüro,,,,,
zustaendigkeit,r1,,,s1,9162000,o1,2027-12-31
`;

const text = (value: string) => ({ type: String, value });
const workbook = (data: SheetData) => writeExcelFile([{ sheet: 'Tabelle', data }]).toBuffer();

test('a workbook says the same as the table, with numbers and days as Excel keeps them', async () => {
  const lines = CSV.trim()
    .split('\n')
    .map((line) => line.split(','));
  const rows = lines.map((cells) =>
    cells.map((value) => {
      if (value === '') return null;
      if (/^\d+$/.test(value)) return { type: Number, value: Number(value) };
      if (/^\d{4}-\d\d-\d\d$/.test(value))
        return { type: Date, value: new Date(`${value}T00:00Z`), format: 'dd.mm.yyyy' };
      return text(value);
    }),
  );
  const found = await itemsOf(await workbook([...rows, [null, null]]));
  assert.equal(found.length, 3);
  assert.deepEqual(found, await itemsOf(Buffer.from(CSV)));
});

const broken: [what: string, bytes: Uint8Array | Promise<Uint8Array>][] = [
  ['a zip that is no workbook', Buffer.from('PK\x03\x04 nothing')],
  ['a workbook without the columns', workbook([[text('Name')], [text('Wohnsitz')]])],
];
for (const [what, bytes] of broken)
  test(`${what} is refused as a whole`, async () => {
    const items = await itemsOf(await bytes);
    assert.deepEqual(
      items.map((item) => 'unreadable' in item),
      [true],
    );
  });
