import { type RawBuilder, sql } from 'kysely';
import { constantOf, dayEnd, spatialOf } from './cql2/evaluate.ts';
import {
  COMPARISONS,
  type Expression,
  isGeometry,
  isInstant,
  isOperation,
  isProperty,
  isTimeSpan,
  type Operation,
  type TimeSpanEnd,
} from './cql2/expression.ts';
import { type LetterTable, lowerCase, withoutAccents } from './cql2/letters.ts';
import { temporalRelations } from './cql2/temporal-relations.ts';
import { pointRelation } from './point-relation-store.ts';

export type Sql = RawBuilder<unknown>;
/** Where each queryable stands in the row; the point stands in `o.lon`, `o.lat` and `o.pt`. */
export type Columns = Readonly<Record<string, Sql>>;

/** A checked filter in longitude and latitude as a condition; every value is a parameter, every name comes from `columns`. */
export const conditionOf = (filter: Expression, columns: Columns): Sql => {
  if (!isOperation(filter)) return sql`${filter === true}::boolean`;
  const { op, args } = filter;
  const [first = false, second = false, third = false] = args;
  if (op === 'and' || op === 'or')
    return sql`(${sql.join(
      args.map((one) => conditionOf(one, columns)),
      op === 'and' ? sql` and ` : sql` or `,
    )})`;
  if (op === 'not') return sql`(not ${conditionOf(first, columns)})`;
  if (op === 'isNull') return isMissing(first, columns);
  if (op.startsWith('s_')) return spatial(filter);
  if (op.startsWith('t_')) return temporal(filter, columns);
  const left = scalarOf(first, columns);
  if (op === 'in') {
    const list = Array.isArray(second) ? second.map((one) => scalarOf(one, columns)) : [];
    return sql`(${left} in (${sql.join(list)}))`;
  }
  const right = scalarOf(second, columns);
  if (op === 'like') return sql`(${left} like ${right})`;
  if (op === 'between') return sql`(${left} between ${right} and ${scalarOf(third, columns)})`;
  return comparison(op, left, right, isText(first) || isText(second));
};

// The words come from our own list, never from the filter.
const signs = new Map<string, Sql>(COMPARISONS.map((sign) => [sign, sql.raw(sign)]));

const comparison = (op: string, left: Sql, right: Sql, hasText: boolean): Sql => {
  const sign = signs.get(op);
  if (!sign) throw new Error(`The check let the operator ${op} pass.`);
  // CQL2 orders by code point. Equality is left to the column's own order, whose index it can use.
  return hasText && op !== '=' && op !== '<>'
    ? sql`(${left} collate "C" ${sign} ${right} collate "C")`
    : sql`(${left} ${sign} ${right})`;
};

const isText = (expression: Expression): boolean =>
  typeof expression === 'string' || (isOperation(expression) && /^(casei|accenti)$/.test(expression.op));

const isMissing = (operand: Expression, columns: Columns): Sql => {
  if (isProperty(operand) && operand.property === 'geometry') return sql`(o.lon is null)`;
  if (isGeometry(operand) || isTimeSpan(operand)) return sql`false`;
  const isValue = !isOperation(operand) || isComputed(operand.op);
  return sql`(${isValue ? scalarOf(operand, columns) : conditionOf(operand, columns)} is null)`;
};

const isComputed = (op: string): boolean => /^(casei|accenti|[-+*/%^]|div)$/.test(op);

const scalarOf = (expression: Expression, columns: Columns): Sql => {
  if (isProperty(expression)) return columnOf(expression.property, columns);
  if (isInstant(expression)) return moment(constantOf(expression) as number);
  if (isOperation(expression)) {
    const [inner = ''] = expression.args;
    if (expression.op === 'casei') return translated(lowerCase, scalarOf(inner, columns));
    if (expression.op === 'accenti') return translated(withoutAccents, scalarOf(inner, columns));
    return mentionsProperty(expression)
      ? calculation(expression, columns)
      : sql`${constantOf(expression)}::float8`;
  }
  if (typeof expression === 'number') return sql`${expression}::float8`;
  return typeof expression === 'boolean' ? sql`${expression}::boolean` : sql`${expression}::text`;
};

