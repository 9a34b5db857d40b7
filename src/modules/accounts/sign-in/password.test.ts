import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusePassword } from './password.ts';

const MAIL = 'erika.beispiel@stadt.example';

const cases: [typed: string, expected: ReturnType<typeof refusePassword>][] = [
  ['Hund Tasse Wolke', undefined],
  ['nur kleine buchstaben', undefined],
  ['ääääöüxyzq', undefined],
  ['🦔Igel🦔Igel1', undefined],
  ['', 'password-too-short'],
  ['neunZeich', 'password-too-short'],
  // Ten code units, but only five signs.
  ['🦔🐢🦊🐝🐌', 'password-too-short'],
  ['x'.repeat(129), 'password-too-long'],
  [`${'Wort '.repeat(25)}abc`, undefined],
  ['aaaaaaaaaaaa', 'password-common'],
  ['1212121212', 'password-common'],
  ['1234567890', 'password-common'],
  ['0987654321', 'password-common'],
  ['qwertzuiop', 'password-common'],
  ['poiuztrewq', 'password-common'],
  ['Passwort-2026!', 'password-common'],
  ['Sommer2026!', 'password-common'],
  ['hallohallo', 'password-common'],
  ['Rathaus 1234', 'password-common'],
  ['abcabcabcabc', 'password-common'],
  [MAIL, 'password-is-mail'],
  [`x${MAIL.toUpperCase()}x`, 'password-is-mail'],
  ['erikabeispiel99', 'password-is-mail'],
];

for (const [typed, expected] of cases)
  test(`»${typed.slice(0, 30)}« (${[...typed].length}): ${expected ?? 'accepted'}`, () => {
    assert.equal(refusePassword(typed, MAIL), expected);
  });
