import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MeasureState } from '../contract.ts';
import { draftUpdate } from './draft-update.ts';
import { lifeOf, whomToAsk } from './life.ts';

const now = new Date('2026-11-24T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

for (const [state, hasLead, days, life] of [
  ['running', true, 0, 'alive'],
  ['running', true, 39.9, 'alive'],
  ['running', true, 40, 'fading'],
  ['planned', true, 99.9, 'fading'],
  ['planned', true, 100, 'silent'],
  ['running', false, 1, 'ownerless'],
  ['idea', false, 1, 'ownerless'],
  ['done', false, 900, 'over'],
  ['stopped', true, 900, 'over'],
] as [MeasureState, boolean, number, string][])
  test(`${state}, ${hasLead ? 'led' : 'nobody leads'}, last word ${days} days ago: ${life}`, () =>
    assert.equal(lifeOf({ state, hasLead, lastWord: ago(days) }, now), life));

const asked = (
  confirmed: number | null,
  askedDays: number | null,
  { lead = 'a', substitute = 'b', state = 'running' as MeasureState, created = 500 } = {},
) =>
  whomToAsk(
    {
      state,
      leadId: lead || null,
      substituteId: substitute || null,
      confirmedAt: confirmed === null ? null : ago(confirmed),
      askedAt: askedDays === null ? null : ago(askedDays),
      createdAt: ago(created),
    },
    now,
  );

for (const [name, answer, expected] of [
  ['confirmed last week', asked(7, 20), 'nobody'],
  ['confirmed four weeks ago, not asked since', asked(28, 40), 'lead'],
  ['never confirmed, new', asked(null, null, { created: 3 }), 'nobody'],
  ['never confirmed, a month old', asked(null, null, { created: 30 }), 'lead'],
  ['asked a week ago, no answer', asked(40, 7), 'nobody'],
  ['asked two weeks ago, no answer', asked(50, 14), 'substitute'],
  ['asked two weeks ago, no answer, no substitute', asked(50, 14, { substitute: '' }), 'nobody'],
  ['asked four weeks ago, no answer', asked(60, 28), 'lead'],
  ['nobody leads', asked(60, null, { lead: '' }), 'substitute'],
  ['nobody at all', asked(60, null, { lead: '', substitute: '' }), 'nobody'],
  ['an idea is not asked for', asked(null, null, { state: 'idea' }), 'nobody'],
  ['over', asked(60, null, { state: 'done' }), 'nobody'],
] as const)
  test(`${name}: ask ${expected}`, () => assert.equal(answer, expected));

test('the draft of an update says what was done, is late, comes soon and was measured', () => {
  const id = '0193b7a0-0000-7000-8000-00000000000a';
  const stone = (title: string, due: string, doneOn: string | null = null) => ({ id, title, due, doneOn });
  const milestones = [
    stone('before', '2026-09-01', '2026-09-01'),
    stone('done', '2026-11-01', '2026-11-05'),
    stone('late', '2026-11-23'),
    stone('today', '2026-11-24'),
    stone('soon', '2026-12-22'),
    stone('far', '2026-12-23'),
  ];
  const indicator = { id, name: 'Anträge', unit: '%', before: 0, target: 50, source: 'Fachverfahren' };
  const indicators = [
    { ...indicator, latest: { value: 12, on: '2026-11-20' } },
    { ...indicator, name: 'alt', latest: { value: 3, on: '2026-10-01' } },
  ];
  const draft = draftUpdate({ milestones, indicators }, { since: '2026-11-01', today: '2026-11-24' });
  assert.deepEqual(
    [draft.done, draft.overdue, draft.next, draft.measured].map((list) =>
      list.map((one) => ('title' in one ? one.title : `${one.name} ${one.value}`)),
    ),
    [['done'], ['late'], ['today', 'soon'], ['Anträge 12']],
  );
});
