import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findAll,
  type Structure,
  structureFaults,
  xmlTree,
} from '../../../../foundation/testing/xml-tree.ts';
import { FACTS } from '../money.builder.ts';
import { writeDpiReport } from './write-report.ts';
import { type PropertyReport, reportOf, totalOf } from './yearly-report.ts';

// Order and number of elements in the OECD's DPI XML 1.0, as far as this report uses it; own words for its schema.
const STRUCTURE: Structure = {
  'dpi:DPI_OECD': 'dpi:MessageSpec dpi:DPIBody',
  'dpi:MessageSpec':
    'dpi:SendingEntityIN? dpi:TransmittingCountry dpi:ReceivingCountry dpi:MessageType dpi:MessageRefId dpi:MessageTypeIndic dpi:ReportingPeriod dpi:Timestamp',
  'dpi:DPIBody': 'dpi:PlatformOperator dpi:ReportableSeller*',
  'dpi:PlatformOperator':
    'dpi:ResCountryCode dpi:TIN dpi:IN* dpi:VAT? dpi:Name dpi:Address dpi:Nexus dpi:AssumedReporting dpi:DocSpec',
  'dpi:DocSpec': 'stf:DocTypeIndic stf:DocRefId',
  'dpi:ReportableSeller': 'dpi:Identity dpi:RelevantActivities dpi:DocSpec',
  'dpi:Identity': 'dpi:IndividualSeller|dpi:EntitySeller',
  'dpi:IndividualSeller': 'dpi:Standard',
  'dpi:EntitySeller': 'dpi:Standard',
  'dpi:Standard': 'dpi:IndSellerID|dpi:EntSellerID dpi:FinancialIdentifier*',
  'dpi:IndSellerID': 'dpi:ResCountryCode+ dpi:TIN+ dpi:VAT? dpi:Name+ dpi:Address+ dpi:BirthInfo',
  'dpi:EntSellerID': 'dpi:ResCountryCode+ dpi:TIN+ dpi:IN* dpi:VAT? dpi:Name+ dpi:Address+',
  'dpi:BirthInfo': 'dpi:BirthDate',
  'dpi:Address': 'dpi:CountryCode dpi:AddressFix|dpi:AddressFree',
  'dpi:AddressFix': 'dpi:Street? dpi:BuildingIdentifier? dpi:PostCode? dpi:City',
  'dpi:FinancialIdentifier': 'dpi:Identifier dpi:AccountHolderName?',
  'dpi:RelevantActivities': 'dpi:ImmovableProperty',
  'dpi:ImmovableProperty': 'dpi:PropertyListing+',
  'dpi:PropertyListing':
    'dpi:Address dpi:LandRegistrationNumber? dpi:Consideration dpi:NumberOfActivities dpi:Fees dpi:Taxes dpi:PropertyType',
  'dpi:Consideration': 'dpi:ConsQ1 dpi:ConsQ2 dpi:ConsQ3 dpi:ConsQ4',
  'dpi:NumberOfActivities': 'dpi:NumbQ1 dpi:NumbQ2 dpi:NumbQ3 dpi:NumbQ4',
  'dpi:Fees': 'dpi:FeesQ1 dpi:FeesQ2 dpi:FeesQ3 dpi:FeesQ4',
  'dpi:Taxes': 'dpi:TaxQ1 dpi:TaxQ2 dpi:TaxQ3 dpi:TaxQ4',
};
/** In a person's name there are elements, in a firm's there is text. */
const structureOf = (isPerson: boolean): Structure =>
  isPerson ? { ...STRUCTURE, 'dpi:Name': 'dpi:FirstName dpi:LastName' } : STRUCTURE;

