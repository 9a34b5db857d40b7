import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import { type QueryRefusal, refuseQuery } from './filter.ts';
import { conditionOf } from './filter-store.ts';
import {
  idProperty,
  models,
  type Navigation,
  navigationOf,
  type Property,
  propertyOf,
  type Row,
  rowOf,
  type Sql,
} from './model-store.ts';
import type { EntityName, PropertyKind } from './names.ts';
import type { Order, Plan } from './plan.ts';
import { instantOf } from './read-time.ts';

// Everything here is published: questions go across towns, and each answer says whose it is.

export type Key = { ars: string; id: number };
/** A set below an entity: `Things(1)/Datastreams`. */
export type Below = { key: Key; navigation: Navigation };

/** An entity as the database hands it over: what it says, where it stands in the order, its stream. */
export type Item = { e: Record<string, unknown>; k: (string | null)[]; d?: number };

// Inner lists of inner lists of a thousand each would be a billion.
const MOST_ENTITIES = 20_000;

const keyRow =
  ({ ars, id }: Key): Row =>
  (column) =>
    column === 'ars' ? sql`${ars}::text` : sql`${id}::bigint`;

class Refused extends Error {
  readonly refusal: QueryRefusal;
  constructor(refusal: QueryRefusal) {
    super(refusal.name);
    this.refusal = refusal;
  }
}

type OrderKey = { sql: Sql; kind: PropertyKind; isDescending: boolean; isSure: boolean };

const orderKey = (entity: EntityName, row: Row, { steps, isDescending }: Order): OrderKey => {
  const [step = '', ...rest] = steps;
  const property = propertyOf(entity, step);
  if (property) {
    const isInside = rest.length > 0;
    const value = property.value(row);
    const shown = property.kind === 'json' || property.kind === 'geometry';
    const inner = isInside ? sql`((${value}) #>> ${rest}::text[])` : shown ? sql`(${value})::text` : value;
    return {
      sql: inner,
      kind: shown ? 'text' : property.kind,
      isDescending,
      isSure: property.isSure === true,
    };
  }
  const navigation = navigationOf(entity, step);
  if (!navigation) throw new Error(`The check let ${step} pass.`);
  const target = rowOf(`o_${step}`);
  const inner = orderKey(navigation.to, target, { steps: rest, isDescending });
  return {
    ...inner,
    isSure: false,
    sql: sql`(select ${inner.sql} from ${models[navigation.to].table} as ${sql.ref(`o_${step}`)}
      where ${navigation.on(row, target)} limit 1)`,
  };
};

const BY_TIME: Order = { steps: ['phenomenonTime'], isDescending: false };

/** Of one stream in the order of time, whose index there is; else by id. The id decides between equals. */
const orderKeys = (entity: EntityName, row: Row, plan: Plan, isOfStream: boolean): OrderKey[] => {
  const orders = plan.order.length > 0 ? plan.order : isOfStream ? [BY_TIME] : [];
  const keys = orders.map((order) => orderKey(entity, row, order));
  const hasId = orders.some(({ steps }) => steps[0] === 'id' || steps[0] === '@iot.id');
  return hasId
    ? keys
    : [...keys, { sql: idProperty.value(row), kind: 'number', isSure: true, isDescending: false }];
};

const orderBy = (keys: OrderKey[]): Sql =>
  sql.join(
    keys.map(({ sql: key, isDescending, isSure }) => {
      const direction = isDescending ? sql`desc` : sql`asc`;
      return isSure ? sql`${key} ${direction}` : sql`${key} ${direction} nulls last`;
    }),
  );

