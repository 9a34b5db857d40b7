import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewsItem } from './contract.ts';
import { groupsOf, isMonth, issueOf, monthOf } from './issue.ts';

const anItem = (changes: Partial<NewsItem>): NewsItem => ({
  kind: 'entry',
  id: 'a',
  isRenewed: false,
  at: new Date('2026-11-10T11:00:00Z'),
  title: 'A',
  path: '/netzwerk/eintrag/a',
  field: 'energy',
  who: 'Leezen',
  summary: '',
  demonstration: false,
  ...changes,
});

test('a month begins at midnight in Berlin', () => {
  assert.deepEqual(
    [monthOf(new Date('2026-10-31T22:59:00Z')), monthOf(new Date('2026-10-31T23:01:00Z'))],
    ['2026-10', '2026-11'],
  );
  assert.deepEqual(['2026-11', '2026-13', 'x', undefined].map(isMonth), [true, false, false, false]);
});

test('new and renewed in one month is new, once, with its newest title; the months around have something', () => {
  const news = [
    anItem({ id: 'z', at: new Date('2027-02-01T11:00:00Z') }),
    anItem({ title: 'A, besser', isRenewed: true, at: new Date('2026-11-20T11:00:00Z') }),
    anItem({}),
    anItem({ id: 'b', isRenewed: true, at: new Date('2026-11-02T11:00:00Z') }),
    anItem({ id: 'b', at: new Date('2026-05-02T11:00:00Z') }),
  ];
  const issue = issueOf(news, '2026-11');
  assert.deepEqual(
    issue.items.map(({ id, title, isRenewed }) => [id, title, isRenewed]),
    [
      ['a', 'A, besser', false],
      ['b', 'A', true],
    ],
  );
  assert.deepEqual([issue.earlier, issue.later], ['2026-05', '2027-02']);
  assert.deepEqual(issueOf(news, '2026-05').earlier, undefined);
});

test('dossiers first, then the fields in their order, at the end what has none', () => {
  const items = [
    anItem({ id: 'a', field: undefined }),
    anItem({ id: 'b', field: 'energy' }),
    anItem({ id: 'c', field: 'mobility', kind: 'call' }),
    anItem({ id: 'd', kind: 'dossier', field: undefined }),
    anItem({ id: 'e', field: 'no such field' }),
  ];
  assert.deepEqual(
    groupsOf(items, ['mobility', 'energy']).map((group) => [group.key, group.items.map(({ id }) => id)]),
    [
      ['dossiers', ['d']],
      ['mobility', ['c']],
      ['energy', ['b']],
      ['none', ['a', 'e']],
    ],
  );
});
