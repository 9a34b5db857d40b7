import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseName, foldName, foldNameLong, splitName } from './municipality-name.ts';

test('the suffix behind the comma is taken off and written out', () => {
  const cases: [string, string, string | null][] = [
    ['Kiel, Landeshauptstadt', 'Kiel', 'Landeshauptstadt'],
    ['Haßfurt, St', 'Haßfurt', 'Stadt'],
    ['Münsterhausen, M', 'Münsterhausen', 'Markt'],
    ['Zirndorf, GKSt', 'Zirndorf', 'Große Kreisstadt'],
    ['Harz (Landkreis Göttingen), gemfr. Gebiet', 'Harz (Landkreis Göttingen)', 'gemeindefreies Gebiet'],
    ['Osterheide,gemfr.Geb.', 'Osterheide', 'gemeindefreies Gebiet'],
    ['Zwickau, Stadt, Hochschulstadt', 'Zwickau', 'Stadt, Hochschulstadt'],
    ['Ueckermünde, Seebad , Stadt', 'Ueckermünde', 'Seebad, Stadt'],
    ['Weißwasser/O.L., Stadt / Běła Woda', 'Weißwasser/O.L./Běła Woda', 'Stadt'],
    ['Süderbrarup', 'Süderbrarup', null],
  ];
  for (const [official, name, suffix] of cases)
    assert.deepEqual(splitName(official), { name, suffix }, official);
});

test('one spelling for comparison', () => {
  const cases: [string, string, string][] = [
    ['Köln', 'koln', 'koeln'],
    ['Gießen', 'giessen', 'giessen'],
    ['Cottbus/Chóśebuz', 'cottbus chosebuz', 'cottbus chosebuz'],
    ['St. Peter-Ording', 'sankt peter ording', 'sankt peter ording'],
    ['St', 'st', 'st'],
    ['Běła Woda', 'bela woda', 'bela woda'],
  ];
  for (const [name, folded, long] of cases)
    assert.deepEqual([foldName(name), foldNameLong(name)], [folded, long]);
});

test('what people type of a longer name', () => {
  assert.equal(baseName('Halle (Saale)'), 'Halle');
  assert.equal(baseName('Cottbus/Chóśebuz'), 'Cottbus');
  assert.equal(baseName('Ulm'), 'Ulm');
});
