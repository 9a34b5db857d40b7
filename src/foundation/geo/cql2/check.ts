import type { Queryables } from '../feature-collection.ts';
import { checkGeometry } from './check-geometry.ts';
import {
  ARITHMETIC,
  COMPARISONS,
  type Cql2Refusal,
  type Expression,
  isBox,
  isGeometry,
  isInstant,
  isOperation,
  isProperty,
  isTimeSpan,
  type Operation,
  type ReadFilter,
  refusal,
} from './expression.ts';
import { temporalRelations } from './temporal-relations.ts';

type Kind = 'text' | 'number' | 'boolean' | 'instant' | 'span' | 'geometry' | 'list' | 'wrong';
type Checker = { queryables: Queryables; refuse: (part: Expression, de: string, en: string) => 'wrong' };

const KIND_OF = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  date: 'instant',
  'date-time': 'instant',
  geometry: 'geometry',
} as const;

const SUPPORTED_SPATIAL = ['s_intersects', 's_disjoint', 's_within', 's_contains', 's_equals'];

/** Whether every property exists and every operator has operands that it can compare: what follows need not ask again. */
export const checkFilter = (
  { filter, placeOf }: ReadFilter,
  queryables: Queryables,
): Cql2Refusal | undefined => {
  let first: Cql2Refusal | undefined;
  const checker: Checker = {
    queryables,
    refuse: (part, de, en) => {
      const at = (typeof part === 'object' && placeOf.get(part)) || 'filter';
      first ??= refusal(at, de, en);
      return 'wrong';
    },
  };
  const kind = isProperty(filter) ? 'wrong' : kindOf(checker, filter);
  if (kind !== 'boolean')
    checker.refuse(filter, 'der Filter muss wahr oder falsch ergeben', 'the filter must yield true or false');
  return first;
};

const kindOf = (checker: Checker, expression: Expression): Kind => {
  if (typeof expression === 'string') return 'text';
  if (typeof expression === 'number') return 'number';
  if (typeof expression === 'boolean') return 'boolean';
  if (Array.isArray(expression)) return 'list';
  if (isProperty(expression)) return kindOfProperty(checker, expression.property, expression);
  if (isInstant(expression)) return 'instant';
  if (isTimeSpan(expression)) {
    for (const end of expression.interval)
      if (typeof end === 'object' && kindOfProperty(checker, end.property, expression) !== 'instant')
        return checker.refuse(expression, 'hier fehlt ein Zeitpunkt', 'a moment is missing here');
    return 'span';
  }
  if (isBox(expression) || isGeometry(expression)) {
    const fault = checkGeometry(expression);
    return fault ? checker.refuse(expression, fault.de, fault.en) : 'geometry';
  }
  return kindOfOperation(checker, expression);
};

const kindOfProperty = ({ queryables, refuse }: Checker, name: string, part: Expression): Kind => {
  const found = Object.hasOwn(queryables, name) ? queryables[name] : undefined;
  if (found) return KIND_OF[found.type];
  const known = Object.keys(queryables).join(', ');
  return refuse(
    part,
    `»${name}« gibt es nicht; es gibt: ${known}`,
    `there is no “${name}”; there are: ${known}`,
  );
};

const includes = (list: readonly string[], op: string): boolean => list.includes(op);

const kindOfOperation = (checker: Checker, part: Operation): Kind => {
  const { op, args } = part;
  if (op === 'and' || op === 'or') return truths(checker, part, 2, Infinity);
  if (op === 'not') return truths(checker, part, 1, 1);
  if (op === 'isNull')
    return args.length === 1 && args[0] !== undefined && kindOf(checker, args[0]) !== 'list'
      ? 'boolean'
      : operands(checker, part, 1);
  if (includes(COMPARISONS, op)) return comparison(checker, part);
  if (op === 'like') return like(checker, part);
  if (op === 'between') return all(checker, part, 3, 'number', 'boolean');
  if (op === 'in') return inList(checker, part);
  if (op === 'casei' || op === 'accenti') return all(checker, part, 1, 'text', 'text');
  if (includes(ARITHMETIC, op)) return all(checker, part, 2, 'number', 'number');
  if (Object.hasOwn(temporalRelations, op)) return temporal(checker, part);
  if (op.startsWith('s_')) return spatial(checker, part);
  return checker.refuse(part, `die Funktion »${op}« gibt es hier nicht`, `there is no function “${op}” here`);
};

