import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Attempts, countAttempt, networkOf } from './attempt.ts';

const RULE = { free: 3, longestSeconds: 60 };
const START = Date.UTC(2026, 10, 22, 8);
const at = (seconds: number): Date => new Date(START + seconds * 1000);

const cases: [failures: number, seconds: number, waits: number | undefined][] = [
  [1, 0, undefined],
  [2, 0, undefined],
  [3, 0, 1],
  [3, 1, undefined],
  [4, 1, 2],
  [4, 2, undefined],
  [8, 31, 32],
  [8, 32, undefined],
  [9, 59, 60],
  [9, 60, undefined],
  [1_000_000, 59, 60],
  [1_000_000, 60, undefined],
];

for (const [failures, seconds, waits] of cases)
  test(`${failures} failures, ${seconds} s later: ${waits ? `wait until ${waits} s` : 'one more try'}`, () => {
    const counted = countAttempt({ failures, lastAt: at(0) }, RULE, at(seconds));
    assert.deepEqual(
      counted,
      waits
        ? { refused: 'too-many-attempts', until: at(waits) }
        : { failures: failures + 1, lastAt: at(seconds) },
    );
  });

test('a day without a failure is a new beginning', () => {
  const known: Attempts = { failures: 99, lastAt: at(0) };
  assert.deepEqual(countAttempt(known, RULE, at(86_401)), { failures: 1, lastAt: at(86_401) });
  assert.deepEqual(countAttempt(undefined, RULE, at(0)), { failures: 1, lastAt: at(0) });
});

const addresses: [address: string | undefined, network: string][] = [
  ['192.0.2.7', '192.0.2.0/24'],
  ['::ffff:192.0.2.200', '192.0.2.0/24'],
  ['2001:db8:1:2ab::1', '2001:0db8:0001:0200::/56'],
  ['2001:DB8:1:2ff:9:8:7:6', '2001:0db8:0001:0200::/56'],
  ['2001:db8::1', '2001:0db8:0000:0000::/56'],
  ['::1', '0000:0000:0000:0000::/56'],
  ['fe80::1%eth0', 'fe80:0000:0000:0000::/56'],
  ['not an address', 'unknown'],
  [undefined, 'unknown'],
];

for (const [address, network] of addresses)
  test(`${address} belongs to ${network}`, () => {
    assert.equal(networkOf(address), network);
  });
