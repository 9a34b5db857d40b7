import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysIn } from '../../../../foundation/time/written-deadline.ts';
import { callStateOf } from './call-state.ts';
import type { CallState } from './contract.ts';
import { readCall } from './read-call.ts';

const TODAY = '2026-11-22';

const states: [string, Parameters<typeof callStateOf>[0], CallState][] = [
  ['until tomorrow', { closes: '2026-11-23' }, 'open'],
  ['the last day counts', { closes: '2026-11-22' }, 'open'],
  ['since yesterday over', { closes: '2026-11-21' }, 'closed'],
  ['not yet', { opens: '2026-12-01', closes: '2027-01-31' }, 'ahead'],
  ['begun, end not known', { opens: '2020-01-01' }, 'unknown'],
  ['nothing known', {}, 'unknown'],
  ['said to be closed, whatever the days', { closes: '2030-01-01', isSaidClosed: true }, 'closed'],
];
for (const [name, facts, state] of states)
  test(`state of a call: ${name}`, () => assert.equal(callStateOf(facts, TODAY), state));

const words: [string, object][] = [
  ['bis 31.12.2025', { closes: '2025-12-31' }],
  ['Antragsfrist 30.06.2026; Abschluss bis 31.12.2028', { closes: '2026-06-30' }],
  ['Abschluss bis 31.12.2028', {}],
  ['17.11.2019 – 31.12.2031; Antragstellung möglich', { opens: '2019-11-17', closes: '2031-12-31' }],
  ['Bewerbung bis 31.07.2019 (abgelaufen)', { closes: '2019-07-31', isSaidClosed: true }],
  ['jährlich; derzeit keine Antragstellung möglich', { isSaidClosed: true }],
  ['Antrag zum 15.12. des Vorjahres', {}],
  ['bis 1. Juni des Jahres vor Projektbeginn', {}],
  ['Phase 2: 2021–2024', {}],
  ['bis 31.02.2027', {}],
  ['', {}],
];
for (const [text, days] of words)
  test(`days in »${text}«`, () => assert.deepEqual({ ...daysIn(text) }, days));

test('a call needs title, giver and a source; a deadline before the beginning is refused', () => {
  assert.deepEqual(readCall({ title: 'Gutes Land', sourceUrl: 'ftp://x' }).faults, {
    sourceUrl: 'no-link',
    giver: 'missing',
  });
  const sound = { title: 'Gutes Land', giver: 'Land', sourceUrl: 'https://land.example/aufruf' };
  assert.deepEqual(readCall({ ...sound, opens: '2027-02-01', closes: '2027-01-01' }).faults, {
    closes: 'before-start',
  });
  assert.deepEqual(readCall({ ...sound, closes: '30.11.2026' }).faults, { closes: 'no-day' });
  assert.deepEqual(readCall({ ...sound, area: ' ', isSaidClosed: 'ja' }).facts, {
    ...sound,
    isSaidClosed: true,
  });
});
