import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideAuthority, type Place, type Unit } from './decide-authority.ts';
import type { Rule } from './responsibility.ts';
import type { TownPart } from './town-part.ts';

const DAY = '2026-11-22';
const unit = (ars: string, level: Unit['level'], name: string): Unit => ({ ars, level, name });
const chain: Unit[] = [
  unit('010605053053', 'municipality', 'Leezen'),
  unit('010605053', 'association', 'Amt Leezen'),
  unit('01060', 'district', 'Kreis Segeberg'),
  unit('01', 'state', 'Schleswig-Holstein'),
];
const NEIGHBOUR: Unit[] = [unit('010600063063', 'municipality', 'Norderstedt'), ...chain.slice(2)];
const chainOf = (ars: string): Unit[] =>
  ars === '010600063063' ? NEIGHBOUR : chain.filter((one) => one.ars === ars);

const office = (id: string, more: Partial<Rule['authority']> = {}): NonNullable<Rule['authority']> => ({
  id,
  name: id,
  address: {},
  access: {},
  ...more,
});
const rule = (areaArs: string, id: string | undefined, more: Partial<Rule> = {}): Rule => ({
  areaArs,
  isOfText: false,
  role: 'responsible',
  source: { name: 'Quelle', attribution: 'Quelle', demonstration: false },
  readAt: new Date('2026-10-01T00:00Z'),
  ...(id !== undefined && { authority: office(id) }),
  ...more,
});
const [VILLAGE, AMT, KREIS, LAND, BUND] = ['010605053053', '010605053', '01060', '01', ''];
const square: TownPart = {
  kind: 'polygon',
  name: 'Nord',
  rings: [
    [
      [10, 53],
      [11, 53],
      [11, 54],
      [10, 54],
      [10, 53],
    ],
  ],
};
const streets = (...list: Extract<TownPart, { kind: 'streets' }>['streets']): TownPart => ({
  kind: 'streets',
  streets: list,
});
const POST: TownPart = { kind: 'postcodes', name: 'Süd', postcodes: ['23816'] };
const at = (x: number) =>
  office(`o${x}`, { organisation: 'Bürgerbüro', point: { lon: 10.2 + x / 100, lat: 53.9 } });
const near: Partial<Place> = { point: { lon: 10.22, lat: 53.9 } };

/** Who answers: "one <office> <level>", "ask <what> <offices>", "unknown <why>". */
const said = (rules: Rule[], place: Partial<Place> = {}): string => {
  const answer = decideAuthority(rules, { chain, ...place }, DAY, chainOf);
  if (answer.kind === 'unknown') return `unknown ${answer.why}`;
  if (answer.kind === 'ask')
    return `ask ${answer.by} ${answer.choices.map(({ authority }) => authority.id).join('+')}`;
  const { unit: of, part, nearestOf, actingFor, isContactOnly } = answer.reason;
  return [
    'one',
    answer.rule.authority.id,
    of?.level ?? 'country',
    part !== undefined && `part:${part}`,
    nearestOf && `of:${nearestOf.offices}`,
    actingFor.length > 0 && `for:${actingFor.map(({ name }) => name).join()}`,
    isContactOnly && 'contact',
  ]
    .filter(Boolean)
    .join(' ');
};

