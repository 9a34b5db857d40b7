import type { Context } from '../../../foundation/database/context.ts';
import { ingestReadings, ingestWithin } from '../observations/ingest.ts';
import { announce } from '../observations/new-observations.ts';
import { faultOf, monthsOf, type Reading, readingRefusals } from '../observations/observation.ts';
import type { Written } from '../observations/observation-store.ts';
import { makePartitions } from '../observations/partition-store.ts';
import { type Body, createEntity, newInsert, type Parents, readingOf } from './create-entity.ts';
import { listObservationIds } from './entity-store.ts';
import type { EntityName } from './names.ts';
import { NotWritten } from './not-written.ts';

const idOf = async (context: Context, ars: string, reading: Reading): Promise<number> => {
  const [found] = await listObservationIds(context.database, ars, [reading]);
  if (!found) throw new Error('A reading was taken and is not there.');
  return found.id;
};

/** Stores a new entity with all that is in it, in one transaction. @returns its number. */
export const postEntity = async (
  context: Context,
  ars: string,
  { entity, body, parents }: { entity: EntityName; body: Body; parents: Parents },
): Promise<number> => {
  if (entity === 'HistoricalLocation')
    throw new NotWritten(
      405,
      'Frühere Orte entstehen von selbst, wenn ein Ding umzieht.',
      'Historical locations come by themselves when a thing moves.',
    );
  let written: Written[] = [];
  const made = await context.database.transaction().execute(async (database) => {
    const insert = newInsert({ ...context, database }, ars);
    const result = entity === 'Observation' ? undefined : await createEntity(insert, entity, body, parents);
    const reading = result === undefined ? await readingOf(insert, body, parents) : undefined;
    const readings = reading ? [...insert.readings, reading] : insert.readings;
    if (readings.length > 0) {
      const now = context.clock().getTime();
      await makePartitions(database, monthsOf(readings.filter((one) => faultOf(one, now) === undefined)));
      const done = await ingestWithin({ ...context, database }, ars, readings);
      const [refused] = done.refused;
      if (refused) {
        const { de, en } = readingRefusals[refused.reason];
        throw new NotWritten(422, de, en);
      }
      written = done.written;
    }
    return result ?? (await idOf({ ...context, database }, ars, reading as Reading));
  });
  announce({ ars, written });
  return made;
};

export type Created = { id: number } | { refused: { de: string; en: string } };

/** Many observations at once, each with its own answer: what is refused keeps nothing else back. */
export const createObservations = async (
  context: Context,
  ars: string,
  bodies: readonly { datastream: number; body: Body }[],
): Promise<Created[]> => {
  const insert = newInsert(context, ars);
  const answers: Created[] = [];
  const readings: { reading: Reading; index: number }[] = [];
  for (const [index, { datastream, body }] of bodies.entries())
    try {
      readings.push({ index, reading: await readingOf(insert, body, { Datastream: datastream }) });
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error;
      answers[index] = { refused: error.detail };
    }
  const done = await ingestReadings(
    context,
    ars,
    readings.map(({ reading }) => reading),
    true,
  );
  for (const { index, reason } of done.refused) {
    const place = readings[index]?.index;
    if (place !== undefined) answers[place] = { refused: readingRefusals[reason] };
  }
  const keyOf = ({ datastream, at }: { datastream: number; at: Date }) => `${datastream} ${at.getTime()}`;
  const ids = new Map(done.written.map((one) => [keyOf(one), one.id]));
  const there = readings.filter(({ reading, index }) => !answers[index] && !ids.has(keyOf(reading)));
  if (there.length > 0)
    for (const one of await listObservationIds(
      context.database,
      ars,
      there.map(({ reading }) => reading),
    ))
      ids.set(keyOf(one), one.id);
  for (const { reading, index } of readings) answers[index] ??= { id: ids.get(keyOf(reading)) ?? 0 };
  return answers;
};
