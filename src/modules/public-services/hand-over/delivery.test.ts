import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOf } from './deliver-applications.ts';
import {
  type Delivery,
  isTriedAgain,
  lastingFaults,
  MOST_TRIES,
  nextLook,
  type Outcome,
  passingFaults,
  pauseAfter,
} from './delivery.ts';

const MINUTE = 60_000;
const NOW = new Date('2026-11-24T12:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);

test('the pause between two tries doubles up to half a day; all together take two to three days', () => {
  const pauses = Array.from({ length: MOST_TRIES - 1 }, (_, at) => pauseAfter(at + 1) / MINUTE);
  assert.deepEqual(pauses, [5, 10, 20, 40, 80, 160, 320, 640, 720, 720, 720]);
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 60;
  assert.ok(hours > 48 && hours < 72, String(hours));
});

test('what passes is tried again until the last try, what lasts never', () => {
  for (const fault of passingFaults) {
    assert.equal(isTriedAgain(fault, 1), true, fault);
    assert.equal(isTriedAgain(fault, MOST_TRIES), false, fault);
  }
  for (const fault of lastingFaults) assert.equal(isTriedAgain(fault, 1), false, fault);
});

const looks: [agedMinutes: number, nextInMinutes: number | undefined][] = [
  [0, 5],
  [20, 10],
  [24 * 60, 6 * 60],
  [29 * 24 * 60, 6 * 60],
  [31 * 24 * 60, undefined],
];
for (const [aged, next] of looks)
  test(`${aged} minutes after it was handed over, the next look is in ${next} minutes`, () => {
    const found = nextLook(later(-aged), NOW);
    assert.deepEqual(found, next === undefined ? undefined : later(next));
  });

const delivery = (more: Partial<Delivery>): Delivery => ({
  ars: '010605053053',
  id: '0193b7a0-0000-7000-8000-000000000001',
  deliveryId: '0193b7a0-0000-7000-8000-000000000002',
  way: 'fitConnect',
  state: 'waiting',
  tries: 1,
  reasons: [],
  askedAt: NOW,
  changedAt: NOW,
  dueAt: NOW,
  progress: null,
  refusedEvents: [],
  ...more,
});

const ends: [
  what: string,
  before: Partial<Delivery>,
  outcome: Outcome,
  state: Delivery['state'],
  reasons: string[],
  dueInMinutes: number | null,
][] = [
  ['busy once', {}, { refused: 'service-busy' }, 'waiting', ['service-busy'], 5],
  ['busy again', { tries: 3 }, { refused: 'service-busy' }, 'waiting', ['service-busy'], 20],
  ['busy for days', { tries: MOST_TRIES }, { refused: 'service-busy' }, 'failed', ['service-busy'], null],
  ['no certificate', {}, { refused: 'certificate-refused' }, 'failed', ['certificate-refused'], null],
  ['by mail', { way: 'mail' }, { state: 'handedOver' }, 'handedOver', [], null],
  ['by FIT-Connect', {}, { state: 'handedOver' }, 'handedOver', [], 5],
  ['accepted', { state: 'handedOver' }, { state: 'accepted' }, 'accepted', [], null],
  ['rejected', { state: 'handedOver' }, { state: 'rejected', reasons: ['x'] }, 'rejected', ['x'], null],
  ['no news to be had', { state: 'handedOver' }, { refused: 'unauthorised' }, 'handedOver', [], 5],
  ['nobody knows it', { state: 'handedOver' }, { refused: 'unknown-submission' }, 'handedOver', [], 5],
];
for (const [what, before, outcome, state, reasons, due] of ends)
  test(`what an outcome makes of a delivery: ${what}`, () => {
    const end = endOf(delivery(before), outcome, NOW);
    const dueAt = due === null ? null : later(due);
    assert.deepEqual(end, { state, reasons, dueAt, refusedEvents: [] });
  });

test('an event that was not believed stays named, once', () => {
  const before = delivery({ state: 'handedOver', refusedEvents: ['wrong-signature'] });
  const outcome: Outcome = { state: 'handedOver', refusedEvents: ['wrong-signature', 'wrong-tags'] };
  assert.deepEqual(endOf(before, outcome, NOW).refusedEvents, ['wrong-signature', 'wrong-tags']);
});