const cases: [what: string, rules: Rule[], place: Partial<Place>, answer: string][] = [
  ['no rule anywhere', [], {}, 'unknown no-rule'],
  ['the village itself', [rule(VILLAGE, 'a')], {}, 'one a municipality'],
  ['fallback to the association', [rule(AMT, 'a')], {}, 'one a association'],
  ['fallback to the district', [rule(KREIS, 'a')], {}, 'one a district'],
  ['fallback to the state', [rule(LAND, 'a')], {}, 'one a state'],
  ['fallback to the federation', [rule(BUND, 'a')], {}, 'one a country'],
  [
    'the lowest level speaks',
    [rule(LAND, 'c'), rule(AMT, 'b'), rule(VILLAGE, 'a'), rule(BUND, 'd')],
    {},
    'one a municipality',
  ],
  ['another municipality’s rule says nothing', [rule('082120000000', 'a')], {}, 'unknown no-rule'],
  ['a rule that has expired', [rule(VILLAGE, 'a', { validTo: '2026-11-21' })], {}, 'unknown expired'],
  ['valid to the end of its last day', [rule(VILLAGE, 'a', { validTo: DAY })], {}, 'one a municipality'],
  ['valid from its first day', [rule(VILLAGE, 'a', { validFrom: DAY })], {}, 'one a municipality'],
  ['a rule of tomorrow', [rule(VILLAGE, 'a', { validFrom: '2026-11-23' })], {}, 'unknown expired'],
  [
    'expired below, valid above',
    [rule(VILLAGE, 'a', { validTo: '2020-01-01' }), rule(KREIS, 'b')],
    {},
    'one b district',
  ],
  [
    'one follows the other',
    [rule(VILLAGE, 'a', { validTo: '2026-11-21' }), rule(VILLAGE, 'b', { validFrom: DAY })],
    {},
    'one b municipality',
  ],
  ['two offices contradict', [rule(VILLAGE, 'a'), rule(VILLAGE, 'b')], {}, 'ask office a+b'],
  ['two rules, one office', [rule(VILLAGE, 'a'), rule(VILLAGE, 'a')], {}, 'one a municipality'],
  [
    'the rule for this very text goes first',
    [rule(VILLAGE, 'a'), rule(VILLAGE, 'b', { isOfText: true })],
    {},
    'one b municipality',
  ],
  [
    'but the lower level goes before it',
    [rule(VILLAGE, 'a'), rule(KREIS, 'b', { isOfText: true })],
    {},
    'one a municipality',
  ],
  [
    'whom to ask does not compete',
    [rule(VILLAGE, 'a', { role: 'contact' }), rule(VILLAGE, 'b')],
    {},
    'one b municipality',
  ],
  ['only whom to ask', [rule(VILLAGE, 'a', { role: 'contact' })], {}, 'one a municipality contact'],
  [
    'in the part of town, by outline',
    [rule(VILLAGE, 'a', { part: square }), rule(VILLAGE, 'b')],
    near,
    'one a municipality part:Nord',
  ],
  [
    'outside the part: the rest',
    [rule(VILLAGE, 'a', { part: square }), rule(VILLAGE, 'b')],
    { point: { lon: 9, lat: 53.5 } },
    'one b municipality',
  ],
  [
    'outside the part, and no rest: the level above',
    [rule(VILLAGE, 'a', { part: square }), rule(AMT, 'b')],
    { point: { lon: 9, lat: 53.5 } },
    'one b association',
  ],
  [
    'part of town, but no position',
    [rule(VILLAGE, 'a', { part: square }), rule(VILLAGE, 'b')],
    {},
    'ask point a+b',
  ],
  [
    'by postcode',
    [rule(VILLAGE, 'a', { part: POST }), rule(VILLAGE, 'b')],
    { postcode: '23816' },
    'one a municipality part:Süd',
  ],
  [
    'by another postcode',
    [rule(VILLAGE, 'a', { part: POST }), rule(VILLAGE, 'b')],
    { postcode: '23795' },
    'one b municipality',
  ],
  ['postcode not known', [rule(VILLAGE, 'a', { part: POST })], {}, 'ask postcode a'],
  [
    'by street',
    [rule(VILLAGE, 'a', { part: streets({ street: 'Hauptstraße' }) }), rule(VILLAGE, 'b')],
    { street: 'Hauptstr.' },
    'one a municipality part:',
  ],
  [
    'by another street',
    [rule(VILLAGE, 'a', { part: streets({ street: 'Hauptstraße' }) }), rule(VILLAGE, 'b')],
    { street: 'Nebenweg' },
    'one b municipality',
  ],
  [
    'street not known',
    [rule(VILLAGE, 'a', { part: streets({ street: 'Hauptstraße' }) }), rule(VILLAGE, 'b')],
    {},
    'ask street a+b',
  ],
  [
    'house number in the range',
    [
      rule(VILLAGE, 'a', { part: streets({ street: 'Am See', from: 1, to: 9, side: 'odd' }) }),
      rule(VILLAGE, 'b'),
    ],
    { street: 'Am See', houseNumber: '7a' },
    'one a municipality part:',
  ],
  [
    'the other side of the street',
    [
      rule(VILLAGE, 'a', { part: streets({ street: 'Am See', from: 1, to: 9, side: 'odd' }) }),
      rule(VILLAGE, 'b'),
    ],
    { street: 'Am See', houseNumber: '8' },
    'one b municipality',
  ],
  [
    'beyond the range',
    [rule(VILLAGE, 'a', { part: streets({ street: 'Am See', from: 1, to: 9 }) }), rule(VILLAGE, 'b')],
    { street: 'Am See', houseNumber: '10' },
    'one b municipality',
  ],
  [
    'house number not known',
    [rule(VILLAGE, 'a', { part: streets({ street: 'Am See', to: 9 }) }), rule(VILLAGE, 'b')],
    { street: 'Am See' },
    'ask houseNumber a+b',
  ],
  [
    'two parts that overlap',
    [rule(VILLAGE, 'a', { part: square }), rule(VILLAGE, 'b', { part: square })],
    near,
    'ask office a+b',
  ],
  [
    'the nearest of several counters',
    [1, 2, 5].map((x) => rule(VILLAGE, undefined, { authority: at(x) })),
    near,
    'one o2 municipality of:3',
  ],
  [
    'several counters, but no position',
    [1, 2].map((x) => rule(VILLAGE, undefined, { authority: at(x) })),
    {},
    'ask office o1+o2',
  ],
  [
    'counters of two organisations',
    [rule(VILLAGE, undefined, { authority: at(1) }), rule(VILLAGE, 'x')],
    near,
    'ask office o1+x',
  ],
  [
    'counters without coordinates',
    [1, 2].map((x) => rule(VILLAGE, undefined, { authority: office(`o${x}`, { organisation: 'B' }) })),
    near,
    'ask office o1+o2',
  ],
  [
    'the nearest by part before the rest',
    [
      rule(VILLAGE, undefined, { authority: at(2) }),
      rule(VILLAGE, undefined, { authority: at(5), part: square }),
    ],
    near,
    'one o5 municipality part:Nord',
  ],
  [
    'left to a neighbour',
    [rule(VILLAGE, undefined, { actingArs: '010600063063' }), rule('010600063063', 'n')],
    {},
    'one n municipality for:Leezen',
  ],
  [
    'left to a neighbour whose district decides',
    [rule(VILLAGE, undefined, { actingArs: '010600063063' }), rule(KREIS, 'k')],
    {},
    'one k district for:Leezen',
  ],
  [
    'left to a neighbour without a rule',
    [rule(VILLAGE, undefined, { actingArs: '010600063063' })],
    {},
    'unknown no-rule',
  ],
  [
    'left to each other',
    [
      rule(VILLAGE, undefined, { actingArs: '010600063063' }),
      rule('010600063063', undefined, { actingArs: VILLAGE }),
    ],
    {},
    'unknown circle',
  ],
  [
    'a withdrawn office counts for nothing',
    [rule(VILLAGE, undefined), rule(KREIS, 'k')],
    {},
    'one k district',
  ],
];
for (const [what, rules, place, answer] of cases)
  test(`${what}: ${answer}`, () => assert.equal(said(rules, place), answer));

test('of two rules for one office the freshest is the reason', () => {
  const old = rule(VILLAGE, 'a', { readAt: new Date('2020-01-01') });
  const answer = decideAuthority([old, rule(VILLAGE, 'a')], { chain }, DAY, chainOf);
  assert.ok(answer.kind === 'one');
  assert.equal(answer.rule.readAt.getUTCFullYear(), 2026);
});
