import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import type { Typed } from '../../../foundation/http/typed-body.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { findMeasure, lockMeasure, saveMeasure } from '../measures/measure-store.ts';
import { openAgenda } from '../measures/write-measure.ts';
import { findPaper, insertPaper, savePaper, saveResolution } from './council-store.ts';
import { blankPaper, type Paper, PaperFactsSchema, ResolutionSchema } from './paper.ts';

export type PaperRefusal = 'unknown' | 'changed-meanwhile' | 'resolved';
export type PaperAct = 'write-paper' | 'resolve-paper';

const record = (context: Context, acting: Acting, act: PaperAct, id: string): Promise<void> =>
  recordAct(context, acting, { act, record: { type: 'council-paper', id } });

const wrongIn = (issues: readonly v.BaseIssue<unknown>[]): string[] => [
  ...new Set(issues.map(({ path }) => String(path?.[0]?.key ?? ''))),
];

/** A paper of one measure, or of the whole agenda, with what is known of it. @returns its id. */
export const beginPaper = (
  context: Context,
  acting: Acting,
  { measureId, title }: { measureId: string | null; title: string },
): Promise<string | undefined> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const { ars } = acting.organisation;
    await openAgenda(inside, ars);
    const measure = measureId === null ? undefined : await findMeasure(database, ars, measureId);
    if (measureId !== null && !measure) return undefined;
    const id = context.newId();
    const facts = {
      ...blankPaper((measure?.facts.title ?? title).slice(0, 200)),
      facts: measure?.facts.goal ?? '',
      funding: measure?.facts.funding ?? '',
    };
    await insertPaper(database, { ars, id, measureId, facts }, context.clock());
    await record(inside, acting, 'write-paper', id);
    return id;
  });

type Told = { id: string; revision: number; typed: Typed };

/** What was typed into a paper that the council has not decided on. */
export const writePaper = (
  context: Context,
  acting: Acting,
  { id, revision, typed }: Told,
): Promise<{ saved: true } | { wrong: string[] } | { refused: PaperRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const paper = await findPaper(database, acting.organisation.ars, id);
    if (!paper) return { refused: 'unknown' as const };
    if (paper.resolution) return { refused: 'resolved' as const };
    const texts = Object.entries(typed).map(([name, text]) => [name, text.replaceAll('\r\n', '\n')]);
    const read = v.safeParse(PaperFactsSchema, Object.fromEntries(texts));
    if (!read.success) return { wrong: wrongIn(read.issues) };
    if (!(await savePaper(database, { ...paper, revision }, read.output, context.clock())))
      return { refused: 'changed-meanwhile' as const };
    await record({ ...context, database }, acting, 'write-paper', id);
    return { saved: true as const };
  });

/** What the council decided stands at the paper and at its measure. */
const linkBack = async (context: Context, { ars, measureId }: Paper, resolution: Paper['resolution']) => {
  const measure = measureId === null ? undefined : await lockMeasure(context.database, ars, measureId);
  if (measure)
    await saveMeasure(
      context.database,
      measure,
      { facts: { ...measure.facts, resolution } },
      { now: context.clock() },
    );
};

export const resolvePaper = (
  context: Context,
  acting: Acting,
  { id, typed }: Omit<Told, 'revision'>,
): Promise<{ saved: true } | { wrong: string[] } | { refused: PaperRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const paper = await findPaper(database, acting.organisation.ars, id);
    if (!paper) return { refused: 'unknown' as const };
    const read = v.safeParse(ResolutionSchema, typed);
    if (!read.success) return { wrong: wrongIn(read.issues) };
    if (!(await saveResolution(database, paper, read.output, context.clock())))
      return { refused: 'resolved' as const };
    await linkBack(inside, paper, read.output);
    await record(inside, acting, 'resolve-paper', id);
    return { saved: true as const };
  });
