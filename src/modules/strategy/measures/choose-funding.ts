import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { lockMeasure, saveMeasure } from './measure-store.ts';

const LONGEST_FUNDING = 1000;
const MOST_MILESTONES = 30;

/**
 * Notes who shall pay for a measure, and until when that is to be asked for. What stands there stays; doing it again
 * changes nothing. @returns whether there is such a measure with room for it.
 */
export const chooseFunding = (
  context: Context,
  acting: Acting,
  {
    measure: id,
    text,
    milestone,
  }: { measure: string; text: string; milestone: { title: string; due: string } | null },
): Promise<boolean> =>
  context.database.transaction().execute(async (database) => {
    const before = await lockMeasure(database, acting.organisation.ars, id);
    if (!before) return false;
    const { facts } = before;
    const funding = facts.funding.includes(text)
      ? facts.funding
      : [facts.funding, text].filter(Boolean).join('; ');
    const isNew =
      milestone &&
      !facts.milestones.some(({ title, due }) => title === milestone.title && due === milestone.due);
    const milestones = isNew
      ? [...facts.milestones, { id: context.newId(), ...milestone, doneOn: null }]
      : facts.milestones;
    if (funding.length > LONGEST_FUNDING || milestones.length > MOST_MILESTONES) return false;
    await saveMeasure(
      database,
      before,
      { facts: { ...facts, funding, milestones } },
      { now: context.clock() },
    );
    await recordAct({ ...context, database }, acting, {
      act: 'write-measure',
      record: { type: 'measure', id },
    });
    return true;
  });
