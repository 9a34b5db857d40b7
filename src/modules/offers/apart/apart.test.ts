import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { test } from 'node:test';
import '../../../foundation/time/zone.ts';
import { writeSheet } from '../desk/sheets/write-sheet.ts';
import { readSource } from '../import/readers.ts';
import { readSheetApart, readSourceApart } from './apart.ts';
import { openLane } from './lane.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const table = (rows: number): string =>
  [
    'Name;Kategorie;Datum',
    ...Array.from({ length: rows }, (_, row) => `Fest ${row};Fest;24.12.2026 18:00`),
  ].join('\n');

test('the thread reads what the reader reads, in order, however long it is', async () => {
  for (const rows of [0, 1, 499, 500, 1_001]) {
    const input = { bytes: bytes(table(rows)) };
    assert.deepEqual(await readSourceApart('csv', input), await readSource('csv', input));
  }
  const [first, second] = await Promise.all([
    readSheetApart(bytes('Name;Kategorie\nA;Park\n')),
    readSheetApart(bytes('Farbe\nrot\n')),
  ]);
  assert.ok('rows' in first && first.rows.length === 1);
  assert.ok('refused' in second);
});

test('a task that takes too long, or too much memory, ends its thread, and the next one finds a new one', async () => {
  const slow = openLane({ memoryMegabytes: 256, deadlineMilliseconds: 20, idleMilliseconds: 1_000 });
  const large = { kind: 'sheet', bytes: bytes(table(5_000)) } as const;
  assert.deepEqual(await slow(large), { stopped: 'too-long' });
  assert.deepEqual(await slow(large), { stopped: 'too-long' });
  const small = openLane({ memoryMegabytes: 24, deadlineMilliseconds: 20_000, idleMilliseconds: 1_000 });
  assert.deepEqual(await small({ kind: 'source', format: 'csv', input: { bytes: bytes(table(200_000)) } }), {
    stopped: 'too-much',
  });
});

test('the server goes on answering while a table of 60,000 rows is read and refused', async (t) => {
  const row = ['Fest', 'Fest', '24.12.2026'];
  const workbook = await writeSheet('xlsx', [
    ['Name', 'Kategorie', 'Datum'],
    ...Array.from({ length: 60_000 }, () => row),
  ]);
  await readSheetApart(bytes('Name;Kategorie\nA;Park\n'));
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  assert.deepEqual(await readSheetApart(workbook), { refused: 'too-many-rows', count: 60_000 });
  assert.deepEqual(await readSheetApart(bytes(table(60_000))), { refused: 'too-many-rows', count: 60_000 });
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 5);
  const reading = await readSourceApart('csv', { bytes: bytes(table(60_000)) });
  clearInterval(turning);
  delay.disable();
  t.diagnostic(`event loop held for ${Math.round(delay.max / 1e6)} ms at most, ${turns} turns`);
  assert.ok('records' in reading && reading.records.length === 60_000);
  // Read in the same thread, not one turn comes in between.
  assert.ok(turns > 20, `${turns} turns`);
});
