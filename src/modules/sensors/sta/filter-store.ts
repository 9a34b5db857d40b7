import { sql } from 'kysely';
import { pointRelation } from '../../../foundation/geo/point-relation-store.ts';
import { type Comparison, comparisons, type Node, type QueryRefusal, refuseQuery } from './filter.ts';
import { type Call, callOf, isSpatial, spatialRelations } from './functions-store.ts';
import { models, navigationOf, propertyOf, type Row, rowOf, type Sql } from './model-store.ts';
import type { EntityName } from './names.ts';
import { instantOf } from './read-time.ts';

export type Kind = 'text' | 'number' | 'boolean' | 'time' | 'duration' | 'json' | 'geometry' | 'null';
export type Value = { sql: Sql; kind: Kind; node: Node; row?: Row };

class NotAnswered extends Error {
  readonly refusal: QueryRefusal;
  constructor(de: string, en: string) {
    super(en);
    this.refusal = refuseQuery('$filter', de, en);
  }
}
const refuse = (de: string, en: string): never => {
  throw new NotAnswered(de, en);
};

/** Tables that a comparison has to look into, each joined once to the one before it. */
type Scope = {
  entity: EntityName;
  row: Row;
  joins: Map<string, { alias: string; entity: EntityName; on: Sql }>;
};

let aliases = 0;

/** A `$filter` as a condition on a row; every value is a parameter, every name comes from the model. */
export const conditionOf = (filter: Node, entity: EntityName, row: Row): Sql | QueryRefusal => {
  aliases = 0;
  try {
    return condition(filter, entity, row);
  } catch (error) {
    if (error instanceof NotAnswered) return error.refusal;
    throw error;
  }
};

const condition = (node: Node, entity: EntityName, row: Row): Sql => {
  if (node.kind === 'binary' && (node.op === 'and' || node.op === 'or')) {
    const [left, right] = [condition(node.left, entity, row), condition(node.right, entity, row)];
    return node.op === 'and' ? sql`(${left} and ${right})` : sql`(${left} or ${right})`;
  }
  if (node.kind === 'not') return sql`(not coalesce(${condition(node.operand, entity, row)}, false))`;
  const scope: Scope = { entity, row, joins: new Map() };
  const atom =
    node.kind === 'binary' && comparisons.some((op) => op === node.op)
      ? comparison(node.op as Comparison, operandOf(node.left, scope), operandOf(node.right, scope))
      : truth(operandOf(node, scope));
  if (scope.joins.size === 0) return atom;
  const joins = [...scope.joins.values()];
  return sql`exists (select from ${sql.join(joins.map(({ alias, entity: to }) => sql`${models[to].table} as ${sql.ref(alias)}`))}
    where ${sql.join(
      joins.map(({ on }) => on),
      sql` and `,
    )} and ${atom})`;
};

const truth = ({ sql: value, kind }: Value): Sql => {
  if (kind === 'boolean') return value;
  if (kind === 'json') return sql`((${value}) = 'true'::jsonb)`;
  return refuse('hier fehlt ein Vergleich', 'a comparison is missing here');
};

const operandOf = (node: Node, scope: Scope): Value => {
  switch (node.kind) {
    case 'text':
      return { sql: sql`${node.value}::text`, kind: 'text', node };
    case 'number':
      return { sql: sql`${node.value}::float8`, kind: 'number', node };
    case 'boolean':
      return { sql: sql`${node.value}::boolean`, kind: 'boolean', node };
    case 'null':
      return { sql: sql`null`, kind: 'null', node };
    case 'time':
      return { sql: sql`${node.start.toISOString()}::timestamptz`, kind: 'time', node };
    case 'duration':
      return { sql: sql`${node.value}::interval`, kind: 'duration', node };
    case 'geometry':
      return { sql: sql`null`, kind: 'geometry', node };
    case 'path':
      return pathOf(node, scope);
    case 'call':
      return called(node, scope);
    case 'not':
      return { sql: condition(node, scope.entity, scope.row), kind: 'boolean', node };
    case 'binary':
      return node.op === 'and' || node.op === 'or' || comparisons.some((op) => op === node.op)
        ? { sql: condition(node, scope.entity, scope.row), kind: 'boolean', node }
        : sumOf(node, scope);
  }
};

