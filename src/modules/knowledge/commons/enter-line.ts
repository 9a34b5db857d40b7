import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, type OrganisationKey, recordAct } from '../../accounts/index.ts';
import type { NewLine } from './check-line.ts';
import { findOwnLine, insertLine } from './commons-store.ts';
import type { Side } from './contract.ts';

const record = (context: Context, acting: Acting, act: string, id: string): Promise<void> =>
  recordAct(context, acting, { act, record: { type: 'commons-line', id } });

/** What was given or taken, for good. */
export const enterLine = (context: Context, acting: Acting, line: NewLine): Promise<void> =>
  context.database.transaction().execute(async (database) => {
    const id = context.newId();
    await insertLine(database, acting.organisation, { ...line, id, now: context.clock() });
    await record({ ...context, database }, acting, 'enter-commons', id);
  });

/** Takes a line back by a further one; both stay, so that everybody can follow it. */
export const takeLineBack = (
  context: Context,
  acting: Acting,
  lineId: string,
): Promise<{ done: true } | { refused: 'unknown' | 'taken-back-already' }> =>
  context.database.transaction().execute(async (database) => {
    const line = await findOwnLine(database, acting.organisation, lineId);
    if (!line) return { refused: 'unknown' as const };
    if (line.corrects !== null) return { refused: 'taken-back-already' as const };
    const { side, kind, amount, what, with_name } = line;
    const id = context.newId();
    const isEntered = await insertLine(database, acting.organisation, {
      id,
      side,
      kind,
      amount: -amount,
      what,
      withName: with_name,
      now: context.clock(),
      corrects: lineId,
      demonstration: line.demonstration,
    });
    if (!isEntered) return { refused: 'taken-back-already' as const };
    await record({ ...context, database }, acting, 'take-commons-back', id);
    return { done: true as const };
  });

type AdviceHours = {
  side: Side;
  hours: number;
  /** Absent where the question is not public: neither its words nor its parties are told. */
  about: { title: string; other: string } | undefined;
};

/** Hours of a closed question, as this side names them. */
export const enterAdviceHours = async (
  context: Context,
  organisation: OrganisationKey,
  { side, hours, about }: AdviceHours,
): Promise<void> => {
  await insertLine(context.database, organisation, {
    id: context.newId(),
    side,
    kind: 'adviceHours',
    amount: hours,
    what: about?.title ?? '',
    withName: about?.other ?? '',
    now: context.clock(),
  });
};
