import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readParts } from '../library/check-parts.ts';
import { draftEntry } from './draft-entry.ts';
import { figureText, type MeasureShared } from './told-measure.ts';

const shared = (changes: Partial<MeasureShared> = {}): MeasureShared => ({
  measure: '0193b7a0-0000-7000-8000-00000000000a',
  state: 'done',
  title: 'Anträge online',
  goal: 'Weniger Wege',
  fields: ['Feuerwehr', 'administration'],
  leadRole: 'Bürgerbüro',
  partners: '',
  legalBasis: 'OZG',
  funding: '',
  begins: '2027-03',
  ends: '2028-02',
  once: 12_500,
  yearly: 900,
  staffYears: 0.2,
  indicators: [
    { name: 'Anträge im Netz', unit: '%', before: 10, latest: { value: 34.5, on: '2028-01-31' } },
    { name: 'Zufriedenheit', unit: '', before: null, latest: null },
  ],
  text: 'Läuft.',
  ...changes,
});

test('a measure becomes a case study with its own figures, and what only people know stays blank', () => {
  const { kind, parts } = draftEntry(shared());
  assert.equal(kind, 'caseStudy');
  assert.deepEqual(readParts(kind, parts as Record<string, string>).faults, {});
  assert.deepEqual(
    [parts.field, parts.phase, parts.months, parts.costOnce, parts.staff, parts.before, parts.after],
    [
      'administration',
      'finished',
      '12',
      '12500',
      '0,2 Jahre Arbeitszeit über die ganze Dauer',
      'Anträge im Netz: 10 %',
      'Anträge im Netz: 34,5 % (2028-01-31)',
    ],
  );
  assert.deepEqual([parts.failed, parts.partners, parts.licence], [undefined, undefined, undefined]);
});

test('one that was stopped becomes an account without contact, partners and funding', () => {
  const { kind, parts } = draftEntry(shared({ state: 'stopped', funding: 'Land', partners: 'Firma' }));
  assert.equal(kind, 'stopped');
  assert.deepEqual(
    [parts.contactRole, parts.funding, parts.partners, parts.after],
    [undefined, undefined, undefined, undefined],
  );
});

test('a figure is told with its day; not measured it is not told', () => {
  const [first, second] = shared().indicators;
  assert.equal(first && figureText(first), 'Anträge im Netz: vorher 10 %, zuletzt 34,5 % (2028-01-31)');
  assert.equal(second && figureText(second), undefined);
});
