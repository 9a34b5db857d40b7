import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayInWords, readDay } from './date-in-words.ts';
import type { FieldKind } from './form-definition.ts';
import { readField } from './read-field.ts';

const words = { de: '', en: '' };
const field = (kind: FieldKind) => ({
  name: 'x',
  kind,
  label: words,
  choices: [
    { value: 'a', label: words },
    { value: 'b', label: words },
  ],
});

const good: [kind: FieldKind, typed: string, value: string | number | boolean][] = [
  ['text', '  Anna   Muster ', 'Anna Muster'],
  ['longText', 'eins\r\nzwei', 'eins\nzwei'],
  ['number', '1.234,50 €', 1234.5],
  ['number', '12.5', 12.5],
  ['yesNo', 'ja', true],
  ['yesNo', 'nein', false],
  ['choice', 'b', 'b'],
  ['date', '3. März 2027', '2027-03-03'],
  ['date', '3.3.2027', '2027-03-03'],
  ['date', '29. Feb. 2028', '2028-02-29'],
  ['date', '3 March 2027', '2027-03-03'],
  ['postcode', '01067', '01067'],
  ['houseNumber', '12a', '12a'],
  ['houseNumber', '12–14', '12-14'],
  ['iban', 'de89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
  ['iban', 'GB82 WEST 1234 5698 7654 32', 'GB82WEST12345698765432'],
  ['taxId', '86 095 742 719', '86095742719'],
  ['licencePlate', 'se-ab 123 e', 'SE-AB 123E'],
  ['licencePlate', 'KA X 1', 'KA-X 1'],
  ['mail', 'name@beispiel.de', 'name@beispiel.de'],
  ['phone', '+49 (721) 123-456', '+49721123456'],
  ['declaration', 'ja', true],
];
for (const [kind, typed, value] of good)
  test(`${kind}: ${JSON.stringify(typed)} is taken`, () =>
    assert.deepEqual(readField(field(kind), typed), { value }));

const bad: [kind: FieldKind, typed: string, reason: string][] = [
  ['number', 'zwölf', 'not-a-number'],
  ['yesNo', 'vielleicht', 'not-a-choice'],
  ['choice', 'c', 'not-a-choice'],
  ['date', '30. Februar 2027', 'not-a-date'],
  ['date', 'morgen', 'not-a-date'],
  ['date', '3. Mä 2027', 'not-a-date'],
  ['date', '3.3.27', 'not-a-date'],
  ['postcode', '1067', 'not-a-postcode'],
  ['postcode', '00123', 'not-a-postcode'],
  ['houseNumber', 'a12', 'not-a-house-number'],
  ['iban', 'DE89 3704 0044 0532 0130 01', 'not-an-iban'],
  ['iban', 'DE8937040044053201300', 'not-an-iban'],
  ['taxId', '86095742718', 'not-a-tax-id'],
  ['taxId', '12345678903', 'not-a-tax-id'],
  ['taxId', '11111111111', 'not-a-tax-id'],
  ['licencePlate', 'KAAB123', 'not-a-licence-plate'],
  ['licencePlate', 'ABC-DE 1234', 'not-a-licence-plate'],
  ['mail', 'name beispiel.de', 'not-a-mail-address'],
  ['phone', 'ruf an', 'not-a-phone-number'],
  ['declaration', 'nein', 'not-ticked'],
];
for (const [kind, typed, reason] of bad)
  test(`${kind}: ${JSON.stringify(typed)} is refused`, () =>
    assert.deepEqual(readField(field(kind), typed), { reason }));

test('an empty field is no answer', () => assert.equal(readField(field('iban'), '   '), undefined));

test('a day stands there in words, and is read again', () => {
  assert.equal(dayInWords('de', '2027-03-03'), '3. März 2027');
  assert.equal(dayInWords('en', '2027-03-03'), '3 March 2027');
  for (const language of ['de', 'en'] as const)
    for (let month = 1; month <= 12; month += 1) {
      const day = `2027-${String(month).padStart(2, '0')}-07`;
      assert.equal(readDay(dayInWords(language, day)), day);
    }
});
