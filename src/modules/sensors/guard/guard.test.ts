import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { seeded } from '../../../foundation/statistics/series.builder.ts';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { ingest } from '../observations/ingest.ts';
import { plantStream } from '../sensors.builder.ts';
import { alertSteps, isThreshold } from './alert.ts';
import { insertThreshold, listAlerts } from './alert-store.ts';
import { listFindings, saveRule } from './guard-store.ts';
import { doubtsOf, judgeDoubts, judgeFrozen, judgeSilence } from './judge-values.ts';
import { usualRule } from './rule.ts';
import { watchStreams } from './watch-streams.ts';

const START = Date.parse('2026-11-20T00:00Z');
const QUARTER = 900_000;
const valuesOf = (numbers: readonly number[]) =>
  numbers.map((value, at) => ({ at: new Date(START + at * QUARTER), value }));
const random = seeded(7);
/** A level that breathes: no step is large, and none repeats for long. */
const calm = Array.from({ length: 200 }, (_, at) => 100 + 5 * Math.sin(at / 9) + random());

test('silence: from so many distances, over within half of them', () => {
  const cases: [minutes: number | null, state: string | undefined][] = [
    [null, undefined],
    [0, 'good'],
    [22, 'good'],
    [30, 'between'],
    [45, 'between'],
    [46, 'bad'],
    [9999, 'bad'],
  ];
  for (const [minutes, state] of cases) {
    const last = minutes === null ? null : new Date(START - minutes * 60_000);
    const rule = { expectedSeconds: 900, silentAfter: 3 };
    assert.equal(judgeSilence(last, new Date(START), rule)?.state, state, String(minutes));
  }
  assert.equal(
    judgeSilence(new Date(0), new Date(START), { expectedSeconds: null, silentAfter: 3 }),
    undefined,
  );
});

test('frozen: more often than ever, or than stated', () => {
  const zeros = (count: number) => Array.from({ length: count }, () => 0);
  const night = [...calm, ...zeros(20), ...calm];
  const cases: [string, number[], number | null, string | undefined][] = [
    ['too little is known', zeros(20), null, undefined],
    ['calm', calm, null, 'good'],
    ['once', [...calm, ...zeros(12)], null, 'bad'],
    ['half', [...calm, ...zeros(8)], null, 'between'],
    ['as long as every night', [...night, ...zeros(20)], null, 'good'],
    ['twice the night', [...night, ...zeros(40)], null, 'bad'],
    ['as stated', [1, ...zeros(3)], 3, 'bad'],
  ];
  for (const [what, numbers, frozenAfter, state] of cases)
    assert.equal(judgeFrozen(valuesOf(numbers), { frozenAfter })?.state, state, what);
});

test('values outside the limits, and jumps: the spike alone is doubted, a level that holds is believed', () => {
  const rule = { lowest: 0, highest: 500, jumpBeyond: 12 };
  const cases: [string, number[], string][] = [
    ['calm', [], ''],
    ['negative', [-1, 100], 'implausible'],
    ['too large', [501], 'implausible'],
    ['a spike', [300, 101, 102], 'jumping'],
    ['a new level', [300, 301, 302, 300], 'jumping'],
    ['two spikes', [300, 101, 300, 101], 'jumping jumping'],
  ];
  for (const [what, numbers, expected] of cases) {
    const doubts = doubtsOf(valuesOf([...calm, ...numbers]), rule);
    assert.equal(doubts.filter(Boolean).join(' '), expected, what);
  }
  const few = doubtsOf(valuesOf([1, 2, 1, 900]), { lowest: null, highest: null, jumpBeyond: 12 });
  assert.deepEqual(few.filter(Boolean), [], 'of four values nobody knows what a jump is');
  const after = (numbers: number[]) => {
    const values = valuesOf([...calm, ...numbers]);
    return judgeDoubts(values, doubtsOf(values, rule), 'implausible', 0).state;
  };
  assert.deepEqual([after([-1]), after([-1, 100]), after([-1, 100, 100, 100])], ['bad', 'between', 'good']);
  assert.equal(usualRule('traffic', 'Räder').jumpBeyond, null);
  assert.equal(usualRule('traffic', 'Räder').lowest, 0);
  assert.equal(usualRule('water', 'cm').lowest, null);
});

