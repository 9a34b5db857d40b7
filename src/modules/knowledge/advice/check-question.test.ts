import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHours, readOffer } from './check-offer.ts';
import { readQuestion } from './check-question.ts';

const ENTRY = '0193b7a0-0000-7000-8000-00000000000a';
const right = { titel: 'Wasserstände', frage: 'Wer misst?', feld: 'environment' };

const questions: [what: string, typed: Record<string, string>, faults: object][] = [
  ['all is there', right, {}],
  ['nothing is there', {}, { title: 'missing', question: 'missing', field: 'no-choice' }],
  ['a field of nobody', { ...right, feld: 'x' }, { field: 'no-choice' }],
  ['too long', { ...right, titel: 'x'.repeat(121) }, { title: 'too-long' }],
  ['an entry by its address', { ...right, eintrag: `https://a.example/netzwerk/eintrag/${ENTRY}/1` }, {}],
  ['no entry', { ...right, eintrag: 'der von Leezen' }, { entry: 'no-entry' }],
  ['people as they are written', { ...right, menschen: '10.000' }, {}],
  ['no number', { ...right, menschen: 'viele' }, { people: 'no-number' }],
];
for (const [what, typed, faults] of questions)
  test(`question: ${what}`, () => {
    const read = readQuestion(typed);
    assert.deepEqual('faults' in read ? read.faults : {}, faults);
  });

test('what was typed is read: number, entry, and not public unless it is said', () => {
  const read = readQuestion({ ...right, eintrag: ENTRY, menschen: '10.000' });
  assert.ok('question' in read);
  assert.deepEqual(
    [read.question.entryId, read.question.mostPopulation, read.question.isPublic],
    [ENTRY, 10_000, false],
  );
});

const TODAY = '2026-11-22';
const offers: [typed: Record<string, string>, fault: string | undefined][] = [
  [{}, 'no-way'],
  [{ weg: 'answer' }, 'no-text'],
  [{ weg: 'answer', text: 'So geht es.' }, undefined],
  [{ weg: 'answer', text: 'x'.repeat(8001) }, 'too-long'],
  [{ weg: 'decline' }, undefined],
  [{ weg: 'visit', tag1: '2026-12-01' }, 'two-days'],
  [{ weg: 'visit', tag1: '2026-12-01', tag2: '2026-12-01' }, 'two-days'],
  [{ weg: 'call', tag1: '2026-11-21', tag2: '2026-12-01' }, 'past-day'],
  [{ weg: 'call', tag1: '2026-12-02', tag2: '2026-12-01' }, undefined],
];
for (const [typed, fault] of offers)
  test(`offer ${JSON.stringify(typed).slice(0, 60)}: ${fault ?? 'right'}`, () => {
    const read = readOffer(typed, TODAY);
    assert.equal('fault' in read ? read.fault : undefined, fault);
  });

const hours: [typed: string | undefined, read: number | undefined][] = [
  ['2,5', 2.5],
  ['3', 3],
  ['0', undefined],
  ['-1', undefined],
  ['201', undefined],
  ['1e2', undefined],
  [undefined, undefined],
];
for (const [typed, read] of hours)
  test(`hours »${typed}«`, () => {
    assert.equal(readHours(typed), read);
  });
