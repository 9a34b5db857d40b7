import * as v from 'valibot';
import type { Context, Database } from '../../../foundation/database/context.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { isDay } from '../../../foundation/time/zone.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { openAgenda } from '../measures/write-measure.ts';
import type { RecordAct } from '../web/index.ts';

export type Typed = Record<string, string>;
/** A field that was not sent is an empty one. */
type Fields = Record<string, string | undefined>;
export type RecordFault = 'missing' | 'too-long' | 'no-day' | 'no-number' | 'no-question';
export type RecordFaults = Record<string, RecordFault>;

/** Whose record it is, and who writes it. */
export type RecordKey = { ars: string; id: string; personId: string };

/** Records of one kind that a form of a few fields writes; each field is parsed from what was typed. */
export type RecordKind<Values> = {
  act: RecordAct;
  schema: v.GenericSchema<Fields, Values>;
  save: (database: Database, key: RecordKey, values: Values, now: Date) => Promise<void>;
  drop: (database: Database, key: RecordKey) => Promise<void>;
};

/** The text of an issue in a field is the fault itself. */
export const fault = (name: RecordFault): RecordFault => name;

/** The fields that records are made of. */
export const needed = (longest: number) =>
  v.pipe(v.optional(v.string(), ''), v.nonEmpty(fault('missing')), v.maxLength(longest, fault('too-long')));
export const optional = (longest: number) =>
  v.pipe(v.optional(v.string(), ''), v.maxLength(longest, fault('too-long')));
export const neededDay = v.pipe(
  v.optional(v.string(), ''),
  v.nonEmpty(fault('missing')),
  v.check(isDay, fault('no-day')),
);
export const optionalDay = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) => text || null),
  v.nullable(v.pipe(v.string(), v.check(isDay, fault('no-day')))),
);
const numberIn = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,6}$/, fault('no-number')),
    v.transform(Number),
    v.minValue(least, fault('no-number')),
    v.maxValue(most, fault('no-number')),
  );
export const neededNumber = (least: number, most: number) =>
  v.pipe(v.optional(v.string(), ''), numberIn(least, most));
export const optionalNumber = (least: number, most: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => text || null),
    v.nullable(numberIn(least, most)),
  );
/** One of what a list offers; anything else is nothing. */
export const chosenId = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) => (v.is(v.pipe(v.string(), v.uuid()), text) ? text : null)),
);

const readRecord = <Values>(
  schema: v.GenericSchema<Fields, Values>,
  typed: Typed,
): { read: Values } | { faults: RecordFaults } => {
  const trimmed = Object.fromEntries(Object.keys(typed).map((name) => [name, textIn(typed, name)]));
  const { success, output, issues } = v.safeParse(schema, trimmed);
  if (success) return { read: output };
  return {
    faults: Object.fromEntries(
      issues.map(({ path, message }) => [String(path?.[0]?.key), message as RecordFault]),
    ),
  };
};

/** A new record (without `id`) or a changed one. */
export const writeRecord = <Values>(
  context: Context,
  acting: Acting,
  kind: RecordKind<Values>,
  { typed, id }: { typed: Typed; id?: string | undefined },
): Promise<{ id: string } | { faults: RecordFaults }> => {
  const answer = readRecord(kind.schema, typed);
  if ('faults' in answer) return Promise.resolve(answer);
  return context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const key = { ars: acting.organisation.ars, id: id ?? context.newId(), personId: acting.personId };
    await openAgenda(inside, key.ars);
    await kind.save(database, key, answer.read, context.clock());
    await recordAct(inside, acting, { act: kind.act, record: { type: 'agenda-record', id: key.id } });
    return { id: key.id };
  });
};

export const dropRecord = <Values>(
  context: Context,
  acting: Acting,
  kind: RecordKind<Values>,
  id: string,
): Promise<void> =>
  context.database.transaction().execute(async (database) => {
    await kind.drop(database, { ars: acting.organisation.ars, id, personId: acting.personId });
    await recordAct({ ...context, database }, acting, {
      act: kind.act,
      record: { type: 'agenda-record', id },
    });
  });
