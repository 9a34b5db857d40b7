import type { Context } from '../../../foundation/database/context.ts';
import { tellEvent } from '../../../foundation/events/tell-event.ts';
import { revisionIn, textIn } from '../../../foundation/text/typed-text.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { outputKinds, phases, type SprintOutput } from '../contract.ts';
import type { SprintSetting } from '../setting.ts';
import { readSprint } from './read-sprint.ts';
import { isQuarter, lastDayOf, nextQuarter, phasesOf, type Sprint } from './sprint.ts';
import {
  beat,
  deleteItem,
  insertItem,
  insertOutput,
  insertSprint,
  listItems,
  listOutputs,
  lockSprint,
  saveDecision,
  saveFacts,
  setState,
} from './sprint-store.ts';

export type SprintAct =
  | 'begin-sprint'
  | 'write-sprint'
  | 'open-sprint'
  | 'close-sprint'
  | 'decide-sprint'
  | 'hand-on-output'
  | 'invite-to-sprint'
  | 'end-invitation'
  | 'remove-participant'
  | 'enter-contribution'
  | 'judge-contribution'
  | 'open-round'
  | 'close-round'
  | 'enter-vote';

export type SprintRefusal =
  | 'gone'
  | 'no-title'
  | 'no-question'
  | 'changed-meanwhile'
  | 'not-open'
  | 'no-text'
  | 'too-long'
  | 'too-many'
  | 'no-kind'
  | 'picture'
  | 'round-open'
  | 'no-ideas'
  | 'no-choice'
  | 'too-many-dots'
  | 'voted'
  | 'no-name'
  | 'no-conduct'
  | 'name-taken'
  | 'too-many-attempts';

export type Typed = Readonly<Record<string, string>>;
export type Refused = { refused: SprintRefusal };
export type Done = { done: true };
export const DONE: Done = { done: true };

const LONGEST_TEXT = 4000;
const LONGEST_OUTPUT = 1000;
const LONGEST_TITLE = 120;
const MOST_ITEMS = 100;
const MOST_OUTPUTS = 50;

/** A change of one room in one transaction, with nobody else at it; who listens hears of it, and the log too. */
export const withSprint = <Result extends object>(
  context: Context,
  key: { ars: string; id: string },
  work: (inside: Context, sprint: Sprint) => Promise<Result | Refused>,
): Promise<Result | Refused> =>
  context.database.transaction().execute(async (database) => {
    const sprint = await lockSprint(database, key);
    if (!sprint) return { refused: 'gone' as const };
    const result = await work({ ...context, database }, sprint);
    if (!('refused' in result)) await beat(database, key);
    return result;
  });

/** The same by somebody at the desk. */
export const actOn = <Result extends object>(
  context: Context,
  acting: Acting,
  { id, act }: { id: string; act: SprintAct },
  work: (inside: Context, sprint: Sprint) => Promise<Result | Refused>,
): Promise<Result | Refused> =>
  withSprint(context, { ars: acting.organisation.ars, id }, async (inside, sprint) => {
    const result = await work(inside, sprint);
    if (!('refused' in result)) await recordAct(inside, acting, { act, record: { type: 'sprint', id } });
    return result;
  });

/** A new room in the quarter that comes next, unless another one is named. */
export const beginSprint = (
  context: Context,
  acting: Acting,
  typed: Typed,
): Promise<{ id: string } | Refused> =>
  context.database.transaction().execute(async (database) => {
    const title = textIn(typed, 'titel');
    if (title === '') return { refused: 'no-title' as const };
    if (title.length > LONGEST_TITLE) return { refused: 'too-long' as const };
    const { ars } = acting.organisation;
    const now = context.clock();
    const typedQuarter = textIn(typed, 'quartal');
    const quarter = isQuarter(typedQuarter) ? typedQuarter : nextQuarter(berlinDay(now));
    const plans = phasesOf(quarter);
    const texts = { question: '', role: '', phone: '', address: '', conduct: '' };
    const id = context.newId();
    const facts = { title, quarter, ...texts, phases: plans };
    await insertSprint(database, { ars, id, facts, endsOn: lastDayOf(plans) }, now);
    await recordAct({ ...context, database }, acting, {
      act: 'begin-sprint',
      record: { type: 'sprint', id },
    });
    return { id };
  });

export const writeSprint = (context: Context, acting: Acting, id: string, typed: Typed) =>
  actOn(context, acting, { id, act: 'write-sprint' }, async ({ database, clock }, sprint) => {
    const read = readSprint(typed, sprint.facts);
    if ('faults' in read) return { ...read, refused: 'no-text' as const };
    const { facts } = read;
    const change = {
      ars: sprint.ars,
      id,
      facts,
      endsOn: lastDayOf(facts.phases),
      revision: revisionIn(typed),
    };
    return (await saveFacts(database, change, clock())) ? DONE : { refused: 'changed-meanwhile' as const };
  });

