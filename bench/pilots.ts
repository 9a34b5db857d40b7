import { shareInterval } from '../src/foundation/statistics/interval.ts';
import type { Method } from '../src/modules/pilots/contract.ts';
import { hasCounters, readCounters, tryPilot } from '../src/modules/pilots/counters.builder.ts';
import { median, type Section, short } from './figures.ts';

const PILOTS = 200;
const METHODS: Method[] = ['differences', 'synthetic', 'interrupted'];
const PLANTED = 0.2;
const EIGHT_WEEKS = 8;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const rate = (hits: boolean[]): string => {
  const { estimate, low, high } = shareInterval(hits.filter(Boolean).length, hits.length);
  return `${percent(estimate)} (${percent(low)} to ${percent(high)})`;
};

/** Placebo pilots, and planted changes of known size, on real counters: does the interval keep its promise? */
export const measurePilots = (): Section => {
  const title = `Pilots: ${PILOTS} placebo pilots at random streets and dates of real bicycle counters, 120 days before, 56 days of run, 95 %`;
  const head = [
    'method',
    'false alarms',
    '+20 % in its interval',
    '+20 % shown',
    'what eight weeks are said to show, shown',
    'half an interval',
    'ms each',
  ];
  if (!hasCounters) return { title, head, rows: [], notes: ['The counters are missing here.'] };
  const counters = readCounters();
  const rows = METHODS.map((method) => {
    const began = performance.now();
    const seeds = Array.from({ length: PILOTS }, (_, at) => at + 1);
    const nothing = seeds.map((seed) => tryPilot(counters, seed, { method, change: 0 }));
    const milliseconds = (performance.now() - began) / PILOTS;
    const changes = nothing.flatMap(({ result: { change } }) => change ?? []);
    const planted = seeds.flatMap(
      (seed) => tryPilot(counters, seed, { method, change: PLANTED }).result.change ?? [],
    );
    const powered = nothing.map(({ power }, at) => {
      const visible = power().find(({ weeks }) => weeks === EIGHT_WEEKS)?.change ?? Number.NaN;
      const { change } = tryPilot(counters, seeds[at] ?? 0, { method, change: visible }).result;
      return change !== null && change.low > 0;
    });
    return [
      method,
      rate(changes.map(({ low, high }) => low > 0 || high < 0)),
      rate(planted.map(({ low, high }) => low < PLANTED && high > PLANTED)),
      rate(planted.map(({ low }) => low > 0)),
      rate(powered),
      percent(median(changes.map(({ low, high }) => (high - low) / 2))),
      short(milliseconds),
    ];
  });
  return {
    title,
    head,
    rows,
    notes: [
      'In brackets the 95 % interval of the rate itself. Data: Stadt Münster, dl-de/by-2-0, not shipped. Before and after needs a whole year before the start, which leaves one month of these data: judged on generated series in `effect.test.ts`.',
    ],
  };
};
