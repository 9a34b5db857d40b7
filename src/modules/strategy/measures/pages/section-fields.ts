import { writeNumber } from '../../../../foundation/text/typed-number.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { type Agenda, fieldKeys, type Goal, yearsOf } from '../../agenda/agenda.ts';
import { measureStates } from '../../contract.ts';
import type { SectionView } from '../../web/index.ts';
import type { Measure } from '../measure.ts';
import type { MemberName } from '../members.ts';
import { BLANK_ROWS, type Faults, MOST_ROWS, type Section } from '../read-section.ts';
import { fieldText, type Words } from './present-measure.ts';

type Groups = SectionView['groups'];
export type Form = {
  agenda: Agenda;
  goals: readonly Goal[];
  measures: readonly Measure[];
  members: readonly MemberName[];
};

const line = (name: string, label: string, value: string, more: Partial<FieldView> = {}): FieldView => ({
  name,
  control: 'line',
  label,
  value,
  ...more,
});
const area = (name: string, label: string, value: string): FieldView => ({
  ...line(name, label, value),
  control: 'area',
});
const tick = (name: string, label: string, isTicked: boolean): FieldView => ({
  name,
  control: 'tick',
  label,
  value: isTicked ? 'ja' : '',
});

const ground = ({ t }: Words, { facts, ...measure }: Measure, form: Form): Groups => {
  const f = t.section.fields;
  const person = (name: string, label: string, value: string | null, hint?: string): FieldView => ({
    name,
    control: 'select',
    label,
    hint,
    value: value ?? '',
    empty: t.section.nobody,
    choices: form.members.map(({ id, label: text }) => ({ value: id, label: text })),
  });
  return [
    {
      fields: [
        line('title', f.title, facts.title),
        area('goal', f.goal, facts.goal),
        {
          name: 'state',
          control: 'radios',
          label: f.state,
          value: measure.state,
          choices: measureStates.map((state) => ({ value: state, label: t.states[state] })),
        },
      ],
    },
    {
      legend: f.fields,
      fields: fieldKeys(form.agenda).map(({ key, field }) =>
        tick(`feld-${key}`, fieldText(t, field), facts.fields.includes(field)),
      ),
    },
    ...(form.goals.length > 0
      ? [
          {
            legend: f.goals,
            fields: form.goals.map(({ id, title }) => tick(`ziel-${id}`, title, facts.goalIds.includes(id))),
          },
        ]
      : []),
    {
      fields: [
        person('lead', f.lead, measure.leadId, f.leadHint),
        line('leadRole', f.leadRole, facts.leadRole),
        person('substitute', f.substitute, measure.substituteId),
        area('involved', f.involved, facts.involved),
        area('partners', f.partners, facts.partners),
        tick('isPublic', f.isPublic, measure.isPublic),
      ],
    },
  ];
};

const money = ({ t }: Words, { facts }: Measure, { agenda }: Form): Groups => {
  const f = t.section.fields;
  const number = (name: string, label: string, value: number): FieldView =>
    line(name, label, value === 0 ? '' : writeNumber(value), { inputMode: 'decimal' });
  return [
    ...yearsOf(agenda).map((year) => {
      const known = facts.years.find((one) => one.year === year);
      return {
        legend: String(year),
        fields: [
          number(`once-${year}`, f.once, known?.once ?? 0),
          number(`running-${year}`, f.running, known?.running ?? 0),
          number(`staff-${year}`, f.staff, known?.staff ?? 0),
          line(`spent-${year}`, f.spent, writeNumber(known?.spent ?? null), { inputMode: 'decimal' }),
        ],
      };
    }),
    {
      fields: [
        {
          name: 'benefit',
          control: 'select' as const,
          label: f.benefit,
          value: String(facts.benefit ?? ''),
          choices: ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
        },
        line('funding', f.funding, facts.funding),
      ],
    },
  ];
};

