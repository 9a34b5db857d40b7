import type { Typed } from '../../../foundation/http/typed-body.ts';
import { plainText } from '../../../foundation/text/plain-text.ts';
import { readIban } from './bank/check-digits.ts';

export type MoneyFault =
  | 'missing'
  | 'too-long'
  | 'unknown-choice'
  | 'not-an-iban'
  | 'no-mandate'
  | 'not-a-postcode'
  | 'not-a-day'
  | 'not-a-tax-id'
  | 'not-a-vat-id'
  | 'not-a-creditor';
export type MoneyFaults = Record<string, MoneyFault>;

const LONGEST = 140;

/** Reads what was typed, field by field, and keeps the first fault of each. */
export const formReader = (typed: Typed) => {
  const faults: MoneyFaults = {};
  const wrong = (name: string, fault: MoneyFault): void => {
    faults[name] ??= fault;
  };
  const text = (name: string, { isNeeded = true, longest = LONGEST } = {}): string => {
    const read = (plainText(typed[name], 4_000) ?? '').replaceAll(/\s+/g, ' ').trim();
    if (isNeeded && read === '') wrong(name, 'missing');
    if (read.length > longest) wrong(name, 'too-long');
    return read;
  };
  return {
    faults,
    wrong,
    text,
    postcode: (name: string): string => {
      const read = text(name);
      if (read !== '' && !/^\d{5}$/.test(read)) wrong(name, 'not-a-postcode');
      return read;
    },
    iban: (name: string): string => {
      const read = text(name);
      const iban = readIban(read);
      if (read !== '' && iban === undefined) wrong(name, 'not-an-iban');
      return iban ?? '';
    },
    choice: <Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value => {
      const found = values.find((value) => value === typed[name]);
      if (found === undefined) wrong(name, 'unknown-choice');
      return found ?? values[0];
    },
  };
};

export const hasFaults = ({ faults }: { faults: MoneyFaults }): boolean => Object.keys(faults).length > 0;