const operator = {
  name: 'Stadt & Land <Betrieb>',
  taxId: '12/345/67890',
  street: 'Marktplatz',
  number: '1',
  postcode: '76131',
  city: 'Karlsruhe',
};
const about = { operator, year: 2026, reference: 'x1', at: new Date('2027-01-15T09:00Z'), isTest: false };
const quarter = (cents: number, lettings: number) => ({ cents, feeCents: 0, lettings });
const property: PropertyReport = {
  poolId: 'p',
  property: 'Ahornweg 7, "Hof" & Garten',
  quarters: [quarter(0, 0), quarter(1_250, 5), quarter(49, 1), quarter(-50, 0)],
};
const entity = { ...FACTS, person: undefined, entity: { name: 'Hof GmbH', registerNumber: 'HRB 1' } };

test('a person and a firm stand in the order of the format, in full euros, as a parking space', () => {
  const text = writeDpiReport(about, [
    { ars: '082120000000', hostId: 'h', facts: FACTS, properties: [property] },
  ]);
  const tree = xmlTree(text);
  const faults = structureFaults(tree, structureOf(true));
  assert.deepEqual(faults, ['dpi:Name: empty'], 'the name of the operator alone is text');
  const firm = { ...entity, holder: 'Hof GmbH', vatId: 'DE136695976' };
  const other = writeDpiReport(about, [
    { ars: '082120000000', hostId: 'h', facts: firm, properties: [property] },
  ]);
  assert.deepEqual(structureFaults(xmlTree(other), structureOf(false)), []);
  assert.equal(findAll(xmlTree(other), 'dpi:AccountHolderName').length, 0, 'the same name is not said twice');
  const textOf = (name: string) => findAll(tree, name).map((node) => node.text);
  assert.deepEqual(textOf('dpi:PropertyType'), ['DPI909']);
  assert.deepEqual(['dpi:ConsQ1', 'dpi:ConsQ2', 'dpi:ConsQ3', 'dpi:ConsQ4'].flatMap(textOf), [
    '0',
    '13',
    '0',
    '0',
  ]);
  assert.deepEqual(textOf('dpi:NumbQ2'), ['5']);
  assert.deepEqual(textOf('dpi:MessageTypeIndic'), ['DPI401']);
  assert.deepEqual(textOf('dpi:AddressFree'), ['Ahornweg 7, "Hof" & Garten']);
  assert.deepEqual(new Set(textOf('stf:DocRefId')).size, 2);
  assert.ok(findAll(tree, 'dpi:ConsQ2').every(({ attributes }) => attributes.currCode === 'EUR'));
});

test('nobody to report is told as such, and a trial is marked', () => {
  const tree = xmlTree(writeDpiReport({ ...about, isTest: true }, []));
  assert.deepEqual(structureFaults(tree, structureOf(false)), []);
  assert.equal(findAll(tree, 'dpi:MessageTypeIndic')[0]?.text, 'DPI403');
  assert.equal(findAll(tree, 'stf:DocTypeIndic')[0]?.text, 'OECD11');
});

test('the year is summed by property and quarter of Berlin; what was given back is taken off', () => {
  const earning = (poolId: string, at: string, cents: number) => ({
    ars: '082120000000',
    hostId: 'h',
    poolId,
    property: `${poolId} ${at.slice(0, 4)}`,
    stayFrom: new Date(at),
    stayTo: new Date(at),
    cents,
    feeCents: cents / 10,
    at: new Date(at),
  });
  const report = reportOf([
    earning('a', '2026-03-31T21:59Z', 100),
    earning('a', '2026-03-31T22:00Z', 200),
    earning('b', '2026-12-31T22:59Z', 400),
    earning('a', '2026-06-30T12:00Z', -200),
  ]);
  assert.deepEqual(
    report.map(({ poolId, quarters }) => [
      poolId,
      ...quarters.map(({ cents, lettings }) => [cents, lettings]),
    ]),
    [
      ['a', [100, 1], [0, 0], [0, 0], [0, 0]],
      ['b', [0, 0], [0, 0], [0, 0], [400, 1]],
    ],
  );
  assert.deepEqual(totalOf(report), { cents: 500, feeCents: 50, lettings: 2 });
});
