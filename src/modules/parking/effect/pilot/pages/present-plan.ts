import { formatDate, formatNumber } from '../../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../../foundation/i18n/language.ts';
import { signedPercent } from '../../../../../foundation/i18n/signed-percent.ts';
import { type Day, fromBerlin } from '../../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../../foundation/ui/Control.tsx';
import type { PilotMessages, PlanView } from '../../../web/index.ts';
import type { PlanPower } from '../plan-power.ts';
import type { StoredPlan } from '../plan-store.ts';
import { type PlanFault, type PlanField, planFields } from '../read-plan.ts';

type Setting = { language: Language; t: PilotMessages };

export const dayText = (language: Language, day: Day): string => formatDate(language, fromBerlin(day));

const LONG = new Set<PlanField>(['pilotWhere', 'controlWhere']);
const DAYS = new Set<PlanField>(['beforeFrom', 'beforeTo', 'afterFrom', 'afterTo']);
const NUMBERS = new Set<PlanField>(['days', 'drives', 'smallestPercent']);

export const planForm = (
  { t }: Setting,
  typed: Record<string, string>,
  faults: Partial<Record<PlanField, PlanFault>>,
): FieldView[] =>
  (Object.keys(planFields) as PlanField[]).map((field) => {
    const fault = faults[field];
    return {
      name: planFields[field],
      control: LONG.has(field) ? 'area' : 'line',
      label: t.fields[field],
      hint: (t.hints as Partial<Record<PlanField, string>>)[field],
      value: typed[planFields[field]] ?? '',
      error: fault && t.faults[fault],
      isDay: DAYS.has(field),
      inputMode: NUMBERS.has(field) ? 'numeric' : undefined,
    };
  });

/** What was promised, in words. */
export const planFacts = (
  { language, t }: Setting,
  { plan, frozen_at, plan_hash }: StoredPlan,
): PlanView['facts'] => {
  const number = (value: number) => formatNumber(language, value);
  const span = (from: Day, to: Day) => t.span(dayText(language, from), dayText(language, to));
  const fact = (key: keyof PilotMessages['facts'], value: string) => ({ label: t.facts[key], value });
  return [
    fact('pilot', t.where(plan.pilotDistrict, plan.pilotWhere)),
    fact('control', t.where(plan.controlDistrict, plan.controlWhere)),
    fact('before', span(plan.beforeFrom, plan.beforeTo)),
    fact('after', span(plan.afterFrom, plan.afterTo)),
    fact('measuring', t.measuring(number(plan.days), number(plan.drives))),
    fact('outcome', t.outcome),
    fact('smallest', t.percent(number(plan.smallestPercent))),
    fact('method', t.method),
    ...(frozen_at && plan_hash
      ? [fact('frozen', formatDate(language, frozen_at)), fact('hash', plan_hash)]
      : []),
  ];
};

/** Below this nobody should promise a proof. */
const GOOD_POWER = 80;

export const presentPower = ({ language, t }: Setting, { plan, power }: StoredPlan): PlanView['power'] => {
  const number = (value: number) => formatNumber(language, value);
  const design = ({ days, drives }: { days: number; drives: number }) =>
    t.design(number(days), number(drives));
  const row = (seen: PlanPower['own']) => ({
    key: `${seen.days} ${seen.drives}`,
    cells: [design(seen), number(seen.percent), t.span(number(seen.low), number(seen.high))],
  });
  const { own } = power;
  return {
    sentence: t.powerSentence(
      number(own.days),
      number(own.drives),
      t.percent(number(plan.smallestPercent)),
      number(own.percent),
    ),
    isLow: own.percent < GOOD_POWER,
    others: power.others.map(row),
    study: power.study.map((one) => ({
      key: `${one.changePercent} ${one.days} ${one.drives}`,
      cells: [
        signedPercent(language, one.changePercent / 100, 1),
        design(one),
        number(one.percent),
        number(one.studyPercent),
        number(one.percent - one.studyPercent).replace('-', '−'),
      ],
    })),
  };
};
