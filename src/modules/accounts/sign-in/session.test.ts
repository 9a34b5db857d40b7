import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWorthNoting, sessionState, shortUserAgent } from './session.ts';

const START = Date.UTC(2026, 10, 22, 8);
const after = (minutes: number): Date => new Date(START + minutes * 60_000);

const cases: [
  createdMinute: number,
  seenMinute: number,
  nowMinute: number,
  kind: string,
  endsMinute: number,
][] = [
  [0, 0, 0, 'running', 120],
  [0, 0, 104, 'running', 120],
  [0, 0, 105, 'ending', 120],
  [0, 0, 119, 'ending', 120],
  [0, 0, 120, 'over', 120],
  [0, 100, 200, 'running', 220],
  [0, 700, 704, 'running', 720],
  [0, 700, 705, 'ending', 720],
  [0, 719, 720, 'over', 720],
];

for (const [created, seen, now, kind, ends] of cases)
  test(`begun at 0, seen at minute ${seen}: ${kind} at minute ${now}`, () => {
    const times = { createdAt: after(created), lastSeenAt: after(seen) };
    assert.deepEqual(sessionState(times, after(now)), { kind, endsAt: after(ends) });
  });

test('a session is noted once a minute at most', () => {
  const times = { createdAt: after(0), lastSeenAt: after(5) };
  assert.equal(isWorthNoting(times, new Date(after(6).getTime() - 1)), false);
  assert.equal(isWorthNoting(times, after(6)), true);
});

const agents: [header: string | undefined, short: string][] = [
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0', 'Edge, Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1', 'Safari, iPhone'],
  ['Mozilla/5.0 (Linux; Android 16) Chrome/150.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['<script>alert(1)</script>', ''],
  [undefined, ''],
];

for (const [header, short] of agents)
  test(`of »${header?.slice(0, 40)}« only »${short}« is kept`, () => {
    assert.equal(shortUserAgent(header), short);
  });
