import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Grown, matchByArea, type Vanished } from './succession.ts';

const old = (key: string, areaKm2: number): Vanished => ({ key, name: key, areaKm2 });
const taker = (key: string, growthKm2: number): Grown => ({ key, name: key, growthKm2 });

/** Real figures: what Thuringia merged on 1 January 2023, with who lies beside whom. */
const beside: Record<string, string[]> = {
  Dünwald: ['Dingelstädt', 'Unstruttal'],
  Menteroda: ['Unstruttal'],
  Anrode: ['Dingelstädt', 'Unstruttal', 'Mühlhausen'],
};

test('growth accounts for what was taken over, whole or divided', () => {
  const matches = matchByArea(
    [old('Dünwald', 28.89), old('Menteroda', 27.35), old('Anrode', 52.73)],
    [taker('Dingelstädt', 48.08), taker('Unstruttal', 56.07), taker('Mühlhausen', 4.81)],
    ({ key }, { key: into }) => beside[key]?.includes(into) ?? false,
  );
  assert.deepEqual(
    Object.fromEntries(matches.map(({ vanished, into }) => [vanished.key, into.map(({ key }) => key)])),
    {
      Dünwald: ['Dingelstädt'],
      Menteroda: ['Unstruttal'],
      Anrode: ['Unstruttal', 'Dingelstädt', 'Mühlhausen'],
    },
  );
});

test('where no growth accounts for it, nothing is guessed', () => {
  assert.deepEqual(
    matchByArea([old('A', 20)], [taker('B', 9)], () => true),
    [],
  );
  assert.deepEqual(
    matchByArea([old('A', 20)], [taker('B', 20)], () => false),
    [],
  );
});

test('a divided area lists the largest taker first', () => {
  const [match] = matchByArea(
    [old('Forst', 5.88)],
    [taker('A', 1.59), taker('B', 3.97), taker('C', 0.32)],
    () => true,
  );
  assert.deepEqual(
    match?.into.map(({ key }) => key),
    ['B', 'A', 'C'],
  );
});
