import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayName, keyOfSlug, officialName, slugOf } from './municipality.ts';
import {
  isKind,
  isKindOfLevel,
  type Kind,
  kindLabel,
  kindOfRegion,
  kindOfTypeCode,
} from './municipality-kind.ts';

test('names as people say them', () => {
  const cases: [Kind, string, string][] = [
    ['ruralDistrict', 'Merzig-Wadern', 'Landkreis Merzig-Wadern'],
    ['ruralDistrict', 'Wartburgkreis', 'Wartburgkreis'],
    ['ruralDistrict', 'Region Hannover', 'Region Hannover'],
    ['district', 'Unna', 'Kreis Unna'],
    ['governmentRegion', 'Reg.-Bez. Köln', 'Regierungsbezirk Köln'],
    ['governmentRegion', 'Schwaben', 'Regierungsbezirk Schwaben'],
    ['formerGovernmentRegion', 'früher: Reg.-Bez. Trier', 'Früherer Regierungsbezirk Trier'],
    ['urbanDistrict', 'Kiel', 'Kiel'],
  ];
  for (const [kind, name, shown] of cases) assert.equal(displayName({ kind, name }), shown);
});

test('the official name has its suffix', () => {
  assert.equal(officialName({ name: 'Kiel', suffix: 'Landeshauptstadt' }), 'Kiel, Landeshauptstadt');
  assert.equal(officialName({ name: 'Aach', suffix: null }), 'Aach');
});

test('a slug reads well and leads back to its key', () => {
  const slug = slugOf({ name: 'Münster (Hessen)', ags: '06432015', ars: '064320015015' });
  assert.equal(slug, 'muenster-hessen-06432015');
  const cases: [string, string | undefined][] = [
    [slug, '06432015'],
    ['06432015', '06432015'],
    ['landkreis-goettingen-03159', '03159'],
    ['muenster', undefined],
    ['muenster-1234', undefined],
    ['muenster06432015', undefined],
  ];
  for (const [text, key] of cases) assert.equal(keyOfSlug(text), key, text);
});

test('kinds come from the official type codes', () => {
  assert.equal(kindOfTypeCode('64'), 'village');
  assert.equal(kindOfTypeCode('41'), 'urbanDistrict');
  assert.equal(kindOfTypeCode('99'), undefined);
  assert.equal(kindOfRegion('Statistische Region Hannover'), 'statisticalRegion');
  assert.equal(isKindOfLevel('61', 'municipality'), true);
  assert.equal(isKindOfLevel('61', 'district'), false);
  assert.deepEqual([isKind('town'), isKind('toString')], [true, false]);
  assert.deepEqual([kindLabel('town', 'de'), kindLabel('town', 'en')], ['Stadt', 'Town']);
});
