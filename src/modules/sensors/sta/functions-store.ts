import { sql } from 'kysely';
import type { Sql } from './model-store.ts';

type Taken = 'text' | 'number' | 'time' | 'geometry';
export type Call = {
  takes: Taken[];
  gives: 'text' | 'number' | 'boolean' | 'time';
  sql: (args: Sql[]) => Sql;
};

const at = (args: Sql[], index: number): Sql => args[index] ?? sql`null`;
const text = (write: (a: Sql, b: Sql) => Sql, takes: Taken[], gives: Call['gives']): Call => ({
  takes,
  gives,
  sql: (args) => write(at(args, 0), at(args, 1)),
});
const part = (word: string): Call => ({
  takes: ['time'],
  gives: 'number',
  sql: (args) => sql`(extract(${sql.raw(word)} from ${at(args, 0)} at time zone 'UTC'))::float8`,
});
const number = (write: (a: Sql) => Sql): Call => ({
  takes: ['number'],
  gives: 'number',
  sql: (args) => write(at(args, 0)),
});
const always = (value: Sql): Call => ({ takes: [], gives: 'time', sql: () => value });

/** Functions of 18-088, table 21, by name; those of areas and lines are not among them: a location counts by its point. */
const CALLS: Record<string, Call> = {
  substringof: text((a, b) => sql`(position(${a} in ${b}) > 0)`, ['text', 'text'], 'boolean'),
  contains: text((a, b) => sql`(position(${b} in ${a}) > 0)`, ['text', 'text'], 'boolean'),
  startswith: text((a, b) => sql`starts_with(${a}, ${b})`, ['text', 'text'], 'boolean'),
  endswith: text((a, b) => sql`(right(${a}, length(${b})) = ${b})`, ['text', 'text'], 'boolean'),
  length: text((a) => sql`length(${a})::float8`, ['text'], 'number'),
  indexof: text((a, b) => sql`(position(${b} in ${a}) - 1)::float8`, ['text', 'text'], 'number'),
  tolower: text((a) => sql`lower(${a})`, ['text'], 'text'),
  toupper: text((a) => sql`upper(${a})`, ['text'], 'text'),
  trim: text((a) => sql`trim(${a})`, ['text'], 'text'),
  concat: text((a, b) => sql`(${a} || ${b})`, ['text', 'text'], 'text'),
  year: part('year'),
  month: part('month'),
  day: part('day'),
  hour: part('hour'),
  minute: part('minute'),
  second: {
    takes: ['time'],
    gives: 'number',
    sql: (args) => sql`floor(extract(second from ${at(args, 0)}))::float8`,
  },
  fractionalseconds: {
    takes: ['time'],
    gives: 'number',
    sql: (args) =>
      sql`(extract(second from ${at(args, 0)}) - floor(extract(second from ${at(args, 0)})))::float8`,
  },
  date: {
    takes: ['time'],
    gives: 'time',
    sql: (args) => sql`date_trunc('day', ${at(args, 0)}, 'UTC')`,
  },
  time: {
    takes: ['time'],
    gives: 'text',
    sql: (args) => sql`to_char(${at(args, 0)} at time zone 'UTC', 'HH24:MI:SS')`,
  },
  totaloffsetminutes: {
    takes: ['time'],
    gives: 'number',
    sql: (args) => sql`(0 * extract(day from ${at(args, 0)}))::float8`,
  },
  now: always(sql`now()`),
  mindatetime: always(sql`'-infinity'::timestamptz`),
  maxdatetime: always(sql`'infinity'::timestamptz`),
  round: number((a) => sql`round((${a})::numeric)::float8`),
  floor: number((a) => sql`floor(${a})`),
  ceiling: number((a) => sql`ceiling(${a})`),
  'geo.distance': {
    takes: ['geometry', 'geometry'],
    gives: 'number',
    sql: (args) => sql`(${at(args, 0)} <-> ${at(args, 1)})`,
  },
};

const SUBSTRING: Call = {
  takes: ['text', 'number', 'number'],
  gives: 'text',
  sql: (args) => {
    const start = sql`greatest(0, least(1e6, ${at(args, 1)}))::integer + 1`;
    return args.length > 2
      ? sql`substr(${at(args, 0)}, ${start}, greatest(0, least(1e6, ${at(args, 2)}))::integer)`
      : sql`substr(${at(args, 0)}, ${start})`;
  },
};

/** @returns the function where it takes so many operands. */
export const callOf = (name: string, operands: number): Call | undefined => {
  if (name === 'substring') return operands === 2 || operands === 3 ? SUBSTRING : undefined;
  const call = Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
  return call?.takes.length === operands ? call : undefined;
};

/** How a point lies to a literal, and the same said from the literal's side. */
const RELATIONS: Record<string, [own: string, turned: string | undefined]> = {
  'geo.intersects': ['s_intersects', 's_intersects'],
  st_intersects: ['s_intersects', 's_intersects'],
  st_disjoint: ['s_disjoint', 's_disjoint'],
  st_equals: ['s_equals', 's_equals'],
  st_within: ['s_within', 's_contains'],
  st_contains: ['s_contains', 's_within'],
};

export const isSpatial = (name: string): boolean => Object.hasOwn(RELATIONS, name);
export const spatialRelations = (name: string, isTurned: boolean): string | undefined =>
  RELATIONS[name]?.[isTurned ? 1 : 0];
