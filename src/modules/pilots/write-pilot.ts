import type { Context } from '../../foundation/database/context.ts';
import { tellEvent } from '../../foundation/events/tell-event.ts';
import { canonicalHash } from '../../foundation/text/canonical-hash.ts';
import { revisionIn, textIn } from '../../foundation/text/typed-text.ts';
import { dayIn } from '../../foundation/time/typed-day.ts';
import { berlinDay } from '../../foundation/time/zone.ts';
import { type Acting, recordAct } from '../accounts/index.ts';
import { choices, type DayValue, type EffectPublished } from './contract.ts';
import { pilotEffect } from './effect/pilot-effect.ts';
import {
  deleteDraft,
  findBaseline,
  insertPilot,
  insertRunEvent,
  listOwnSeries,
  lockPilot,
  saveDraft,
  saveFrozen,
  saveOwnSeries,
  savePublished,
  saveResult,
} from './pilot-store.ts';
import { type Lack, lacksOf } from './plan/lacks.ts';
import { type Baseline, emptyPlan, type Pilot } from './plan/pilot-plan.ts';
import { readPlan } from './plan/read-plan.ts';
import { baselineRange, listSeries, prepareDraft, prepareFor, readSeries } from './series/pilot-series.ts';
import { readTable } from './series/read-table.ts';
import type { PilotSetting } from './setting.ts';

export type PilotAct = 'begin-pilot' | 'freeze-pilot' | 'evaluate-pilot' | 'publish-pilot' | 'drop-pilot';
export type PilotRefusal =
  | 'gone'
  | 'no-title'
  | 'changed-meanwhile'
  | 'not-now'
  | 'no-name'
  | 'no-source'
  | 'too-many'
  | 'no-event'
  | 'not-over'
  | 'no-recommendation'
  | 'empty'
  | 'too-long';

type Typed = Readonly<Record<string, string>>;
type Refused = { refused: PilotRefusal };
type Setting = Pick<PilotSetting, 'measured' | keyof Context>;

const LONGEST_TITLE = 120;
const MOST_OWN_SERIES = 60;
const LONGEST_TEXT = 2000;

const record = (context: Context, acting: Acting, act: PilotAct, id: string): Promise<void> =>
  recordAct(context, acting, { act, record: { type: 'pilot', id } });

/** A change of one pilot in one transaction, with nobody else at it. */
const withPilot = <Done>(
  setting: Setting,
  acting: Pick<Acting, 'organisation'>,
  id: string,
  work: (inside: Setting, pilot: Pilot) => Promise<Done | Refused>,
): Promise<Done | Refused> =>
  setting.database.transaction().execute(async (database) => {
    const pilot = await lockPilot(database, { ars: acting.organisation.ars, id });
    return pilot ? work({ ...setting, database }, pilot) : { refused: 'gone' as const };
  });

export const beginPilot = (
  context: Context,
  acting: Acting,
  typed: Typed,
): Promise<{ id: string } | Refused> =>
  context.database.transaction().execute(async (database) => {
    const title = textIn(typed, 'titel').slice(0, LONGEST_TITLE);
    if (title === '') return { refused: 'no-title' as const };
    const inside = { ...context, database };
    const id = context.newId();
    const now = context.clock();
    await insertPilot(
      database,
      { ars: acting.organisation.ars, id, plan: emptyPlan(title, berlinDay(now)) },
      now,
    );
    await record(inside, acting, 'begin-pilot', id);
    return { id };
  });

export const writePlan = (setting: Setting, acting: Acting, id: string, typed: Typed) =>
  withPilot(setting, acting, id, async ({ database, clock }, pilot) => {
    if (pilot.state !== 'draft') return { refused: 'not-now' as const };
    const read = readPlan(typed, pilot.plan);
    if ('faults' in read) return read;
    const known = new Set((await listSeries({ ...setting, database }, pilot)).map(({ ref }) => ref));
    const plan = {
      ...read.plan,
      indicators: read.plan.indicators.filter((ref) => known.has(ref)),
      comparisons: read.plan.comparisons.filter((ref) => known.has(ref)),
    };
    const isSaved = await saveDraft(
      database,
      { ars: pilot.ars, id, plan, revision: revisionIn(typed) },
      clock(),
    );
    return isSaved ? { done: true as const } : { refused: 'changed-meanwhile' as const };
  });

/** Daily values brought by the town; under a known name the days are added, and new values stand over old ones. */
export const bringSeries = (setting: Setting, acting: Acting, id: string, typed: Typed) =>
  withPilot(setting, acting, id, async ({ database, clock, newId }, pilot) => {
    if (pilot.state === 'published') return { refused: 'not-now' as const };
    const [name, unit, source] = [textIn(typed, 'name'), textIn(typed, 'einheit'), textIn(typed, 'quelle')];
    if (name === '' || name.length > 120 || unit.length > 40) return { refused: 'no-name' as const };
    if (source === '' || source.length > 300) return { refused: 'no-source' as const };
    const read = readTable(textIn(typed, 'werte'));
    if (!('days' in read)) return read;
    const own = await listOwnSeries(database, pilot);
    const known = own.find((one) => one.name === name);
    if (!known && own.length >= MOST_OWN_SERIES) return { refused: 'too-many' as const };
    const merged = new Map<string, number>([...(known?.days ?? []), ...read.days]);
    const days: DayValue[] = [...merged].toSorted(([a], [b]) => (a < b ? -1 : 1));
    await saveOwnSeries(database, pilot, { id: known?.id ?? newId(), name, unit, source, days }, clock());
    return { done: true as const };
  });

