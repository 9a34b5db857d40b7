import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Condition, ProgrammeFacts, Verdict } from '../contract.ts';
import { aBlankProgramme, aProgramme } from '../programme.builder.ts';
import type { Case } from './case.ts';
import { matchProgramme } from './match-programme.ts';

const TODAY = '2026-11-22';
const TOWN: Case['town'] = { ars: '010605053053', kind: 'municipality', population: 8_000, isWeak: null };
const MEASURE: Case['measure'] = {
  fields: ['mobility'],
  years: [{ year: 2027, once: 40_000, running: 2_000 }],
  funding: '',
  isJoint: false,
};
const match = (programme: ProgrammeFacts, more: Partial<Pick<Case, 'town' | 'measure'>> = {}) =>
  matchProgramme(programme, { town: TOWN, measure: MEASURE, today: TODAY, ...more });

type Row = [
  name: string,
  Condition,
  Verdict,
  reason: RegExp,
  Partial<ProgrammeFacts>,
  more?: { town?: Partial<Case['town']>; measure?: Partial<Case['measure']> },
];
const sound = aProgramme();
const deadline = (facts: Partial<ProgrammeFacts['deadline']>) => ({
  deadline: { ...sound.deadline, closes: null, ...facts },
});
const money = (facts: Partial<ProgrammeFacts['money']>) => ({ money: { ...sound.money, ...facts } });

