import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateDay } from '../../simulator/days/generate-day.ts';
import { type Pool, type Request, RULES } from '../day.ts';
import { stockOf } from '../stock/stock.ts';
import { nightRun } from './night.ts';
import { boundOf } from './supply.ts';

const pool: Pool = { id: 'p', at: { x: 0, y: 0 }, capacity: 1, windows: [{ from: 360, to: 720 }] };
const stock = stockOf([pool], { ...RULES, walkPenaltyPerMetre: 0 });
const request = (value: number, arrival: number, departure: number): Request => ({
  id: `${value} ${arrival}`,
  destination: { x: 0, y: 0 },
  requestedAt: arrival - 30,
  arrival,
  departure,
  walkLimit: 100,
  value,
});

/** What one space is worth to those who want it, counted by hand. */
const bounds: [string, Request[], number][] = [
  ['nobody asks', [], 0],
  ['one', [request(5, 400, 460)], 5],
  ['two of whom one fits', [request(5, 400, 460), request(8, 430, 500)], 8],
  ['one after the other', [request(5, 400, 460), request(8, 470, 520)], 13],
  ['the buffer does not fit between', [request(5, 400, 460), request(8, 465, 520)], 8],
  [
    'a long one against two short ones',
    [request(9, 400, 600), request(5, 400, 460), request(6, 500, 560)],
    11,
  ],
  ['until the window ends no buffer is needed', [request(5, 600, 720)], 5],
];
for (const [name, requests, best] of bounds)
  test(`the bound is the best that can be had: ${name}`, () => {
    const bound = boundOf(stock, requests, 3000);
    assert.ok(bound >= best - 1e-9 && bound <= best + 0.05, `${bound} for ${best}`);
  });

test('without an earlier day it begins cold', () => {
  assert.deepEqual(nightRun(stock, []), { scenarios: [], kappa: 0 });
  assert.deepEqual(nightRun(stock, [[]]), { scenarios: [], kappa: 0 });
});

test('a price set goes live only where its replay serves at least what first come, first served does', () => {
  const { pools, history } = generateDay(5, { drivers: 0.1, owners: 0.025 });
  const set = nightRun(stockOf(pools, RULES), history);
  assert.ok(set.replay && set.kappa > 0 && set.replay.own >= set.replay.firstCome);
  // Days that have nothing to do with each other: the prices of one keep out everybody of the other.
  const morning = Array.from({ length: 30 }, () => request(20, 400, 460));
  const cheap = [request(5, 400, 460)];
  const odd = nightRun(stock, [cheap, morning, cheap]);
  assert.equal(odd.kappa, 0);
  assert.ok(odd.replay && odd.replay.own < odd.replay.firstCome);
});

test('a night changes nothing in what it was given and says the same twice', () => {
  const { pools, history } = generateDay(6, { drivers: 0.05, owners: 0.02 });
  const before = structuredClone(history);
  const first = nightRun(stockOf(pools, RULES), history);
  assert.deepEqual(nightRun(stockOf(pools, RULES), history), first);
  assert.deepEqual(history, before);
});
