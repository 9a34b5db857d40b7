import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomOf } from '../../simulator/days/random.ts';
import { type Pool, RULES } from '../day.ts';
import { NaivePromises } from '../oracle/naive-promises.ts';
import { type Option, stockOf } from '../stock/stock.ts';
import { rehome, takeOutOfUse } from './disruption.ts';
import { findRoom } from './place.ts';
import { type Promised, Promises } from './promises.ts';

const CAPACITIES = [1, 2, 3, 1];
const SLOTS = 36;
const REACH = { depth: 2, tries: 50 };
const pools = CAPACITIES.map(
  (capacity, at): Pool => ({
    id: `p${at}`,
    at: { x: at, y: 0 },
    capacity,
    windows: [{ from: 0, to: SLOTS * RULES.slotMinutes }],
  }),
);
const stock = stockOf(pools, RULES);
const score = ({ worth }: Option): number => worth;

/** A million operations take minutes: `PARKING_OPERATIONS=1000000` runs them all. */
const OPERATIONS = Number(process.env.PARKING_OPERATIONS ?? 30_000);

test(`engine and naive count agree over ${OPERATIONS} random operations${OPERATIONS < 1e6 ? ' (the full 1,000,000: PARKING_OPERATIONS=1000000)' : ''}`, () => {
  const random = randomOf(11);
  const upTo = (most: number): number => Math.floor(random() * most);
  const promises = new Promises(stock);
  const naive = new NaivePromises(CAPACITIES);
  const blocks: Option[] = [];
  const anyOption = (): Option => {
    const start = upTo(SLOTS - 1);
    const end = Math.min(SLOTS, start + 1 + upTo(12));
    return { pool: upTo(CAPACITIES.length), start, end, walk: 0, worth: random() };
  };
  const optionsLike = (option: Option): Option[] =>
    CAPACITIES.map((_, pool) => ({ ...option, pool, worth: random() })).filter(() => random() < 0.7);
  const anyPromised = (): Promised | undefined => [...promises.all()][upTo(naive.held.size)];
  const follow = (): void => {
    naive.held.clear();
    for (const { id, held } of promises.all()) naive.held.set(id, held);
  };
  /** Only moves that the rules allow: who was promised stays promised, who was fixed stays where he is. */
  const keeps = (before: Map<string, { pool: number; isFixed: boolean }>, gone: Set<string>): void => {
    for (const [id, { pool, isFixed }] of before) {
      const now = promises.find(id);
      assert.ok(now || gone.has(id), `${id} vanished`);
      if (isFixed && now && !gone.has(id)) assert.equal(now.held.pool, pool, `${id} was fixed`);
    }
  };

  for (let turn = 0; turn < OPERATIONS; turn += 1) {
    const before = new Map(
      [...promises.all()].map(({ id, held, isFixed }) => [id, { pool: held.pool, isFixed }]),
    );
    const gone = new Set<string>();
    const kind = upTo(20);
    const some = anyPromised();
    if (kind < 10) {
      const options = optionsLike(anyOption());
      const held = findRoom(promises, options, score, REACH);
      if (!held) assert.ok(!options.some((option) => naive.fits(option)), 'refused though one was free');
      else promises.add({ id: `r${turn}`, options, held, arrival: held.start, isFixed: false });
    } else if (kind < 13 && some) {
      promises.remove(some);
      gone.add(some.id);
    } else if (kind < 15 && some) promises.fix(some);
    else if (kind < 16 && some) promises.release(some, some.held.start + upTo(12));
    else if (kind < 17 && some) {
      gone.add(some.id);
      const isPlaced = rehome(promises, some, score, REACH);
      assert.equal(promises.find(some.id) !== undefined, isPlaced);
    } else if (kind < 19) {
      const held = anyOption();
      const capacity = CAPACITIES[held.pool] ?? 0;
      const isBlocked = blocks.some((each) => each.pool === held.pool);
      if (!isBlocked && capacity > 0) {
        for (const { promised } of takeOutOfUse(promises, held, score, REACH)) gone.add(promised.id);
        blocks.push(held);
        naive.blocked.push(held);
      }
    } else {
      const ended = blocks.pop();
      if (ended) {
        promises.unblock(ended);
        naive.blocked.pop();
      }
    }
    keeps(before, gone);
    follow();
    const [pool, slot] = [upTo(CAPACITIES.length), upTo(SLOTS)];
    assert.equal(promises.free[pool * SLOTS + slot], naive.free(pool, slot));
    if (turn % 16 === 0)
      for (const [at, free] of promises.free.entries())
        assert.ok(free >= 0 && free === naive.free(Math.floor(at / SLOTS), at % SLOTS), `turn ${turn}`);
  }
});
