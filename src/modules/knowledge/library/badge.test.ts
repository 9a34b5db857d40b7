import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageOf, evidenceOf } from './badge.ts';
import type { Age, Evidence, Parts } from './contract.ts';

const evidence: [parts: Parts, is: Evidence][] = [
  [{}, 'told'],
  [{ after: 'Alle sind zufriedener.' }, 'told'],
  [{ after: '40 Meldungen im Jahr' }, 'counted'],
  [{ before: '90 im Jahr', after: '40 im Jahr' }, 'counted'],
  [{ before: 'viele', after: '40 im Jahr', compared: 'Nachbarort' }, 'counted'],
  [{ before: '90', after: '40', compared: 'Nachbarort ohne Sensoren' }, 'compared'],
];
for (const [parts, is] of evidence)
  test(`${JSON.stringify(parts)} is ${is}`, () => assert.equal(evidenceOf(parts), is));

const NOW = new Date('2026-11-22T11:00:00Z');
const ages: [lastSign: string, is: Age][] = [
  ['2026-11-22', 'fresh'],
  ['2025-12-01', 'fresh'],
  ['2025-11-01', 'ageing'],
  ['2024-12-01', 'ageing'],
  ['2024-11-01', 'old'],
];
for (const [day, is] of ages)
  test(`last confirmed ${day} is ${is}`, () =>
    assert.equal(ageOf({ kind: 'caseStudy', parts: {}, lastSign: new Date(day) }, NOW), is));

test('an event that is over is old, however fresh its entry', () => {
  const event = (starts: string) => ageOf({ kind: 'event', parts: { starts }, lastSign: NOW }, NOW);
  assert.deepEqual([event('2026-11-21'), event('2026-12-01')], ['old', 'fresh']);
});
