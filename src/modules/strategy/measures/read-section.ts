import * as v from 'valibot';
import { safeUrl } from '../../../foundation/text/link.ts';
import { readNumber } from '../../../foundation/text/typed-number.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { berlinDay, isDay } from '../../../foundation/time/zone.ts';
import { yearsOf } from '../agenda/agenda.ts';
import { type MeasureFacts, MeasureFactsSchema, type MeasureState, measureStates } from '../contract.ts';
import type { Measure } from './measure.ts';

type Typed = Record<string, string>;

/** The parts of the form of a measure, each a page of its own. */
export const sections = ['grund', 'geld', 'ablauf', 'wirkung', 'recht'] as const;
export type Section = (typeof sections)[number];

export type FieldFault =
  | 'missing'
  | 'too-long'
  | 'no-number'
  | 'no-day'
  | 'no-month'
  | 'no-choice'
  | 'no-address'
  | 'ends-before';
export type Faults = Record<string, FieldFault>;

export type Around = {
  agenda: { fromYear: number; toYear: number };
  /** Of the list and the agenda's own, by the key under which they are ticked. */ fields: readonly {
    key: string;
    field: string;
  }[];
  goalIds: readonly string[];
  measureIds: readonly string[];
  memberIds: readonly string[];
  newId: () => string;
};

export type Changes = Partial<Pick<Measure, 'facts' | 'state' | 'isPublic' | 'leadId' | 'substituteId'>>;
type Read = { facts?: Partial<MeasureFacts>; rest?: Omit<Changes, 'facts'>; faults: Faults };

/** How many empty rows stand below what is there. */
export const BLANK_ROWS = 3;
export const MOST_ROWS = 30;

const ticked = (typed: Typed, prefix: string, among: readonly string[]): string[] =>
  among.filter((one) => typed[`${prefix}-${one}`] === 'ja');

const readGround = (typed: Typed, around: Around): Read => {
  const faults: Faults = {};
  const title = textIn(typed, 'title');
  if (title === '') faults.title = 'missing';
  const personOf = (name: string) => around.memberIds.find((id) => id === typed[name]) ?? null;
  const state = measureStates.find((one) => one === typed.state);
  if (!state) faults.state = 'no-choice';
  const fields = around.fields.filter(({ key }) => typed[`feld-${key}`] === 'ja').map(({ field }) => field);
  if (fields.length === 0) faults[`feld-${around.fields[0]?.key}`] = 'missing';
  return {
    facts: {
      title,
      goal: textIn(typed, 'goal'),
      fields,
      goalIds: ticked(typed, 'ziel', around.goalIds),
      leadRole: textIn(typed, 'leadRole'),
      involved: textIn(typed, 'involved'),
      partners: textIn(typed, 'partners'),
    },
    rest: {
      leadId: personOf('lead'),
      substituteId: personOf('substitute'),
      isPublic: typed.isPublic === 'ja',
      ...(state && { state }),
    },
    faults,
  };
};

