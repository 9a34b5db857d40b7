import type { Context } from '../../../foundation/database/context.ts';
import { readNumber } from '../../../foundation/text/typed-number.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { yearsOf } from '../agenda/agenda.ts';
import { lockMeasure, saveMeasure } from '../measures/measure-store.ts';
import { openAgenda } from '../measures/write-measure.ts';
import { moveFacts } from './move-facts.ts';
import { plannedMeasure } from './plan.ts';
import { saveYearlyLimits } from './yearly-limit-store.ts';
import type { YearLimit } from './yearly-load.ts';

export type RoadmapAct = 'set-yearly-limits' | 'move-measures';

const MOST = { money: 10_000_000_000, staff: 10_000 };

/** Sets what each year can bear; an empty field is no limit. */
export const writeYearlyLimits = (
  context: Context,
  acting: Acting,
  typed: Record<string, string>,
): Promise<{ done: true } | { wrong: string[] }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const { ars } = acting.organisation;
    const wrong: string[] = [];
    const number = (of: 'money' | 'staff', year: number): number | null => {
      const value = readNumber(typed[`${of}-${year}`]);
      if (value === undefined || (value !== null && (value < 0 || value > MOST[of])))
        wrong.push(`${of}-${year}`);
      return value ?? null;
    };
    const limits = yearsOf(await openAgenda(inside, ars)).map((year): YearLimit => {
      const money = number('money', year);
      const staff = number('staff', year);
      return {
        year,
        money: money === null ? null : Math.round(money),
        staff: staff === null ? null : Math.round(staff * 100) / 100,
      };
    });
    if (wrong.length > 0) return { wrong };
    await saveYearlyLimits(database, ars, limits);
    await recordAct(inside, acting, { act: 'set-yearly-limits', record: { type: 'agenda', id: ars } });
    return { done: true as const };
  });

/** A measure that is to begin in another year, as it was when that was proposed. */
export type Move = { id: string; revision: number; to: number };

/** Moves measures to other years: all of them, or none where one has changed meanwhile or has begun. */
export const moveMeasures = (
  context: Context,
  acting: Acting,
  moves: readonly Move[],
): Promise<{ moved: number } | { refused: 'changed-meanwhile' }> =>
  context.database
    .transaction()
    .execute(async (database) => {
      const inside = { ...context, database };
      const { ars } = acting.organisation;
      const years = yearsOf(await openAgenda(inside, ars));
      for (const { id, revision, to } of moves) {
        const before = await lockMeasure(database, ars, id);
        const planned = before && plannedMeasure(before);
        const hasRoom = planned && years.includes(to) && years.includes(to + planned.profile.length - 1);
        if (!before || !planned || planned.isFixed || before.state === 'stopped' || !hasRoom)
          throw new Changed();
        const facts = moveFacts(before.facts, planned.first, to);
        if (!(await saveMeasure(database, before, { facts }, { now: context.clock(), revision })))
          throw new Changed();
        await recordAct(inside, acting, { act: 'move-measures', record: { type: 'measure', id } });
      }
      return { moved: moves.length };
    })
    .catch((error: unknown) => {
      if (error instanceof Changed) return { refused: 'changed-meanwhile' as const };
      throw error;
    });

/** Takes back what the transaction has moved so far. */
class Changed extends Error {}
