import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advertisingIn } from './check-advertising.ts';
import { readPartner } from './check-partner.ts';
import type { AdvertisingFault } from './contract.ts';
import { namesPartner, stateOfReference } from './reference-rule.ts';

const texts: [text: string, fault: AdvertisingFault | undefined][] = [
  ['Wir bauen Sensoren für Wasserstände und schulen den Bauhof.', undefined],
  ['Seit 2019 messen wir in 12 Gemeinden, im Jahr 2024 auch im Winter.', undefined],
  ['Bestehende Anlagen rüsten wir nach; am besten vor dem Winter.', undefined],
  ['Unsere Software läuft z.B. in Node.js und auf Linux.', undefined],
  ['Der führende Anbieter für Sensoren', 'superlative'],
  ['Die besten Sensoren', 'superlative'],
  ['Das beste Produkt', 'superlative'],
  ['Sensoren ab 99 €', 'price'],
  ['Jetzt mit Rabatt', 'price'],
  ['Rufen Sie an: 030 / 123 45 67', 'phone'],
  ['+49 30 1234567', 'phone'],
  ['Mehr unter https://firma.example/a', 'link'],
  ['Mehr auf Sensor-Firma.de', 'link'],
  ['info@firma.example', 'link'],
  ['Wir messen den Stand im Bach. Wir messen den Stand im Bach.', 'repeated'],
  ['JETZT SOFORT SENSOREN KAUFEN heute', 'shouting'],
  ['Sensoren!!', 'shouting'],
  ['x'.repeat(601), 'too-long'],
];
for (const [text, fault] of texts)
  test(`»${text.slice(0, 50)}«: ${fault ?? 'describes'}`, () => {
    assert.equal(advertisingIn(text)?.fault, fault);
  });

test('one of offers and needs is enough, and they must not say the same', () => {
  const right = { art: 'firm', angebot: 'Wir messen den Stand im Bach.', 'feld-environment': 'ja' };
  assert.ok('partner' in readPartner(right));
  assert.ok('partner' in readPartner({ ...right, angebot: '', bedarf: 'Orte, die mitmessen.' }));
  const same = readPartner({ ...right, bedarf: 'Wir messen den Stand im Bach.' });
  assert.deepEqual('faults' in same && same.faults.needs?.fault, 'repeated');
  const nothing = readPartner({});
  assert.deepEqual('faults' in nothing && Object.keys(nothing.faults).sort(), ['fields', 'kind', 'offers']);
});

const names: [partners: string | null, name: string, isNamed: boolean][] = [
  ['Feuerwehr, Sensorbau Nord GmbH', 'Sensorbau Nord GmbH', true],
  ['Feuerwehr und Sensorbau Nord', 'Sensorbau Nord GmbH', true],
  ['Sensorbau Süd', 'Sensorbau Nord GmbH', false],
  ['Nord, Sensorbau', 'Sensorbau Nord GmbH', false],
  [null, 'Sensorbau Nord', false],
  ['GmbH', 'GmbH', false],
];
for (const [partners, name, isNamed] of names)
  test(`»${partners}« names »${name}«: ${isNamed}`, () => {
    assert.equal(namesPartner(partners, name), isNamed);
  });

test('a reference counts only when it is named and confirmed', () => {
  assert.equal(stateOfReference({ isNamed: true, answer: 'confirmed' }), 'confirmed');
  assert.equal(stateOfReference({ isNamed: false, answer: 'confirmed' }), 'not-named');
  assert.equal(stateOfReference({ isNamed: true, answer: null }), 'waiting');
  assert.equal(stateOfReference({ isNamed: true, answer: 'refused' }), 'refused');
});