const readMoney = (typed: Typed, { agenda }: Around): Read => {
  const faults: Faults = {};
  const number = (name: string): number => {
    const value = readNumber(typed[name]);
    if (value === undefined || (value !== null && value < 0)) faults[name] = 'no-number';
    return value ?? 0;
  };
  const years = yearsOf(agenda)
    .map((year) => ({
      year,
      once: Math.round(number(`once-${year}`)),
      running: Math.round(number(`running-${year}`)),
      staff: number(`staff-${year}`),
      spent: textIn(typed, `spent-${year}`) === '' ? null : Math.round(number(`spent-${year}`)),
    }))
    .filter(({ once, running, staff, spent }) => once + running + staff > 0 || spent !== null);
  const benefit = /^[1-5]$/.test(typed.benefit ?? '') ? Number(typed.benefit) : null;
  return { facts: { years, funding: textIn(typed, 'funding'), benefit }, faults };
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

const readCourse = (typed: Typed, { measureIds, newId }: Around, before: Measure): Read => {
  const faults: Faults = {};
  const month = (name: string): string | null => {
    const value = textIn(typed, name);
    if (value !== '' && !MONTH.test(value)) faults[name] = 'no-month';
    return value === '' ? null : value;
  };
  const dayIn = (name: string): string | null => {
    const value = textIn(typed, name);
    if (value !== '' && !isDay(value)) faults[name] = 'no-day';
    return value === '' ? null : value;
  };
  const [begins, ends] = [month('begins'), month('ends')];
  if (begins !== null && ends !== null && ends < begins) faults.ends = 'ends-before';
  const milestones = Array.from({ length: MOST_ROWS }, (_, row) => {
    const title = textIn(typed, `stone-${row}`);
    if (title === '') return [];
    const due = dayIn(`due-${row}`);
    if (due === null) faults[`due-${row}`] ??= 'missing';
    const id = before.facts.milestones.find((one) => one.id === typed[`id-${row}`])?.id ?? newId();
    return [{ id, title, due: due ?? '', doneOn: dayIn(`done-${row}`) }];
  }).flat();
  const dependsOn = ticked(
    typed,
    'braucht',
    measureIds.filter((id) => id !== before.id),
  );
  return { facts: { begins, ends, milestones, dependsOn }, faults };
};

/** A page of this house, or one on the web. */
const isOfferAddress = (address: string): boolean =>
  /^\/(?!\/)[\w./?=&%-]*$/.test(address) || safeUrl(address) !== undefined;

const readEffect = (typed: Typed, { newId }: Around, before: Measure): Read => {
  const faults: Faults = {};
  const number = (name: string): number | null => {
    const value = readNumber(typed[name]);
    if (value === undefined) faults[name] = 'no-number';
    return value ?? null;
  };
  const indicators = Array.from({ length: MOST_ROWS }, (_, row) => {
    const name = textIn(typed, `name-${row}`);
    if (name === '') return [];
    const known = before.facts.indicators.find((one) => one.id === typed[`id-${row}`]);
    const latest = number(`latest-${row}`);
    const on = textIn(typed, `on-${row}`) || known?.latest?.on || berlinDay(before.changedAt);
    if (!isDay(on)) faults[`on-${row}`] = 'no-day';
    return [
      {
        id: known?.id ?? newId(),
        name,
        unit: textIn(typed, `unit-${row}`),
        before: number(`before-${row}`),
        target: number(`target-${row}`),
        latest: latest === null ? null : { value: latest, on },
        source: textIn(typed, `source-${row}`),
      },
    ];
  }).flat();
  const [name, address] = [textIn(typed, 'offeredName'), textIn(typed, 'offeredAddress')];
  if (name === '' && address !== '') faults.offeredName = 'missing';
  if (name !== '' && !isOfferAddress(address)) faults.offeredAddress = 'no-address';
  return { facts: { indicators, offered: name === '' ? null : { name, address } }, faults };
};

const readLaw = (typed: Typed): Read => {
  const faults: Faults = {};
  const on = textIn(typed, 'resolvedOn');
  if (on !== '' && !isDay(on)) faults.resolvedOn = 'no-day';
  const body = textIn(typed, 'body');
  const resolution =
    on === '' && body === ''
      ? null
      : { on, body, text: textIn(typed, 'resolution'), paper: textIn(typed, 'paper') };
  if (resolution && on === '') faults.resolvedOn = 'missing';
  return { facts: { legalBasis: textIn(typed, 'legalBasis'), resolution }, faults };
};

/** What the field of a value is called in the form. */
const nameOf = (path: readonly (string | number)[]): string => String(path[0] ?? '');

/** What was typed into one part of a measure, and all that is wrong with it at once. */
export const readSection = (
  section: Section,
  typed: Typed,
  { before, ...around }: Around & { before: Measure },
): { changes: Changes; faults: Faults } => {
  const { facts, rest, faults } = {
    grund: () => readGround(typed, around),
    geld: () => readMoney(typed, around),
    ablauf: () => readCourse(typed, around, before),
    wirkung: () => readEffect(typed, around, before),
    recht: () => readLaw(typed),
  }[section]();
  const next = { ...before.facts, ...facts };
  const checked = v.safeParse(MeasureFactsSchema, next);
  if (!checked.success && Object.keys(faults).length === 0)
    for (const { path } of checked.issues)
      faults[nameOf((path ?? []).map(({ key }) => key as string | number))] = 'too-long';
  return { changes: { facts: next, ...rest }, faults };
};

export const isState = (text: string | undefined): text is MeasureState =>
  measureStates.some((one) => one === text);