const mentionsProperty = (expression: Expression): boolean =>
  isProperty(expression) || (isOperation(expression) && expression.args.some(mentionsProperty));

/** Sums over columns. A number that could run over is none: PostgreSQL would end the query. */
const calculation = ({ op, args: [first = 0, second = 0] }: Operation, columns: Columns): Sql => {
  const [a, b] = [first, second].map((one) => {
    const number = sql`(${scalarOf(one, columns)})::float8`;
    return sql`(case when abs(${number}) <= 1e150 then ${number} end)`;
  });
  if (!a || !b) throw new Error('The check let a sum without operands pass.');
  const divided = sql`(${a} / nullif(case when abs(${b}) < 1e-150 then 0 else ${b} end, 0))`;
  const isTame = sql`abs(${a}) <= 1e9 and abs(${b}) <= 15 and ${b} = trunc(${b}) and (${a} <> 0 or ${b} >= 0)`;
  const ways: Record<string, Sql> = {
    '+': sql`(${a} + ${b})`,
    '-': sql`(${a} - ${b})`,
    '*': sql`(${a} * ${b})`,
    '/': divided,
    div: sql`trunc(${divided})`,
    '%': sql`(mod(${a}::numeric, nullif(${b}::numeric, 0))::float8)`,
    '^': sql`(case when ${isTame} then power(${a}, ${b}) end)`,
  };
  return ways[op] ?? sql`null::float8`;
};

const columnOf = (name: string, columns: Columns): Sql => {
  const column = columns[name];
  if (!column) throw new Error(`The check let the property ${name} pass.`);
  return column;
};

const moment = (time: number): Sql =>
  Number.isFinite(time)
    ? sql`${new Date(time)}::timestamptz`
    : sql`${time < 0 ? '-infinity' : 'infinity'}::timestamptz`;

const translated = ({ from, to }: LetterTable, value: Sql): Sql => sql`translate(${value}, ${from}, ${to})`;

const spatial = (operation: Operation): Sql => {
  const { op, literal } = spatialOf(operation);
  if (!isGeometry(literal)) throw new Error('The check let a predicate without a geometry pass.');
  return pointRelation(op, literal);
};

type Span = { start: Sql; end: Sql };

const spanOf = (expression: Expression, columns: Columns): Span => {
  if (isTimeSpan(expression)) {
    const [start, end] = expression.interval;
    return { start: spanEnd(start, 'start', columns), end: spanEnd(end, 'end', columns) };
  }
  const at = scalarOf(expression, columns);
  const isDay = isInstant(expression) && 'date' in expression;
  return { start: at, end: isDay ? moment(dayEnd(expression.date)) : at };
};

const spanEnd = (end: TimeSpanEnd, which: 'start' | 'end', columns: Columns): Sql => {
  if (typeof end === 'object') return columnOf(end.property, columns);
  if (end === '..') return moment(which === 'start' ? -Infinity : Infinity);
  return moment(which === 'end' && !end.includes('T') ? dayEnd(end) : Date.parse(end));
};

const temporal = ({ op, args }: Operation, columns: Columns): Sql => {
  const [left, right] = args.map((one) => spanOf(one, columns));
  if (!left || !right) throw new Error('The check let a temporal predicate without operands pass.');
  const isDisjoint = op === 't_disjoint';
  const relation = temporalRelations[isDisjoint ? 't_intersects' : op] ?? [];
  const parts = relation.map(([own, sign, other]) => comparison(sign, left[own], right[other], false));
  const all = sql`(${sql.join(parts, sql` and `)})`;
  return isDisjoint ? sql`(not ${all})` : all;
};