/** Copies what was measured before the start, and writes both hashes. From here on neither plan nor baseline changes. */
export const freezePilot = (setting: Setting, acting: Acting, id: string) =>
  withPilot(
    setting,
    acting,
    id,
    async (inside, pilot): Promise<{ done: true } | { lacks: Lack[] } | Refused> => {
      if (pilot.state !== 'draft') return { refused: 'not-now' };
      const now = inside.clock();
      const today = berlinDay(now);
      const { plan } = pilot;
      const lacks = lacksOf(plan, await prepareDraft(inside, pilot, today), today);
      if (lacks.length > 0) return { lacks };
      const baseline = await baselineOf(inside, pilot, today);
      await saveFrozen(
        inside.database,
        pilot,
        { planHash: canonicalHash(plan), baseline, baselineHash: canonicalHash(baseline) },
        now,
      );
      await record(inside, acting, 'freeze-pilot', id);
      return { done: true };
    },
  );

const baselineOf = async (setting: Setting, pilot: Pilot, today: string): Promise<Baseline> => {
  const { plan } = pilot;
  const range = baselineRange(plan, today);
  const infos = new Map((await listSeries(setting, pilot)).map((one) => [one.ref, one]));
  const copy = async (part: 'indicator' | 'comparison', refs: readonly string[]) => {
    const values = await readSeries(setting, pilot, refs, range);
    return refs.map((ref, at) => {
      const { name = ref, unit = '', source = '' } = infos.get(ref) ?? {};
      return { ref, name, unit, source, part, days: values[at] ?? [] };
    });
  };
  return {
    ...range,
    series: [...(await copy('indicator', plan.indicators)), ...(await copy('comparison', plan.comparisons))],
  };
};

export const noteEvent = (setting: Setting, acting: Acting, id: string, typed: Typed) =>
  withPilot(setting, acting, id, async ({ database, clock, newId }, pilot) => {
    if (!['frozen', 'evaluated'].includes(pilot.state)) return { refused: 'not-now' as const };
    const day = dayIn(typed.tag ?? '');
    const text = textIn(typed, 'ereignis');
    if (day === undefined || text === '' || text.length > 500) return { refused: 'no-event' as const };
    await insertRunEvent(database, pilot, { id: newId(), day, text }, clock());
    return { done: true as const };
  });

/** By the method of the plan, before the start from the frozen copy alone; again as long as nothing was published. */
export const evaluatePilot = (setting: Setting, acting: Acting, id: string) =>
  withPilot(setting, acting, id, async (inside, pilot) => {
    const { plan } = pilot;
    const now = inside.clock();
    if (!['frozen', 'evaluated'].includes(pilot.state)) return { refused: 'not-now' as const };
    if (berlinDay(now) <= plan.end) return { refused: 'not-over' as const };
    const baseline = await findBaseline(inside.database, pilot);
    if (!baseline) return { refused: 'gone' as const };
    const during = { from: plan.start, to: plan.end };
    const joined = async (part: 'indicator' | 'comparison', refs: readonly string[]) => {
      const after = await readSeries(inside, pilot, refs, during);
      return refs.map((ref, at) => [
        ...(baseline.series.find((one) => one.part === part && one.ref === ref)?.days ?? []),
        ...(after[at] ?? []),
      ]);
    };
    const series = {
      indicators: await joined('indicator', plan.indicators),
      comparisons: await joined('comparison', plan.comparisons),
    };
    const days = prepareFor(pilot.ars, plan, series, { from: plan.baselineFrom, to: plan.end });
    await saveResult(inside.database, pilot, pilotEffect(plan, days), now);
    await record(inside, acting, 'evaluate-pilot', id);
    return { done: true as const };
  });

/** The words of a person make it public; whatever was found. */
export const publishPilot = (
  setting: Setting & { pathOf: (pilot: Pilot) => string },
  acting: Acting,
  id: string,
  typed: Typed,
) =>
  withPilot(setting, acting, id, async (inside, pilot) => {
    if (pilot.state !== 'evaluated' || !pilot.result) return { refused: 'not-now' as const };
    const choice = choices.find((one) => one === typed.empfehlung);
    const text = textIn(typed, 'text');
    if (!choice || text === '' || text.length > LONGEST_TEXT)
      return { refused: 'no-recommendation' as const };
    const now = inside.clock();
    await savePublished(inside.database, pilot, { choice, text }, now);
    const baseline = await findBaseline(inside.database, pilot);
    const { change, verdict } = pilot.result;
    const percent = (share: number) => Number((100 * share).toFixed(1));
    const payload: EffectPublished = {
      ars: pilot.ars,
      pilot: pilot.id,
      measure: pilot.plan.measure,
      title: pilot.plan.title,
      indicator: (baseline?.series ?? [])
        .filter(({ part }) => part === 'indicator')
        .map(({ name }) => name)
        .join(' + '),
      verdict,
      change: change && {
        estimate: percent(change.estimate),
        low: percent(change.low),
        high: percent(change.high),
        unit: '%',
        confidence: pilot.plan.confidence,
      },
      recommendation: { choice, text },
      path: setting.pathOf(pilot),
    };
    await tellEvent(inside, { ars: pilot.ars, type: 'effect-published', payload });
    await record(inside, acting, 'publish-pilot', id);
    return { done: true as const };
  });

/** A draft may go. */
export const dropPilot = (context: Context, acting: Acting, id: string): Promise<{ done: true } | Refused> =>
  context.database.transaction().execute(async (database) => {
    if (!(await deleteDraft(database, { ars: acting.organisation.ars, id })))
      return { refused: 'not-now' as const };
    await record({ ...context, database }, acting, 'drop-pilot', id);
    return { done: true as const };
  });
