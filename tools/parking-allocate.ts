import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Request } from '../src/modules/parking/engine/day.ts';
import { answerOf } from '../src/modules/parking/engine/door/answer.ts';
import { type DayFault, readDay, readHistory } from '../src/modules/parking/engine/door/read-day.ts';
import { judgeDay } from '../src/modules/parking/engine/oracle/judge-day.ts';
import { POLICIES, policyOf } from '../src/modules/parking/engine/policy/policies.ts';
import { decideDay, type Placed, type Policy, worthOf } from '../src/modules/parking/engine/policy/policy.ts';
import { nightRun } from '../src/modules/parking/engine/prices/night.ts';
import { boundOf } from '../src/modules/parking/engine/prices/supply.ts';
import { stockOf } from '../src/modules/parking/engine/stock/stock.ts';

const USAGE = [
  'npm run parking:allocate -- --instance <Tag.json> --history <frühere Tage.json> --out <Antwort.json> [--compare]',
  '--compare: auch, was andere Regeln erreichen und was höchstens möglich wäre / also what other rules reach, and the bound',
].join('\n');

const stop = (...lines: string[]): never => {
  console.error(lines.join('\n'));
  process.exit(1);
};

const options = (() => {
  try {
    return parseArgs({
      options: {
        instance: { type: 'string' },
        history: { type: 'string' },
        out: { type: 'string' },
        compare: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error), USAGE);
  }
})();

/** Packed or not: a file says so by its first two bytes. */
const textOf = (file: string): string => {
  try {
    const bytes = readFileSync(file);
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return stop(`${file} lässt sich nicht lesen. / ${file} cannot be read. (${reason})`);
  }
};

const contentOf = <T>(file: string, read: { value: T } | { fault: DayFault }): T =>
  'value' in read
    ? read.value
    : stop(`${file} ${read.fault.at}: ${read.fault.de}`, `${file} ${read.fault.at}: ${read.fault.en}`);

const { instance, out } = options;
if (!instance || !out) stop(USAGE);
else {
  const day = contentOf(instance, readDay(textOf(instance)));
  const earlier = options.history ? contentOf(options.history, readHistory(textOf(options.history))) : [];
  const stock = stockOf(day.pools, day.rules);
  const nightBegan = performance.now();
  const prices = nightRun(stock, earlier);
  console.log(
    `Preise aus ${earlier.length} Tagen / prices of ${earlier.length} days: ${since(nightBegan)} s`,
  );
  const { placed, decisions, learning } = timed(policyOf('bidPrice', stock, prices), arriving(day.requests));
  const faults = judgeDay(
    day.pools,
    placed.map(({ request, option }) => ({ request, pool: option.pool })),
    day.rules,
  );
  if (faults.length > 0) throw new Error(`The answer breaks a rule: ${JSON.stringify(faults[0])}`);
  writeFileSync(out, JSON.stringify(answerOf(day.pools, placed)));
  console.log(
    `${placed.length} von / of ${day.requests.length}: ${worthOf(placed).toFixed(2)}, kappa ${prices.kappa}`,
  );
  console.log(
    `Entscheidungen / decisions ${seconds(sumOf(decisions))} s (p50 ${at(decisions, 0.5)}, p99 ${at(decisions, 0.99)} ms), Lernen und Festlegen / learning and fixing ${seconds(learning)} s`,
  );
  if (options.compare) compare(day.requests);

  function compare(requests: Request[]): void {
    const bound = boundOf(stock, requests, 3000);
    console.log(`Schranke / bound ${bound.toFixed(2)}`);
    for (const name of POLICIES) {
      const worth = worthOf(decideDay(policyOf(name, stock, prices), requests));
      console.log(`${name.padEnd(10)} ${worth.toFixed(2)}  ${(worth / bound).toFixed(3)}`);
    }
  }
}

/** One after the other: the engine holds an iterator and can see no request before its turn. */
function* arriving(requests: readonly Request[]): Generator<Request> {
  for (const request of requests) yield request;
}

function timed(
  policy: Policy,
  requests: Iterable<Request>,
): { placed: Placed[]; decisions: number[]; learning: number } {
  const decisions: number[] = [];
  let learning = 0;
  for (const request of requests) {
    const began = performance.now();
    policy.advance(request.requestedAt);
    const advanced = performance.now();
    policy.ask(request);
    decisions.push(performance.now() - advanced);
    learning += advanced - began;
  }
  const began = performance.now();
  const placed = policy.end();
  return { placed, decisions, learning: learning + performance.now() - began };
}

function since(began: number): string {
  return seconds(performance.now() - began);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

function sumOf(all: readonly number[]): number {
  return all.reduce((sum, each) => sum + each, 0);
}

function at(all: readonly number[], share: number): string {
  const sorted = all.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3);
}
