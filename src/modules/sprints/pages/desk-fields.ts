import type { FieldView } from '../../../foundation/ui/Control.tsx';
import { type BacklogOffer, hidingRules, outputKinds, parties, phases, roundKinds } from '../contract.ts';
import type { Contribution } from '../ideas/idea-store.ts';
import type { SprintFaults } from '../room/read-sprint.ts';
import type { Sprint } from '../room/sprint.ts';
import type { Typed } from '../room/write-sprint.ts';
import type { SprintMessages } from '../web/index.ts';

const select = (
  name: string,
  label: string,
  choices: { value: string; label: string }[],
  value = '',
): FieldView => ({ name, control: 'select', label, value, choices });
const line = (name: string, label: string, value = '', hint?: string): FieldView => ({
  name,
  control: 'line',
  label,
  value,
  hint,
});
const area = (name: string, label: string, value = ''): FieldView => ({
  name,
  control: 'area',
  label,
  value,
});

export const partyField = (t: SprintMessages, label: string): FieldView =>
  select(
    'gruppe',
    label,
    parties.map((value) => ({ value, label: t.parties[value] })),
  );

export const beginFields = (t: SprintMessages, typed: Typed, quarter: string): FieldView[] => [
  line('titel', t.desk.name, typed.titel, t.desk.nameHint),
  line('quartal', t.desk.quarter, typed.quartal ?? quarter, t.desk.quarterHint),
];

/** The facts of a room, as they are stored or as they were typed. */
export const factFields = (
  t: SprintMessages,
  { facts }: Sprint,
  { typed, faults = {} }: { typed?: Typed | undefined; faults?: SprintFaults | undefined },
): FieldView[] => {
  const stored: FieldView[] = [
    line('titel', t.desk.titel, facts.title),
    line('quartal', t.desk.quarter, facts.quarter, t.desk.quarterHint),
    area('frage', t.desk.frage, facts.question),
    line('aufgabe', t.desk.aufgabe, facts.role),
    line('telefon', t.desk.telefon, facts.phone),
    area('anschrift', t.desk.anschrift, facts.address),
    area('regeln', t.desk.regeln, facts.conduct),
    ...facts.phases.flatMap(({ phase, from, to, meeting }): FieldView[] => [
      { ...line(`von-${phase}`, t.desk.from(t.phases[phase]), from), isDay: true },
      { ...line(`bis-${phase}`, t.desk.to(t.phases[phase]), to), isDay: true },
      line(`treffen-${phase}`, t.desk.meeting(t.phases[phase]), meeting),
    ]),
  ];
  return stored.map((field) => {
    const fault = faults[field.name];
    return { ...field, value: typed?.[field.name] ?? field.value, error: fault && t.faults[fault] };
  });
};

export const offerFields = (t: SprintMessages, offers: readonly BacklogOffer[]): FieldView[] =>
  offers.map(({ kind, id, title, note }) => ({
    name: `${kind}:${id}`,
    control: 'tick',
    label: `${t.kinds[kind]}: ${title}`,
    hint: note || undefined,
    value: '',
  }));

/** Who sees a contribution; each stands on the page once, so its name carries its id. */
export const sightField = (
  t: SprintMessages,
  { id, sight, hiddenRule }: Pick<Contribution, 'id' | 'sight' | 'hiddenRule'>,
): FieldView =>
  select(
    `sicht-${id}`,
    t.desk.sight,
    [
      { value: 'room', label: t.desk.sights.room },
      { value: 'public', label: t.desk.sights.public },
      ...hidingRules.map((value) => ({ value, label: t.desk.hide(t.rules[value]) })),
    ],
    hiddenRule ?? sight,
  );

export const enterFields = (t: SprintMessages, typed: Typed): FieldView[] => [
  area('eintrag', t.room.text, typed.eintrag),
  { ...partyField(t, t.desk.party), value: typed.gruppe ?? '' },
  select(
    'weg',
    t.desk.way,
    [
      { value: 'phone', label: t.ways.phone },
      { value: 'paper', label: t.ways.paper },
    ],
    typed.weg,
  ),
];

export const roundFields = (t: SprintMessages): FieldView[] => [
  {
    ...select('art', t.desk.kind, []),
    control: 'radios',
    value: 'one',
    choices: roundKinds.map((value) => ({ value, label: t.desk.kinds[value] })),
  },
  { ...line('punkte', t.desk.dots, '3'), inputMode: 'numeric' },
];

export const resultFields = (t: SprintMessages, typed: Typed): FieldView[] => [
  select(
    'phase',
    t.desk.phase,
    phases.map((value) => ({ value, label: t.phases[value] })),
    typed.phase,
  ),
  area('ergebnis', t.desk.result, typed.ergebnis),
];

export const decisionFields = (t: SprintMessages, { decision }: Sprint, typed: Typed): FieldView[] => [
  area('entschieden', t.about.decided, typed.entschieden ?? decision?.decided),
  area('gruende', t.about.reasons, typed.gruende ?? decision?.reasons),
  area('nicht', t.about.not, typed.nicht ?? decision?.not),
];

/** Prefixed: the page has another list of kinds. */
export const outputFields = (t: SprintMessages, typed: Typed): FieldView[] => [
  select(
    'ausgang-art',
    t.desk.outputKind,
    outputKinds.map((value) => ({ value, label: t.outputs[value] })),
    typed['ausgang-art'],
  ),
  line('ausgang-name', t.desk.outputName, typed['ausgang-name']),
  area('ausgang-text', t.desk.outputText, typed['ausgang-text']),
];
