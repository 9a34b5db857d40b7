import * as v from 'valibot';
import type { Context, Database } from '../../../foundation/database/context.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import type { PlaceBudget } from '../contract.ts';
import type { Reading } from '../observations/observation.ts';
import { hasHalfApproval, lacksAssessment } from '../things/thing.ts';
import {
  insertFeature,
  insertLocation,
  insertObservedProperty,
  insertSensor,
  insertStream,
  insertThing,
  moveThing,
} from '../things/thing-store.ts';
import { isOwn } from './entity-store.ts';
import type { EntityName } from './names.ts';
import { NotWritten, unknownLink } from './not-written.ts';
import { BudgetInProperties, LinkSchema, otherProperties, own } from './read-entity.ts';

export type Body = Record<string, unknown>;
/** What a body is inserted under: the entities of its address. */
export type Parents = Partial<Record<EntityName, number>>;
/** What a deep insert leaves to be done once its entities stand. */
export type Insert = { database: Database; ars: string; now: Date; readings: Reading[]; left: number };

export type Creatable = Exclude<EntityName, 'Observation' | 'HistoricalLocation'>;

export const parseBody = <Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> => {
  const found = v.safeParse(schema, body);
  if (found.success) return found.output;
  const said = found.issues.slice(0, 5).map((issue) => {
    const at = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
    return `${at}: ${issue.received === 'undefined' ? 'fehlt / is missing' : issue.message}`;
  });
  throw new NotWritten(400, said.join('; '), said.join('; '));
};

const bodyIn = (value: unknown): Body | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined;

const listIn = (value: unknown, name: string): Body[] => {
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) ? value.map(bodyIn) : [undefined];
  if (list.some((one) => one === undefined))
    throw new NotWritten(400, `${name}: hier fehlt eine Liste`, `${name}: a list is missing here`);
  return list as Body[];
};

/** The number of a linked entity of the own town, or of one that is made here and now. */
const linkedOrMade = async (insert: Insert, entity: Creatable, value: unknown): Promise<number> => {
  const body = bodyIn(value);
  if (!body) throw new NotWritten(400, `${entity}: fehlt`, `${entity}: is missing`);
  if (!('@iot.id' in body)) return createEntity(insert, entity, body, {});
  const id = parseBody(LinkSchema, body)['@iot.id'];
  if (!(await isOwn(insert.database, entity, { ars: insert.ars, id }))) throw unknownLink(entity);
  return id;
};

export const linkOf = (insert: Insert, entity: Creatable, body: Body, parents: Parents): Promise<number> => {
  const parent = parents[entity];
  return parent === undefined ? linkedOrMade(insert, entity, body[entity]) : Promise.resolve(parent);
};

/** What is said in the properties of a thing about its place; what sees people is refused without an assessment. */
export const budgetOf = (properties: Record<string, unknown>, now: Date): PlaceBudget => {
  const { dpia, dpiaApprovedBy, ...rest } = parseBody(BudgetInProperties, properties);
  const budget = { ...rest, dpiaLink: dpia, dpiaApprovedRole: dpiaApprovedBy };
  if (lacksAssessment(budget, berlinDay(now)))
    throw new NotWritten(
      422,
      'Kameras und Kennzeichenleser brauchen eine genehmigte Datenschutz-Folgenabschätzung: properties.dpia, dpiaApprovedOn, dpiaApprovedBy.',
      'Cameras and plate readers need an approved data protection impact assessment: properties.dpia, dpiaApprovedOn, dpiaApprovedBy.',
    );
  if (hasHalfApproval(budget))
    throw new NotWritten(
      422,
      'dpiaApprovedOn und dpiaApprovedBy gehören zusammen.',
      'dpiaApprovedOn and dpiaApprovedBy belong together.',
    );
  return budget;
};

const createThing = async (insert: Insert, body: Body): Promise<number> => {
  const { name, description, properties } = parseBody(own.Thing, body);
  const { database, ars, now } = insert;
  const budget = budgetOf(properties, now);
  const id = await insertThing(
    database,
    ars,
    { name, description, properties: otherProperties(properties), budget },
    now,
  );
  const locations = await locationsIn(insert, body);
  if (locations.length > 0) await moveThing(database, ars, { thing: id, locations, now });
  for (const stream of listIn(body.Datastreams, 'Datastreams'))
    await createEntity(insert, 'Datastream', stream, { Thing: id });
  return id;
};