const keyText = ({ sql: key, kind }: OrderKey): Sql =>
  kind === 'time'
    ? sql`to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : sql`(${key})::text`;

const tokenFault = () =>
  new Refused(refuseQuery('$skiptoken', 'nur aus einem »@iot.nextLink«', 'only from an `@iot.nextLink`'));

const boundOf = ({ kind }: OrderKey, text: string): Sql => {
  if (kind === 'number') {
    if (text === '' || !Number.isFinite(Number(text))) throw tokenFault();
    return sql`${Number(text)}::float8`;
  }
  if (kind !== 'time') return sql`${text}::text`;
  const moment = instantOf(text);
  if (!moment) throw tokenFault();
  return sql`${moment.toISOString()}::timestamptz`;
};

/** Rows after the last one of the page before, whatever has been inserted meanwhile. */
const afterRow = (keys: OrderKey[], after: (string | null)[]): Sql => {
  if (after.length !== keys.length) throw tokenFault();
  const [key, ...others] = keys;
  const [text = null, ...rest] = after;
  if (!key) return sql`false`;
  if (text === null) return sql`(${key.sql} is null and ${afterRow(others, rest)})`;
  const bound = boundOf(key, text);
  const beyond = key.isDescending ? sql`${key.sql} < ${bound}` : sql`${key.sql} > ${bound}`;
  const missing = key.isSure ? sql`` : sql` or ${key.sql} is null`;
  if (others.length === 0) return sql`(${beyond}${missing})`;
  const within = key.isDescending ? sql`${key.sql} <= ${bound}` : sql`${key.sql} >= ${bound}`;
  const inner = sql`(${beyond}${missing} or (${key.sql} = ${bound} and ${afterRow(others, rest)}))`;
  // Said apart, so that an index can begin there.
  return key.isSure ? sql`(${within} and ${inner})` : inner;
};

const shownProperty = ({ value, shown }: Property, row: Row): Sql => (shown ?? value)(row);

type Asked = { plan: Plan; depth: number; budget: number };

const entityJson = (entity: EntityName, row: Row, { plan, depth, budget }: Asked): Sql => {
  const { properties } = models[entity];
  const names = Object.keys(properties).filter((name) => plan.select?.includes(name) ?? true);
  const parts = [sql`'@iot.id', ${row('id')}`];
  for (const name of names) {
    const property = properties[name];
    if (property) parts.push(sql`${sql.lit(name)}, ${shownProperty(property, row)}`);
  }
  for (const { name, plan: inner } of plan.expand) {
    const navigation = navigationOf(entity, name);
    if (!navigation) continue;
    const list = innerList(entity, row, navigation, { plan: inner, depth: depth + 1, budget });
    parts.push(sql`${sql.lit(name)}, ${list.items}`);
    if (list.count) parts.push(sql`${sql.lit(`${name}@iot.count`)}, ${list.count}`);
  }
  return sql`json_build_object(${sql.join(parts)})`;
};

const innerTop = (plan: Plan, budget: number): number => Math.max(1, Math.min(plan.top, Math.floor(budget)));

const innerList = (
  from: EntityName,
  row: Row,
  navigation: Navigation,
  { plan, depth, budget }: Asked,
): { items: Sql; count?: Sql } => {
  const alias = `t${depth}`;
  const target = rowOf(alias);
  const { to, isMany } = navigation;
  const where = conditions(to, target, plan, navigation.on(row, target));
  const table = sql`${models[to].table} as ${sql.ref(alias)}`;
  if (!isMany)
    return {
      items: sql`(select ${entityJson(to, target, { plan, depth, budget })} from ${table} where ${where} limit 1)`,
    };
  plan.top = plan.top === 0 ? 0 : innerTop(plan, budget);
  const keys = orderKeys(to, target, plan, from === 'Datastream');
  const items = sql`(select coalesce(json_agg(x.item), '[]') from (
    select ${itemJson(to, target, keys, { plan, depth, budget: budget / Math.max(1, plan.top) })} as item
    from ${table} where ${where} order by ${orderBy(keys)} limit ${plan.top + 1} offset ${plan.skip}) x)`;
  return plan.isCounted ? { items, count: sql`(select count(*) from ${table} where ${where})` } : { items };
};

const itemJson = (entity: EntityName, row: Row, keys: OrderKey[], asked: Asked): Sql =>
  sql`json_build_object('e', ${entityJson(entity, row, asked)}, 'k', json_build_array(${sql.join(keys.map(keyText))})${
    entity === 'Observation' ? sql`, 'd', ${row('datastream_id')}` : sql``
  })`;

const conditions = (entity: EntityName, row: Row, { filter }: Plan, ...others: Sql[]): Sql => {
  const own = filter ? conditionOf(filter, entity, row) : undefined;
  if (own && 'refused' in own) throw new Refused(own);
  const all = own ? [...others, own] : others;
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
};

const answering = async <T>(work: () => Promise<T>): Promise<T | QueryRefusal> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    // 57014: the question takes longer than a question may. 22…: a sum or a conversion that no number holds.
    const { code = '' } = error as { code?: string };
    if (code === '57014')
      return refuseQuery('$filter', 'diese Frage dauert zu lange', 'this question takes too long');
    if (code.startsWith('22'))
      return refuseQuery('$filter', 'so lässt sich nicht rechnen', 'this cannot be computed');
    throw error;
  }
};

/** One page of a set, one row more than asked for where there is more. */
export const listEntities = (
  database: Database,
  entity: EntityName,
  plan: Plan,
  below?: Below,
): Promise<{ items: Item[]; count?: number } | QueryRefusal> =>
  answering(async () => {
    const row = rowOf('t');
    const scope = below ? [below.navigation.on(keyRow(below.key), row)] : [];
    const where = conditions(entity, row, plan, ...scope);
    const isOfStream = below !== undefined && entity === 'Observation';
    const keys = orderKeys(entity, row, plan, isOfStream);
    const page = plan.after ? sql`${where} and ${afterRow(keys, plan.after)}` : where;
    const table = sql`${models[entity].table} as t`;
    const budget = MOST_ENTITIES / Math.max(1, plan.top);
    const { rows } = await sql<{ item: Item }>`
      select ${itemJson(entity, row, keys, { plan, depth: 0, budget })} as item from ${table}
      where ${page} order by ${orderBy(keys)} limit ${plan.top + 1} offset ${plan.skip}`.execute(database);
    const items = rows.map(({ item }) => item);
    if (!plan.isCounted) return { items };
    const counted = await sql<{
      count: number;
    }>`select count(*) as count from ${table} where ${where}`.execute(database);
    return { items, count: counted.rows[0]?.count ?? 0 };
  });

/** One entity whose key is known. */
export const findEntity = (
  database: Database,
  entity: EntityName,
  { ars, id }: Key,
  plan: Plan,
): Promise<Record<string, unknown> | undefined | QueryRefusal> =>
  answering(async () => {
    const row = rowOf('t');
    const { rows } = await sql<{ e: Record<string, unknown> }>`
      select ${entityJson(entity, row, { plan, depth: 0, budget: MOST_ENTITIES })} as e from ${models[entity].table} as t
      where t.ars = ${ars} and t.id = ${id}`.execute(database);
    return rows[0]?.e;
  });

/** Across towns: whose entity has this number. */
export const findKey = async (database: Database, entity: EntityName, id: number): Promise<Key | undefined> =>
  (
    await sql<Key>`select t.ars, t.id from ${models[entity].table} as t where t.id = ${id} limit 1`.execute(
      database,
    )
  ).rows[0];

/** The entity that one gets to from another, by its number where there are several. */
export const findThrough = async (
  database: Database,
  from: EntityName,
  key: Key,
  { navigation, id }: { navigation: Navigation; id?: number },
): Promise<Key | undefined> => {
  const [own, target] = [rowOf('own'), rowOf('target')];
  return (
    await sql<Key>`
      select target.ars, target.id from ${models[from].table} as own, ${models[navigation.to].table} as target
      where own.ars = ${key.ars} and own.id = ${key.id} and ${navigation.on(own, target)}
        ${id === undefined ? sql`` : sql`and target.id = ${id}`} limit 1`.execute(database)
  ).rows[0];
};

/** Observations of a town by their numbers, and the time in which they lie: other months are not looked into. */
export const listObservationsById = async (
  database: Database,
  ars: string,
  { ids, from, to }: { ids: readonly number[]; from: Date; to: Date },
  plan: Plan,
): Promise<{ e: Record<string, unknown>; d: number }[]> => {
  const row = rowOf('t');
  const json = entityJson('Observation', row, { plan, depth: 0, budget: 1 });
  return (
    await sql<{ e: Record<string, unknown>; d: number }>`
      select ${json} as e, t.datastream_id as d from sensors.observation t
      where t.ars = ${ars} and t.id = any(${ids}::bigint[]) and t.at >= ${from} and t.at <= ${to}
      order by t.id`.execute(database)
  ).rows;
};
