import { createHash, randomBytes } from 'node:crypto';

// Crockford's base 32: no letter that looks like a digit, so that a code can be read out and typed.
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_SIGNS = 52;
const NUMBER_SIGNS = 7;

const normalSigns = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

const randomSigns = (count: number): string =>
  [...randomBytes(count)].map((byte) => SIGNS[byte % SIGNS.length]).join('');

/** 260 bits. Not from the context: no test may ever be able to foresee one. */
export const newSecret = (): string => randomSigns(SECRET_SIGNS);

/** Full entropy needs no slow hash. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** As somebody typed it; undefined where it cannot be one. */
export const readSecret = (typed: string): string | undefined => {
  const signs = normalSigns(typed);
  return signs.length === SECRET_SIGNS && [...signs].every((sign) => SIGNS.includes(sign))
    ? signs
    : undefined;
};

/** In groups of four, for eyes. */
export const spelled = (signs: string): string => signs.replaceAll(/.{4}(?=.)/g, '$&-');

/** Luhn's rule over 32 signs: one wrong sign, and nearly every swap of neighbours, is noticed. */
const checkSign = (signs: string): string => {
  const base = SIGNS.length;
  const sum = [...signs].reverse().reduce((before, sign, at) => {
    const product = SIGNS.indexOf(sign) * (at % 2 === 0 ? 2 : 1);
    return before + Math.floor(product / base) + (product % base);
  }, 0);
  return SIGNS[(base - (sum % base)) % base] ?? '';
};

/** Short enough to say on the phone: "4F7K-9Q2M". */
export const newReceiptNumber = (): string => {
  const signs = randomSigns(NUMBER_SIGNS);
  return spelled(signs + checkSign(signs));
};

/** As somebody typed it; undefined where a sign is wrong. */
export const readReceiptNumber = (typed: string): string | undefined => {
  const signs = normalSigns(typed);
  const isNumber = signs.length === NUMBER_SIGNS + 1 && [...signs].every((sign) => SIGNS.includes(sign));
  return isNumber && checkSign(signs.slice(0, -1)) === signs.at(-1) ? spelled(signs) : undefined;
};