export const locationsIn = async (insert: Insert, body: Body): Promise<number[]> => {
  const ids: number[] = [];
  for (const one of listIn(body.Locations, 'Locations'))
    ids.push(await linkedOrMade(insert, 'Location', one));
  return [...new Set(ids)];
};

const createLocation = async (insert: Insert, body: Body, parents: Parents): Promise<number> => {
  const { database, ars, now } = insert;
  const { location, ...rest } = parseBody(own.Location, body);
  const id = await insertLocation(database, ars, { ...rest, ...location });
  const things = parents.Thing === undefined ? listIn(body.Things, 'Things') : [{ '@iot.id': parents.Thing }];
  for (const one of things) {
    const thing = await linkedOrMade(insert, 'Thing', one);
    await moveThing(database, ars, { thing, locations: [id], now });
  }
  return id;
};

const createStream = async (insert: Insert, body: Body, parents: Parents): Promise<number> => {
  const { unitOfMeasurement: unit, properties, ...rest } = parseBody(own.Datastream, body);
  const { keptDays = null, expectedSeconds = null, ...others } = properties;
  const id = await insertStream(insert.database, insert.ars, {
    ...rest,
    unit: { name: unit.name ?? '', symbol: unit.symbol ?? '', definition: unit.definition ?? '' },
    properties: otherProperties(others),
    keptDays,
    expectedSeconds,
    thing: await linkOf(insert, 'Thing', body, parents),
    sensor: await linkOf(insert, 'Sensor', body, parents),
    observedProperty: await linkOf(insert, 'ObservedProperty', body, parents),
  });
  for (const one of listIn(body.Observations, 'Observations'))
    insert.readings.push(await readingOf(insert, one, { Datastream: id }));
  return id;
};

const CHECKED = v.looseObject({
  state: v.literal('checked'),
  reason: v.optional(v.pipe(v.string(), v.maxLength(500))),
});

/** An observation as a reading; its entities are made on the way. */
export const readingOf = async (insert: Insert, body: Body, parents: Parents): Promise<Reading> => {
  countOne(insert);
  const { phenomenonTime, resultTime, result, resultQuality, validTime, parameters } = parseBody(
    own.Observation,
    body,
  );
  const datastream = await linkOf(insert, 'Datastream', body, parents);
  const isNamed = parents.FeatureOfInterest !== undefined || body.FeatureOfInterest != null;
  const checked = v.safeParse(CHECKED, resultQuality);
  const extra = { ...(validTime && { validTime }), ...(parameters && { parameters }) };
  return {
    datastream,
    at: phenomenonTime?.start ?? insert.now,
    until: phenomenonTime?.end,
    value: result,
    resultAt: resultTime ?? undefined,
    ...(checked.success && { quality: 'checked' as const, reason: checked.output.reason }),
    ...(Object.keys(extra).length > 0 && { extra }),
    ...(isNamed && { feature: await linkOf(insert, 'FeatureOfInterest', body, parents) }),
  };
};

const countOne = (insert: Insert): void => {
  insert.left -= 1;
  if (insert.left < 0) throw new NotWritten(413, 'zu vieles auf einmal', 'too much at once');
};

const withStreams = async (insert: Insert, entity: 'Sensor' | 'ObservedProperty', id: number, body: Body) => {
  for (const stream of listIn(body.Datastreams, 'Datastreams'))
    await createEntity(insert, 'Datastream', stream, { [entity]: id });
  return id;
};

/** Makes an entity and everything that is in it. @returns its number. */
export const createEntity = async (
  insert: Insert,
  entity: Creatable,
  body: Body,
  parents: Parents,
): Promise<number> => {
  countOne(insert);
  const { database, ars } = insert;
  switch (entity) {
    case 'Thing':
      return createThing(insert, body);
    case 'Location':
      return createLocation(insert, body, parents);
    case 'Datastream':
      return createStream(insert, body, parents);
    case 'Sensor':
      return withStreams(
        insert,
        entity,
        await insertSensor(database, ars, parseBody(own.Sensor, body)),
        body,
      );
    case 'ObservedProperty':
      return withStreams(
        insert,
        entity,
        await insertObservedProperty(database, ars, parseBody(own.ObservedProperty, body)),
        body,
      );
    case 'FeatureOfInterest': {
      const { feature, ...rest } = parseBody(own.FeatureOfInterest, body);
      return insertFeature(database, ars, { ...rest, ...feature });
    }
  }
};

const MOST_AT_ONCE = 20_000;
export const newInsert = (context: Context, ars: string): Insert => ({
  database: context.database,
  ars,
  now: context.clock(),
  readings: [],
  left: MOST_AT_ONCE,
});