const rows: Row[] = [
  ['deadline ahead', 'deadline', 'yes', /bis 31\.03\.2027/, {}],
  ['the last day counts', 'deadline', 'yes', /bis 22\.11\.2026/, deadline({ closes: TODAY })],
  ['deadline past', 'deadline', 'no', /am 21\.11\.2026 abgelaufen/, deadline({ closes: '2026-11-21' })],
  [
    'said to be closed',
    'deadline',
    'no',
    /kein Antrag/,
    deadline({ closes: '2030-01-01', isSaidClosed: true }),
  ],
  ['not yet open', 'deadline', 'yes', /ab 01\.01\.2027/, deadline({ opens: '2027-01-01' })],
  ['rolling', 'deadline', 'yes', /laufend/, deadline({ isRolling: true })],
  ['no deadline named', 'deadline', 'cannot-tell', /keine Frist/, deadline({})],
  ['source without a date', 'deadline', 'cannot-tell', /kein Datum/, { sourceOn: null }],
  ['old source', 'deadline', 'cannot-tell', /alt \(2025-11\)/, { sourceOn: '2025-11' }],
  [
    'old source, deadline past',
    'deadline',
    'no',
    /abgelaufen/,
    { sourceOn: '2019', ...deadline({ closes: '2019-07-31' }) },
  ],
  ['own state', 'area', 'yes', /Schleswig-Holstein/, {}],
  ['country', 'area', 'yes', /ganz Deutschland/, { area: [''] }],
  ['other state', 'area', 'no', /nur in: Bayern/, { area: ['09'], areaText: 'Bayern' }],
  ['district', 'area', 'yes', /Kreis/, { area: ['09', '01060'], areaText: 'Kreis' }],
  ['area in words', 'area', 'cannot-tell', /Revier/, { area: null, areaText: 'Rheinisches Revier' }],
  ['no area', 'area', 'cannot-tell', /kein Gebiet/, { area: null, areaText: '' }],
  ['municipality', 'applicant', 'yes', /Gemeinden/, {}],
  ['district asks', 'applicant', 'no', /nur: Gemeinden/, {}, { town: { kind: 'district' } }],
  [
    'urban district is a municipality',
    'applicant',
    'yes',
    /Gemeinden/,
    {},
    { town: { kind: 'urbanDistrict' } },
  ],
  [
    'alone where only several may',
    'applicant',
    'no',
    /zusammen/,
    { applicants: { kinds: ['joint'], rest: '' } },
  ],
  [
    'together',
    'applicant',
    'yes',
    /zusammen/,
    { applicants: { kinds: ['joint'], rest: '' } },
    { measure: { isJoint: true } },
  ],
  [
    'who is meant is vague',
    'applicant',
    'cannot-tell',
    /„Kommune“/,
    { applicants: { kinds: ['company'], rest: 'Kommune' } },
  ],
  ['nobody named', 'applicant', 'cannot-tell', /nicht, wer/, { applicants: null }],
  ['small enough', 'size', 'yes', /8\.000/, {}],
  ['too large', 'size', 'no', /Nur bis 20\.000/, {}, { town: { population: 20_001 } }],
  ['the limit belongs to it', 'size', 'yes', /20\.000/, {}, { town: { population: 20_000 } }],
  ['too small', 'size', 'no', /Erst ab 10\.000/, { inhabitants: { from: 10_000, to: null } }],
  ['size does not matter', 'size', 'yes', /keine Rolle/, { inhabitants: { from: null, to: null } }],
  ['population not known', 'size', 'cannot-tell', /nicht bekannt/, {}, { town: { population: null } }],
  ['no limit named', 'size', 'cannot-tell', /keine Grenze/, { inhabitants: null }],
  ['field', 'field', 'yes', /passt/, {}],
  ['other field', 'field', 'no', /ein anderes/, {}, { measure: { fields: ['energy'] } }],
  [
    'more fields in words',
    'field',
    'cannot-tell',
    /Infrastruktur/,
    { fields: { ids: ['energy'], rest: 'Infrastruktur' } },
  ],
  ['a field of the town', 'field', 'cannot-tell', /eigenes/, {}, { measure: { fields: ['Feuerwehr'] } }],
  ['measure without field', 'field', 'cannot-tell', /noch kein/, {}, { measure: { fields: [] } }],
  ['programme without field', 'field', 'cannot-tell', /als Regel/, { fields: null }],
  ['large enough', 'cost', 'yes', /40\.000 €/, {}],
  ['too cheap', 'cost', 'no', /Erst ab 50\.000 €/, money({ leastCost: 50_000 })],
  ['no least cost', 'cost', 'cannot-tell', /Untergrenze/, money({ leastCost: null })],
  ['costs not known', 'cost', 'cannot-tell', /noch keine/, {}, { measure: { years: [] } }],
  ['no other funding', 'combination', 'yes', /keine andere/, {}],
  [
    'its own name is no other funding',
    'combination',
    'yes',
    /keine andere/,
    {},
    { measure: { funding: 'Gute Wege (Land)' } },
  ],
  [
    'banned together',
    'combination',
    'no',
    /„Städtebau“/,
    {},
    { measure: { funding: 'Mittel des städtebaus' } },
  ],
  ['allowed together', 'combination', 'yes', /verträgt/, {}, { measure: { funding: 'Stiftung' } }],
  [
    'not known together',
    'combination',
    'cannot-tell',
    /sagt die Quelle nicht/,
    { notWith: null },
    { measure: { funding: 'Stiftung' } },
  ],
];
for (const [name, condition, verdict, reason, facts, more = {}] of rows)
  test(`${condition}: ${name}: ${verdict}`, () => {
    const { conditions } = match(aProgramme(facts), {
      town: { ...TOWN, ...more.town },
      measure: { ...MEASURE, ...more.measure },
    });
    const judged = conditions.find((one) => one.condition === condition);
    assert.equal(judged?.verdict, verdict);
    assert.match(judged?.reason.de.replaceAll('\u00a0', ' ') ?? '', reason);
    assert.ok(judged?.reason.en);
  });

test('all yes is a yes, one no is a no, and what nobody knows is never a yes', () => {
  assert.equal(match(aProgramme()).verdict, 'yes');
  assert.equal(match(aProgramme({ inhabitants: null })).verdict, 'cannot-tell');
  assert.equal(match(aProgramme({ inhabitants: null, area: ['09'], areaText: 'Bayern' })).verdict, 'no');
  const blank = match(aBlankProgramme());
  assert.equal(blank.verdict, 'cannot-tell');
  assert.deepEqual(
    blank.conditions.filter(({ verdict }) => verdict === 'yes').map(({ condition }) => condition),
    ['combination'],
  );
});
