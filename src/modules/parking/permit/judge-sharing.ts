import type { Day } from '../../../foundation/time/zone.ts';
import {
  type PermitAnswers,
  type PermitQuestion,
  type PermitRule,
  permitQuestions,
  type Verdict,
  verdicts,
} from './permit-rule.ts';

export type Judgement = { verdict: Verdict; rules: PermitRule[] };

type Circumstances = {
  /** Two digits: the key of the state. */ state: string;
  day: Day;
  /** The municipality has published that sharing is wanted there. */ isWanted: boolean;
};

/** Nobody is asked for a consent where nobody has to consent, nor for the way to a space in the street. */
export const isAsked = (question: PermitQuestion, answers: PermitAnswers): boolean => {
  if (question === 'ground') return true;
  if (answers.ground === 'street') return false;
  return question === 'consent' ? answers.right === 'tenant' || answers.right === 'common' : true;
};

export const openQuestions = (answers: PermitAnswers): PermitQuestion[] =>
  (Object.keys(permitQuestions) as PermitQuestion[]).filter(
    (question) => isAsked(question, answers) && answers[question] === undefined,
  );

const holds = (
  rule: PermitRule,
  answers: PermitAnswers,
  { state, day, isWanted }: Circumstances,
): boolean => {
  if (day < rule.validFrom || (rule.validTo !== undefined && day > rule.validTo)) return false;
  if (rule.states && !rule.states.includes(state)) return false;
  const given: Record<string, string | undefined> = { ...answers, ruling: isWanted ? 'yes' : 'no' };
  return Object.entries(rule.when).every(([question, allowed]) => {
    const answer = given[question];
    return allowed === undefined || (answer !== undefined && allowed.includes(answer as never));
  });
};

/**
 * The worst of all rules that hold decides, and each is named. Where no rule speaks, nobody has looked at this case:
 * that is amber, never green. Information, no legal advice.
 */
export const judgeSharing = (
  rules: readonly PermitRule[],
  answers: PermitAnswers,
  circumstances: Circumstances,
): Judgement => {
  const asked = Object.fromEntries(
    Object.entries(answers).filter(([question]) => isAsked(question as PermitQuestion, answers)),
  );
  const held = rules.filter((rule) => holds(rule, asked, circumstances));
  const worst = Math.max(0, ...held.map(({ verdict }) => verdicts.indexOf(verdict)));
  const verdict = held.length === 0 ? 'amber' : (verdicts[worst] ?? 'amber');
  return {
    verdict,
    rules: held.toSorted((a, b) => verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict)),
  };
};
