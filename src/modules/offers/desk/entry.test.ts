import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../../../foundation/time/zone.ts';
import { checkEntry } from './check-entry.ts';
import {
  type Entry,
  type EntryFields,
  type EntryState,
  hasNewerTexts,
  nextReview,
  stateOf,
} from './entry.ts';
import { normalFields } from './normal-fields.ts';

const NOW = new Date('2026-11-22T11:00:00Z');
const BEFORE = new Date('2026-11-22T10:00:00Z');
const LATER = new Date('2026-11-22T12:00:00Z');

type Stamps = Pick<Entry, 'publishAt' | 'expiresAt' | 'publishedAt' | 'withdrawnAt' | 'withdrawnBy'>;
const none: Stamps = {
  publishAt: null,
  expiresAt: null,
  publishedAt: null,
  withdrawnAt: null,
  withdrawnBy: null,
};

const states: [what: string, stamps: Partial<Stamps>, state: EntryState][] = [
  ['new', {}, 'draft'],
  ['with an end alone', { expiresAt: BEFORE }, 'draft'],
  ['to be published later', { publishAt: LATER }, 'scheduled'],
  ['due, and not yet taken by the job', { publishAt: BEFORE }, 'scheduled'],
  ['public', { publishedAt: BEFORE }, 'published'],
  ['public, a newer text scheduled', { publishedAt: BEFORE, publishAt: LATER }, 'published'],
  ['public until later', { publishedAt: BEFORE, expiresAt: LATER }, 'published'],
  ['public until now', { publishedAt: BEFORE, expiresAt: NOW }, 'expired'],
  ['withdrawn by the job', { publishedAt: BEFORE, withdrawnAt: NOW, withdrawnBy: 'expiry' }, 'expired'],
  ['withdrawn by somebody', { publishedAt: BEFORE, withdrawnAt: NOW, withdrawnBy: 'person' }, 'withdrawn'],
  [
    'withdrawn, to come back',
    { publishedAt: BEFORE, withdrawnAt: NOW, withdrawnBy: 'person', publishAt: LATER },
    'scheduled',
  ],
];
for (const [what, stamps, state] of states)
  test(`${what} is ${state}`, () => assert.equal(stateOf({ ...none, ...stamps }, NOW), state));

test('a published entry has newer texts beside it where a field differs; an empty field is an absent one', () => {
  assert.equal(hasNewerTexts({ fields: { name: 'A' }, publishedFields: null }), false);
  assert.equal(hasNewerTexts({ fields: { name: 'A', note: '' }, publishedFields: { name: 'A' } }), false);
  assert.equal(hasNewerTexts({ fields: { name: 'A' }, publishedFields: { name: 'B' } }), true);
});

const reviews: [what: string, fields: EntryFields, day: string][] = [
  ['a place after half a year', { category: 'park' }, '2027-05-21'],
  ['an event on the day after it', { category: 'concert', start: '24.12.2026' }, '2026-12-25'],
  [
    'an event of several days after the last one',
    { category: 'concert', start: '24.12.2026', end: '26.12.2026' },
    '2026-12-27',
  ],
  ['a far event on the day after it as well', { category: 'concert', start: '1.10.2027' }, '2027-10-02'],
  ['a past event tomorrow', { category: 'concert', start: '1.10.2026' }, '2026-11-23'],
  [
    'a series after its last date',
    { category: 'concert', start: '1.12.2026', repeat: 'wöchentlich', repeatUntil: '15.12.2026' },
    '2026-12-16',
  ],
  [
    'an endless series like a place',
    { category: 'concert', start: '1.12.2026', repeat: 'wöchentlich' },
    '2027-05-21',
  ],
];
for (const [what, fields, day] of reviews)
  test(`reviewed: ${what}`, () => {
    const checked = checkEntry(normalFields({ name: 'X', ...fields }));
    assert.ok('facts' in checked);
    assert.equal(nextReview(checked.facts, NOW), day);
  });