/** Opened with a question; closed for good: whoever wants to go on opens the next room. */
export const moveSprint = (context: Context, acting: Acting, id: string, to: 'open' | 'closed') =>
  actOn(
    context,
    acting,
    { id, act: to === 'open' ? 'open-sprint' : 'close-sprint' },
    async ({ database, clock }, { ars, state, facts }) => {
      if (state !== (to === 'open' ? 'draft' : 'open')) return { refused: 'not-open' as const };
      if (to === 'open' && (facts.question === '' || facts.role === ''))
        return { refused: 'no-question' as const };
      await setState(database, { ars, id, state: to }, clock());
      return DONE;
    },
  );

/** What is chosen among what the house offers now is copied: the room keeps it, whatever becomes of it there. */
export const takeItems = async (setting: SprintSetting, acting: Acting, id: string, typed: Typed) => {
  const offers = await setting.backlog(acting.organisation.ars);
  return actOn(setting, acting, { id, act: 'write-sprint' }, async ({ database, clock, newId }, sprint) => {
    const chosen = offers.filter((offer) => typed[`${offer.kind}:${offer.id}`] === 'ja');
    if (chosen.length === 0) return { refused: 'no-choice' as const };
    if ((await listItems(database, sprint)).length + chosen.length > MOST_ITEMS)
      return { refused: 'too-many' as const };
    for (const item of chosen) await insertItem(database, sprint, newId(), item, clock());
    return DONE;
  });
};

export const dropItem = (context: Context, acting: Acting, id: string, itemId: string) =>
  actOn(context, acting, { id, act: 'write-sprint' }, async ({ database }, sprint) => {
    await deleteItem(database, sprint, itemId);
    return DONE;
  });

/** What came of a phase. */
export const writeResult = (context: Context, acting: Acting, id: string, typed: Typed) =>
  actOn(context, acting, { id, act: 'write-sprint' }, async ({ database, clock }, sprint) => {
    const phase = phases.find((one) => one === typed.phase);
    if (!phase) return { refused: 'no-kind' as const };
    const result = textIn(typed, 'ergebnis');
    if (result.length > LONGEST_TEXT) return { refused: 'too-long' as const };
    const plans = sprint.facts.phases.map((plan) => (plan.phase === phase ? { ...plan, result } : plan));
    await saveFacts(database, { ...sprint, facts: { ...sprint.facts, phases: plans } }, clock());
    return DONE;
  });

export const decideSprint = (context: Context, acting: Acting, id: string, typed: Typed) =>
  actOn(context, acting, { id, act: 'decide-sprint' }, async ({ database, clock }, { ars, state }) => {
    if (state === 'draft') return { refused: 'not-open' as const };
    const decision = {
      decided: textIn(typed, 'entschieden'),
      reasons: textIn(typed, 'gruende'),
      not: textIn(typed, 'nicht'),
    };
    if (decision.decided === '' || decision.reasons === '') return { refused: 'no-text' as const };
    if (Object.values(decision).some(({ length }) => length > LONGEST_TEXT))
      return { refused: 'too-long' as const };
    await saveDecision(database, { ars, id, decision }, clock());
    return DONE;
  });

/** Hands on what was decided: to the agenda, the pilots or the library, which hear of it. */
export const handOn = (
  context: Context,
  acting: Acting,
  { id, path }: { id: string; path: string },
  typed: Typed,
) =>
  actOn(context, acting, { id, act: 'hand-on-output' }, async (inside, sprint) => {
    const kind = outputKinds.find((one) => one === typed.art);
    const [title, text] = [textIn(typed, 'name'), textIn(typed, 'text')];
    if (!sprint.decision) return { refused: 'not-open' as const };
    if (!kind) return { refused: 'no-kind' as const };
    if (title === '') return { refused: 'no-text' as const };
    if (title.length > LONGEST_TITLE || text.length > LONGEST_OUTPUT) return { refused: 'too-long' as const };
    if ((await listOutputs(inside.database, sprint)).length >= MOST_OUTPUTS)
      return { refused: 'too-many' as const };
    const output = { id: inside.newId(), kind, title, text };
    await insertOutput(inside.database, sprint, output, inside.clock());
    const payload: SprintOutput = { ars: sprint.ars, ...output, sprint: id, path };
    await tellEvent(inside, { ars: sprint.ars, type: 'sprint-output', payload });
    return DONE;
  });
