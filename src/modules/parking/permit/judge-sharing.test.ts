import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isAsked, judgeSharing, openQuestions } from './judge-sharing.ts';
import {
  type PermitAnswers,
  type PermitQuestion,
  permitQuestions,
  readPermitRules,
  verdicts,
} from './permit-rule.ts';

const { rules } = readPermitRules();
const here = { state: '05', day: '2026-11-24', isWanted: false };

/** A firm's own car park in a core area, shared in the evening: nothing speaks against it. */
const firm: PermitAnswers = {
  ground: 'private',
  kind: 'open',
  area: 'MK',
  permit: 'business',
  time: 'outside',
  who: 'everybody',
  price: 'paid',
  right: 'owner',
  access: 'own',
};
const household: PermitAnswers = { ...firm, area: 'WA', permit: 'residents' };

type Case = [
  what: string,
  answers: PermitAnswers,
  verdict: string,
  rule: string,
  more?: Partial<typeof here>,
];
const cases: Case[] = [
  ['a firm in the evening', firm, 'green', 'mixed'],
  ['the street before the own drive', { ground: 'street' }, 'red', 'public-road'],
  ['a household to everybody for money', household, 'red', 'residential-strangers'],
  ['the same without money', { ...household, price: 'free' }, 'amber', 'residential-strangers-free'],
  ['the same for neighbours', { ...household, who: 'neighbours' }, 'green', 'residential-neighbours'],
  ['the same where the town wants it', household, 'green', 'ruling', { isWanted: true }],
  ['nobody knows the permit there', { ...household, permit: 'unknown' }, 'red', 'residential-strangers'],
  [
    'a public permit in a residential area',
    { ...household, permit: 'public' },
    'amber',
    'residential-permit',
  ],
  ['no plan is known', { ...firm, area: 'unknown' }, 'amber', 'no-plan'],
  ['a special area', { ...firm, area: 'SO' }, 'amber', 'special'],
  ['at all times', { ...firm, time: 'always' }, 'amber', 'necessary-inside'],
  ['a permit nobody has looked at', { ...firm, permit: 'unknown' }, 'amber', 'permit-unknown'],
  ['a tenant without consent', { ...firm, right: 'tenant', consent: 'no' }, 'red', 'tenant-no-consent'],
  ['a tenant with consent', { ...firm, right: 'tenant', consent: 'yes' }, 'green', 'tenant-consent'],
  [
    'common property without a resolution',
    { ...firm, right: 'common', consent: 'no' },
    'red',
    'common-no-consent',
  ],
  ['a right of special use', { ...firm, right: 'specialUse' }, 'green', 'special-use'],
  ['over ground of others', { ...firm, access: 'tolerated' }, 'amber', 'access-tolerated'],
  [
    'a garage in North Rhine-Westphalia',
    { ...firm, kind: 'garage', permit: 'residents' },
    'amber',
    'garage-nrw-note',
  ],
  [
    'the same in Bavaria',
    { ...firm, kind: 'garage', permit: 'residents' },
    'green',
    'necessary-outside',
    { state: '09' },
  ],
  ['before a law there is no rule', { right: 'specialUse' }, 'amber', '', { day: '2020-11-30' }],
  ['nothing is known', {}, 'amber', ''],
];
for (const [what, answers, verdict, rule, more] of cases)
  test(`${what}: ${verdict}`, () => {
    const judged = judgeSharing(rules, answers, { ...here, ...more });
    assert.equal(judged.verdict, verdict, judged.rules.map(({ id }) => id).join(' '));
    const ids = judged.rules.map(({ id }) => id);
    assert.ok(rule === '' ? ids.length === 0 : ids.includes(rule), ids.join(' '));
  });

test('only what matters is asked', () => {
  assert.deepEqual(
    openQuestions({}),
    Object.keys(permitQuestions).filter((one) => one !== 'consent'),
  );
  assert.deepEqual(openQuestions({ ground: 'street' }), []);
  assert.ok(openQuestions({ right: 'tenant' }).includes('consent'));
  assert.deepEqual(openQuestions(firm), []);
  assert.ok(!isAsked('consent', firm));
});

const everyAnswer = fc.record(
  Object.fromEntries(
    Object.entries(permitQuestions).map(([question, values]) => [question, fc.constantFrom(...values)]),
  ),
) as fc.Arbitrary<PermitAnswers>;

test('whoever answers everything is told a rule with its law, in both languages', () => {
  fc.assert(
    fc.property(everyAnswer, fc.boolean(), (answers, isWanted) => {
      const { verdict, rules: held } = judgeSharing(rules, answers, { ...here, isWanted });
      assert.ok(held.length > 0);
      assert.equal(held[0]?.verdict, verdict);
      for (const { law, de, en } of held) assert.ok(law && de && en);
    }),
  );
});

test('an answer that is not asked changes nothing, and the town wanting it never makes it worse', () => {
  fc.assert(
    fc.property(everyAnswer, (answers) => {
      const asked = Object.fromEntries(
        Object.entries(answers).filter(([question]) => isAsked(question as PermitQuestion, answers)),
      );
      const judged = judgeSharing(rules, answers, here);
      assert.deepEqual(judgeSharing(rules, asked, here), judged);
      const wanted = judgeSharing(rules, answers, { ...here, isWanted: true });
      assert.ok(verdicts.indexOf(wanted.verdict) <= verdicts.indexOf(judged.verdict));
    }),
  );
});
