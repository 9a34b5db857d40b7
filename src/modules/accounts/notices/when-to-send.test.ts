import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBerlin } from '../../../foundation/time/zone.ts';
import type { NoticePace, NoticeTopic } from '../contract.ts';
import { DEFAULT_QUIET, paceOf, type QuietHours } from './notice.ts';
import { whenToSend } from './when-to-send.ts';

const at = (text: string): Date => {
  const [day = '', time] = text.split(' ');
  return fromBerlin(day, time);
};

type Case = {
  name: string;
  created: string;
  now?: string;
  topic?: NoticeTopic;
  pace: NoticePace;
  quiet?: QuietHours | undefined;
  sent: string | undefined;
};

const cases: Case[] = [
  { name: 'at once on a working day', created: '2026-11-24 10:00', pace: 'atOnce', sent: '2026-11-24 10:00' },
  { name: 'at once in the evening', created: '2026-11-24 20:00', pace: 'atOnce', sent: '2026-11-25 07:00' },
  { name: 'a minute before', created: '2026-11-24 19:59', pace: 'atOnce', sent: '2026-11-24 19:59' },
  { name: 'early in the morning', created: '2026-11-24 06:59', pace: 'atOnce', sent: '2026-11-24 07:00' },
  { name: 'on Saturday evening', created: '2026-11-28 21:00', pace: 'atOnce', sent: '2026-11-30 07:00' },
  { name: 'on Sunday noon', created: '2026-11-22 12:00', pace: 'atOnce', sent: '2026-11-23 07:00' },
  { name: 'before Easter', created: '2026-04-02 20:30', pace: 'atOnce', sent: '2026-04-04 07:00' },
  { name: 'on Easter Saturday', created: '2026-04-04 20:30', pace: 'atOnce', sent: '2026-04-07 07:00' },
  { name: 'on Christmas Eve, late', created: '2026-12-24 22:00', pace: 'atOnce', sent: '2026-12-28 07:00' },
  {
    name: 'the digest waits for the morning',
    created: '2026-11-24 10:00',
    pace: 'daily',
    sent: '2026-11-25 07:00',
  },
  { name: 'the digest of the night', created: '2026-11-24 03:00', pace: 'daily', sent: '2026-11-24 07:00' },
  { name: 'the digest of Saturday', created: '2026-11-28 10:00', pace: 'daily', sent: '2026-11-30 07:00' },
  { name: 'never', created: '2026-11-24 10:00', pace: 'never', sent: undefined },
  {
    name: 'the account at night',
    created: '2026-11-22 03:00',
    topic: 'account',
    pace: 'atOnce',
    sent: '2026-11-22 03:00',
  },
  {
    name: 'the account in spite of never',
    created: '2026-11-22 03:00',
    topic: 'account',
    pace: 'never',
    sent: '2026-11-22 03:00',
  },
  {
    name: 'who is on the way to a space, on Sunday night',
    created: '2026-11-22 03:00',
    topic: 'parking',
    pace: 'atOnce',
    sent: '2026-11-22 03:00',
  },
  {
    name: 'who wants no mail about spaces',
    created: '2026-11-22 03:00',
    topic: 'parking',
    pace: 'never',
    sent: undefined,
  },
  {
    name: 'no quiet hours on Sunday night',
    created: '2026-11-22 03:00',
    pace: 'atOnce',
    quiet: undefined,
    sent: '2026-11-22 03:00',
  },
  {
    name: 'no quiet hours, a digest on Sunday',
    created: '2026-11-21 12:00',
    pace: 'daily',
    quiet: undefined,
    sent: '2026-11-22 07:00',
  },
  {
    name: 'a nap',
    created: '2026-11-24 13:00',
    pace: 'atOnce',
    quiet: { from: '12:00', to: '14:00' },
    sent: '2026-11-24 14:00',
  },
  {
    name: 'after the nap',
    created: '2026-11-24 14:00',
    pace: 'atOnce',
    quiet: { from: '12:00', to: '14:00' },
    sent: '2026-11-24 14:00',
  },
  {
    name: 'the job was away until the evening',
    created: '2026-11-23 10:00',
    now: '2026-11-24 21:00',
    pace: 'daily',
    sent: '2026-11-25 07:00',
  },
  {
    name: 'the job was away until noon',
    created: '2026-11-23 10:00',
    now: '2026-11-24 12:00',
    pace: 'daily',
    sent: '2026-11-24 12:00',
  },
  {
    name: 'the night of the spring change',
    created: '2026-03-28 21:00',
    pace: 'atOnce',
    sent: '2026-03-30 07:00',
  },
  {
    name: 'the night of the autumn change',
    created: '2026-10-24 21:00',
    pace: 'atOnce',
    sent: '2026-10-26 07:00',
  },
];

for (const { name, created, now = created, topic = 'review', pace, sent, ...more } of cases)
  test(`${name}: ${created}, ${pace} → ${sent ?? 'never'}`, () => {
    const quiet = 'quiet' in more ? more.quiet : DEFAULT_QUIET;
    const found = whenToSend({ topic, createdAt: at(created) }, { pace, quiet }, at(now));
    assert.deepEqual(found, sent === undefined ? undefined : at(sent));
  });

test('the hours of a clock change are quiet for as long as they last', () => {
  const quiet = { from: '22:00', to: '02:30' };
  const holding = (instant: string) =>
    whenToSend(
      { topic: 'links', createdAt: new Date(instant) },
      { pace: 'atOnce', quiet },
      new Date(instant),
    );
  // Both changes fall on Sundays, which are quiet as a whole; the rule is asked about the next morning.
  assert.deepEqual(holding('2026-03-29T00:30:00Z'), new Date('2026-03-30T00:30:00Z'));
  assert.deepEqual(holding('2026-10-25T00:30:00Z'), new Date('2026-10-26T01:30:00Z'));
});

test('who chose nothing has a digest, and the account is always told at once', () => {
  assert.equal(paceOf('links', undefined), 'daily');
  assert.equal(paceOf('links', 'never'), 'never');
  assert.equal(paceOf('account', 'never'), 'atOnce');
});
