import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { KARLSRUHE } from '../bookings/bookings.builder.ts';
import { arrive, cancelBooking, extend, leave, reportTaken } from '../bookings/driver-acts.ts';
import { listOfBooking } from './documents/document-store.ts';
import { numberText } from './documents/money-document.ts';
import { listBalances } from './ledger/ledger-store.ts';
import { reconcile } from './ledger/reconcile.ts';
import { FACTS, startMoney } from './money.builder.ts';
import { payOut } from './pay-out.ts';
import { refundByNumber } from './refund.ts';
import { keepTaxFacts } from './tax/keep-tax-facts.ts';

// Whatever drivers, hosts, the network and time do, in whatever order: in the end both books say the same.
const world = await startMoney();
const { context, provider, setting, addPool, setNow, minute, requested, open } = world;
const { pool: database } = context.connection;

const RUNS = process.env.ALLMENDE_LARGE === '1' ? 500 : 20;

type Booked = Awaited<ReturnType<typeof requested>>;
type State = { bookings: Booked[]; clock: number };

const pad = (value: number): string => String(value).padStart(2, '0');
const timeOf = (minutes: number): string =>
  `2026-11-24 ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

const one = (state: State, at: number): Booked | undefined => state.bookings[at % state.bookings.length];

const acts: Record<string, (state: State, at: number) => Promise<unknown>> = {
  ask: async (state, at) => {
    const from = Math.ceil((state.clock + 5) / 5) * 5 + (at % 4) * 15;
    const booked = await requested(timeOf(from), timeOf(from + 30)).catch(() => undefined);
    if (!booked) return;
    state.bookings.push(booked);
    // Most pay at once; the rest is left to chance.
    if (at % 4 !== 0) await provider.decide(await open(booked), 'authorised').catch(() => undefined);
  },
  pay: async (state, at) => {
    const booked = one(state, at);
    if (booked) await provider.decide(await open(booked), 'authorised').catch(() => undefined);
  },
  decline: async (state, at) => {
    const booked = one(state, at);
    if (booked) await provider.decide(await open(booked), 'declined').catch(() => undefined);
  },
  arrive: async (state, at) => one(state, at) && arrive(setting, one(state, at)?.key ?? never()),
  leave: async (state, at) => one(state, at) && leave(setting, one(state, at)?.key ?? never()),
  cancel: async (state, at) => one(state, at) && cancelBooking(setting, one(state, at)?.key ?? never()),
  extend: async (state, at) =>
    one(state, at) && extend(setting, one(state, at)?.key ?? never(), { slots: 6 }),
  taken: async (state, at) => one(state, at) && reportTaken(setting, one(state, at)?.key ?? never()),
  refund: async (state, at) => {
    const booked = one(state, at);
    const [receipt] = booked ? await listOfBooking(context.database, booked.money) : [];
    if (receipt) await refundByNumber(setting, KARLSRUHE, numberText(receipt));
  },
  payOut: async () => payOut(setting),
  breakBefore: async () => Object.assign(provider.faults, { breaks: 'before' }),
  breakBehind: async () => Object.assign(provider.faults, { breaks: 'after' }),
  mend: async () => Object.assign(provider.faults, { breaks: undefined, notices: undefined }),
  lose: async () => Object.assign(provider.faults, { notices: 'lost' }),
  wait: async (state, at) => {
    state.clock = Math.min(state.clock + 1 + (at % 17), 22 * 60);
    setNow(timeOf(state.clock));
    await minute();
  },
};
const never = (): never => {
  throw new Error('There is no booking.');
};

const NAMES = Object.keys(acts);
const step = fc.tuple(
  fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom('ask', 'pay', 'wait', 'wait', 'arrive', 'leave')),
  fc.nat(40),
);

const sumOf = async (statement: string): Promise<number> =>
  Number((await database.query(statement)).rows[0].sum ?? 0);

const settleAll = async (state: State): Promise<void> => {
  provider.faults = {};
  for (const minutes of [30, 90, 150, 210, 280, 290, 295, 297]) {
    state.clock = Math.max(state.clock, 18 * 60 + minutes);
    setNow(timeOf(Math.min(state.clock, 23 * 60 + 58)));
    await minute();
    for (const { key } of state.bookings) {
      await leave(setting, key);
      await cancelBooking(setting, key);
    }
  }
  await minute();
};

const judge = async (): Promise<void> => {
  const { differences } = await reconcile(setting, provider, { ars: KARLSRUHE, day: '2026-11-24' });
  const real = differences.filter((one) => one.kind !== 'unfinished' || one.reason !== 'balance-too-low');
  assert.deepEqual(real, []);
  const balances = await listBalances(context.database, KARLSRUHE);
  assert.equal(
    balances.reduce((sum, { cents }) => sum + cents, 0),
    0,
  );
  assert.equal(balances.find(({ account }) => account === 'driver')?.cents ?? 0, 0, 'nobody owes anything');
  const open = "select count(*) as sum from parking.payment where state in ('requested', 'secured', 'due')";
  assert.equal(await sumOf(open), 0);
  assert.equal(
    await sumOf('select count(*) as sum from parking.payment where charged_cents > reserved_cents'),
    0,
  );
  const paid = await sumOf("select sum(charged_cents) as sum from parking.payment where state = 'paid'");
  const there = await sumOf(
    "select sum(case kind when 'capture' then cents when 'refund' then -cents else 0 end) as sum from parking.test_movement",
  );
  assert.equal(there, paid, 'what was taken and not given back');
  const { rows } = await database.query(
    "select count(*)::int as count, max(number) as last from parking.money_document where kind = 'receipt'",
  );
  assert.equal(rows[0].count, rows[0].last ?? 0, 'numbers without a gap');
  assert.equal(await sumOf('select sum(used) as sum from parking.slot_load where used < 0'), 0);
};

test('whatever happens in whatever order, both books say the same and nobody is charged twice', async (t) => {
  let charged = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      await world.clear();
      const state: State = { bookings: [], clock: 9 * 60 };
      setNow(timeOf(state.clock));
      const near = await addPool({ capacity: 2 }, undefined, 'firm');
      await addPool({ capacity: 1, centsPerHour: 80 }, undefined, 'household');
      await keepTaxFacts(setting, { ars: KARLSRUHE, hostId: near.hostId }, FACTS);
      for (const [name, at] of steps) await acts[name]?.(state, at);
      await settleAll(state);
      await judge();
      charged += await sumOf("select count(*) as sum from parking.test_movement where kind = 'capture'");
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  assert.ok(charged > RUNS, `${charged} captures`);
  t.diagnostic(`${charged} captures`);
});