test('alerts: raised at the threshold, over beyond the other level, and nothing without values', () => {
  const flood = { direction: 'above' as const, raiseAt: 200, clearAt: 180 };
  const tank = { direction: 'below' as const, raiseAt: 10, clearAt: 20 };
  const cases: [typeof flood | typeof tank, boolean, number[], string][] = [
    [flood, false, [150, 199, 200], 'raised 200'],
    [flood, false, [210, 190, 205, 179, 150], 'raised 210, cleared 179'],
    [flood, true, [180, 190], ''],
    [flood, true, [], ''],
    [tank, false, [30, 10, 15, 21, 5], 'raised 10, cleared 21, raised 5'],
  ];
  for (const [threshold, isOpen, numbers, expected] of cases)
    assert.equal(
      alertSteps(threshold, isOpen, valuesOf(numbers))
        .map(({ kind, value }) => `${kind} ${value}`)
        .join(', '),
      expected,
    );
  assert.equal(isThreshold({ direction: 'above', raiseAt: 1, clearAt: 2 }), false);
  assert.equal(isThreshold({ direction: 'below', raiseAt: 1, clearAt: 2 }), true);
});

const platform = await testDatabase();
const { pool } = platform.connection;
let now = new Date(START);
const context = { ...platform, clock: () => now };
let stream: Awaited<ReturnType<typeof plantStream>>;
before(async () => {
  stream = await plantStream(context, undefined, { expectedSeconds: 900 });
  await pool.query("update sensors.thing set kind = 'water'");
});
const send = async (values: { at: Date; value: number }[]) => {
  await ingest(context, { ...stream, readings: values });
  now = new Date((values.at(-1)?.at.getTime() ?? 0) + 60_000);
  return watchStreams(context);
};
const qualities = async () =>
  (
    await pool.query('select quality, count(*)::int as count from sensors.observation group by 1 order by 1')
  ).rows
    .map(({ quality, count }: { quality: number; count: number }) => `${quality}: ${count}`)
    .join(', ');
const open = async () =>
  (await listFindings(context.database, stream.ars)).map(
    ({ kind, closedAt }) => `${kind} ${closedAt ? 'closed' : 'open'}`,
  );

test('what is sent is marked, found, told, and settled when it is right again', async () => {
  await insertThreshold(context.database, stream, {
    id: context.newId(),
    name: 'Vorwarnung',
    direction: 'above',
    raiseAt: 150,
    clearAt: 120,
  });
  const all = valuesOf([...calm, 300, 100, 160, 155, 100, 101, 102]);
  assert.deepEqual(await send(all.slice(0, 200)), { watched: 1, findings: 0, alerts: 0 });
  assert.equal(await qualities(), '1: 200');
  // A spike is doubted and raises nothing.
  assert.deepEqual(await send(all.slice(200, 201)), { watched: 1, findings: 1, alerts: 0 });
  assert.deepEqual([await qualities(), await open()], ['1: 200, 3: 1', ['jumping open']]);
  await saveRule(context.database, stream, {
    silentAfter: 4,
    frozenAfter: null,
    lowest: 0,
    highest: 290,
    jumpBeyond: null,
  });
  assert.deepEqual(await send(all.slice(201, 203)), { watched: 1, findings: 0, alerts: 1 });
  const since = new Date(0);
  assert.deepEqual(
    (await listAlerts(context.database, { since })).map(({ threshold, raisedValue, clearedAt }) => [
      threshold,
      raisedValue,
      clearedAt,
    ]),
    [['Vorwarnung', 160, null]],
  );
  assert.deepEqual(await watchStreams(context), { watched: 0, findings: 0, alerts: 0 });
  assert.equal((await send(all.slice(203))).alerts, 1);
  assert.ok((await listAlerts(context.database, { since })).every(({ clearedAt }) => clearedAt));
  now = new Date(now.getTime() + 61 * 60_000);
  assert.equal((await watchStreams(context)).findings, 1);
  assert.equal((await watchStreams(context)).findings, 0);
  assert.deepEqual(await open(), ['silent open', 'jumping closed']);
  await send(valuesOf([...calm, ...calm]).slice(212, 213));
  assert.deepEqual(await open(), ['silent closed', 'jumping closed']);
  const { rows } = await pool.query(
    'select value, quality, reason from sensors.observation where quality = 3',
  );
  assert.deepEqual(rows, [{ value: 300, quality: 3, reason: 'Sprung, größer als sonst je' }]);
});
