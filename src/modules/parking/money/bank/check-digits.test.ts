import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hasCheckDigit, isGermanVatId, isTaxId, readCreditorId, readIban } from './check-digits.ts';

test('an IBAN is right or none, however it is typed', () => {
  assert.equal(readIban(' de02 1203 0000 0000 2020 51 '), 'DE02120300000000202051');
  assert.equal(readIban('GB82 WEST 1234 5698 7654 32'), 'GB82WEST12345698765432');
  for (const typed of [
    '',
    'DE02120300000000202052',
    'DE0212030000000020205',
    'DE021203000000002020511',
    'XX',
    'DE02 1203 0000 0000 2020 5O',
    '<script>',
  ])
    assert.equal(readIban(typed), undefined, typed);
});

test('one wrong digit, or two that changed places, is noticed', () => {
  const right = 'DE02120300000000202051';
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 21 }), fc.integer({ min: 0, max: 9 }), (at, digit) => {
      const changed = right.slice(0, at) + digit + right.slice(at + 1);
      assert.equal(readIban(changed) !== undefined, changed === right);
    }),
  );
});

test('the tax number of a person: eleven digits, one of them repeated, and the last one checks', () => {
  for (const right of ['86095742719', '47036892816', '65929970489', '57549285017', '25768131411'])
    assert.ok(isTaxId(right), right);
  for (const wrong of [
    '',
    '8609574271',
    '86095742718',
    '06095742719',
    '11111111111',
    '12345678903',
    'abcdefghijk',
  ])
    assert.equal(isTaxId(wrong), false, wrong);
});

test('the check digit of ISO 7064, MOD 11,10, is one of ten for whatever stands before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (number) => {
      const text = String(number).padStart(8, '0');
      const fitting = [...'0123456789'].filter((digit) => hasCheckDigit(text + digit));
      assert.equal(fitting.length, 1);
    }),
  );
});

test('VAT and creditor identifiers', () => {
  assert.ok(isGermanVatId('DE136695976'));
  assert.equal(isGermanVatId('DE136695977'), false);
  assert.equal(isGermanVatId('136695976'), false);
  assert.equal(readCreditorId('de98 zzz 0999 9999 999'), 'DE98ZZZ09999999999');
  assert.equal(
    readCreditorId('DE98ABC09999999999'),
    'DE98ABC09999999999',
    'the business code does not count',
  );
  for (const wrong of ['', 'DE97ZZZ09999999999', 'DE98ZZZ19999999999', 'DE98'])
    assert.equal(readCreditorId(wrong), undefined, wrong);
});
