import type { FieldKind } from '../form-definition.ts';

/** What a data field of FIM says of itself, in the words of XDatenfelder. */
export type FimField = {
  /** input, select, label, hidden, locked. */ feldart: string;
  /** text, text_latin, date, bool, num, num_int, num_currency, file, obj … */ datentyp: string;
  name: string;
  maxLength?: number;
  hasChoices: boolean;
};

// Data fields have no kind beyond their type: an IBAN is a text. Its name tells, in the words that FIM's own building
// blocks use.
const BY_NAME: [name: RegExp, kind: FieldKind][] = [
  [/\biban\b/i, 'iban'],
  [/postleitzahl|\bplz\b/i, 'postcode'],
  [/hausnummer/i, 'houseNumber'],
  [/e-?mail/i, 'mail'],
  [/telefon|mobilfunk|rufnummer/i, 'phone'],
  [/steuer(liche)?[- ]?(identifikationsnummer|id)\b/i, 'taxId'],
  [/kfz-?kennzeichen|amtliches kennzeichen/i, 'licencePlate'],
];

const LONG_TEXT = 255;

const BY_TYPE: Record<string, FieldKind> = {
  date: 'date',
  bool: 'yesNo',
  num: 'number',
  num_int: 'number',
  num_currency: 'number',
  file: 'upload',
  obj: 'upload',
};

/** @returns undefined for what nobody fills in: labels, hidden and locked fields. */
export const fieldKindOf = ({
  feldart,
  datentyp,
  name,
  maxLength,
  hasChoices,
}: FimField): FieldKind | undefined => {
  if (['label', 'hidden', 'locked'].includes(feldart)) return undefined;
  if (feldart === 'select' && hasChoices) return 'choice';
  const byType = Object.hasOwn(BY_TYPE, datentyp) ? BY_TYPE[datentyp] : undefined;
  if (byType) return byType;
  return (
    BY_NAME.find(([words]) => words.test(name))?.[1] ?? ((maxLength ?? 0) > LONG_TEXT ? 'longText' : 'text')
  );
};
