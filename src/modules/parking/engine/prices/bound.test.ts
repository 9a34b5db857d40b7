import assert from 'node:assert/strict';
import { test } from 'node:test';
import createSolver from 'highs';
import { generateDay } from '../../simulator/days/generate-day.ts';
import { type Request, RULES } from '../day.ts';
import { policyOf } from '../policy/policies.ts';
import { decideDay, worthOf } from '../policy/policy.ts';
import { optionsOf, type Stock, stockOf } from '../stock/stock.ts';
import { boundOf } from './supply.ts';

const ROUNDS = 3_000;
const solver = await createSolver();

/**
 * All that is asked for on a day as a linear program: each request once, no pool above its capacity at any time. The load of
 * a pool only rises where a stay begins, so those slots are enough.
 */
const programOf = (stock: Stock, requests: readonly Request[]): string => {
  const choices = requests.flatMap((request, at) =>
    optionsOf(stock, request).map((option) => ({ ...option, request: at, name: `x${at}p${option.pool}` })),
  );
  const rows = (of: typeof choices, limit: number): string =>
    `${of.map(({ name }) => name).join(' + ')} <= ${limit}`;
  const byRequest = [...Map.groupBy(choices, ({ request }) => request).values()].map((of) => rows(of, 1));
  const byPool = [...Map.groupBy(choices, ({ pool }) => pool)].flatMap(([pool, of]) =>
    [...new Set(of.map(({ start }) => start))].map((slot) =>
      rows(
        of.filter(({ start, end }) => start <= slot && slot < end),
        stock.pools[pool]?.capacity ?? 0,
      ),
    ),
  );
  return [
    'Maximize',
    ` worth: ${choices.map(({ name, worth }) => `${worth} ${name}`).join(' + ')}`,
    'Subject To',
    ...[...byRequest, ...byPool].map((row, at) => ` c${at}: ${row}`),
    'Bounds',
    ...choices.map(({ name }) => ` 0 <= ${name} <= 1`),
    'End',
  ].join('\n');
};

// Small towns, so that a general solver is done at once.
const DAYS = [
  { seed: 11, drivers: 0.02, owners: 0.01 },
  { seed: 12, drivers: 0.03, owners: 0.01 },
  { seed: 13, drivers: 0.02, owners: 0.005 },
];
for (const { seed, ...sharing } of DAYS)
  test(`the bound holds and is tight: seed ${seed}, a solver of linear programs as judge`, () => {
    const day = generateDay(seed, sharing);
    const stock = stockOf(day.pools, RULES);
    const solved = solver.solve(programOf(stock, day.requests), { solver: 'ipm', output_flag: false });
    assert.equal(solved.Status, 'Optimal');
    const [best, bound] = [solved.ObjectiveValue, boundOf(stock, day.requests, ROUNDS)];
    assert.ok(bound >= best - 1e-6, `${bound} is below ${best}, which could be reached`);
    assert.ok(bound <= best * 1.01, `${bound} is far above ${best}`);
    const served = worthOf(decideDay(policyOf('pooled', stock, { scenarios: [], kappa: 0 }), day.requests));
    assert.ok(served > 0 && served <= bound);
  });
