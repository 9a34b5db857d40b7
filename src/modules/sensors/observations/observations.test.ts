import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { TEST_NOW, testDatabase } from '../../../foundation/testing/database.ts';
import { KARLSRUHE, LEEZEN, plantStream } from '../sensors.builder.ts';
import { ingest, ingestReadings } from './ingest.ts';
import { repairRollups } from './keep-rollups.ts';
import { hearObservations } from './new-observations.ts';
import { pruneObservations } from './prune.ts';
import { listSeries, readSeries } from './series.ts';

const context = await testDatabase();
const { pool } = context.connection;

const at = (text: string) => new Date(text);
const stored = async (datastream: number) =>
  (
    await pool.query(
      'select at, value, quality, first_value, reason from sensors.observation where datastream_id = $1 order by at',
      [datastream],
    )
  ).rows;

test('a repeated reading changes nothing; another value is a correction that keeps the first', async () => {
  const { ars, datastream } = await plantStream(context);
  const send = (value: number, more = {}) =>
    ingest(context, { ars, datastream, readings: [{ at: at('2026-11-20T10:00Z'), value, ...more }] });
  assert.equal((await send(4)).created, 1);
  assert.deepEqual(
    [await send(4), await send(4)].map(({ repeated, created }) => [repeated, created]),
    [
      [1, 0],
      [1, 0],
    ],
  );
  assert.equal((await send(7)).corrected, 1);
  assert.equal((await send(9, { reason: 'Zählfehler' })).corrected, 1);
  const [row, ...others] = await stored(datastream);
  assert.equal(others.length, 0);
  assert.deepEqual([row.value, row.first_value, row.quality, row.reason], [9, 4, 2, 'Zählfehler']);
  const steps = await readSeries(context, {
    ars,
    datastream,
    from: at('2026-11-20T00:00Z'),
    to: at('2026-11-21T00:00Z'),
    step: 'hour',
  });
  assert.deepEqual(
    steps.map(({ count, sum }) => [count, sum]),
    [[1, 9]],
  );
});

test('a large batch on new ground, and again, and half of it with others in between', async () => {
  const { ars, datastream } = await plantStream(context);
  const batch = (from: number, step: number) =>
    Array.from({ length: 300 }, (_, row) => ({
      at: new Date(Date.UTC(2026, 9, 1) + (from + row * step) * 1000),
      value: 1,
    }));
  const counts = [];
  for (const readings of [batch(0, 2), batch(0, 2), batch(0, 1)]) {
    const { created, repeated } = await ingest(context, { ars, datastream, readings });
    counts.push([created, repeated]);
  }
  assert.deepEqual(counts, [
    [300, 0],
    [0, 300],
    [150, 150],
  ]);
});

test('two values for one moment in one batch are a value and its correction; checked is told from raw', async () => {
  const { ars, datastream } = await plantStream(context);
  const moment = at('2026-11-20T10:00Z');
  const both = await ingest(context, {
    ars,
    datastream,
    readings: [
      { at: moment, value: 1 },
      { at: moment, value: 2 },
      { at: at('2026-11-20T11:00Z'), value: 3, quality: 'checked' },
      { at: at('2026-11-20T12:00Z'), value: 3 },
    ],
  });
  assert.deepEqual([both.created, both.corrected], [3, 1]);
  await ingest(context, {
    ars,
    datastream,
    readings: [{ at: at('2026-11-20T12:00Z'), value: 3, quality: 'checked' }],
  });
  assert.deepEqual(
    (await stored(datastream)).map(({ value, first_value, quality }) => [value, first_value, quality]),
    [
      [2, 1, 2],
      [3, null, 1],
      [3, null, 1],
    ],
  );
});

const refusals: [name: string, reading: { at: Date; value: number; until?: Date }, reason: string][] = [
  ['no number', { at: at('2026-01-01T00:00Z'), value: Number.NaN }, 'not-a-number'],
  ['no time', { at: new Date('x'), value: 1 }, 'too-early'],
  ['long ago', { at: at('1899-12-31T00:00Z'), value: 1 }, 'too-early'],
  ['far ahead', { at: at('2028-01-01T00:00Z'), value: 1 }, 'too-late'],
  ['ends first', { at: at('2026-01-01T00:00Z'), until: at('2025-01-01T00:00Z'), value: 1 }, 'ends-before'],
  ['not kept', { at: at('2025-01-01T00:00Z'), value: 1 }, 'over-already'],
];
test('what is no reading is refused with its reason, and the rest is taken', async () => {
  const { ars, datastream } = await plantStream(context, LEEZEN, { keptDays: 365 });
  const all = refusals.map(([, reading]) => reading);
  const done = await ingest(context, { ars, datastream, readings: [...all, { at: TEST_NOW, value: 1 }] });
  assert.deepEqual(
    done.refused.toSorted((a, b) => a.index - b.index).map(({ reason }) => reason),
    refusals.map(([, , reason]) => reason),
  );
  assert.equal(done.created, 1);
  const foreign = await ingest(context, {
    ars: KARLSRUHE,
    datastream,
    readings: [{ at: TEST_NOW, value: 1 }],
  });
  assert.deepEqual(foreign.refused, [{ index: 0, reason: 'unknown-datastream' }]);
});

