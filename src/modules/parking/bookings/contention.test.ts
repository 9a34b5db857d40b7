import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { startParking } from './bookings.builder.ts';

const isLarge = process.env.ALLMENDE_LARGE === '1';
const KILLS = isLarge ? 10 : 2;
const CLIENTS = 64;
/** Of all processes together: those that are killed, and the last one. */
const TRIES = isLarge ? 100_000 : 1_000;

const { context, addPool } = await startParking();
const { pool: database } = context.connection;
const children: ChildProcess[] = [];
after(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** So many tries a process has before it is killed in the middle of the next ones. */
const TRIES_EACH = Math.ceil(TRIES / (KILLS + 1));

/** Runs drivers for a day of their own until they are done, or are killed. @returns what they told. */
const drive = async (day: number, isKilled: boolean): Promise<string[]> => {
  const tries = String(Math.ceil(TRIES_EACH / CLIENTS) * (isKilled ? 2 : 1));
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      new URL('contender.builder.ts', import.meta.url).pathname,
      JSON.stringify(context.config),
      String(CLIENTS),
      tries,
      String(day),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.push(child);
  let text = '';
  let tried = 0;
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    tried += part.split('.').length - 1;
    if (isKilled && tried >= TRIES_EACH) child.kill('SIGKILL');
  });
  await once(child, 'close');
  assert.equal(child.signalCode, isKilled ? 'SIGKILL' : null);
  // A line that was cut off was not told.
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean);
};

const rows = async <Row>(statement: string): Promise<Row[]> =>
  (await database.query(statement)).rows as Row[];

test(`${TRIES} tries of ${CLIENTS} drivers for six spaces, killed ${KILLS} times: nothing is booked twice, nothing promised is lost`, async (t) => {
  await addPool({ capacity: 1 });
  await addPool({ capacity: 2 });
  await addPool({ capacity: 3 });
  const told: string[] = [];
  for (let day = 0; day < KILLS; day += 1) told.push(...(await drive(day, true)));
  const last = await drive(KILLS, false);
  assert.equal(last.at(-1), 'done');
  told.push(...last);
  const tries = told.filter((line) => line === '.').length;
  assert.ok(tries >= TRIES, String(tries));

  const over = await rows('select from parking.slot_load where used > capacity or used < 0');
  assert.equal(over.length, 0);
  const wrong = await rows<{ slot: number }>(`
    select l.pool_id, l.slot, l.used, count(b.id) as live
    from parking.slot_load l left join parking.booking b on b.ars = l.ars and b.pool_id = l.pool_id
      and b.state = 'promised' and l.slot >= b.from_slot and l.slot < b.held_to_slot
    group by l.ars, l.pool_id, l.slot, l.used having l.used <> count(b.id)`);
  assert.deepEqual(wrong, [], 'each slot counts just the promises that hold it');

  const stored = new Map(
    (await rows<{ id: string; state: string }>('select id, state from parking.booking')).map((row) => [
      row.id,
      row.state,
    ]),
  );
  const cancelled = new Set(told.filter((line) => line.startsWith('-')).map((line) => line.slice(1)));
  const promised = told.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
  assert.equal(new Set(promised).size, promised.length);
  for (const id of promised) {
    assert.ok(stored.has(id), `promise ${id} is lost`);
    if (!cancelled.has(id)) assert.equal(stored.get(id), 'promised', id);
  }
  assert.ok(promised.length > 50, String(promised.length));
  t.diagnostic(
    `${tries} tries, ${promised.length} promises told, ${stored.size} stored, ${cancelled.size} cancelled, ${KILLS} kills`,
  );
  if (!isLarge) t.diagnostic('ALLMENDE_LARGE=1 makes 100,000 tries and ten kills');
});
