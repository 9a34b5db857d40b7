import { addressLines } from '../catalogue/competent-authority.ts';
import { type Decision, decideAuthority, type Place, type Unit } from '../responsibility/decide-authority.ts';
import type { Rule } from '../responsibility/responsibility.ts';

/** What a synthetic resident is told; `fault` names what an editor has to put right, and in which unit. */
export type Judgement = {
  outcome: 'answered' | 'asked' | 'gap';
  fault?: { kind: FindingKind; ars: string };
};

export type FindingKind = 'expired' | 'contradiction' | 'no-address' | 'circle' | 'dead-link';

type Office = { organisation?: string | undefined };

/** Counters of one organisation are a choice, two organisations for one thing are a contradiction. */
const isChoice = (offices: Office[]): boolean =>
  offices[0]?.organisation !== undefined &&
  offices.every(({ organisation }) => organisation === offices[0]?.organisation);

const COUNTRY = '';

export const judgeArea = (
  rulesIn: (ars: string) => readonly Rule[],
  place: Place,
  day: string,
  chainOf: (ars: string) => Unit[],
): Judgement => {
  const rules = [...place.chain.map(({ ars }) => ars), COUNTRY].flatMap(rulesIn);
  if (rules.length === 0) return { outcome: 'gap' };
  const acting = rules.flatMap(({ actingArs }) => (actingArs === undefined ? [] : chainOf(actingArs)));
  const further = acting.map(({ ars }) => ars).filter((ars) => !place.chain.some((unit) => unit.ars === ars));
  const all = further.length === 0 ? rules : [...rules, ...[...new Set(further)].flatMap(rulesIn)];
  return judge(decideAuthority(all, place, day, chainOf), place, rules);
};

const judge = (decision: Decision, { chain }: Place, rules: readonly Rule[]): Judgement => {
  const own = chain[0]?.ars ?? '';
  if (decision.kind === 'one') {
    const { rule, reason } = decision;
    if (addressLines(rule.authority.address).length > 0) return { outcome: 'answered' };
    return { outcome: 'answered', fault: { kind: 'no-address', ars: reason.unit?.ars ?? own } };
  }
  if (decision.kind === 'ask') {
    const isFault = decision.by === 'office' && !isChoice(decision.choices.map(({ authority }) => authority));
    if (!isFault) return { outcome: 'asked' };
    return { outcome: 'asked', fault: { kind: 'contradiction', ars: decision.reason.unit?.ars ?? own } };
  }
  if (decision.why === 'no-rule') return { outcome: 'gap' };
  const from = rules.find(({ areaArs }) => areaArs !== COUNTRY)?.areaArs ?? own;
  return { outcome: 'gap', fault: { kind: decision.why, ars: from } };
};
