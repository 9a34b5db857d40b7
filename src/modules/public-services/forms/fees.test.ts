import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feesOf } from './fees.ts';
import { permitWith } from './form.builder.ts';
import type { Answers, FormDefinition } from './form-definition.ts';

const label = { de: 'Gebühr', en: 'Fee' };
const due = (fees: FormDefinition['fees'], answers: Answers) =>
  feesOf(
    permitWith((form) => {
      if (fees) form.fees = fees;
      else delete form.fees;
    }),
    answers,
  )?.totalCents;

const FOREIGN = { field: 'isOwnVehicle', equals: false };
const HELD = { field: 'holder', equals: 'Otto' };
const cases: [what: string, fees: FormDefinition['fees'], answers: Answers, total: number | undefined][] = [
  ['the form says nothing', undefined, {}, undefined],
  ['there is none', [], {}, 0],
  ['a part that everybody pays', [{ label, cents: 3070 }], {}, 3070],
  [
    'parts that are due together',
    [
      { label, cents: 10 },
      { label, cents: 5, when: FOREIGN },
    ],
    { isOwnVehicle: false },
    15,
  ],
  [
    'a part that is not due',
    [
      { label, cents: 10 },
      { label, cents: 5, when: FOREIGN },
    ],
    { isOwnVehicle: true },
    10,
  ],
  ['an unanswered question makes nothing due', [{ label, cents: 5, when: FOREIGN }], {}, 0],
  [
    'an answer that is no longer asked makes nothing due',
    [{ label, cents: 5, when: HELD }],
    { isOwnVehicle: true, holder: 'Otto' },
    0,
  ],
];
for (const [what, fees, answers, total] of cases) test(what, () => assert.equal(due(fees, answers), total));
