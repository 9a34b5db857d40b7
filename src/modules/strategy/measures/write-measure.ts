import type { Context } from '../../../foundation/database/context.ts';
import { tellEvent } from '../../../foundation/events/tell-event.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { type Acting, may, recordAct } from '../../accounts/index.ts';
import { type Agenda, fieldKeys } from '../agenda/agenda.ts';
import { beginAgenda, findAgenda, listGoals } from '../agenda/agenda-store.ts';
import type { Indicator, MeasureState, MeasureTold } from '../contract.ts';
import { type Measure, noFacts } from './measure.ts';
import {
  deleteMeasure,
  insertMeasure,
  insertUpdate,
  listMeasures,
  lockMeasure,
  saveMeasure,
} from './measure-store.ts';
import { listMemberNames } from './members.ts';
import { type Around, type Faults, readSection, type Section } from './read-section.ts';

export type MeasureRefusal = 'unknown' | 'changed-meanwhile' | 'not-yours' | 'has-history' | 'no-text';
export type MeasureAct = 'write-measure' | 'tell-measure' | 'delete-measure';

const YEARS_AHEAD = 4;

const record = (context: Context, acting: Acting, act: MeasureAct, id: string): Promise<void> =>
  recordAct(context, acting, { act, record: { type: 'measure', id } });

/** The agenda of a unit, begun with the next five years where there is none. */
export const openAgenda = async (
  context: Pick<Context, 'database' | 'clock'>,
  ars: string,
): Promise<Agenda> => {
  const known = await findAgenda(context.database, ars);
  if (known) return known;
  const fromYear = Number(berlinDay(context.clock()).slice(0, 4)) + 1;
  return beginAgenda(context.database, {
    ars,
    fromYear,
    toYear: fromYear + YEARS_AHEAD,
    now: context.clock(),
  });
};

/** A new measure, an idea at first. @returns its id. */
export const beginMeasure = (context: Context, acting: Acting, title: string): Promise<string> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const { ars } = acting.organisation;
    await openAgenda(inside, ars);
    const id = context.newId();
    const facts = { ...noFacts, title: title.trim().slice(0, 120) };
    await insertMeasure(database, { ars, id, facts, state: 'idea', now: context.clock() });
    await record(inside, acting, 'write-measure', id);
    return id;
  });

/** What a form of a measure can choose among. */
const aroundOf = async (
  context: Context,
  organisation: Acting['organisation'],
): Promise<Around & { agenda: Agenda }> => {
  const { database, newId } = context;
  const { ars } = organisation;
  const agenda = await openAgenda(context, ars);
  return {
    agenda,
    fields: fieldKeys(agenda),
    goalIds: (await listGoals(database, ars)).map(({ id }) => id),
    measureIds: (await listMeasures(database, ars)).map(({ id }) => id),
    memberIds: (await listMemberNames(context, organisation)).map(({ id }) => id),
    newId,
  };
};

/** One part of a measure, right or not at all. */
export const saveSection = (
  context: Context,
  acting: Acting,
  told: { id: string; section: Section; typed: Record<string, string>; revision: number },
): Promise<{ saved: true } | { faults: Faults } | { refused: MeasureRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const before = await lockMeasure(database, acting.organisation.ars, told.id);
    if (!before) return { refused: 'unknown' as const };
    const around = await aroundOf(inside, acting.organisation);
    const { changes, faults } = readSection(told.section, told.typed, { ...around, before });
    if (Object.keys(faults).length > 0) return { faults };
    const now = context.clock();
    if (!(await saveMeasure(database, before, changes, { now, revision: told.revision })))
      return { refused: 'changed-meanwhile' as const };
    await record(inside, acting, 'write-measure', told.id);
    return { saved: true as const };
  });

export const dropMeasure = (
  context: Context,
  acting: Acting,
  id: string,
): Promise<{ done: true } | { refused: MeasureRefusal }> =>
  context.database.transaction().execute(async (database) => {
    if (!(await deleteMeasure(database, acting.organisation.ars, id)))
      return { refused: 'has-history' as const };
    await record({ ...context, database }, acting, 'delete-measure', id);
    return { done: true as const };
  });

export type Word = {
  state: MeasureState;
  text: string;
  /** Newly measured values, by indicator. */ values: { id: string; value: number }[];
};

const withValues = (indicators: Indicator[], values: Word['values'], on: string): Indicator[] =>
  indicators.map((indicator) => {
    const told = values.find(({ id }) => id === indicator.id);
    return told ? { ...indicator, latest: { value: told.value, on } } : indicator;
  });

/** Says how a measure stands. Call it inside a transaction that holds the measure. */
export const tellWord = async (inside: Context, before: Measure, word: Word): Promise<void> => {
  const now = inside.clock();
  const indicators = withValues(before.facts.indicators, word.values, berlinDay(now));
  await saveMeasure(
    inside.database,
    before,
    { facts: { ...before.facts, indicators }, state: word.state, confirmedAt: now },
    { now },
  );
  await insertUpdate(inside.database, before, {
    id: inside.newId(),
    state: word.state,
    text: word.text,
    at: now,
  });
  const payload: MeasureTold = {
    measure: before.id,
    title: before.facts.title,
    reuse: before.reuseId,
    state: word.state,
    text: word.text,
    indicators,
  };
  await tellEvent(inside, { ars: before.ars, type: 'measure-told', payload });
};

/** At the desk: by whoever leads or stands in, or by who edits the agenda. */
export const tellMeasure = (
  context: Context,
  acting: Acting,
  { id, ...word }: { id: string } & Word,
): Promise<{ done: true } | { refused: MeasureRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const measure = await lockMeasure(database, acting.organisation.ars, id);
    if (!measure) return { refused: 'unknown' as const };
    const isTheirs = [measure.leadId, measure.substituteId].includes(acting.personId);
    if (!isTheirs && !may(acting, 'edit-agenda')) return { refused: 'not-yours' as const };
    await tellWord(inside, measure, word);
    await record(inside, acting, 'tell-measure', id);
    return { done: true as const };
  });
