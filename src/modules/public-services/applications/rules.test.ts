import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ApplicationAct,
  type ApplicationState,
  applicationStates,
  isEnded,
  isOpen,
  isSent,
  stateAfter,
} from './life.ts';
import { newReceiptNumber, newSecret, readReceiptNumber, readSecret, spelled } from './secret.ts';
import { addWorkingDays, moveBy } from './working-days.ts';
import '../../../foundation/time/zone.ts';

const LEEZEN = '010605053053';
const KARLSRUHE = '082120000000';

/** Every act that is allowed; all others are refused. */
const allowed: [state: ApplicationState, act: ApplicationAct, next: ApplicationState][] = [
  ['draft', 'fill', 'draft'],
  ['draft', 'send', 'submitted'],
  ['draft', 'askToSign', 'inSigning'],
  ['inSigning', 'askToSign', 'inSigning'],
  ['inSigning', 'sign', 'submitted'],
  ['inSigning', 'decline', 'draft'],
  ['inSigning', 'takeBack', 'draft'],
  ['submitted', 'write', 'submitted'],
  ['submitted', 'addDocument', 'submitted'],
  ['submitted', 'withdraw', 'withdrawn'],
  ['submitted', 'take', 'inWork'],
  ['submitted', 'reply', 'submitted'],
  ['submitted', 'ask', 'inQuestion'],
  ['submitted', 'handOver', 'submitted'],
  ['inWork', 'write', 'inWork'],
  ['inWork', 'addDocument', 'inWork'],
  ['inWork', 'withdraw', 'withdrawn'],
  ['inWork', 'take', 'inWork'],
  ['inWork', 'reply', 'inWork'],
  ['inWork', 'ask', 'inQuestion'],
  ['inWork', 'grant', 'granted'],
  ['inWork', 'refuse', 'refused'],
  ['inWork', 'handOver', 'submitted'],
  ['inQuestion', 'write', 'inQuestion'],
  ['inQuestion', 'addDocument', 'inQuestion'],
  ['inQuestion', 'correct', 'inQuestion'],
  ['inQuestion', 'answer', 'inWork'],
  ['inQuestion', 'withdraw', 'withdrawn'],
  ['inQuestion', 'take', 'inQuestion'],
  ['inQuestion', 'reply', 'inQuestion'],
];
const acts: ApplicationAct[] = [
  'fill',
  'send',
  'askToSign',
  'sign',
  'decline',
  'takeBack',
  'write',
  'addDocument',
  'correct',
  'answer',
  'withdraw',
  'take',
  'reply',
  'ask',
  'grant',
  'refuse',
  'handOver',
];
for (const state of applicationStates)
  for (const act of acts)
    test(`${act} when ${state}`, () =>
      assert.equal(stateAfter(state, act), allowed.find(([from, by]) => from === state && by === act)?.[2]));

test('an application is a draft, waits for a signature, is open or ended', () => {
  assert.deepEqual(
    applicationStates.filter((state) => !isSent(state)),
    ['draft', 'inSigning'],
  );
  assert.deepEqual(applicationStates.filter(isOpen), ['submitted', 'inWork', 'inQuestion']);
  assert.deepEqual(applicationStates.filter(isEnded), ['granted', 'refused', 'withdrawn']);
});

const dues: [from: string, days: number, ars: string, due: string][] = [
  ['2026-11-20', 1, LEEZEN, '2026-11-23'],
  ['2026-11-22', 10, LEEZEN, '2026-12-04'],
  ['2026-12-23', 2, LEEZEN, '2026-12-28'],
  ['2027-01-05', 1, KARLSRUHE, '2027-01-07'],
  ['2027-01-05', 1, LEEZEN, '2027-01-06'],
  ['2027-10-29', 1, KARLSRUHE, '2027-11-02'],
  ['2027-10-29', 1, LEEZEN, '2027-11-01'],
];
for (const [from, days, ars, due] of dues)
  test(`${days} working days after ${from} in ${ars.slice(0, 2)}`, () =>
    assert.equal(addWorkingDays(from, days, ars), due));

test('a day that moves ends on a day on which somebody works', () => {
  assert.equal(moveBy('2026-11-27', 3, LEEZEN), '2026-11-30');
  assert.equal(moveBy('2026-11-27', 1, LEEZEN), '2026-11-30');
  assert.equal(moveBy('2026-11-27', 0, LEEZEN), '2026-11-27');
});

test('a receipt number is read as people type it, and a slip is noticed', () => {
  for (let round = 0; round < 50; round += 1) {
    const number = newReceiptNumber();
    assert.match(number, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    assert.equal(readReceiptNumber(` ${number.toLowerCase().replace('-', ' ')} `), number);
    const wrong = (number.startsWith('7') ? '8' : '7') + number.slice(1);
    assert.equal(readReceiptNumber(wrong), undefined);
  }
  assert.equal(readReceiptNumber('1234'), undefined);
});

test('a code is read with O for 0 and L for 1; anything else is none', () => {
  const secret = newSecret();
  assert.equal(secret.length, 52);
  assert.equal(readSecret(spelled(secret).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')), secret);
  assert.equal(readSecret(secret.slice(1)), undefined);
  assert.equal(readSecret(`${secret.slice(1)}U`), undefined);
});
