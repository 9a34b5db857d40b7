import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../foundation/i18n/language.ts';
import { signedPercent } from '../../../../foundation/i18n/signed-percent.ts';
import { berlinDay, fromBerlin } from '../../../../foundation/time/zone.ts';
import type { Goal } from '../../agenda/agenda.ts';
import type { Indicator, MeasureFacts } from '../../contract.ts';
import type { MeasurePart, MeasureSheetView, StrategyMessages } from '../../web/index.ts';
import { draftUpdate } from '../draft-update.ts';
import { lifeOf } from '../life.ts';
import { type Measure, type MeasureUpdate, sumOf } from '../measure.ts';
import type { MeasureEffect } from '../measure-effect.ts';

export type Words = { language: Language; t: StrategyMessages };

export const euros = (language: Language, amount: number): string => `${formatNumber(language, amount)} €`;
const dayText = (language: Language, day: string): string => formatDate(language, fromBerlin(day));
export const fieldText = (t: StrategyMessages, field: string): string => t.fields[field] ?? field;

export const lifeOfMeasure = (measure: Measure, now: Date) =>
  lifeOf(
    {
      state: measure.state,
      hasLead: measure.leadId !== null,
      lastWord: measure.confirmedAt ?? measure.createdAt,
    },
    now,
  );

const some = (text: string): string[] => (text === '' ? [] : [text]);
const monthText = (month: string): string => month.split('-').reverse().join('/');

export const periodText = ({ t }: Words, { begins, ends }: MeasureFacts): string[] =>
  begins === null && ends === null
    ? []
    : [
        [
          ...(begins === null ? [] : [t.measure.from(monthText(begins))]),
          ...(ends === null ? [] : [t.measure.until(monthText(ends))]),
        ].join(' '),
      ];

export const costTexts = ({ language, t }: Words, facts: MeasureFacts): string[] => {
  if (facts.years.length === 0) return [];
  const sum = sumOf(facts);
  const number = (value: number) => formatNumber(language, value);
  return [
    ...facts.years.map(({ year, once, running, staff }) =>
      t.measure.costLine(String(year), euros(language, once), euros(language, running), number(staff)),
    ),
    ...facts.years.flatMap(({ year, spent }) =>
      typeof spent === 'number' ? [t.measure.spentLine(String(year), euros(language, spent))] : [],
    ),
    t.measure.costSum(euros(language, sum.euros), number(sum.staffYears)),
  ];
};

export const milestoneTexts = ({ language, t }: Words, facts: MeasureFacts, today: string): string[] =>
  facts.milestones
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
    .map(({ title, due, doneOn }) => {
      if (doneOn !== null) return t.measure.milestoneDone(title, dayText(language, doneOn));
      return due < today
        ? t.measure.milestoneLate(title, dayText(language, due))
        : t.measure.milestone(title, dayText(language, due));
    });

/** What a pilot has shown of a measure, its verdict first. */
export const effectText = (
  { language, t }: Words,
  { indicator, verdict, change }: Omit<MeasureEffect, 'title' | 'path' | 'recommendation'>,
): string => {
  const percent = (value: number) => signedPercent(language, value / 100, 1);
  return change
    ? t.effect.text(
        indicator,
        percent(change.estimate),
        percent(change.low),
        percent(change.high),
        t.effect.verdicts[verdict],
      )
    : t.effect.nothing(indicator, t.effect.verdicts[verdict]);
};

export const indicatorText = ({ language, t }: Words, indicator: Indicator): string => {
  const value = (number: number) => `${formatNumber(language, number)} ${indicator.unit}`.trim();
  const { before, latest, target } = indicator;
  return t.measure.indicator(
    indicator.name,
    [
      ...(before === null ? [] : [t.measure.before(value(before))]),
      latest === null
        ? t.measure.notMeasured
        : t.measure.latest(value(latest.value), dayText(language, latest.on)),
      ...(target === null ? [] : [t.measure.target(value(target))]),
    ].join(', '),
  );
};

export const resolutionTexts = ({ language, t }: Words, { resolution }: MeasureFacts): string[] =>
  resolution === null
    ? []
    : [t.measure.resolved(dayText(language, resolution.on), resolution.body), ...some(resolution.text)];

/** An address of a paper is a link; an OParl id that is none stays a text. */
export const paperHref = ({ resolution }: MeasureFacts): string | undefined =>
  resolution && /^https:\/\/[^\s]+$/.test(resolution.paper) ? resolution.paper : undefined;

