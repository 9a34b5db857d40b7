import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Municipality } from './municipality.ts';
import { boundaryReportLines, registerReportLines } from './register-report.ts';

const unit: Municipality = {
  ars: '160640071071',
  ags: '16064071',
  level: 'municipality',
  kind: 'village',
  name: 'Unstruttal',
  suffix: null,
  seat: null,
  parentArs: '160640071',
  population: 1,
  areaKm2: 1,
  postcode: null,
  point: null,
  validFrom: '2023-11-30',
  validTo: null,
  source: 'test',
  sourceDate: '2023-11-30',
};
const rejected = [{ position: '7', reason: { de: 'Name fehlt', en: 'Name missing' } }];

test('an import says what it did, and leaves out what it did not', () => {
  assert.deepEqual(
    registerReportLines({
      edition: '2024-12-31',
      unchanged: 5,
      added: [],
      changed: [{ unit, before: unit, fields: ['name'] }],
      moved: [],
      merged: [{ unit, into: ['160640046046'] }],
      closed: [],
      kept: [],
      rejected,
    }),
    [
      'Gemeindeverzeichnis, Gebietsstand 2024-12-31: 5 unverändert',
      'Geändert: 1',
      '  16064071 Unstruttal: name',
      'Aufgegangen: 1',
      '  16064071 Unstruttal → 160640046046',
      'Abgewiesen: 1',
      '  Zeile 7: Name fehlt',
    ],
  );
});

test('a refusal is one sentence', () => {
  assert.match(registerReportLines({ refused: 'older-edition' }).join(), /^Abgelehnt: .*neuer/);
});

test('an import of boundaries counts', () => {
  const lines = boundaryReportLines({
    added: 0,
    changed: 1,
    unchanged: 2,
    kept: 3,
    unmatched: [{ ags: '99999999', name: 'Nirgends' }],
    rejected,
  });
  assert.equal(lines[0], 'Grenzen: 0 neu, 1 geändert, 2 unverändert, 3 nicht in der Karte');
  assert.ok(lines.includes('  99999999 Nirgends') && lines.includes('  Fläche 7: Name fehlt'));
});
