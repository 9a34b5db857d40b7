import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder, reached, type Stop, stations, type Thread } from './thread.ts';

const stop: Stop = { text: 'x', href: '/x' };
const thread = (key: string, own: readonly (typeof stations)[number][], isDemonstration = false): Thread => ({
  key,
  title: key,
  isDemonstration,
  stops: Object.fromEntries(
    stations.map((station) => [station, own.includes(station) ? [stop] : []]),
  ) as unknown as Thread['stops'],
});

test('the stations of an idea are told in their order, and the farthest stands first, the invented last', () => {
  assert.deepEqual(reached(thread('a', ['effect', 'measure'])), ['measure', 'effect']);
  const all = [
    thread('invented', [...stations], true),
    thread('b', ['measure', 'pilot']),
    thread('a', ['measure', 'pilot']),
    thread('c', ['measure', 'pilot', 'effect']),
  ];
  assert.deepEqual(
    inOrder(all).map(({ key }) => key),
    ['c', 'a', 'b', 'invented'],
  );
});