const rows = <One>(known: readonly One[]): (One | undefined)[] =>
  Array.from({ length: Math.min(MOST_ROWS, known.length + BLANK_ROWS) }, (_, at) => known[at]);

const course = ({ t }: Words, { facts, id: own }: Measure, { measures }: Form): Groups => {
  const f = t.section.fields;
  const others = measures.filter(({ id }) => id !== own);
  return [
    {
      fields: [
        line('begins', f.begins, facts.begins ?? '', { hint: f.monthHint }),
        line('ends', f.ends, facts.ends ?? '', { hint: f.monthHint }),
      ],
    },
    ...rows(facts.milestones).map((stone, at) => ({
      legend: t.section.row(String(at + 1)),
      hidden: [[`id-${at}`, stone?.id ?? '']] as [string, string][],
      fields: [
        line(`stone-${at}`, f.milestone, stone?.title ?? ''),
        line(`due-${at}`, f.due, stone?.due ?? '', { isDay: true }),
        line(`done-${at}`, f.done, stone?.doneOn ?? '', { isDay: true }),
      ],
    })),
    ...(others.length > 0
      ? [
          {
            legend: f.dependsOn,
            fields: others.map(({ id, facts: { title } }) =>
              tick(`braucht-${id}`, title, facts.dependsOn.includes(id)),
            ),
          },
        ]
      : []),
  ];
};

const effect = ({ t }: Words, { facts }: Measure): Groups => {
  const f = t.section.fields;
  const number = (name: string, label: string, value: number | null | undefined): FieldView =>
    line(name, label, writeNumber(value ?? null), { inputMode: 'decimal' });
  const indicators = rows(facts.indicators).map((one, at) => ({
    legend: t.section.row(String(at + 1)),
    hidden: [[`id-${at}`, one?.id ?? '']] as [string, string][],
    fields: [
      line(`name-${at}`, f.indicator, one?.name ?? ''),
      line(`unit-${at}`, f.unit, one?.unit ?? ''),
      number(`before-${at}`, f.before, one?.before),
      number(`target-${at}`, f.target, one?.target),
      number(`latest-${at}`, f.latest, one?.latest?.value),
      line(`on-${at}`, f.on, one?.latest?.on ?? '', { isDay: true }),
      line(`source-${at}`, f.source, one?.source ?? ''),
    ],
  }));
  const offered = {
    legend: f.offered,
    fields: [
      line('offeredName', f.offeredName, facts.offered?.name ?? ''),
      line('offeredAddress', f.offeredAddress, facts.offered?.address ?? '', { hint: f.offeredHint }),
    ],
  };
  return [...indicators, offered];
};

const law = ({ t }: Words, { facts }: Measure): Groups => {
  const f = t.section.fields;
  const { resolution } = facts;
  return [
    {
      fields: [
        area('legalBasis', f.legalBasis, facts.legalBasis),
        line('resolvedOn', f.resolvedOn, resolution?.on ?? '', { isDay: true }),
        line('body', f.body, resolution?.body ?? ''),
        area('resolution', f.resolution, resolution?.text ?? ''),
        line('paper', f.paper, resolution?.paper ?? ''),
      ],
    },
  ];
};

/** The form of one part: what is stored, or what was typed and why it was not taken. */
export const sectionGroups = (
  words: Words,
  section: Section,
  measure: Measure,
  form: Form,
  { typed, faults = {} }: { typed?: Record<string, string>; faults?: Faults } = {},
): Groups => {
  const groups = {
    grund: () => ground(words, measure, form),
    geld: () => money(words, measure, form),
    ablauf: () => course(words, measure, form),
    wirkung: () => effect(words, measure),
    recht: () => law(words, measure),
  }[section]();
  return groups.map((group) => ({
    ...group,
    fields: group.fields.map((field) => {
      const fault = faults[field.name];
      return {
        ...field,
        value: typed ? (typed[field.name] ?? '') : field.value,
        error: fault && words.t.section.faults[fault],
      };
    }),
  }));
};
