import { PASSWORD_LONGEST, PASSWORD_SHORTEST, type PasswordRefusal } from '../contract.ts';
import { commonPasswords } from './common-passwords.ts';

// NIST SP 800-63B: Unicode is normalised before hashing, so that one keyboard's "ü" equals another's.
export const normalisedPassword = (typed: string): string => typed.normalize('NFKC');

const KEYBOARD = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertzuiopasdfghjklyxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
];

/** Bare letters and digits without the endings that people add: "Passwort-2026!" is "passwort". */
const stemOf = (password: string): string =>
  password
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/\p{N}+$/u, '');

const isRow = (text: string): boolean =>
  KEYBOARD.some((row) => {
    const endless = row.repeat(Math.ceil(text.length / row.length) + 1);
    return endless.includes(text) || [...endless].reverse().join('').includes(text);
  });

const isCommon = (password: string): boolean => {
  const plain = password.toLowerCase();
  const stem = stemOf(password);
  return (
    new Set(plain).size <= 3 ||
    isRow(plain) ||
    commonPasswords.has(plain) ||
    commonPasswords.has(stem) ||
    // A word said twice is as well known as said once.
    /^(.{1,6})\1+$/u.test(plain)
  );
};

/**
 * Length instead of composition (BSI ORP.4, NIST SP 800-63B): no demand for digits or signs, no expiry, but
 * nothing that stands on top of every list of guesses, and not the own mail address.
 */
export const refusePassword = (typed: string, mail: string | undefined): PasswordRefusal | undefined => {
  const password = normalisedPassword(typed);
  const { length } = [...password];
  if (length < PASSWORD_SHORTEST) return 'password-too-short';
  if (length > PASSWORD_LONGEST) return 'password-too-long';
  if (isCommon(password)) return 'password-common';
  const [local = ''] = mail?.split('@') ?? [];
  const plain = password.toLowerCase();
  if (
    mail &&
    (plain.includes(mail) ||
      (local.length > 0 && [local, local.replaceAll(/\P{L}/gu, '')].includes(stemOf(plain))))
  )
    return 'password-is-mail';
  return undefined;
};