export const historyOf = (
  { language, t }: Words,
  updates: readonly MeasureUpdate[],
): MeasureSheetView['history'] =>
  updates.map(({ id, state, text, at }) => ({
    key: id,
    head: `${formatDate(language, at)}: ${t.states[state]}`,
    text,
  }));

/** What the platform has noticed since the last word, line by line. */
export const draftLines = ({ language, t }: Words, measure: Measure, now: Date): string[] => {
  const since = berlinDay(measure.confirmedAt ?? measure.createdAt);
  const draft = draftUpdate(measure.facts, { since, today: berlinDay(now) });
  const on = (day: string) => dayText(language, day);
  return [
    ...draft.done.map((one) => t.measure.draftDone(one.title, on(one.on))),
    ...draft.overdue.map((one) => t.measure.draftLate(one.title, on(one.due))),
    ...draft.next.map((one) => t.measure.draftNext(one.title, on(one.due))),
    ...draft.measured.map((one) =>
      t.measure.draftMeasured(one.name, `${formatNumber(language, one.value)} ${one.unit}`.trim()),
    ),
  ];
};

type Around = {
  goals: readonly Goal[];
  measures: readonly Measure[];
  nameOf: (personId: string) => string | undefined;
  now: Date;
  checkText: (what: string) => string;
};

type PartFacts = MeasurePart['facts'];
type Sheet = { words: Words; measure: Measure; around: Around };

const fact = (label: string, texts: string[], href?: string): PartFacts[number] => ({ label, texts, href });

const ground = ({ words: { t }, measure, around }: Sheet): PartFacts => {
  const { facts, origin } = measure;
  const person = (id: string | null) => some((id !== null && around.nameOf(id)) || '');
  return [
    fact(t.measure.goal, some(facts.goal)),
    fact(t.measure.fields, some(facts.fields.map((field) => fieldText(t, field)).join(', '))),
    fact(
      t.measure.goals,
      around.goals.filter(({ id }) => facts.goalIds.includes(id)).map(({ title }) => title),
    ),
    fact(t.measure.lead, [...person(measure.leadId), ...some(facts.leadRole)]),
    fact(t.measure.substitute, person(measure.substituteId)),
    fact(t.measure.involved, some(facts.involved)),
    fact(t.measure.partners, some(facts.partners)),
    ...(origin ? [fact(t.measure.origin, [origin.organisation ?? origin.address], origin.address)] : []),
  ];
};

const money = ({ words, measure: { facts } }: Sheet): PartFacts => [
  fact(words.t.measure.cost, costTexts(words, facts)),
  fact(words.t.measure.funding, some(facts.funding)),
  fact(words.t.measure.benefit, facts.benefit === null ? [] : [`${facts.benefit} / 5`]),
];

const course = ({ words, measure: { facts }, around }: Sheet): PartFacts => [
  fact(words.t.measure.period, periodText(words, facts)),
  fact(words.t.measure.milestones, milestoneTexts(words, facts, berlinDay(around.now))),
  fact(
    words.t.measure.dependsOn,
    facts.dependsOn.flatMap((id) => around.measures.find((one) => one.id === id)?.facts.title ?? []),
  ),
];

const effect = ({ words, measure: { facts } }: Sheet): PartFacts => [
  fact(
    words.t.measure.indicators,
    facts.indicators.map((indicator) => indicatorText(words, indicator)),
  ),
];

const law = ({ words, measure: { facts }, around }: Sheet): PartFacts => [
  fact(words.t.measure.legalBasis, some(facts.legalBasis)),
  fact(words.t.measure.resolution, resolutionTexts(words, facts), paperHref(facts)),
  ...(facts.checklist.length > 0
    ? [
        fact(
          words.t.measure.checklist,
          facts.checklist.map(({ what, text }) => `${around.checkText(what)}${text ? `: ${text}` : ''}`),
        ),
      ]
    : []),
];

/** The parts of the sheet of a measure, in the order of its form. */
export const sheetParts = (words: Words, measure: Measure, around: Around): Omit<MeasurePart, 'edit'>[] => {
  const sheet = { words, measure, around };
  const { names } = words.t.section;
  return [
    { key: 'grund', title: names.grund, facts: ground(sheet) },
    { key: 'geld', title: names.geld, facts: money(sheet) },
    { key: 'ablauf', title: names.ablauf, facts: course(sheet) },
    { key: 'wirkung', title: names.wirkung, facts: effect(sheet) },
    { key: 'recht', title: names.recht, facts: law(sheet) },
  ];
};
