import type { Context } from '../../../foundation/database/context.ts';
import { revisionIn, textIn } from '../../../foundation/text/typed-text.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { findMeasure } from '../measures/measure-store.ts';
import { criteria, type Dpia, dpiaTexts, obligatoryCases, riskKinds, riskStates } from './contract.ts';
import {
  deleteRisk,
  findDpia,
  listModels,
  type Risk,
  type StoredDpia,
  saveDpia,
  saveRisk,
  signDpia,
} from './risk-store.ts';
import { missingIn, noDpia } from './threshold.ts';

export type AssessRefusal =
  | 'unknown'
  | 'changed-meanwhile'
  | 'too-long'
  | 'not-complete'
  | 'own-work'
  | 'no-role'
  | 'no-text';

type Typed = Record<string, string>;
type Outcome = { done: true } | { refused: AssessRefusal };

const LONGEST_TEXT = 4000;

/** Does something for a measure of this unit, and writes that it was done, both or neither. */
const actOn = (
  context: Context,
  acting: Acting,
  { measureId, act }: { measureId: string; act: 'write-risk' | 'write-dpia' | 'sign-dpia' },
  work: (inside: Context, key: { ars: string; measureId: string }) => Promise<Outcome>,
): Promise<Outcome> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const { ars } = acting.organisation;
    if (!(await findMeasure(database, ars, measureId))) return { refused: 'unknown' as const };
    const done = await work(inside, { ars, measureId });
    if ('done' in done) await recordAct(inside, acting, { act, record: { type: 'measure', id: measureId } });
    return done;
  });

const oneToThree = (text: string | undefined): number => (/^[1-3]$/.test(text ?? '') ? Number(text) : 2);

/** A new risk (without `id`) or a changed one. */
export const writeRisk = (
  context: Context,
  acting: Acting,
  measureId: string,
  typed: Typed,
  id?: string,
): Promise<Outcome> =>
  actOn(context, acting, { measureId, act: 'write-risk' }, async ({ database }, key) => {
    const risk: Risk = {
      id: id ?? context.newId(),
      kind: riskKinds.find((kind) => kind === typed.kind) ?? 'other',
      text: textIn(typed, 'text'),
      likelihood: oneToThree(typed.likelihood),
      impact: oneToThree(typed.impact),
      mitigation: textIn(typed, 'mitigation'),
      ownerRole: textIn(typed, 'ownerRole'),
      state: riskStates.find((state) => state === typed.state) ?? 'open',
    };
    if (risk.text === '') return { refused: 'no-text' };
    if (risk.text.length > 1000 || risk.mitigation.length > 2000 || risk.ownerRole.length > 120)
      return { refused: 'too-long' };
    await saveRisk(database, key, risk, context.clock());
    return { done: true };
  });

export const dropRisk = (context: Context, acting: Acting, measureId: string, id: string): Promise<Outcome> =>
  actOn(context, acting, { measureId, act: 'write-risk' }, async ({ database }, key) => {
    await deleteRisk(database, key, id);
    return { done: true };
  });

const readDpia = (typed: Typed): Dpia => ({
  ...noDpia,
  hasPersonalData: typed.personal === 'ja' ? true : typed.personal === 'nein' ? false : null,
  cases: obligatoryCases.filter((one) => typed[`fall-${one}`] === 'ja'),
  criteria: criteria.filter((one) => typed[`merkmal-${one}`] === 'ja'),
  ...Object.fromEntries(dpiaTexts.map((name) => [name, textIn(typed, name)])),
});

export const writeDpia = (
  context: Context,
  acting: Acting,
  measureId: string,
  typed: Typed,
): Promise<Outcome> =>
  actOn(context, acting, { measureId, act: 'write-dpia' }, async ({ database }, key) => {
    const content = readDpia(typed);
    if (dpiaTexts.some((name) => content[name].length > LONGEST_TEXT)) return { refused: 'too-long' };
    const change = { content, editorId: acting.personId, revision: revisionIn(typed) };
    const isSaved = await saveDpia(database, key, change, context.clock());
    return isSaved ? { done: true } : { refused: 'changed-meanwhile' };
  });

/** Somebody else than who wrote it signs, once everything stands there. */
export const signAssessment = (
  context: Context,
  acting: Acting,
  measureId: string,
  typed: Typed,
): Promise<Outcome> =>
  actOn(context, acting, { measureId, act: 'sign-dpia' }, async ({ database }, key) => {
    const stored = await findDpia(database, key);
    const role = textIn(typed, 'role').slice(0, 120);
    if (!stored) return { refused: 'unknown' };
    if (missingIn(stored.content).length > 0) return { refused: 'not-complete' };
    if (stored.editorId === acting.personId) return { refused: 'own-work' };
    if (role === '') return { refused: 'no-role' };
    const isSigned = await signDpia(database, key, {
      revision: revisionIn(typed),
      role,
      isShared: typed.shared === 'ja',
      now: context.clock(),
    });
    return isSigned ? { done: true } : { refused: 'changed-meanwhile' };
  });

/** Begins with the texts of another town’s signed assessment: its answers to the threshold are its own. */
export const takeModel = (
  context: Context,
  acting: Acting,
  measureId: string,
  typed: Typed,
): Promise<Outcome> =>
  actOn(context, acting, { measureId, act: 'write-dpia' }, async ({ database }, key) => {
    const model = (await listModels(database)).find((one) => one.measureId === typed.vorlage);
    if (!model) return { refused: 'unknown' };
    const stored: StoredDpia | undefined = await findDpia(database, key);
    const { officer: _, views: __, ...texts } = model.content;
    const content = { ...noDpia, ...texts, hasPersonalData: null, cases: [], criteria: [] };
    const change = { content, editorId: acting.personId, revision: stored?.revision ?? 0 };
    await saveDpia(database, key, change, context.clock());
    return { done: true };
  });
