import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterCheck, type LinkState, linkState } from './link-check.ts';

const states: [failures: number, reason: string | null, state: LinkState][] = [
  [0, null, 'works'],
  [1, 'bad-status: 404', 'unsure'],
  [2, 'bad-status: 404', 'broken'],
  [2, 'bad-status: 410', 'broken'],
  [2, 'bad-status: 503', 'unsure'],
  [2, 'not-reachable: ENOTFOUND', 'unsure'],
  [3, 'not-reachable: ENOTFOUND', 'broken'],
];
for (const [failures, reason, state] of states)
  test(`${failures} failures, ${reason}: ${state}`, () =>
    assert.equal(linkState({ failures, reason }), state));

test('failures count in a row and keep the day of the first; a link that works again is forgiven', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day, 3));
  const first = afterCheck('https://x.example/', undefined, 'bad-status: 500', at(1));
  const second = afterCheck('https://x.example/', first, 'bad-status: 404', at(2));
  assert.deepEqual(
    [second.failures, second.failedSince, second.nextAt],
    [2, at(1), new Date('2026-11-02T23:00:00Z')],
  );
  const mended = afterCheck('https://x.example/', second, undefined, at(3));
  assert.deepEqual([mended.failures, mended.failedSince, mended.nextAt], [0, null, at(10)]);
});
