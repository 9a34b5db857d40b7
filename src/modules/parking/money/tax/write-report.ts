import { writeXml, type XmlElement, xml } from '../../../../foundation/text/write-xml.ts';
import { nameOf, type TaxFacts } from './tax-facts.ts';
import type { PropertyReport, Quarter } from './yearly-report.ts';

/** Who reports; told by the operator on the command line. */
export type Operator = {
  name: string;
  taxId: string;
  street: string;
  number: string;
  postcode: string;
  city: string;
};

export type ReportedHost = { ars: string; hostId: string; facts: TaxFacts; properties: PropertyReport[] };

const el = (
  name: string,
  content: Parameters<typeof xml>[1],
  attributes?: Record<string, string>,
): XmlElement => xml(`dpi:${name}`, content, attributes);

const addressOf = (
  { street, number, postcode, city }: Pick<Operator, 'street' | 'number' | 'postcode' | 'city'>,
  kind: string,
): XmlElement =>
  el(
    'Address',
    [
      el('CountryCode', 'DE'),
      el('AddressFix', [
        el('Street', street),
        el('BuildingIdentifier', number),
        el('PostCode', postcode),
        el('City', city),
      ]),
    ],
    { legalAddressType: kind },
  );

const docSpec = (id: string, isTest: boolean): XmlElement =>
  el('DocSpec', [xml('stf:DocTypeIndic', isTest ? 'OECD11' : 'OECD1'), xml('stf:DocRefId', id)]);

const tin = (taxId: string): XmlElement => el('TIN', taxId, { issuedBy: 'DE' });

const EUR = { currCode: 'EUR' };
/** Full units, as the format wants them. */
const euros = (cents: number): string => String(Math.round(cents / 100));

const byQuarter = (
  name: string,
  sign: string,
  quarters: readonly Quarter[],
  of: (quarter: Quarter) => string,
  attributes?: Record<string, string>,
): XmlElement =>
  el(
    name,
    quarters.map((quarter, at) => el(`${sign}Q${at + 1}`, of(quarter), attributes)),
  );

/** DPI909 is a parking space. Its address is one line as the host typed it: the format takes it as free text. */
const listingOf = ({ property, quarters }: PropertyReport): XmlElement =>
  el('PropertyListing', [
    el('Address', [el('CountryCode', 'DE'), el('AddressFree', property || '–')]),
    byQuarter('Consideration', 'Cons', quarters, ({ cents, feeCents }) => euros(cents - feeCents), EUR),
    byQuarter('NumberOfActivities', 'Numb', quarters, ({ lettings }) => String(lettings)),
    byQuarter('Fees', 'Fees', quarters, ({ feeCents }) => euros(feeCents), EUR),
    byQuarter('Taxes', 'Tax', quarters, () => '0', EUR),
    el('PropertyType', 'DPI909'),
  ]);

const accountOf = ({ iban, holder }: TaxFacts, name: string): XmlElement =>
  el('FinancialIdentifier', [
    el('Identifier', iban, { AccountNumberType: 'IBAN' }),
    holder === name ? undefined : el('AccountHolderName', holder),
  ]);

const identityOf = (facts: TaxFacts): XmlElement => {
  const { person, entity, taxId, vatId } = facts;
  const vat = vatId === '' ? undefined : el('VAT', vatId);
  if (person)
    return el('IndividualSeller', [
      el('Standard', [
        el('IndSellerID', [
          el('ResCountryCode', 'DE'),
          tin(taxId),
          vat,
          el('Name', [el('FirstName', person.firstName), el('LastName', person.lastName)]),
          addressOf(facts, 'OECD301'),
          el('BirthInfo', [el('BirthDate', person.bornOn)]),
        ]),
        accountOf(facts, nameOf(facts)),
      ]),
    ]);
  const { name = '', registerNumber = '' } = entity ?? {};
  return el('EntitySeller', [
    el('Standard', [
      el('EntSellerID', [
        el('ResCountryCode', 'DE'),
        tin(taxId),
        registerNumber === '' ? undefined : el('IN', registerNumber, { issuedBy: 'DE', INType: 'BRN' }),
        vat,
        el('Name', name),
        addressOf(facts, 'OECD304'),
      ]),
      accountOf(facts, name),
    ]),
  ]);
};

/**
 * The operator's yearly report after the structure of the OECD's DPI XML, version 1.0, that § 15 PStTG reports are sent in.
 * `reference` makes its ids unique; nobody to report is told as such (DPI403).
 */
export const writeDpiReport = (
  {
    operator,
    year,
    reference,
    at,
    isTest,
  }: {
    operator: Operator;
    year: number;
    reference: string;
    at: Date;
    isTest: boolean;
  },
  hosts: readonly ReportedHost[],
): string =>
  writeXml(
    xml(
      'dpi:DPI_OECD',
      [
        el('MessageSpec', [
          el('SendingEntityIN', operator.taxId),
          el('TransmittingCountry', 'DE'),
          el('ReceivingCountry', 'DE'),
          el('MessageType', 'DPI'),
          el('MessageRefId', `DE${year}DE${reference}`),
          el('MessageTypeIndic', hosts.length === 0 ? 'DPI403' : 'DPI401'),
          el('ReportingPeriod', `${year}-12-31`),
          el('Timestamp', at.toISOString().slice(0, 19)),
        ]),
        el('DPIBody', [
          el('PlatformOperator', [
            el('ResCountryCode', 'DE'),
            tin(operator.taxId),
            el('Name', operator.name),
            addressOf(operator, 'OECD304'),
            el('Nexus', 'RPONEX1'),
            el('AssumedReporting', 'false'),
            docSpec(`DE${year}DE${reference}-operator`, isTest),
          ]),
          ...hosts.map(({ hostId, facts, properties }) =>
            el('ReportableSeller', [
              el('Identity', [identityOf(facts)]),
              el('RelevantActivities', [el('ImmovableProperty', properties.map(listingOf))]),
              docSpec(`DE${year}DE${reference}-${hostId}`, isTest),
            ]),
          ),
        ]),
      ],
      {
        'xmlns:dpi': 'urn:oecd:ties:dpi:v1',
        'xmlns:stf': 'urn:oecd:ties:dpistf:v1',
        version: '1.0',
      },
    ),
  );
