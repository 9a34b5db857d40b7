import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findCycles } from './find-cycles.ts';
import { graphOf, type InfluenceGraph } from './influence-graph.ts';
import { sumsOf } from './influence-sums.ts';
import { aNode, anInteraction } from './interactions.builder.ts';
import { conflictsOf, doubleBenefitsOf, knockOnsOf } from './knock-on.ts';
import { unlocksOf, withoutNode } from './unlocks.ts';

const graph = (nodes: string, ...edges: string[]): InfluenceGraph =>
  graphOf(
    nodes.split(' ').map(aNode),
    edges.map((edge) => anInteraction(edge)),
  );
const ids = ({ nodes }: InfluenceGraph, places: number[]) => places.map((at) => nodes[at]?.id).join(' ');

// Worked by hand: rows are what works, columns what is worked on.
//      a  b  c  d | active
//  a   .  3  2  0 |  5
//  b   0  .  1  0 |  1
//  c   0  0  .  0 |  0
//  d   0  1  3  . |  4
//  passive 0 4 6 0, mean 2.5
test('active and passive sums of a matrix worked by hand', () => {
  const town = graph('a b c d', 'a > b 3', 'a ! c 2', 'b > c 1', 'd > b 1', 'd ! c 3', 'd > c 2');
  assert.deepEqual(sumsOf(town), [
    { active: 5, passive: 0, quadrant: 'active' },
    { active: 1, passive: 4, quadrant: 'passive' },
    { active: 0, passive: 6, quadrant: 'passive' },
    { active: 4, passive: 0, quadrant: 'active' },
  ]);
});

const DIRECTIONS: [string, active: number[], passive: number[]][] = [
  ['a > b 2', [2, 0], [0, 2]],
  ['a ! b 2', [2, 0], [0, 2]],
  ['a ? b 2', [0, 2], [2, 0]],
  ['a = b 2', [2, 2], [2, 2]],
];
for (const [edge, active, passive] of DIRECTIONS)
  test(`who works on whom: ${edge}`, () => {
    const sums = sumsOf(graph('a b', edge));
    assert.deepEqual(
      sums.map((one) => one.active),
      active,
    );
    assert.deepEqual(
      sums.map((one) => one.passive),
      passive,
    );
  });

test('who acts and receives above the mean is critical, who does neither is buffering', () => {
  const town = graph('a b c', 'a > b 3', 'b > a 3');
  assert.deepEqual(
    sumsOf(town).map(({ quadrant }) => quadrant),
    ['critical', 'critical', 'buffering'],
  );
});

const CYCLES: [string, edges: string[], expected: string[]][] = [
  ['none', ['a > b', 'b > c'], []],
  ['two pluses reinforce', ['a > b', 'b > a'], ['a b reinforcing']],
  ['one minus balances', ['a > b', 'b ! a'], ['a b balancing']],
  ['two minuses reinforce', ['a ! b', 'b > c', 'c ! a'], ['a b c reinforcing']],
  ['what is needed comes first', ['a ? b', 'a > b'], ['a b reinforcing']],
  ['one shared resource is no cycle', ['a = b'], []],
  ['two shared resources are two', ['a = b', 'b = a'], ['a b reinforcing', 'a b reinforcing']],
  ['the short one first', ['a > b', 'b > c', 'c ! a', 'b > a'], ['a b reinforcing', 'a b c balancing']],
];
for (const [name, edges, expected] of CYCLES)
  test(`cycles: ${name}`, () => {
    const town = graph('a b c', ...edges);
    const { cycles, completeTo } = findCycles(town);
    const found = cycles.map(
      ({ arcs, kind }) =>
        `${ids(
          town,
          arcs.map(({ from }) => from),
        )} ${kind}`,
    );
    assert.deepEqual(found, expected);
    assert.equal(completeTo, 8);
  });

