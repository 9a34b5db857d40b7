import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDefinition } from '../check-definition.ts';
import { type FimField, fieldKindOf } from './field-kind.ts';
import { readXdatenfelder } from './xdatenfelder.ts';

// Written from the structure of the standard: there is no public file that may be shipped.
type Field = { id: string; label: string; type?: string; art?: string; anzahl?: string; more?: string };

const field = (
  p: string,
  { id, label, type = 'text', art = 'input', anzahl = '1:1', more = '' }: Field,
): string => `
  <${p}struktur><${p}anzahl>${anzahl}</${p}anzahl><${p}enthaelt><${p}datenfeld>
    <${p}identifikation><${p}id>${id}</${p}id><${p}version>1.0.0</${p}version></${p}identifikation>
    <${p}name>${label}</${p}name><${p}bezeichnungEingabe>${label}</${p}bezeichnungEingabe>
    <${p}feldart listURI="urn:xoev-de:fim:codeliste:xdatenfelder.feldart"><code>${art}</code></${p}feldart>
    <${p}datentyp><code>${type}</code></${p}datentyp>${more}
  </${p}datenfeld></${p}enthaelt></${p}struktur>`;

const group = (p: string, id: string, label: string, anzahl: string, inner: string): string => `
  <${p}struktur><${p}anzahl>${anzahl}</${p}anzahl><${p}enthaelt><${p}datenfeldgruppe>
    <${p}identifikation><${p}id>${id}</${p}id></${p}identifikation>
    <${p}name>${label}</${p}name><${p}bezeichnungEingabe>${label}</${p}bezeichnungEingabe>${inner}
  </${p}datenfeldgruppe></${p}enthaelt></${p}struktur>`;

const person = (p: string): string =>
  field(p, { id: 'F60000227', label: 'Familienname' }) +
  field(p, { id: 'F60000235', label: 'Geburtsdatum', type: 'date' }) +
  group(p, 'G60000091', 'Anschrift', '0:1', field(p, { id: 'F60000246', label: 'Postleitzahl' }));

const body = (p: string, praezisierung: string, werte: string): string => `
  <${p}stammdatenschema>
    <${p}identifikation><${p}id>S00000000042</${p}id></${p}identifikation>
    <${p}name>Antrag Beispiel</${p}name><${p}bezeichnung>Antrag auf ein Beispiel</${p}bezeichnung>
    ${field(p, { id: 'F1', label: 'E-Mail-Adresse', anzahl: '0:1' })}
    ${field(p, { id: 'F2', label: 'Anzahl der Hunde', type: 'num_int', more: praezisierung })}
    ${field(p, { id: 'F3', label: 'Rasse', art: 'select', more: werte })}
    ${field(p, { id: 'F4', label: 'Hinweis', art: 'label' })}
    ${field(p, { id: 'F5', label: 'Nachweis', type: 'file', anzahl: '0:1' })}
    ${group(p, 'G60000083', 'Antragstellende Person', '1:1', person(p))}
    ${group(p, 'G60000084', 'Weitere Personen', '0:*', person(p))}
    <${p}regel><${p}name>Wenn F2 dann F3</${p}name></${p}regel>
  </${p}stammdatenschema>`;

