import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import type { SpaceFormView, SpaceMessages } from '../../web/index.ts';
import { accessKinds, audiences, hostKinds, type Pool, vehicleSizes } from '../pool.ts';
import type { SpaceFaults } from '../read-space.ts';
import { weekFields } from './present-times.ts';

type Typed = Record<string, string>;
type Name = keyof SpaceMessages['fields'];

type SpaceForm = {
  typed: Typed;
  faults: SpaceFaults;
  cap: string;
  /** Where it is and when it is shared are asked for once; times have a form of their own. */ isNew?: boolean;
  isTown?: boolean;
};

/** The fields of a space in groups, as typed; the town's own car parks are entered at its desk. */
export const spaceGroups = (
  t: SpaceMessages,
  { typed, faults, cap, isNew = true, isTown = false }: SpaceForm,
): SpaceFormView['groups'] => {
  const stateOf = (name: string) => {
    const fault = faults[name];
    return { value: typed[name] ?? '', error: fault && t.faults[fault] };
  };
  const field = (name: Name, control: FieldView['control'], more: Partial<FieldView> = {}): FieldView => ({
    name,
    control,
    label: t.fields[name],
    hint: (t.hints as Partial<Record<Name, string>>)[name],
    ...stateOf(name),
    ...more,
  });
  const choices = (values: readonly string[], words: Record<string, string>) => ({
    choices: values.map((value) => ({ value, label: words[value] ?? value })),
  });
  const yesNo = {
    choices: [
      { value: 'ja', label: t.yes },
      { value: 'nein', label: t.no },
      { value: '', label: t.unknown },
    ],
  };
  return [
    {
      legend: t.groups.where,
      fields: [
        ...(isNew && !isTown
          ? [
              field(
                'wer',
                'radios',
                choices(
                  hostKinds.filter((kind) => kind !== 'municipal'),
                  t.kinds,
                ),
              ),
            ]
          : []),
        field('name', 'line'),
        field('adresse', 'line', { autocomplete: 'street-address' }),
        ...(isNew
          ? [field('lon', 'line', { inputMode: 'decimal' }), field('lat', 'line', { inputMode: 'decimal' })]
          : []),
        field('bauart', 'radios', choices(['open', 'garage'], t.builds)),
        field('anzahl', 'line', { inputMode: 'numeric' }),
        field('nachbarn', 'line', { inputMode: 'numeric' }),
      ],
    },
    {
      legend: t.groups.fits,
      fields: [
        field('groesse', 'radios', choices(vehicleSizes, t.sizes)),
        field('hoehe', 'line', { inputMode: 'numeric' }),
        field('ueberdacht', 'radios', yesNo),
        field('stufenlos', 'radios', yesNo),
        field('laden', 'radios', yesNo),
        field('fuer', 'radios', choices(audiences, t.audiences)),
      ],
    },
    {
      legend: t.groups.entry,
      fields: [
        field('zugang', 'radios', choices(accessKinds, t.access)),
        field('hinein', 'area', isNew ? {} : { hint: t.edit.note }),
      ],
    },
    ...(isNew ? [{ legend: t.groups.when, fields: weekFields(t, { typed, faults }) }] : []),
    { legend: t.groups.price, fields: [field('preis', 'line', { hint: cap, inputMode: 'decimal' })] },
  ];
};

export const firstSpace: Typed = {
  wer: 'household',
  bauart: 'open',
  anzahl: '1',
  groesse: 'car',
  fuer: 'everybody',
  zugang: 'open',
  von: '8:00',
  bis: '18:00',
  ferien: 'any',
  preis: '1,00',
};

/** The id that the form brought along; somebody who has changed it is given another. */
export const idOf = ({ anfrage = '' }: Typed, { newId }: { newId: () => string }): string =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(anfrage) ? anfrage : newId();

const yesNoOf = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'ja' : 'nein');

/** As its host would have typed it. */
export const typedOf = ({ facts }: Pool): Typed => ({
  name: facts.name,
  adresse: facts.address,
  bauart: facts.kind,
  anzahl: String(facts.capacity),
  nachbarn: facts.neighbourSpaces === 0 ? '' : String(facts.neighbourSpaces),
  groesse: facts.vehicleSize,
  hoehe: facts.heightCm === undefined ? '' : String(facts.heightCm),
  ueberdacht: yesNoOf(facts.isCovered),
  stufenlos: yesNoOf(facts.isStepFree),
  laden: yesNoOf(facts.hasCharging),
  fuer: facts.audience,
  zugang: facts.accessKind,
  preis: (facts.centsPerHour / 100).toFixed(2).replace('.', ','),
});