const operands = (checker: Checker, part: Operation, count: number): Kind =>
  checker.refuse(
    part,
    `»${part.op}« braucht ${count} passende Werte`,
    `“${part.op}” needs ${count} fitting values`,
  );

const truths = (checker: Checker, part: Operation, least: number, most: number): Kind => {
  if (part.args.length < least || part.args.length > most) return operands(checker, part, least);
  for (const one of part.args)
    if (isProperty(one) || kindOf(checker, one) !== 'boolean')
      return checker.refuse(
        one,
        `»${part.op}« verbindet nur Vergleiche`,
        `“${part.op}” joins comparisons only`,
      );
  return 'boolean';
};

const all = (checker: Checker, part: Operation, count: number, kind: Kind, result: Kind): Kind =>
  part.args.length === count && part.args.every((one) => kindOf(checker, one) === kind)
    ? result
    : operands(checker, part, count);

const SCALAR: Kind[] = ['text', 'number', 'boolean', 'instant'];
const isTruth = (part: Expression): boolean =>
  isOperation(part) && !includes([...ARITHMETIC, 'casei', 'accenti'], part.op);

const sameScalars = (checker: Checker, parts: Expression[]): boolean => {
  const kinds = new Set(parts.map((one) => (isTruth(one) ? 'wrong' : kindOf(checker, one))));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined && SCALAR.includes(kind);
};

const comparison = (checker: Checker, part: Operation): Kind => {
  const { op, args } = part;
  if (args.length !== 2 || !sameScalars(checker, args)) return operands(checker, part, 2);
  const isOrdered = op !== '=' && op !== '<>';
  return isOrdered && args[0] !== undefined && kindOf(checker, args[0]) === 'boolean'
    ? operands(checker, part, 2)
    : 'boolean';
};

const inList = (checker: Checker, part: Operation): Kind => {
  const [value, list] = part.args;
  return part.args.length === 2 &&
    value !== undefined &&
    Array.isArray(list) &&
    list.length > 0 &&
    sameScalars(checker, [value, ...list])
    ? 'boolean'
    : operands(checker, part, 2);
};

const isPattern = (part: Expression | undefined): boolean =>
  typeof part === 'string' ||
  (part !== undefined &&
    isOperation(part) &&
    (part.op === 'casei' || part.op === 'accenti') &&
    part.args.length === 1 &&
    isPattern(part.args[0]));

const like = (checker: Checker, part: Operation): Kind => {
  const [value, pattern] = part.args;
  if (
    part.args.length !== 2 ||
    value === undefined ||
    !isPattern(pattern) ||
    kindOf(checker, value) !== 'text'
  )
    return operands(checker, part, 2);
  // PostgreSQL refuses a pattern that ends in the middle of an escape.
  return /(^|[^\\])(\\\\)*\\$/.test(innermost(pattern))
    ? checker.refuse(part, 'nach \\ fehlt ein Zeichen', 'a character is missing after \\')
    : 'boolean';
};

const innermost = (part: Expression | undefined): string =>
  typeof part === 'object' && 'args' in part ? innermost(part.args[0]) : String(part);

const temporal = (checker: Checker, part: Operation): Kind =>
  part.args.length === 2 && part.args.every((one) => ['instant', 'span'].includes(kindOf(checker, one)))
    ? 'boolean'
    : operands(checker, part, 2);

const spatial = (checker: Checker, part: Operation): Kind => {
  const known = SUPPORTED_SPATIAL.join(', ');
  if (!SUPPORTED_SPATIAL.includes(part.op))
    return checker.refuse(
      part,
      `»${part.op}« gibt es hier nicht; es gibt: ${known}`,
      `there is no “${part.op}” here; there are: ${known}`,
    );
  const properties = part.args.filter(isProperty).length;
  if (part.args.length === 2 && properties === 1) return all(checker, part, 2, 'geometry', 'boolean');
  return checker.refuse(
    part,
    `»${part.op}« vergleicht geometry mit einer Geometrie`,
    `“${part.op}” compares geometry with a literal`,
  );
};
