import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cyclesByForce, namesOf, pathsByForce, sumsByForce, unlocksByForce } from './brute-force.builder.ts';
import { findCycles } from './find-cycles.ts';
import { graphOf, type InfluenceGraph } from './influence-graph.ts';
import { sumsOf } from './influence-sums.ts';
import { aNode, anInteraction, aTown } from './interactions.builder.ts';
import { pathsFrom } from './knock-on.ts';
import { unlockedBy } from './unlocks.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const town: fc.Arbitrary<InfluenceGraph> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...NAMES),
      fc.constantFrom('>', '!', '?', '='),
      fc.constantFrom(...NAMES),
      fc.integer({ min: 1, max: 3 }),
    ),
    { maxLength: 14 },
  )
  .map((edges) =>
    graphOf(
      NAMES.map(aNode),
      edges.map((edge) => anInteraction(edge.join(' '))),
    ),
  );
const RUNS = { numRuns: 150 };

test('cycles are those of the brute force, and so are their signs', () =>
  fc.assert(
    fc.property(town, (graph) => {
      const { cycles, completeTo } = findCycles(graph, { longest: 6, most: 100_000 });
      const judged = cyclesByForce(graph, 6);
      assert.equal(completeTo, 6);
      assert.deepEqual(namesOf(graph, cycles), [...judged.keys()].toSorted());
      const reinforcing = [...judged].filter(([, sign]) => sign > 0).map(([name]) => name);
      assert.deepEqual(
        namesOf(
          graph,
          cycles.filter(({ kind }) => kind === 'reinforcing'),
        ),
        reinforcing.toSorted(),
      );
    }),
    RUNS,
  ));

test('knock-on ways are those of the brute force, and so are their signs', () =>
  fc.assert(
    fc.property(town, (graph) => {
      const paths = pathsFrom(graph, 0, { longest: 4, most: 100_000 });
      const judged = pathsByForce(graph, 0, 4);
      assert.deepEqual(namesOf(graph, paths), [...judged.keys()].toSorted());
      const helpful = [...judged].filter(([, sign]) => sign > 0).map(([name]) => name);
      assert.deepEqual(
        namesOf(
          graph,
          paths.filter(({ sign }) => sign > 0),
        ),
        helpful.toSorted(),
      );
    }),
    RUNS,
  ));

test('sums and what unlocks what are those of the brute force', () =>
  fc.assert(
    fc.property(town, (graph) => {
      assert.deepEqual(
        sumsOf(graph).map(({ active, passive }) => ({ active, passive })),
        sumsByForce(graph),
      );
      assert.deepEqual(
        graph.nodes.map((_, node) => unlockedBy(graph, node)),
        unlocksByForce(graph),
      );
    }),
    RUNS,
  ));

test('300 measures and 2,000 interactions end at a stated limit', () => {
  const { nodes, interactions } = aTown(300, 2000);
  const { cycles, completeTo } = findCycles(graphOf(nodes, interactions));
  assert.ok(completeTo >= 3, `complete to ${completeTo}`);
  assert.ok(cycles.length <= 300);
});
