import type { Typed } from '../../../../foundation/http/typed-body.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import type { MoneyMessages, TaxFormView } from '../../web/index.ts';
import type { MoneyFaults } from '../form-reader.ts';
import { vatKinds } from '../tax/tax-facts.ts';

type Name = keyof MoneyMessages['tax']['fields'];

/** The fields of § 17 PStTG in groups, as typed. */
export const taxGroups = (t: MoneyMessages, typed: Typed, faults: MoneyFaults): TaxFormView['groups'] => {
  const field = (
    name: Name,
    control: FieldView['control'] = 'line',
    more: Partial<FieldView> = {},
  ): FieldView => {
    const fault = faults[name];
    return {
      name,
      control,
      label: t.tax.fields[name],
      value: typed[name] ?? '',
      error: fault && t.faults[fault],
      ...more,
    };
  };
  const kinds = (['person', 'entity'] as const).map((value) => ({ value, label: t.tax.kinds[value] }));
  const vats = vatKinds.map((value) => ({ value, label: t.tax.vats[value] }));
  return [
    {
      legend: t.tax.groups.who,
      fields: [
        field('art', 'radios', { choices: kinds }),
        field('vorname', 'line', { autocomplete: 'given-name' }),
        field('nachname', 'line', { autocomplete: 'family-name' }),
        field('geboren', 'line', { isDay: true }),
        field('firma', 'line', { autocomplete: 'organization' }),
        field('register'),
      ],
    },
    {
      legend: t.tax.groups.where,
      fields: [
        field('strasse', 'line', { autocomplete: 'address-line1' }),
        field('hausnummer'),
        field('plz', 'line', { autocomplete: 'postal-code', inputMode: 'numeric' }),
        field('ort', 'line', { autocomplete: 'address-level2' }),
      ],
    },
    {
      legend: t.tax.groups.numbers,
      fields: [
        field('steuer', 'line', { inputMode: 'numeric' }),
        field('ust', 'radios', { choices: vats }),
        field('ustid'),
      ],
    },
    {
      legend: t.tax.groups.account,
      fields: [field('inhaber', 'line', { autocomplete: 'name' }), field('iban')],
    },
  ];
};
