import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { loadPlaceIndex } from '../../municipalities/index.ts';
import { openCountry } from './open-country.ts';

const places = await loadPlaceIndex((await testDatabase()).database);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A house whose only module answers when it is let, or fails. */
const aHouse = () => {
  let now = Date.UTC(2026, 10, 22);
  let asked = 0;
  let answer: Promise<[]> = Promise.resolve([]);
  const read = () => {
    asked += 1;
    return answer;
  };
  const country = openCountry({
    clock: () => new Date(now),
    places,
    sources: [{ sign: 'offers', read }],
    fields: [],
    invented: [],
  });
  return {
    read: country.read,
    asked: () => asked,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    answerWith: (next: Promise<[]>) => {
      answer = next;
    },
  };
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a count is kept ten minutes, and who asks at once shares it', async () => {
  const house = aHouse();
  const [one, other] = await Promise.all([house.read(), house.read()]);
  assert.equal(one, other);
  house.pass(10 * MINUTE - 1);
  assert.equal(await house.read(), one);
  assert.equal(house.asked(), 1);
});

test('later the old count is shown while a new one is made: nobody waits', async () => {
  const house = aHouse();
  const first = await house.read();
  let release: (facts: []) => void = () => undefined;
  house.answerWith(new Promise((resolve) => (release = resolve)));
  house.pass(10 * MINUTE);
  assert.equal(await house.read(), first);
  assert.equal(await house.read(), first);
  assert.equal(house.asked(), 2);
  release([]);
  await settled();
  const second = await house.read();
  assert.equal(second.countedAt.getTime() - first.countedAt.getTime(), 10 * MINUTE);
});

test('a count older than a day is not shown any more', async () => {
  const house = aHouse();
  const first = await house.read();
  house.pass(DAY);
  assert.equal((await house.read()).countedAt.getTime() - first.countedAt.getTime(), DAY);
});

test('what fails is hidden as long as a count can be shown, and tried again', async () => {
  const house = aHouse();
  const first = await house.read();
  house.answerWith(Promise.reject(new Error('away')));
  house.pass(20 * MINUTE);
  assert.equal(await house.read(), first);
  await settled();
  house.pass(DAY);
  await assert.rejects(house.read(), /away/);
  house.answerWith(Promise.resolve([]));
  assert.notEqual(await house.read(), first);
});
