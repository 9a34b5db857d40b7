import { readDay } from './date-in-words.ts';
import type { FieldKind, LayoutField } from './form-definition.ts';

export type FieldReason =
  | 'missing'
  | 'not-a-number'
  | 'too-small'
  | 'too-large'
  | 'too-short'
  | 'too-long'
  | 'not-a-choice'
  | 'not-a-date'
  | 'not-a-postcode'
  | 'not-a-house-number'
  | 'not-an-iban'
  | 'not-a-tax-id'
  | 'not-a-licence-plate'
  | 'not-a-mail-address'
  | 'not-a-phone-number'
  | 'too-many-rows'
  | 'not-ticked'
  | 'no-file'
  | 'not-allowed';

export type Read = { value: string | number | boolean } | { reason: FieldReason };
type Reader = (typed: string, field: LayoutField) => Read;

const ok = (value: string | number | boolean): Read => ({ value });
const no = (reason: FieldReason): Read => ({ reason });

const matching =
  (pattern: RegExp, reason: FieldReason, toNormal: (typed: string) => string = (typed) => typed): Reader =>
  (typed) => {
    const normal = toNormal(typed);
    return pattern.test(normal) ? ok(normal) : no(reason);
  };

/** ISO 13616: letters count from ten, the rest of the number after the first four signs stands in front. */
const isIban = (iban: string): boolean => {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  if (iban.startsWith('DE') && iban.length !== 22) return false;
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
};

/** § 139b AO: eleven digits, of the first ten one stands there twice or thrice, the last is by ISO 7064 mod 11,10. */
const isTaxId = (id: string): boolean => {
  if (!/^[1-9]\d{10}$/.test(id)) return false;
  const first = [...id.slice(0, 10)];
  const often = [...Map.groupBy(first, (digit) => digit).values()].filter(({ length }) => length > 1);
  const [repeated] = often;
  if (often.length !== 1 || !repeated || repeated.length > 3) return false;
  const product = first.reduce((before, digit) => {
    const sum = (Number(digit) + before) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return (11 - product) % 10 === Number(id[10]);
};

const readPlate: Reader = (typed) => {
  const found = /^([A-ZÄÖÜ]{1,3})[\s-]+([A-Z]{1,2})[\s-]*([1-9]\d{0,3})\s*([EH]?)$/.exec(typed.toUpperCase());
  if (!found) return no('not-a-licence-plate');
  const [, place = '', letters = '', number = '', suffix = ''] = found;
  // FZV: at most eight signs on the plate.
  if (`${place}${letters}${number}${suffix}`.length > 8) return no('not-a-licence-plate');
  return ok(`${place}-${letters} ${number}${suffix}`);
};

const readNumber: Reader = (typed) => {
  const plain = typed
    .replaceAll(/[\s€]/g, '')
    .replaceAll(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? ok(Number(plain)) : no('not-a-number');
};

const withoutSpaces = (typed: string): string => typed.replaceAll(/\s/g, '');

const readers: Record<Exclude<FieldKind, 'group' | 'upload'>, Reader> = {
  text: (typed) => ok(typed.replaceAll(/\s+/g, ' ')),
  longText: (typed) => ok(typed.replaceAll('\r\n', '\n')),
  number: readNumber,
  yesNo: (typed) => (typed === 'ja' || typed === 'nein' ? ok(typed === 'ja') : no('not-a-choice')),
  choice: (typed, { choices = [] }) =>
    choices.some(({ value }) => value === typed) ? ok(typed) : no('not-a-choice'),
  date: (typed) => {
    const day = readDay(typed);
    return day === undefined ? no('not-a-date') : ok(day);
  },
  postcode: matching(/^(?!00)\d{5}$/, 'not-a-postcode', withoutSpaces),
  houseNumber: matching(
    /^[1-9]\d{0,4} ?[a-z]?( ?[-/] ?[1-9]\d{0,4} ?[a-z]?)?$/i,
    'not-a-house-number',
    (typed) => typed.replaceAll('–', '-'),
  ),
  iban: (typed) => {
    const iban = withoutSpaces(typed).toUpperCase();
    return isIban(iban) ? ok(iban) : no('not-an-iban');
  },
  taxId: (typed) => {
    const id = typed.replaceAll(/[\s/]/g, '');
    return isTaxId(id) ? ok(id) : no('not-a-tax-id');
  },
  licencePlate: readPlate,
  mail: matching(/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,190}\.[^\s@<>,;".]{2,}$/, 'not-a-mail-address'),
  phone: matching(/^\+?\d{5,18}$/, 'not-a-phone-number', (typed) => typed.replaceAll(/[\s()/-]/g, '')),
  declaration: (typed) => (typed === 'ja' ? ok(true) : no('not-ticked')),
};

/** @returns undefined where nothing was typed. Groups and uploads are read elsewhere. */
export const readField = (field: LayoutField, typed: string): Read | undefined => {
  const text = typed.trim();
  if (text === '' || field.kind === 'group' || field.kind === 'upload') return undefined;
  return readers[field.kind](text, field);
};