const pathOf = (node: Node & { kind: 'path' }, scope: Scope): Value => {
  let { entity, row } = scope;
  let key = '';
  for (const [index, step] of node.steps.entries()) {
    const property = propertyOf(entity, step);
    if (property)
      return inside(property.value(row), property.kind, { node, row, rest: node.steps.slice(index + 1) });
    const navigation = navigationOf(entity, step) ?? navigationOf(entity, `${step}s`);
    if (!navigation) break;
    key = `${key}/${step}`;
    const known = scope.joins.get(key);
    if (!known) aliases += 1;
    const alias = known?.alias ?? `f${aliases}`;
    if (!known) scope.joins.set(key, { alias, entity: navigation.to, on: navigation.on(row, rowOf(alias)) });
    entity = navigation.to;
    row = rowOf(alias);
  }
  return refuse(`»${node.steps.join('/')}« gibt es hier nicht`, `there is no “${node.steps.join('/')}” here`);
};

type Inside = { node: Node; row: Row; rest: string[] };

const inside = (value: Sql, kind: Kind, { node, row, rest }: Inside): Value => {
  if (rest.length === 0) return { sql: value, kind, node, row };
  if (kind !== 'json')
    return refuse(`in »${rest[0]}« geht es nicht weiter`, `there is nothing inside “${rest[0]}”`);
  return { sql: sql`((${value}) #> ${rest}::text[])`, kind: 'json', node };
};

const asNumber = ({ sql: value, kind, node }: Value): Sql => {
  if (kind === 'number') return value;
  if (kind === 'json')
    return sql`(case when jsonb_typeof(${value}) = 'number' then (${value})::text::float8 end)`;
  if (node.kind === 'text' && node.value.trim() !== '' && Number.isFinite(Number(node.value)))
    return sql`${Number(node.value)}::float8`;
  return refuse('hier fehlt eine Zahl', 'a number is missing here');
};

const asText = ({ sql: value, kind }: Value): Sql => {
  if (kind === 'text') return value;
  if (kind === 'json') return sql`((${value}) #>> '{}')`;
  if (kind === 'number' || kind === 'geometry') return sql`(${value})::text`;
  return refuse('hier fehlt ein Text', 'a text is missing here');
};

const asTime = ({ sql: value, kind, node }: Value): Sql => {
  if (kind === 'time') return value;
  const moment = node.kind === 'text' ? instantOf(node.value) : undefined;
  if (moment) return sql`${moment.toISOString()}::timestamptz`;
  return refuse('hier fehlt ein Zeitpunkt', 'a moment is missing here');
};

const SIGNS: Record<Comparison, Sql> = {
  eq: sql`=`,
  ne: sql`<>`,
  gt: sql`>`,
  ge: sql`>=`,
  lt: sql`<`,
  le: sql`<=`,
};

const comparison = (op: Comparison, left: Value, right: Value): Sql => {
  const kinds = [left.kind, right.kind];
  if (kinds.includes('null')) return missing(op, left, right);
  const span = [left.node, right.node].find((node) => node.kind === 'time' && node.end !== undefined);
  if (span?.kind === 'time' && span.end) return withSpan(op, left, span as { start: Date; end: Date });
  const sign = SIGNS[op];
  if (kinds.includes('time')) return sql`(${asTime(left)} ${sign} ${asTime(right)})`;
  if (kinds.includes('duration') && kinds.every((kind) => kind === 'duration'))
    return sql`(${left.sql} ${sign} ${right.sql})`;
  if (kinds.includes('boolean')) {
    const truths = [left, right].map(truth);
    return sql`(${sql.join(truths, sql` ${sign} `)})`;
  }
  // The suite of the standard asks for result gt '3'.
  const isNumeric = (value: Value) =>
    value.node.kind === 'text' && value.node.value !== '' && Number.isFinite(Number(value.node.value));
  const other = (one: Value) => (one === left ? right : left);
  const number = [left, right].find(({ kind }) => kind === 'number');
  if (number && (other(number).kind !== 'text' || isNumeric(other(number))))
    return sql`(${asNumber(left)} ${sign} ${asNumber(right)})`;
  return op === 'eq' || op === 'ne'
    ? sql`(${asText(left)} ${sign} ${asText(right)})`
    : sql`(${asText(left)} collate "C" ${sign} ${asText(right)} collate "C")`;
};

const missing = (op: Comparison, left: Value, right: Value): Sql => {
  const value = left.kind === 'null' ? right : left;
  if (op === 'eq') return sql`(${value.sql} is null)`;
  if (op === 'ne') return sql`(${value.sql} is not null)`;
  return refuse('mit »null« geht nur eq und ne', 'with `null` only eq and ne work');
};

