import { formatNumber } from '../../../foundation/i18n/format.ts';
import { writeNumber } from '../../../foundation/text/typed-number.ts';
import type { FieldView } from '../../../foundation/ui/Control.tsx';
import { choices, type DayValue, directions, methods, type PilotPlan, type SeriesInfo } from '../contract.ts';
import { type PlanFault, type PlanField, writeLeftOut } from '../plan/read-plan.ts';
import { dayText, type Words } from './present-pilot.ts';

type Shown = {
  typed?: Readonly<Record<string, string>> | undefined;
  faults?: Partial<Record<PlanField, PlanFault>> | undefined;
};

/** The form of a draft: what is stored, or what was typed and not taken. */
export const planFields = (
  { t }: Words,
  plan: PilotPlan,
  measures: readonly { id: string; title: string }[],
  { typed, faults }: Shown,
): FieldView[] => {
  const field = (
    name: PlanField,
    control: FieldView['control'],
    stored: string,
    more: Partial<FieldView> = {},
  ): FieldView => ({
    name,
    control,
    label: t.fields[name],
    value: typed?.[name] ?? stored,
    error: faults?.[name] && t.faults[faults[name]],
    ...more,
  });
  const list = (values: readonly string[], label: (value: string) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return [
    field('titel', 'line', plan.title),
    field('ziel', 'area', plan.goal),
    field('hypothese', 'area', plan.hypothesis),
    field('aufgabe', 'line', plan.role),
    {
      name: 'massnahme',
      control: 'select',
      label: t.fields.massnahme,
      value: typed?.massnahme ?? plan.measure ?? '',
      choices: measures.map(({ id, title }) => ({ value: id, label: title })),
    },
    field('richtung', 'radios', plan.direction, {
      choices: directions.map((value) => ({ value, label: t.directions[value] })),
    }),
    field('mindestens', 'line', writeNumber(plan.smallest), {
      hint: t.hints.mindestens,
      inputMode: 'decimal',
    }),
    field('methode', 'radios', plan.method, {
      hint: t.methodHint,
      choices: methods.map((value) => ({ value, label: t.methods[value] })),
    }),
    field('sicherheit', 'select', String(100 * plan.confidence), {
      choices: list(['90', '95', '99'], (value) => t.confidences[value] ?? value),
    }),
    {
      name: 'feiertage',
      control: 'tick',
      label: t.fields.feiertage,
      value: (typed ? typed.feiertage === 'ja' : plan.leaveOutHolidays) ? 'ja' : '',
    },
    field('ausnahmen', 'area', writeLeftOut(plan.leftOut), { hint: t.hints.ausnahmen }),
    field('vorher_von', 'line', plan.baselineFrom, { isDay: true }),
    field('start', 'line', plan.start, { isDay: true }),
    field('ende', 'line', plan.end, { isDay: true }),
  ];
};

/** For each series what it is used for. */
export const seriesFields = (
  { language, t }: Words,
  plan: PilotPlan,
  series: readonly (SeriesInfo & { days?: DayValue[] })[],
  typed?: Readonly<Record<string, string>>,
): FieldView[] =>
  series.map(({ ref, name, source, days }) => {
    const stored = plan.indicators.includes(ref)
      ? 'indicator'
      : plan.comparisons.includes(ref)
        ? 'comparison'
        : '';
    const [first, last] = [days?.[0]?.[0], days?.at(-1)?.[0]];
    const span =
      first && last
        ? `${t.series.days(formatNumber(language, days?.length ?? 0), dayText(language, first), dayText(language, last))} · `
        : '';
    return {
      name: `reihe:${ref}`,
      control: 'select',
      label: t.series.use(name),
      hint: `${span}${source}`,
      value: typed?.[`reihe:${ref}`] ?? stored,
      choices: [
        { value: 'indicator', label: t.series.indicator },
        { value: 'comparison', label: t.series.comparison },
      ],
    };
  });

export const recommendationFields = ({ t }: Words, typed?: Readonly<Record<string, string>>): FieldView[] => [
  {
    name: 'empfehlung',
    control: 'radios',
    label: t.publish.choice,
    value: typed?.empfehlung ?? '',
    choices: choices.map((value) => ({ value, label: t.choices[value] })),
  },
  { name: 'text', control: 'area', label: t.publish.text, value: typed?.text ?? '' },
];
