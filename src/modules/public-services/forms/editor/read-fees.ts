import type { Typed } from '../check-answers.ts';
import { type Fee, type FormDefinition, HIGHEST_FEE_CENTS } from '../form-definition.ts';
import { conditionChoices } from './condition-choice.ts';
import { type EditFaults, reading } from './typed.ts';

const LONGEST_LABEL = 200;
const EMPTY_ROWS = 2;

/** Rows the page shows: those that are there and some to fill. */
export const feeRowsOf = ({ fees = [] }: FormDefinition): (Fee | undefined)[] => [
  ...fees,
  ...Array.from({ length: EMPTY_ROWS }, () => undefined),
];

const centsOf = (text: string): number | undefined => {
  const [, euros, cents = '0'] = /^(\d{1,6})(?:[.,](\d{1,2}))?\s*€?$/.exec(text) ?? [];
  return euros === undefined ? undefined : Number(euros) * 100 + Number(cents.padEnd(2, '0'));
};

/** The parts of the fee; whether the form says anything of a fee is chosen apart: "none" is an answer as well. */
export const readFees = (
  definition: FormDefinition,
  typed: Typed,
): { definition: FormDefinition } | { faults: EditFaults } => {
  const { fees: before = [], ...rest } = definition;
  if (typed.gebuehr === 'unbekannt') return { definition: rest };
  const reader = reading(typed);
  const choices = conditionChoices(definition);
  const fees = feeRowsOf(definition).flatMap((_, at): Fee[] => {
    const label = reader.message(`fuer${at}`, LONGEST_LABEL);
    const amount = reader.text(`betrag${at}`, 20);
    if (!label && amount === '') return [];
    if (!label) reader.wrong(`fuer${at}De`, 'missing');
    const cents = centsOf(amount);
    if (cents === undefined || cents > HIGHEST_FEE_CENTS) reader.wrong(`betrag${at}`, 'not-an-amount');
    const when = reader.condition(choices, before[at]?.when, `${at}-`);
    return label && cents !== undefined ? [{ label, cents, ...(when && { when }) }] : [];
  });
  if (Object.keys(reader.faults).length > 0) return { faults: reader.faults };
  return { definition: { ...rest, fees: typed.gebuehr === 'keine' ? [] : fees } };
};
