import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayMoveTo, type PaymentPlan, planFor, reserveFor, vatIn } from './payment.ts';

const open = { hostKind: 'firm', isBlocked: false } as const;
const town = { hostKind: 'municipal', isBlocked: false } as const;
const web = { hasProvider: true, channel: 'web' } as const;

const plans: [Parameters<typeof planFor>, PaymentPlan | undefined][] = [
  [[0, open, { ...web, hasProvider: false }], 'free'],
  [[0, { ...open, isBlocked: true }, web], 'free'],
  [[100, open, web], 'host'],
  [[100, open, { ...web, hasProvider: false }], undefined],
  [[100, { ...open, isBlocked: true }, web], undefined],
  [[100, open, { ...web, channel: 'phone' }], undefined],
  [[100, town, { ...web, hasProvider: false }], 'town'],
  [[100, town, { ...web, channel: 'phone' }], 'town'],
];
for (const [given, plan] of plans)
  test(`how a space is paid for: ${JSON.stringify(given)} → ${plan}`, () => {
    assert.equal(planFor(...given), plan);
  });

test('a promise moves to the same kind of payee, or for nothing', () => {
  assert.ok(mayMoveTo('host', 'host') && mayMoveTo('host', 'free') && mayMoveTo('town', 'free'));
  for (const [from, to] of [
    ['free', 'host'],
    ['host', 'town'],
    ['town', 'host'],
    ['host', undefined],
  ] as const)
    assert.equal(mayMoveTo(from, to), false, `${from} ${to}`);
});

test('prices are gross: the tax is in them, to the cent', () => {
  for (const [gross, percent, vat] of [
    [119, 19, 19],
    [100, 19, 16],
    [1, 19, 0],
    [250, 19, 40],
    [250, 0, 0],
  ] as const)
    assert.equal(vatIn(gross, percent), vat);
});

test('two hours more than quoted are reserved', () => {
  assert.equal(reserveFor(200, 100), 400);
});
