import { plainText } from '../../../../foundation/text/plain-text.ts';
import { dayIn } from '../../../../foundation/time/typed-day.ts';
import { METHOD, type PeriodFault, type PilotPlan, periodFault, planBounds } from './plan.ts';
import { wholeIn } from './typed.ts';

/** The fields of the form, by the name in the plan. */
export const planFields = {
  name: 'name',
  pilotDistrict: 'gebiet',
  pilotWhere: 'lage',
  controlDistrict: 'vergleich',
  controlWhere: 'vergleichslage',
  beforeFrom: 'vorher_von',
  beforeTo: 'vorher_bis',
  afterFrom: 'nachher_von',
  afterTo: 'nachher_bis',
  days: 'tage',
  drives: 'fahrten',
  smallestPercent: 'mindestens',
} as const;

export type PlanField = keyof typeof planFields;
export type PlanFault = 'missing' | 'too-long' | 'no-day' | 'no-number' | 'same-district' | PeriodFault;

const LONGEST: Partial<Record<PlanField, number>> = { pilotWhere: 500, controlWhere: 500 };
const LONGEST_NAME = 100;
const TEXTS = ['name', 'pilotDistrict', 'pilotWhere', 'controlDistrict', 'controlWhere'] as const;
const DAYS = ['beforeFrom', 'beforeTo', 'afterFrom', 'afterTo'] as const;
const NUMBERS = ['days', 'drives', 'smallestPercent'] as const;

/** A plan as the town typed it. */
export const readPlan = (
  typed: Record<string, string>,
): { plan: PilotPlan } | { faults: Partial<Record<PlanField, PlanFault>> } => {
  const faults: Partial<Record<PlanField, PlanFault>> = {};
  const read: Partial<Record<PlanField, string | number>> = {};
  for (const field of TEXTS) {
    const text = plainText(typed[planFields[field]], 4000)?.trim() ?? '';
    if (text === '') faults[field] = 'missing';
    else if (text.length > (LONGEST[field] ?? LONGEST_NAME)) faults[field] = 'too-long';
    read[field] = text;
  }
  for (const field of DAYS) {
    const day = dayIn(typed[planFields[field]] ?? '');
    if (day === undefined) faults[field] = 'no-day';
    else read[field] = day;
  }
  for (const field of NUMBERS) {
    const number = wholeIn(typed[planFields[field]] ?? '');
    const { least, most } = planBounds[field];
    if (number === undefined || number < least || number > most) faults[field] = 'no-number';
    else read[field] = number;
  }
  const isSame = String(read.pilotDistrict).toLowerCase() === String(read.controlDistrict).toLowerCase();
  if (isSame && !faults.controlDistrict) faults.controlDistrict = 'same-district';
  if (Object.keys(faults).length > 0) return { faults };
  const plan = { ...(read as Omit<PilotPlan, 'method'>), method: METHOD };
  const fault = periodFault(plan);
  return fault ? { faults: { [fault === 'too-short' ? 'days' : 'beforeFrom']: fault } } : { plan };
};
