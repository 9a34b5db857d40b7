import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES } from '../day.ts';
import { policyOf } from '../policy/policies.ts';
import { decideDay } from '../policy/policy.ts';
import { stockOf } from '../stock/stock.ts';
import { answerOf } from './answer.ts';
import { readDay, readHistory } from './read-day.ts';

const space = { id: 'p0', capacity: 1, x: 0, y: 0, from: 360, to: 720 };
const request = { id: 'r0', x: 50, y: 0, from: 400, to: 500, requestedAt: 380, maxWalk: 200, value: 8 };
const { id: _, ...earlier } = request;
const day = {
  slotMinutes: 5,
  bufferMinutes: 10,
  dayFrom: 360,
  dayTo: 1440,
  walkPenaltyPerMetre: 0.0001,
  spaces: [space],
  requests: [request],
};
const text = (changes: object): string => JSON.stringify({ ...day, ...changes });

test('a day is read, decided and answered in the format of judges', () => {
  const late = { ...request, id: 'late', requestedAt: 390 };
  const read = readDay(text({ requests: [late, request] }));
  assert.ok('value' in read);
  const { pools, rules, requests } = read.value;
  assert.deepEqual(rules, RULES);
  const stock = stockOf(pools, rules);
  const placed = decideDay(policyOf('bidPrice', stock, { scenarios: [], kappa: 0 }), requests);
  assert.deepEqual(answerOf(pools, placed), {
    assignments: [{ request: 'r0', space: 'p0', from: 400, to: 500 }],
  });
});

const faults: [string, string, string][] = [
  ['no JSON', '{', ''],
  ['no object', '[]', 'slotMinutes'],
  ['a list is missing', JSON.stringify({ ...day, spaces: undefined }), 'spaces'],
  ['half a unit', text({ spaces: [{ ...space, capacity: 0.5 }] }), 'spaces.0.capacity'],
  ['a window that ends before it begins', text({ spaces: [{ ...space, to: 300 }] }), 'spaces.0'],
  ['two spaces of one name', text({ spaces: [space, space] }), 'spaces'],
  ['a stay without end', text({ requests: [{ ...request, to: 1e300 }] }), 'requests.0.to'],
  ['a negative value', text({ requests: [{ ...request, value: -1 }] }), 'requests.0.value'],
  ['a text for a number', text({ requests: [{ ...request, x: '50' }] }), 'requests.0.x'],
];
for (const [name, written, at] of faults)
  test(`refused, with the place in the file: ${name}`, () => {
    const read = readDay(written);
    assert.ok('fault' in read);
    assert.equal(read.fault.at, at);
    assert.ok(read.fault.de && read.fault.en && read.fault.de !== read.fault.en);
  });

test('earlier days are requests without an id', () => {
  const read = readHistory(JSON.stringify({ days: [[earlier], []] }));
  assert.ok('value' in read);
  assert.equal(read.value[0]?.[0]?.arrival, 400);
  assert.ok('fault' in readHistory(JSON.stringify({ days: [[{ ...earlier, from: 600 }]] })));
});