test('a cycle tells its weakest influence and how long one round takes', () => {
  const town = graphOf(
    [aNode('a'), aNode('b')],
    [anInteraction('a > b 3', { delay: 6 }), anInteraction('b > a 2', { delay: 18 })],
  );
  const [cycle] = findCycles(town).cycles;
  assert.deepEqual([cycle?.strength, cycle?.delay], [2, 24]);
});

test('where cycles are too many it says up to which length they are all there', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const all = names.flatMap((from) => names.filter((to) => to !== from).map((to) => `${from} > ${to}`));
  const town = graph(names.join(' '), ...all);
  // Six nodes, each with each: 15 cycles of two, 40 of three, 90 of four.
  const { cycles, completeTo } = findCycles(town, { most: 60 });
  assert.deepEqual([cycles.length, completeTo], [60, 3]);
  assert.equal(findCycles(town, { longest: 3 }).cycles.length, 55);
  assert.equal(findCycles(town, { steps: 10 }).completeTo, 1);
});

describe('a measure that frees space and takes staff', () => {
  // m helps n, n helps goal G1 and hinders goal G2; m shares staff with s; x hinders m; G3 gains over n and G1.
  const town = graph(
    'm n s x G1 G2 G3 F1',
    'm > n 3',
    'n > G1 2',
    'n ! G2 1',
    'm = s 2',
    'x ! m 1',
    'G1 > G3 1',
    'm > F1 1',
  );
  const knockOns = knockOnsOf(town, 0);
  const told = knockOns.map(({ target, sign }) => `${town.nodes[target]?.id}${sign === 1 ? '+' : '-'}`);

  test('knock-on effects, the direct ones first', () =>
    assert.deepEqual(told, ['n+', 's-', 'F1+', 'G1+', 'G2-', 'G3+']));
  test('conflicts: what it works against, and what works against it', () =>
    assert.deepEqual(
      conflictsOf(town, 0).map(({ other, how }) => `${town.nodes[other]?.id} ${how}`),
      ['s hinders', 'x hindered', 'G2 hinders'],
    ));
  test('double benefits: what it was not made for', () =>
    assert.deepEqual(
      ids(
        town,
        doubleBenefitsOf(town, knockOns, [aNode('G1'), aNode('F1')]).map(({ target }) => target),
      ),
      'G3',
    ));
  test('reached well and badly is called both', () => {
    const both = graph('m n G1', 'm > n', 'n > G1', 'm ! G1');
    assert.equal(knockOnsOf(both, 0).find(({ target }) => target === 2)?.sign, 'mixed');
  });
});

test('what unlocks most: over others, and in a circle as well', () => {
  const town = graph('a b c d', 'b ? a', 'c ? b', 'd ? a', 'a > d');
  assert.deepEqual(
    unlocksOf(town).map(({ node, unlocked }) => `${ids(town, [node])}: ${ids(town, unlocked)}`),
    ['a: b c d', 'b: c'],
  );
  const circle = graph('a b', 'a ? b', 'b ? a');
  assert.deepEqual(
    unlocksOf(circle).map(({ unlocked }) => unlocked.length),
    [1, 1],
  );
});

test('without a measure: what is blocked, what loses, what is freed, which cycles end', () => {
  const town = graph('a b c d', 'b ? a', 'c ? b', 'a > d 2', 'a ! c 1', 'd > a 1');
  const { cycles } = findCycles(town);
  const gone = withoutNode(town, 0, cycles);
  assert.equal(ids(town, gone.blocked), 'b c');
  assert.equal(
    ids(
      town,
      gone.unsupported.map(({ to }) => to),
    ),
    'd',
  );
  assert.equal(
    ids(
      town,
      gone.freed.map(({ to }) => to),
    ),
    'c',
  );
  assert.equal(gone.ended.length, 1);
});

test('interactions with something that is gone, or with itself, are left out', () => {
  const town = graph('a b', 'a > b', 'a > gone', 'a > a');
  assert.equal(town.edges.length, 1);
});
