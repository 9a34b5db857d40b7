import type { Typed } from '../../../../foundation/http/typed-body.ts';
import { isGermanVatId, isTaxId } from '../bank/check-digits.ts';
import { formReader, hasFaults, type MoneyFaults } from '../form-reader.ts';
import { type TaxFacts, vatKinds } from './tax-facts.ts';

const OLDEST_YEAR = 1900;

const isBirthday = (text: string, today: string): boolean => {
  const at = new Date(`${text}T00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(at.getTime()) &&
    at.toISOString().startsWith(text) &&
    Number(text.slice(0, 4)) >= OLDEST_YEAR &&
    text < today
  );
};

type Reader = ReturnType<typeof formReader>;

const readPerson = ({ text, wrong }: Reader, today: string): TaxFacts['person'] => {
  const bornOn = text('geboren');
  if (bornOn !== '' && !isBirthday(bornOn, today)) wrong('geboren', 'not-a-day');
  return { firstName: text('vorname'), lastName: text('nachname'), bornOn };
};

/** Of a person the number of § 139b AO with its check digit; tax numbers of firms have a form of their own in each state. */
const readTaxId = ({ text, wrong }: Reader, isPerson: boolean): string => {
  const taxId = text('steuer', { longest: 30 }).replaceAll(/\s/g, '');
  const isRight = isPerson ? isTaxId(taxId) : /^(DE)?[0-9/-]{8,20}$/.test(taxId);
  if (taxId !== '' && !isRight) wrong('steuer', 'not-a-tax-id');
  return taxId;
};

/** What § 17 PStTG asks, as typed. @param today in Berlin. */
export const readTaxFacts = (typed: Typed, today: string): { facts: TaxFacts } | { faults: MoneyFaults } => {
  const reader = formReader(typed);
  const { text, wrong, choice } = reader;
  const isPerson = choice('art', ['person', 'entity']) === 'person';
  const vatId = text('ustid', { isNeeded: false }).replaceAll(/\s/g, '').toUpperCase();
  if (vatId !== '' && !isGermanVatId(vatId)) wrong('ustid', 'not-a-vat-id');
  const facts: TaxFacts = {
    ...(isPerson
      ? { person: readPerson(reader, today) }
      : { entity: { name: text('firma'), registerNumber: text('register', { isNeeded: false }) } }),
    street: text('strasse'),
    number: text('hausnummer', { longest: 20 }),
    postcode: reader.postcode('plz'),
    city: text('ort'),
    taxId: readTaxId(reader, isPerson),
    vatId,
    vat: choice('ust', vatKinds),
    iban: reader.iban('iban'),
    holder: text('inhaber', { longest: 70 }),
  };
  return hasFaults(reader) ? { faults: reader.faults } : { facts };
};

/** What was told before, as a form shows it. */
export const typedOf = (facts: TaxFacts): Typed => ({
  art: facts.person ? 'person' : 'entity',
  vorname: facts.person?.firstName ?? '',
  nachname: facts.person?.lastName ?? '',
  geboren: facts.person?.bornOn ?? '',
  firma: facts.entity?.name ?? '',
  register: facts.entity?.registerNumber ?? '',
  strasse: facts.street,
  hausnummer: facts.number,
  plz: facts.postcode,
  ort: facts.city,
  steuer: facts.taxId,
  ust: facts.vat,
  ustid: facts.vatId,
  inhaber: facts.holder,
  iban: facts.iban,
});
