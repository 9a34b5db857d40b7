import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { type Backtest, backtest } from '../src/foundation/statistics/forecast.ts';
import { HOURS_AHEAD } from '../src/modules/parking/sites/forecast/forecast-site.ts';
import { HOUR, hourlyCounts } from '../src/modules/parking/sites/forecast/hourly-counts.ts';
import { percentile, type Section, short } from './figures.ts';

const FOLDER = join(import.meta.dirname, '../../shared/data/parking/history');
const FILES = [
  ['changes of four weeks, 2026', 'free_spaces_2026-07-20_2026-08-16.csv.gz'],
  ['one a hour for a year, 2021', 'free_spaces_hourly_2021-04_2022-03_karlsruhe_muenster_ulm.csv.gz'],
] as const;
/** The last quarter is forecast, from what came before it. */
const LEARNT_SHARE = 0.75;
/** Two hundred hours said six times each: below, a place tells little. */
const LEAST_HOURS = 200;
const PER_PLACE = 'var/bench/forecast-places.csv';

type Counts = Map<string, { hour: Date; free: number }[]>;

const readCounts = async (file: string): Promise<{ places: Counts; rows: number; end: Date }> => {
  const places: Counts = new Map();
  let [rows, end] = [0, 0];
  const lines = createInterface({ input: createReadStream(join(FOLDER, file)).pipe(createGunzip()) });
  for await (const line of lines) {
    const [time = '', id = '', text = ''] = line.split(',');
    const at = Date.parse(time);
    if (Number.isNaN(at) || text === '') continue;
    rows += 1;
    end = Math.max(end, at);
    const [hour, free] = [new Date(Math.floor(at / HOUR) * HOUR), Number(text)];
    const list = places.get(id) ?? [];
    // A count that cannot be is no count.
    if (free >= 0) {
      if (list.at(-1)?.hour.getTime() === hour.getTime()) list.pop();
      list.push({ hour, free });
    }
    places.set(id, list);
  }
  return { places, rows, end: new Date(end) };
};

const lineOf = (file: string, id: string, one: Backtest): string =>
  [file, id, one.hours, one.error, one.lastValueError, one.lastWeekError, one.covered]
    .map((value) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value))
    .join(',');

const judgePlaces = (places: Counts, end: Date): [string, Backtest][] =>
  [...places].flatMap(([id, counts]): [string, Backtest][] => {
    const hours = hourlyCounts(counts, end);
    const from = Math.floor((hours?.values.length ?? 0) * LEARNT_SHARE);
    const judged = hours && backtest(hours, { from, ahead: HOURS_AHEAD });
    // What never changed is said by "as now" without a fault: nothing to compare.
    return judged && judged.hours >= LEAST_HOURS && judged.lastValueError > 0 ? [[id, judged]] : [];
  });

const HEAD = [
  'history',
  'rows',
  'places judged',
  'beats both',
  'beats "as now"',
  'beats "a week ago"',
  'error / "as now"',
  'error / "a week ago"',
  'in the range of 80 %',
  'a place',
];

/** The forecast of each real car park against "as now" and "as a week ago", without looking ahead. */
export const measureForecast = async (): Promise<Section> => {
  const title = `Parking: the next ${HOURS_AHEAD} hours, said from what came before`;
  if (!existsSync(FOLDER))
    return { title, head: ['history'], rows: [['skipped: ../shared/data is missing']], notes: [] };
  const perPlace = ['file,place,hours,error,error_as_now,error_as_a_week_ago,covered_of_0.8'];
  const rows: string[][] = [];
  for (const [name, file] of FILES) {
    const { places, rows: read, end } = await readCounts(file);
    const began = performance.now();
    const judgedPlaces = judgePlaces(places, end);
    const found = judgedPlaces.map(([, judged]) => judged);
    perPlace.push(...judgedPlaces.map(([id, judged]) => lineOf(file, id, judged)));
    const milliseconds = performance.now() - began;
    const wins = (beats: (one: Backtest) => boolean) => String(found.filter(beats).length);
    rows.push([
      name,
      read.toLocaleString('en-GB'),
      `${found.length} of ${places.size}`,
      wins((one) => one.error < one.lastValueError && one.error < one.lastWeekError),
      wins((one) => one.error < one.lastValueError),
      wins((one) => one.error < one.lastWeekError),
      short(
        percentile(
          found.map((one) => one.error / one.lastValueError),
          0.5,
        ),
      ),
      short(
        percentile(
          found.map((one) => one.error / one.lastWeekError),
          0.5,
        ),
      ),
      short(found.reduce((sum, one) => sum + one.covered, 0) / found.length),
      `${short(milliseconds / found.length)} ms`,
    ]);
  }
  writeFileSync(PER_PLACE, `${perPlace.join('\n')}\n`);
  return {
    title,
    head: HEAD,
    rows,
    notes: [
      `Mean distance in spaces, hours 1 to ${HOURS_AHEAD}; the last quarter of each history. Ratios are medians over places.`,
      `Left out: places with fewer than ${LEAST_HOURS} judged hours, or whose count never changed. Each place stands in ${PER_PLACE}.`,
    ],
  };
};
