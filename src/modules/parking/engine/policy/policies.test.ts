import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { generateDay } from '../../simulator/days/generate-day.ts';
import { type Pool, type Request, RULES, walkBetween } from '../day.ts';
import { anyTown } from '../engine.builder.ts';
import { judgeDay } from '../oracle/judge-day.ts';
import { nightRun } from '../prices/night.ts';
import { boundOf } from '../prices/supply.ts';
import { stockOf } from '../stock/stock.ts';
import { BID_PRICE, BidPrice } from './bid-price.ts';
import { POLICIES, policyOf } from './policies.ts';
import { decideDay, type Placed, worthOf } from './policy.ts';

const pooledOf = (placed: Placed[]) => placed.map(({ request, option }) => ({ request, pool: option.pool }));
const shortOf = (placed: Placed[]) =>
  placed.map(({ request, option }) => `${request.id} ${option.pool}`).sort();

for (const name of POLICIES)
  test(`${name}: never over capacity, outside a window or too far; twice the same; below the bound`, () => {
    fc.assert(
      fc.property(anyTown, ({ pools, requests, earlier }) => {
        const stock = stockOf(pools, RULES);
        const prices = nightRun(stock, earlier);
        const placed = decideDay(policyOf(name, stock, prices), requests);
        assert.deepEqual(judgeDay(pools, pooledOf(placed), RULES), []);
        assert.deepEqual(shortOf(decideDay(policyOf(name, stock, prices), requests)), shortOf(placed));
        assert.ok(worthOf(placed) <= boundOf(stock, requests, 50) + 1e-6);
      }),
      { numRuns: 60 },
    );
  });

test('ours: a promise is never broken, and a pool never changes once it is fixed', () => {
  fc.assert(
    fc.property(anyTown, ({ pools, requests, earlier }) => {
      const stock = stockOf(pools, RULES);
      const policy = new BidPrice(stock, nightRun(stock, earlier));
      const promised = new Set<string>();
      const fixed = new Map<string, number>();
      for (const request of requests) {
        const decision = policy.ask(request);
        if ('promised' in decision) promised.add(request.id);
        for (const { request: each, option } of policy.fixed()) {
          assert.equal(fixed.get(each.id) ?? option.pool, option.pool);
          fixed.set(each.id, option.pool);
        }
      }
      const ended = policy.end();
      assert.deepEqual(new Set(ended.map(({ request }) => request.id)), promised);
      for (const { request, option } of ended)
        assert.equal(fixed.get(request.id) ?? option.pool, option.pool);
    }),
    { numRuns: 60 },
  );
});

test('nobody looks ahead: what is decided is the same whatever comes later', () => {
  fc.assert(
    fc.property(anyTown, fc.nat(), ({ pools, requests, earlier }, cut) => {
      const stock = stockOf(pools, RULES);
      const prices = nightRun(stock, earlier);
      const answers = (some: Request[]) => {
        const policy = new BidPrice(stock, prices);
        return some.map((request) => 'promised' in policy.ask(request));
      };
      const head = requests.slice(0, cut % (requests.length + 1));
      assert.deepEqual(answers(head), answers(requests).slice(0, head.length));
    }),
    { numRuns: 60 },
  );
});

test('the order in which pools stand in the file changes nothing where walks differ', () => {
  fc.assert(
    fc.property(anyTown, ({ pools, requests }) => {
      const walks = requests.map(({ destination }) => pools.map(({ at }) => walkBetween(at, destination)));
      fc.pre(walks.every((each) => new Set(each).size === pools.length));
      const served = (some: Pool[]) => {
        const placed = decideDay(
          policyOf('pooled', stockOf(some, RULES), { scenarios: [], kappa: 0 }),
          requests,
        );
        return placed.map(({ request, option }) => `${request.id} ${some[option.pool]?.id}`);
      };
      assert.deepEqual(served(pools), served(pools.toReversed()));
    }),
    { numRuns: 60 },
  );
});

test('on a generated day prices serve more than first come, first served, and a floor has its cost', () => {
  const day = generateDay(3, { drivers: 0.1, owners: 0.025 });
  const stock = stockOf(day.pools, RULES);
  const prices = nightRun(stock, day.history);
  const own = decideDay(policyOf('bidPrice', stock, prices), day.requests);
  const listed = decideDay(policyOf('numbered', stock, prices), day.requests);
  assert.ok(worthOf(own) > 1.15 * worthOf(listed), `${worthOf(own)} against ${worthOf(listed)}`);
  const isLong = ({ arrival, departure }: Request) => departure - arrival > 180;
  const floors = [{ group: 'long', isIn: isLong, share: 0.5 }];
  const fair = decideDay(new BidPrice(stock, prices, { ...BID_PRICE, floors }), day.requests);
  const longOf = (placed: Placed[]) => placed.filter(({ request }) => isLong(request)).length;
  assert.ok(longOf(fair) > longOf(own), `${longOf(fair)} against ${longOf(own)}`);
  assert.ok(worthOf(fair) < worthOf(own));
});