/** A moment is equal to a span where it lies in it. */
const withSpan = (op: Comparison, value: Value, { start, end }: { start: Date; end: Date }): Sql => {
  const at = asTime(value);
  const [from, to] = [sql`${start.toISOString()}::timestamptz`, sql`${end.toISOString()}::timestamptz`];
  const ways: Record<Comparison, Sql> = {
    eq: sql`(${at} >= ${from} and ${at} < ${to})`,
    ne: sql`(${at} < ${from} or ${at} >= ${to})`,
    lt: sql`(${at} < ${from})`,
    le: sql`(${at} < ${to})`,
    gt: sql`(${at} >= ${to})`,
    ge: sql`(${at} >= ${from})`,
  };
  return ways[op];
};

const sumOf = (node: Node & { kind: 'binary' }, scope: Scope): Value => {
  const [left, right] = [operandOf(node.left, scope), operandOf(node.right, scope)];
  if (right.kind === 'duration' && (node.op === 'add' || node.op === 'sub')) {
    const sign = node.op === 'add' ? sql`+` : sql`-`;
    return { sql: sql`(${asTime(left)} ${sign} ${right.sql})`, kind: 'time', node };
  }
  // A number that would run over is none: PostgreSQL would end the query.
  const [a, b] = [left, right].map((one) => {
    const number = asNumber(one);
    return sql`(case when abs(${number}) <= 1e150 then ${number} end)`;
  }) as [Sql, Sql];
  const tame = sql`nullif(case when abs(${b}) < 1e-150 then 0 else ${b} end, 0)`;
  const ways: Record<string, Sql> = {
    add: sql`(${a} + ${b})`,
    sub: sql`(${a} - ${b})`,
    mul: sql`(${a} * ${b})`,
    div: sql`(${a} / ${tame})`,
    mod: sql`(mod((${a})::numeric, nullif((${b})::numeric, 0))::float8)`,
  };
  return { sql: ways[node.op] ?? sql`null::float8`, kind: 'number', node };
};

const called = (node: Node & { kind: 'call' }, scope: Scope): Value => {
  const args = node.args.map((one) => operandOf(one, scope));
  if (isSpatial(node.name)) return { sql: spatial(node.name, args), kind: 'boolean', node };
  const call: Call | undefined = callOf(node.name, args.length);
  if (!call)
    return refuse(
      `die Funktion »${node.name}« gibt es hier so nicht`,
      `there is no such function “${node.name}” here`,
    );
  const cast = { text: asText, number: asNumber, time: asTime, geometry: pointOf };
  return {
    sql: call.sql(args.map((one, at) => cast[call.takes[at] ?? 'text'](one))),
    kind: call.gives,
    node,
  };
};

const geometryIn = (args: Value[]): { own: Value; literal: Node & { kind: 'geometry' } } => {
  const literal = args.map(({ node }) => node).find((node) => node.kind === 'geometry');
  const own = args.find((value) => value.kind === 'geometry' && value.row);
  if (!own || literal?.kind !== 'geometry' || args.length !== 2)
    return refuse(
      "hier fehlen ein Ort und ein geography'…'",
      "a location and a geography'…' are missing here",
    );
  return { own, literal };
};

const spatial = (name: string, args: Value[]): Sql => {
  const { own, literal } = geometryIn(args);
  const isTurned = args[0] !== own;
  const relation = spatialRelations(name, isTurned);
  if (!relation || !own.row)
    return refuse(`»${name}« geht hier so nicht`, `“${name}” does not work here like this`);
  // The rules of points from OGC API Features read a row that is called o.
  return sql`(select ${pointRelation(relation, literal.value)}
    from (select ${own.row('lon')} as lon, ${own.row('lat')} as lat, ${own.row('pt')} as pt) o)`;
};

/** In degrees, as geo.distance counts. */
const pointOf = ({ node, kind, row }: Value): Sql => {
  if (node.kind === 'geometry' && node.value.type === 'Point') {
    const [lon = 0, lat = 0] = node.value.coordinates;
    return sql`point(${lon}::float8, ${lat}::float8)`;
  }
  if (kind === 'geometry' && row) return sql`point(${row('lon')}, ${row('lat')})`;
  return refuse('hier fehlt ein Punkt', 'a point is missing here');
};
