import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../../foundation/testing/database.ts';
import { offerRetention } from '../../retention.ts';
import { actsIn, editorOf, entryBy, KARLSRUHE, LEEZEN, offersIn, places } from '../desk.builder.ts';
import { listEntries } from '../list-store.ts';
import { applySheet } from './apply-sheet.ts';
import { countRows, listComparedRows, listSheets } from './sheet-store.ts';
import { changeSheetRow, discardSheet, uploadSheet } from './upload-sheet.ts';
import { cellsOf, writeSheet } from './write-sheet.ts';

const context = await testDatabase();
const { database } = context;
const acting = await editorOf(context, LEEZEN, 'Leezen');
const other = await editorOf(context, KARLSRUHE, 'Karlsruhe');

const upload = async (content: string | Uint8Array): Promise<string> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const uploaded = await uploadSheet(context, acting, { fileName: 'Feste.csv', bytes });
  assert.ok('id' in uploaded, JSON.stringify(uploaded));
  return uploaded.id;
};
const countsOf = (id: string) => countRows(database, acting.organisation, id);
const entries = async () =>
  (
    await listEntries(database, acting.organisation, {
      now: context.clock(),
      sort: 'name',
      limit: 5_000,
      offset: 0,
    })
  ).entries;

const HEAD = 'Kennung;Name;Kategorie;Datum;PLZ';

test('twenty rows of which three are wrong: seventeen are taken over, three wait and are corrected', async () => {
  const rows = Array.from({ length: 20 }, (_, row) => {
    const isWrong = row % 7 === 3;
    return `${row};Fest ${row};Fest;${isWrong ? 'bald' : '24.12.2026'};23816`;
  });
  const id = await upload([HEAD, ...rows].join('\n'));
  assert.deepEqual(await countsOf(id), { problem: 3, new: 17, changed: 0, unchanged: 0 });
  const [first] = await listComparedRows(database, acting.organisation, id, { limit: 1, offset: 0 });
  assert.deepEqual([first?.number, first?.faults], [5, [{ field: 'start', reason: 'date-unreadable' }]]);
  assert.deepEqual(await applySheet(context, acting, { id, isPublished: true }, places), {
    created: 17,
    changed: 0,
    unchanged: 0,
    published: 17,
  });
  assert.deepEqual(await applySheet(context, acting, { id, isPublished: true }, places), {
    created: 0,
    changed: 0,
    unchanged: 0,
    published: 0,
  });
  assert.equal((await offersIn(context, LEEZEN)).length, 17);
  for (const row of await listComparedRows(database, acting.organisation, id, { limit: 9, offset: 0 })) {
    const typed = { ...row.fields, start: 'übermorgen' };
    const wrong = await changeSheetRow(context, acting, {
      sheetId: id,
      number: row.number,
      reference: row.reference,
      typed,
    });
    assert.ok('faults' in wrong);
    await changeSheetRow(context, acting, {
      sheetId: id,
      number: row.number,
      reference: row.reference,
      typed: { ...typed, start: '26.12.2026' },
    });
  }
  await applySheet(context, acting, { id, isPublished: true }, places);
  assert.equal((await offersIn(context, LEEZEN)).length, 20);
  const [sheet] = await listSheets(database, acting.organisation, 9);
  assert.ok(sheet?.closed_at);
  assert.deepEqual([sheet.left, sheet.counts.created], [0, 20]);
  assert.equal((await actsIn(context, LEEZEN)).filter((act) => act === 'apply-sheet').length, 2);
});

test('the same table again changes nothing, a changed one changes its rows; the tables need no ids', async () => {
  const table = (time: string) =>
    `Name;Kategorie;Datum;Uhrzeit\nA-Fest;Fest;1.5.2027;${time}\nB-Fest;Fest;2.5.2027;\n`;
  const first = await upload(table('18 Uhr'));
  await applySheet(context, acting, { id: first, isPublished: false }, places);
  assert.deepEqual(await countsOf(await upload(table('18.00'))), {
    problem: 0,
    new: 0,
    changed: 0,
    unchanged: 2,
  });
  const second = await upload(table('19 Uhr'));
  assert.deepEqual(await countsOf(second), { problem: 0, new: 0, changed: 1, unchanged: 1 });
  assert.deepEqual(await applySheet(context, acting, { id: second, isPublished: false }, places), {
    created: 0,
    changed: 1,
    unchanged: 1,
    published: 0,
  });
});

for (const format of ['csv', 'xlsx'] as const)
  test(`the ${format} export of everything comes back as unchanged, row for row`, async () => {
    await entryBy(context, acting, {
      name: `=Formel ${format}`,
      category: 'Spielplatz',
      description: 'Zeile\nzwei; "drei"',
      price: '-5 €',
    });
    const stored = await entries();
    assert.ok(stored.length > 20);
    const id = await upload(await writeSheet(format, cellsOf(stored)));
    assert.deepEqual(await countsOf(id), { problem: 0, new: 0, changed: 0, unchanged: stored.length });
    await discardSheet(context, acting, { id });
    assert.equal((await countsOf(id)).unchanged, 0);
  });

test('two tables with the same new id, taken over at once, make one entry', async () => {
  const ids = [await upload(`${HEAD}\nX1;Neu;Park;;\n`), await upload(`${HEAD}\nX1;Neuer;Park;;\n`)];
  await Promise.all(ids.map((id) => applySheet(context, acting, { id, isPublished: false }, places)));
  assert.equal((await entries()).filter(({ reference }) => reference === 'X1').length, 1);
});

test('a row is corrected into a twin of none', async () => {
  const id = await upload(`${HEAD}\n1;A;Park;;\n1;B;Park;;\n`);
  const row = { sheetId: id, number: 3, typed: { name: 'B', category: 'Park' } };
  assert.ok('refused' in (await changeSheetRow(context, acting, { ...row, reference: '1' })));
  assert.deepEqual(await changeSheetRow(context, acting, { ...row, reference: '2' }), { number: 3 });
});

test('nobody sees or takes over the table of another town', async () => {
  const id = await upload(`${HEAD}\nY1;Geheim;Park;;\n`);
  const refusals = [
    await applySheet(context, other, { id, isPublished: true }, places),
    await discardSheet(context, other, { id }),
    await changeSheetRow(context, other, {
      sheetId: id,
      number: 2,
      reference: 'Y1',
      typed: { name: 'X', category: 'park' },
    }),
  ];
  assert.deepEqual(
    refusals.map((result) => 'refused' in result && result.refused),
    ['unknown-sheet', 'unknown-sheet', 'unknown-row'],
  );
  assert.deepEqual(await listSheets(database, other.organisation, 9), []);
  // The id of another town's entry means nothing here: it becomes an entry of one's own.
  const [mine] = await entries();
  const bytes = new TextEncoder().encode(`${HEAD}\n${mine?.id};Übernommen;Park;;\n`);
  const uploaded = await uploadSheet(context, other, { fileName: 'x.csv', bytes });
  assert.ok('id' in uploaded);
  assert.deepEqual((await countRows(database, other.organisation, uploaded.id)).new, 1);
});

test('a table that waits too long is not kept', async () => {
  const id = await upload(`${HEAD}\nZ1;Alt;Park;;\n`);
  const [rule] = offerRetention.filter(({ dataClass }) => dataClass === 'sheets');
  await rule?.prune?.({ ...context, clock: () => new Date('2027-02-20T10:00:00Z') });
  assert.equal((await countsOf(id)).new, 1);
  await rule?.prune?.({ ...context, clock: () => new Date('2027-02-22T10:00:00Z') });
  assert.equal((await countsOf(id)).new, 0);
});
