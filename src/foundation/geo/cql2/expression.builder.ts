import fc from 'fast-check';
import type { Geometry } from '../geometry.ts';
import { COMPARISONS, type Expression } from './expression.ts';
import { temporalRelations } from './temporal-relations.ts';

/** What random filters may name: at least one property of each type, and a geometry called `geometry`. */
export type FilterNames = {
  texts: string[];
  words: string[];
  times: string[];
  truths: string[];
  numbers: string[];
};

// A backslash before a quote or at the end cannot be written in CQL2 Text.
const looseText = fc
  .array(fc.constantFrom('a', 'B', 'ä', 'Ö', 'ß', 'É', ' ', "'", '%', '_', '\\_', '😀', '。'), {
    maxLength: 5,
  })
  .map((letters) => letters.join(''));

const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, '0')}`);
const moment = fc
  .tuple(day, fc.integer({ min: 0, max: 23 }))
  .map(([date, hour]) => `${date}T${String(hour).padStart(2, '0')}:00:00Z`);
const instant: fc.Arbitrary<Expression> = fc.oneof(
  day.map((date) => ({ date })),
  moment.map((timestamp) => ({ timestamp })),
);

// A coarse grid, so that points often lie on a border or a vertex.
const degree = (from: number) => fc.integer({ min: 0, max: 8 }).map((step) => from + step / 4);
const position = fc.tuple(degree(8), degree(49)).map(([lon, lat]) => [lon, lat]);
const box = fc
  .tuple(degree(8), degree(49), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .map(
    ([west, south, wide, high]) =>
      [west, south, west + wide / 4, south + high / 4] as [number, number, number, number],
  );
const ringOf = ([west, south, east, north]: [number, number, number, number], inset = 0): number[][] => {
  const [w, s, e, n] = [west + inset, south + inset, east - inset, north - inset];
  return [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ];
};

const anyGeometry: fc.Arbitrary<Geometry> = fc.oneof(
  position.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
  fc
    .array(position, { minLength: 1, maxLength: 3 })
    .map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
  fc
    .array(position, { minLength: 2, maxLength: 4 })
    .map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
  box.map((one): Geometry => ({ type: 'Polygon', coordinates: [ringOf(one), ringOf(one, 0.1)] })),
  fc
    .tuple(position, position, position)
    .map(([a, b, c]): Geometry => ({ type: 'Polygon', coordinates: [[a, b, c, a]] })),
  fc
    .array(box, { minLength: 1, maxLength: 2 })
    .map((all): Geometry => ({ type: 'MultiPolygon', coordinates: all.map((one) => [ringOf(one)]) })),
);

const geometry: Expression = { property: 'geometry' };
const spatial: fc.Arbitrary<Expression> = fc
  .tuple(
    fc.constantFrom('s_intersects', 's_disjoint', 's_within', 's_contains', 's_equals'),
    anyGeometry,
    fc.boolean(),
  )
  .map(([op, literal, turn]) => ({ op, args: turn ? [literal, geometry] : [geometry, literal] }));

/** Random checked filters over the given names. */
export const anyFilter = ({
  texts,
  words,
  times,
  truths,
  numbers,
}: FilterNames): fc.Arbitrary<Expression> => {
  const property = (names: string[]): fc.Arbitrary<Expression> =>
    fc.constantFrom(...names).map((name) => ({ property: name }));
  const text = fc.oneof(property(texts), fc.constantFrom(...words), looseText);
  const folded: fc.Arbitrary<Expression> = fc.oneof(
    text,
    fc.tuple(fc.constantFrom('casei', 'accenti'), text).map(([op, one]) => ({ op, args: [one] })),
  );
  const number = fc.oneof(
    fc.integer({ min: -50, max: 50 }),
    fc.constant(2.5),
    ...(numbers.length > 0 ? [property(numbers)] : []),
  );
  const amount: fc.Arbitrary<Expression> = fc.oneof(
    number,
    fc.tuple(fc.constantFrom('+', '-', '*'), number, number).map(([op, a, b]) => ({ op, args: [a, b] })),
  );
  const time = fc.oneof(property(times), instant);
  const truthValue = fc.oneof(property(truths), fc.boolean());
  const spanEnd = fc.oneof(
    day,
    moment,
    fc.constant('..'),
    fc.constantFrom(...times).map((name) => ({ property: name })),
  );
  const span: fc.Arbitrary<Expression> = fc
    .tuple(spanEnd, spanEnd)
    .map(([start, end]) => ({ interval: [start, end] }));
  const compared = (
    side: fc.Arbitrary<Expression>,
    ops: readonly string[] = COMPARISONS,
  ): fc.Arbitrary<Expression> =>
    fc.tuple(fc.constantFrom(...ops), side, side).map(([op, a, b]) => ({ op, args: [a, b] }));
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    compared(folded),
    compared(amount),
    compared(time),
    compared(truthValue, ['=', '<>']),
    fc.tuple(folded, looseText).map(([a, pattern]) => ({ op: 'like', args: [a, pattern] })),
    fc.tuple(amount, amount, amount).map((args) => ({ op: 'between', args })),
    fc.tuple(folded, fc.array(folded, { minLength: 1, maxLength: 3 })).map((args) => ({ op: 'in', args })),
    property([...texts, ...times, ...truths, 'geometry']).map((one) => ({ op: 'isNull', args: [one] })),
    spatial,
    fc
      .tuple(fc.constantFrom(...Object.keys(temporalRelations)), fc.oneof(time, span), fc.oneof(time, span))
      .map(([op, a, b]) => ({ op, args: [a, b] })),
    fc.boolean(),
  );
  const tree = fc.letrec<{ node: Expression }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      fc
        .tuple(fc.constantFrom('and', 'or'), fc.array(tie('node'), { minLength: 2, maxLength: 3 }))
        .map(([op, args]) => ({ op, args })),
      tie('node').map((one) => ({ op: 'not', args: [one] })),
    ),
  }));
  return tree.node;
};
