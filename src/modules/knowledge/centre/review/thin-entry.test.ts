import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Part } from '../../library/contract.ts';
import { aCaseStudy, aPublicEntry, aStoppedProject } from '../../library/entry.builder.ts';
import { kindRules } from '../../library/kind-rule.ts';
import { thinnessOf } from './thin-entry.ts';

const NOW = new Date('2026-11-22T11:00:00Z');
const full = (parts: readonly Part[]) => Object.fromEntries(parts.map((part) => [part, 'x 1']));

const cases = [
  ['with blanks and no figures', aPublicEntry(), ['blank', 'told']],
  [
    'everything there',
    aPublicEntry({ parts: { ...full(kindRules.caseStudy.optional), ...aCaseStudy(), after: '12' } }),
    [],
  ],
  [
    'a guide is never told or counted',
    aPublicEntry({ kind: 'guide', parts: full(kindRules.guide.optional) }),
    [],
  ],
  [
    'not confirmed for a year and a half',
    aPublicEntry({
      kind: 'guide',
      parts: full(kindRules.guide.optional),
      confirmed_at: new Date('2025-05-01'),
    }),
    ['unconfirmed'],
  ],
  [
    'not confirmed for three years',
    aPublicEntry({ kind: 'stopped', parts: aStoppedProject(), confirmed_at: new Date('2023-11-01') }),
    ['blank', 'old'],
  ],
  ['an event that is over', aPublicEntry({ kind: 'event', parts: { starts: '2026-11-20' } }), []],
  ['an event to come', aPublicEntry({ kind: 'event', parts: { starts: '2026-12-20' } }), ['blank']],
] as const;

for (const [name, entry, weak] of cases)
  test(`thin: ${name}`, () => assert.deepEqual(thinnessOf(entry, NOW).weak, weak));

test('the blanks are named in the order of the form, required parts never among them', () => {
  const { blanks } = thinnessOf(aPublicEntry({ parts: aCaseStudy({ months: '5' }) }), NOW);
  assert.equal(blanks[0], 'funding');
  assert.ok(!blanks.includes('months') && !blanks.includes('summary'));
});