const three = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
  <xdf3:xdatenfelder.stammdatenschema.0102 xmlns:xdf3="urn:xoev-de:fim:standard:xdatenfelder_3.0.0">
  <xdf3:header><xdf3:nachrichtID>1</xdf3:nachrichtID></xdf3:header>${inner}</xdf3:xdatenfelder.stammdatenschema.0102>`;

const two = (inner: string): string =>
  `<?xml version="1.0"?><xdatenfelder.stammdatenschema.0102 xmlns="urn:xoev-de:fim:standard:xdatenfelder_2">
  <header/>${inner}</xdatenfelder.stammdatenschema.0102>`;

const bytes = async function* (text: string) {
  yield Buffer.from(text);
};
const read = (text: string) => readXdatenfelder(bytes(text), { promiseDays: 20 });

const cases: [version: string, text: string, kindOfRace: string][] = [
  [
    '3',
    three(
      body(
        'xdf3:',
        '<xdf3:praezisierung minValue="1" maxValue="20"/>',
        '<xdf3:werte><xdf3:wert><code>1</code><name>Dackel</name></xdf3:wert><xdf3:wert><code>2</code><name>Pudel</name></xdf3:wert></xdf3:werte>',
      ),
    ),
    'choice',
  ],
  ['2', two(body('', '<praezisierung>{"minValue":"1","maxValue":"20"}</praezisierung>', '')), 'text'],
];

for (const [version, text, kindOfRace] of cases)
  test(`a data schema of XDatenfelder ${version} becomes a form without contradictions`, async () => {
    const form = await read(text);
    assert.ok('definition' in form, JSON.stringify(form));
    const { definition, leftOut } = form;
    assert.deepEqual(checkDefinition(definition), []);
    assert.equal(form.schemaId, 'S00000000042');
    assert.equal(definition.title.de, 'Antrag auf ein Beispiel');
    assert.deepEqual(
      definition.steps.map(({ title, fields }) => [
        title.de,
        fields.map(({ name, kind }) => `${name} ${kind}`),
      ]),
      [
        ['Angaben', ['f1 mail', 'f2 number', `f3 ${kindOfRace}`, 'f5 upload']],
        ['Antragstellende Person', ['f60000227 text', 'f60000235 date', 'f60000246 postcode']],
        ['Weitere Personen', ['g60000084rows group']],
        ['Erklärung', ['istWahr declaration']],
      ],
    );
    assert.deepEqual(definition.schema.required, ['f2', 'f3', 'f60000227', 'f60000235', 'istWahr']);
    assert.deepEqual(definition.schema.properties.f2, { type: 'integer', minimum: 1, maximum: 20 });
    assert.deepEqual(
      definition.steps[2]?.fields[0]?.fields?.map(({ name }) => name),
      ['f60000227', 'f60000235', 'f60000246'],
    );
    assert.equal(definition.mailField, 'f1');
    assert.ok(leftOut.some(({ at }) => at === 'Hinweis'));
    assert.ok(leftOut.some(({ why }) => /Regeln/.test(why.de)));
    assert.equal(
      leftOut.some(({ at }) => at === 'Rasse'),
      version === '2',
    );
  });

test('the same building block twice gets a name of its own', async () => {
  const twice = three(
    `<xdf3:stammdatenschema>${group('xdf3:', 'G1', 'Erste', '1:1', field('xdf3:', { id: 'F9', label: 'Name' }))}
     ${group('xdf3:', 'G2', 'Zweite', '1:1', field('xdf3:', { id: 'F9', label: 'Name' }))}</xdf3:stammdatenschema>`,
  );
  const form = await read(twice);
  assert.ok('definition' in form);
  assert.deepEqual(checkDefinition(form.definition), []);
  assert.deepEqual(Object.keys(form.definition.schema.properties), ['f9', 'f9x2', 'istWahr']);
});

const broken: [what: string, text: string, reason: RegExp][] = [
  ['not XML', 'Guten Tag', /Kein gültiges XML/],
  ['another standard', '<a xmlns="urn:other"><stammdatenschema/></a>', /XDatenfelder 2 oder 3/],
  ['no schema inside', three(''), /kein Stammdatenschema/],
  ['an entity of its own', `<!DOCTYPE a [<!ENTITY b "c">]>${two('')}`, /DOCTYPE/],
];
for (const [what, text, reason] of broken)
  test(`refused: ${what}`, async () => {
    const form = await read(text);
    assert.ok('refused' in form);
    assert.match(form.reason.de, reason);
  });

const kinds: [FimField, kind: string | undefined][] = [
  [{ feldart: 'input', datentyp: 'text', name: 'IBAN', hasChoices: false }, 'iban'],
  [
    { feldart: 'input', datentyp: 'text', name: 'Steuerliche Identifikationsnummer', hasChoices: false },
    'taxId',
  ],
  [{ feldart: 'input', datentyp: 'text_latin', name: 'Telefonnummer', hasChoices: false }, 'phone'],
  [
    { feldart: 'input', datentyp: 'text', name: 'Begründung', maxLength: 2_000, hasChoices: false },
    'longText',
  ],
  [{ feldart: 'input', datentyp: 'text', name: 'Kfz-Kennzeichen', hasChoices: false }, 'licencePlate'],
  [{ feldart: 'hidden', datentyp: 'text', name: 'Leistungsschlüssel', hasChoices: false }, undefined],
  [{ feldart: 'select', datentyp: 'text', name: 'Staat', hasChoices: false }, 'text'],
  [{ feldart: 'input', datentyp: 'constructor', name: 'Seltsam', hasChoices: false }, 'text'],
];
for (const [fim, kind] of kinds)
  test(`${fim.name} is asked as ${kind}`, () => assert.equal(fieldKindOf(fim), kind));
