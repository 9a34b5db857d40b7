import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { aCaseStudy } from '../library/entry.builder.ts';
import { MeasureDraftSchema } from './contract.ts';
import { draftMeasure, isPlannable } from './draft-measure.ts';

const here = { ars: '081150003003', name: 'Böblingen', population: 50_000 };
const source = {
  id: '0193b7a0-0000-7000-8000-00000000000a',
  version: 2,
  kind: 'caseStudy' as const,
  parts: aCaseStudy({ before: '2 Einsätze kamen zu spät.', differently: 'Den Standort früher beobachten.' }),
  address: 'https://allmende.example/netzwerk/eintrag/0193b7a0-0000-7000-8000-00000000000a/2',
  organisation: 'Leezen',
  ars: '010605053053',
  population: 2000,
};

test('a case study becomes a measure with its costs for this town, its risks, and what to look at first', () => {
  const draft = draftMeasure(source, here);
  assert.equal(v.is(MeasureDraftSchema, draft), true);
  assert.deepEqual(
    [draft.title, draft.goal.slice(0, 13), draft.field],
    ['Wasserstände im Bach', 'Drei Sensoren', 'environment'],
  );
  assert.deepEqual(draft.costOnce, {
    there: 12_500,
    here: { least: 12_500, proposed: 63_000, most: 310_000 },
  });
  assert.deepEqual(draft.risks, ['Der erste Sensor stand im Schilf und maß nichts.']);
  assert.deepEqual(draft.indicator, { before: '2 Einsätze kamen zu spät.', after: null });
  assert.deepEqual(
    draft.checklist.map(({ what }) => what),
    [
      'baseline',
      'legalBasis',
      'dataProtection',
      'procurement',
      'funding',
      'standards',
      'failed',
      'differently',
      'partners',
    ],
  );
});

test('the steps of a guide are its checklist, without their numbers', () => {
  const parts = { title: 'Beschaffen', summary: 'Wie', steps: '1. Frage klären\n\n - Standorte begehen\n' };
  const draft = draftMeasure({ ...source, kind: 'guide', parts }, here);
  assert.deepEqual(
    draft.checklist.map(({ what, text }) => [what, text]),
    [
      ['baseline', null],
      ['step', 'Frage klären'],
      ['step', 'Standorte begehen'],
    ],
  );
  assert.deepEqual([draft.costOnce, draft.indicator, draft.months], [null, null, null]);
});

test('nobody plans by an account of a stopped project, or a meeting', () => {
  assert.deepEqual(
    ['caseStudy', 'guide', 'tool', 'standard', 'stopped', 'event', 'study', 'training'].map((kind) =>
      isPlannable(kind as 'guide'),
    ),
    [true, true, true, true, false, false, false, false],
  );
});
