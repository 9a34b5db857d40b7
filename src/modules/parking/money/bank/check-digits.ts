/** ISO 7064, MOD 11,10: the last digit of a German tax number of a person and of a German VAT number. */
export const hasCheckDigit = (digits: string): boolean => {
  if (!/^\d{2,}$/.test(digits)) return false;
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
};

/** ISO 7064, MOD 97-10, over digits and letters (A is 10). */
const remainderOf = (text: string): number => {
  let remainder = 0;
  for (const sign of text) {
    const value = Number.parseInt(sign, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
};

/** IBAN without spaces, in capitals; undefined: it is none. */
export const readIban = (typed: string): string | undefined => {
  const iban = typed.replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return undefined;
  if (iban.startsWith('DE') && !/^DE\d{20}$/.test(iban)) return undefined;
  return remainderOf(iban.slice(4) + iban.slice(0, 4)) === 1 ? iban : undefined;
};

/** Creditor identifier of the SEPA scheme; its business code (signs 5 to 7) does not count. Undefined: it is none. */
export const readCreditorId = (typed: string): string | undefined => {
  const id = typed.replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/.test(id)) return undefined;
  if (id.startsWith('DE') && !/^DE\d{2}[A-Z0-9]{3}0\d{10}$/.test(id)) return undefined;
  return remainderOf(id.slice(7) + id.slice(0, 4)) === 1 ? id : undefined;
};

/** § 139b AO: eleven digits, no zero first; of the first ten one is there twice or three times, the others at most once. */
export const isTaxId = (digits: string): boolean => {
  if (!/^[1-9]\d{10}$/.test(digits)) return false;
  const counts = [...Map.groupBy(digits.slice(0, 10), (digit) => digit).values()].map(({ length }) => length);
  const repeated = counts.filter((count) => count > 1);
  return repeated.length === 1 && (repeated[0] ?? 0) <= 3 && hasCheckDigit(digits);
};

export const isGermanVatId = (text: string): boolean =>
  /^DE\d{9}$/.test(text) && hasCheckDigit(text.slice(2));
