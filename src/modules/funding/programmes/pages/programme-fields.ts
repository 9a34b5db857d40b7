import type { Typed } from '../../../../foundation/http/typed-body.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { applicantKinds, fundingFields, levels } from '../../contract.ts';
import type { FundingMessages, ProgrammeFormView } from '../../web/index.ts';
import type { ProgrammeFaults } from '../read-typed.ts';

const choices = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const controls = (t: FundingMessages, typed: Typed, faults: ProgrammeFaults) => {
  const { fields: names, ...e } = t.editor;
  const hints: Record<string, string> = e.hints;
  const field = (name: keyof typeof names, more: Partial<FieldView> = {}): FieldView => {
    const fault = faults[name];
    return {
      name,
      control: 'line',
      label: names[name],
      hint: hints[name],
      value: typed[name] ?? '',
      error: fault && e.faults[fault],
      ...more,
    };
  };
  return {
    field,
    tick: (name: keyof typeof names) => field(name, { control: 'tick' }),
    number: (name: keyof typeof names) => field(name, { inputMode: 'decimal' }),
    day: (name: keyof typeof names) => field(name, { isDay: true }),
    ticks: (prefix: string, among: readonly string[], labels: Record<string, string>): FieldView[] =>
      among.map((one) => ({
        name: `${prefix}-${one}`,
        control: 'tick',
        label: labels[one] ?? one,
        value: typed[`${prefix}-${one}`] ?? '',
      })),
  };
};

/** The form of a programme, in groups: what was typed and what is wrong with it. */
export const programmeGroups = (
  t: FundingMessages,
  typed: Typed,
  faults: ProgrammeFaults = {},
): ProgrammeFormView['groups'] => {
  const { fields: names, ...e } = t.editor;
  const { field, tick, number, day, ticks } = controls(t, typed, faults);
  return [
    {
      fields: [
        field('titel'),
        field('geber'),
        field('ebene', {
          control: 'select',
          empty: e.choose,
          choices: levels.map((value) => ({ value, label: t.levels[value] })),
        }),
        field('gebiet'),
        field('gebietName'),
      ],
    },
    { legend: names.wer, fields: ticks('wer', applicantKinds, t.applicants) },
    {
      fields: [
        field('werWorte'),
        field('groesse', { control: 'select', empty: e.choose, choices: choices(e.sizes) }),
        number('ab'),
        number('bis'),
      ],
    },
    { legend: names.felder, fields: ticks('felder', fundingFields, t.fields) },
    {
      fields: [
        field('felderWorte'),
        number('satz'),
        tick('hoechstens'),
        number('schwach'),
        number('deckel'),
        number('mindestens'),
        field('geldWorte'),
        day('beginn'),
        day('frist'),
        tick('laufend'),
        tick('geschlossen'),
        field('fristWorte'),
        {
          name: 'zusammen',
          control: 'select',
          label: e.combination,
          value: typed.zusammen ?? '',
          empty: e.choose,
          choices: choices(e.combinations),
        },
        field('nichtMit', { control: 'area' }),
        field('stand'),
        field('quelle'),
      ],
    },
  ];
};