test('readings of all ages find their month, and the feature is the place of the thing', async () => {
  const { ars, datastream } = await plantStream(context);
  const times = [
    '1950-05-05T05:00Z',
    '2010-01-01T00:00Z',
    '2019-12-31T23:59:59.999Z',
    '2020-01-01T00:00Z',
    '2027-06-01T00:00Z',
  ];
  const heard: number[] = [];
  const end = hearObservations(({ written }) => heard.push(...written.map(({ id }) => id)));
  await ingest(context, { ars, datastream, readings: times.map((time, value) => ({ at: at(time), value })) });
  end();
  assert.equal((await stored(datastream)).length, times.length);
  assert.equal(new Set(heard).size, times.length);
  const { rows } = await pool.query(
    `select distinct f.name from sensors.observation o join sensors.feature f on f.ars = o.ars and f.id = o.feature_id
     where o.datastream_id = $1`,
    [datastream],
  );
  assert.deepEqual(rows, [{ name: 'Seebrücke' }]);
});

/** The same by one statement over the values themselves. */
const plainSeries = async (datastream: number, step: 'hour' | 'day') =>
  (
    await sql<{ at: Date; count: number; sum: number; min: number; max: number }>`
      select date_trunc(${sql.lit(step)}, at, 'Europe/Berlin') as at, count(*) as count, sum(value) as sum,
        min(value) as min, max(value) as max
      from sensors.observation where datastream_id = ${datastream} group by 1 order by 1`.execute(
      context.database,
    )
  ).rows;

test('rollups are what the values say, whatever comes late, twice or corrected, around the change of the clock', async () => {
  const quarter = fc.record({
    // From 24 October 2026 22:00 UTC: the hour from 2 to 3 comes twice in Berlin.
    slot: fc.integer({ min: 0, max: 40 }),
    value: fc.integer({ min: 0, max: 5 }),
    batch: fc.integer({ min: 0, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(quarter, { minLength: 1, maxLength: 40 }), async (readings) => {
      const { ars, datastream } = await plantStream(context);
      for (const batch of [0, 1, 2, 3]) {
        await ingest(context, {
          ars,
          datastream,
          readings: readings
            .filter((one) => one.batch === batch)
            .map(({ slot, value }) => ({ at: new Date(Date.UTC(2026, 9, 24, 22) + slot * 900_000), value })),
        });
        if (batch === 1) await repairRollups(context);
      }
      for (const step of ['hour', 'day'] as const) {
        const range = { from: at('2026-10-01T00:00Z'), to: at('2026-11-01T00:00Z'), step };
        const steps = await readSeries(context, { ars, datastream, ...range });
        assert.deepEqual(
          steps.map(({ mean: _, ...rest }) => rest),
          await plainSeries(datastream, step),
        );
      }
    }),
    { numRuns: 8 },
  );
});

test('ten writers at once into one hour lose nothing', async () => {
  const { ars, datastream } = await plantStream(context, LEEZEN, { expectedSeconds: 60 });
  await Promise.all(
    Array.from({ length: 10 }, async (_, writer) => {
      await ingestReadings(context, ars, [
        { datastream, at: new Date(TEST_NOW.getTime() + writer * 60_000), value: 1 },
      ]);
      await repairRollups(context);
    }),
  );
  const [hour] = await readSeries(context, {
    ars,
    datastream,
    from: TEST_NOW,
    to: new Date(TEST_NOW.getTime() + 3_600_000),
    step: 'hour',
  });
  assert.deepEqual([hour?.count, hour?.sum, hour?.expected], [10, 10, 60]);
});

test('what is over goes by whole days, its rollups stay and are not spoilt by what comes later', async () => {
  const { ars, datastream } = await plantStream(context, LEEZEN, { keptDays: 400 });
  const day = at('2025-11-21T10:00Z');
  await ingest(context, {
    ars,
    datastream,
    readings: [
      { at: day, value: 5 },
      { at: TEST_NOW, value: 1 },
    ],
  });
  await pool.query('update sensors.datastream set kept_days = 30 where id = $1', [datastream]);
  assert.equal(await pruneObservations(context), 1);
  assert.equal((await stored(datastream)).length, 1);
  await pool.query('update sensors.datastream set kept_days = null where id = $1', [datastream]);
  const late = await ingest(context, { ars, datastream, readings: [{ at: day, value: 9 }] });
  assert.equal(late.refused[0]?.reason, 'over-already');
  const range = { from: at('2025-11-01T00:00Z'), to: at('2025-12-01T00:00Z'), step: 'day' as const };
  assert.deepEqual(
    (await readSeries(context, { ars, datastream, ...range })).map(({ sum }) => sum),
    [5],
  );
  assert.ok(
    (await listSeries(context, ars)).some(({ id, property }) => id === datastream && property === 'Räder'),
  );
  assert.equal((await listSeries(context, KARLSRUHE)).length, 0);
});
