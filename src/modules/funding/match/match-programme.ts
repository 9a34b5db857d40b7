import type { Condition, ProgrammeFacts, Verdict } from '../contract.ts';
import type { Case, Judgement } from './case.ts';
import { judgeCombination } from './judge-combination.ts';
import { judgeCost } from './judge-cost.ts';
import { judgeDeadline } from './judge-deadline.ts';
import { judgeField } from './judge-field.ts';
import { judgeApplicant, judgeArea, judgeSize } from './judge-town.ts';

export type Match = { verdict: Verdict; conditions: (Judgement & { condition: Condition })[] };

const RULES: [Condition, (one: Case) => Judgement][] = [
  ['deadline', judgeDeadline],
  ['area', judgeArea],
  ['applicant', judgeApplicant],
  ['size', judgeSize],
  ['field', judgeField],
  ['cost', judgeCost],
  ['combination', judgeCombination],
];

/** One no is a no; where nothing speaks against it but something is not known, nobody can tell. */
const together = (judgements: readonly Judgement[]): Verdict => {
  for (const verdict of ['no', 'cannot-tell'] as const)
    if (judgements.some((one) => one.verdict === verdict)) return verdict;
  return 'yes';
};

/** Whether a programme pays for a measure of a town: every condition with its reason. */
export const matchProgramme = (
  programme: ProgrammeFacts,
  { town, measure, today }: Omit<Case, 'programme'>,
): Match => {
  const conditions = RULES.map(([condition, judge]) => ({
    condition,
    ...judge({ programme, town, measure, today }),
  }));
  return { verdict: together(conditions), conditions };
};
