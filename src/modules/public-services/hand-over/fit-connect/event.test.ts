import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EventFault, type EventName, type Issuer, judgeEvents, type Stage } from './event.ts';

const sent = { data: ['d1', 'd2'], metadata: ['m1'], 'attachments/a': ['x'] };
const whole = { data: 'd1', metadata: 'm1', 'attachments/a': 'x' };
const TAGGED: EventName[] = ['submit-submission', 'accept-submission'];

type Short = [name: EventName, issuer?: Issuer, more?: { id?: string; tags?: Record<string, string> }];
const events = (shorts: Short[]) =>
  shorts.map(([name, issuer = 'service', more = {}], at) => ({
    name,
    issuer,
    id: more.id ?? `id-${at}`,
    issuedAt: at,
    tags: more.tags ?? (TAGGED.includes(name) ? whole : {}),
    problems: name === 'reject-submission' ? ['hash-mismatch'] : [],
  }));

const CREATE: Short = ['create-submission'];
const SUBMIT: Short = ['submit-submission'];
const ACCEPT: Short = ['accept-submission', 'destination'];
const REJECT: Short = ['reject-submission', 'destination'];
const DELETE: Short = ['delete-submission'];

const cases: [what: string, shorts: Short[], stage: Stage, faults?: EventFault[], problems?: string[]][] = [
  ['nothing yet', [], 'announced'],
  ['announced', [CREATE], 'announced'],
  ['submitted', [CREATE, SUBMIT], 'submitted'],
  ['told and forwarded', [CREATE, SUBMIT, ['notify-submission'], ['forward-submission']], 'submitted'],
  ['accepted', [CREATE, SUBMIT, ACCEPT], 'accepted'],
  ['accepted and tidied up', [CREATE, SUBMIT, ACCEPT, DELETE], 'accepted'],
  ['rejected', [CREATE, SUBMIT, REJECT], 'rejected', [], ['hash-mismatch']],
  ['rejected by the service', [CREATE, SUBMIT, ['reject-submission']], 'rejected', [], ['hash-mismatch']],
  ['rejected and tidied up', [CREATE, SUBMIT, REJECT, DELETE], 'rejected', [], ['hash-mismatch']],
  ['deleted unread', [CREATE, SUBMIT, DELETE], 'rejected', [], ['deleted']],
  ['deleted incomplete', [CREATE, DELETE], 'gone'],
  ['accepted before it was there', [CREATE, ACCEPT, SUBMIT], 'submitted', ['out-of-order']],
  ['rejected after accepted', [CREATE, SUBMIT, ACCEPT, REJECT], 'accepted', ['out-of-order']],
  [
    'accepted after rejected',
    [CREATE, SUBMIT, REJECT, ACCEPT],
    'rejected',
    ['out-of-order'],
    ['hash-mismatch'],
  ],
  [
    'accepted by the service',
    [CREATE, SUBMIT, ['accept-submission', 'service']],
    'submitted',
    ['not-theirs-to-tell'],
  ],
  [
    'submitted by the destination',
    [CREATE, ['submit-submission', 'destination']],
    'announced',
    ['not-theirs-to-tell'],
  ],
  [
    'the same token twice',
    [
      CREATE,
      ['submit-submission', 'service', { id: 'one' }],
      ['notify-submission', 'service', { id: 'one' }],
    ],
    'submitted',
    ['repeated'],
  ],
  [
    'tags of another try',
    [CREATE, ['submit-submission', 'service', { tags: { ...whole, data: 'd2' } }]],
    'submitted',
  ],
  [
    'a foreign tag',
    [CREATE, ['submit-submission', 'service', { tags: { ...whole, data: 'd9' } }]],
    'announced',
    ['wrong-tags'],
  ],
  [
    'an attachment that we did not send',
    [CREATE, ['submit-submission', 'service', { tags: { ...whole, 'attachments/b': 'x' } }]],
    'announced',
    ['wrong-tags'],
  ],
  [
    'an attachment that is missing',
    [CREATE, SUBMIT, ['accept-submission', 'destination', { tags: { data: 'd1', metadata: 'm1' } }]],
    'submitted',
    ['wrong-tags'],
  ],
  [
    'no tags at all',
    [CREATE, SUBMIT, ['accept-submission', 'destination', { tags: {} }]],
    'submitted',
    ['wrong-tags'],
  ],
];
for (const [what, shorts, stage, faults = [], problems = []] of cases)
  test(`event log: ${what}`, () => {
    assert.deepEqual(judgeEvents(events(shorts), sent), { stage, problems, faults });
  });
