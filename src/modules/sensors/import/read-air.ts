import { csvLines } from '../../../foundation/table/csv.ts';
import { number } from '../../../foundation/text/foreign-value.ts';
import { type Foreign, type ForeignReader, nothingForeign, refusals } from './foreign.ts';
import { secondOf, wallTime } from './wall-clock.ts';

const HOUR = 3_600_000;
const END = /^(\S+) (\d{2}):00$/;
const UNIT = / in (\S+)$/;
const KEYS: readonly [RegExp, string][] = [
  [/PM₁₀/, 'PM10'],
  [/PM₂[,.]₅/, 'PM2.5'],
  [/O₃/, 'O3'],
  [/NO₂/, 'NO2'],
  [/SO₂/, 'SO2'],
  [/\bCO\b/, 'CO'],
];

type Column = { at: number; key: string; unit: string };

const columnsOf = (head: readonly string[]): Column[] =>
  head.flatMap((cell, at) => {
    const [, unit] = UNIT.exec(cell) ?? [];
    const key = KEYS.find(([pattern]) => pattern.test(cell))?.[1];
    return key && unit ? [{ at, key, unit }] : [];
  });

/** The end of the hour is written as one more than its start, also in the nights in which clocks are changed. */
const startOf = (end: string): string => {
  const [, day, hour] = END.exec(end) ?? [];
  return day && hour ? `${day} ${String(Number(hour) - 1).padStart(2, '0')}:00` : '';
};

const noteStation = (into: Foreign, station: string, columns: readonly Column[]): void => {
  if (into.things.some(({ key }) => key === station)) return;
  into.things.push({
    key: station,
    name: `Luftmessstation ${station}`,
    description: 'Stundenwerte der amtlichen Messstation.',
    kind: 'air',
    streams: columns.map(({ key, unit }) => ({ key, name: key, property: key, unit, expectedSeconds: 3600 })),
  });
};

/** Hours of an air station as the Umweltbundesamt writes them: dates quoted twice, the end of the hour, "-" for missing. */
export const readAir: ForeignReader = (text) => {
  const into = nothingForeign();
  const { lines } = csvLines(text);
  const columns = columnsOf(lines[0]?.record ?? []);
  if (columns.length === 0) {
    into.rejected.push({ position: '1', reason: refusals.noHeader });
    return into;
  }
  const seen = new Set<string>();
  for (const { record, line } of lines.slice(1)) {
    const [station = '', date = ''] = record;
    // The last line names the source.
    if (record.length < 3 || date === '') continue;
    into.rows += 1;
    const written = startOf(date.replaceAll("'", '').trim());
    const wall = wallTime(written);
    if (!/^\w{3,20}$/.test(station) || typeof wall === 'string') {
      const reason = wall === 'skipped' ? refusals.noSuchHour : refusals.noTime;
      into.rejected.push({
        position: String(line),
        reason: typeof wall === 'string' ? reason : refusals.noKey,
      });
      continue;
    }
    noteStation(into, station, columns);
    const start = wall.isDoubled && seen.has(station + written) ? secondOf(wall) : wall.at;
    if (wall.isDoubled) seen.add(station + written);
    for (const { at: place, key } of columns) {
      const cell = record[place]?.trim() ?? '';
      const value = number(cell);
      if (cell === '-' || cell === '') into.empty += 1;
      else if (value === undefined)
        into.rejected.push({ position: `${line}: ${key}`, reason: refusals.noNumber });
      else
        into.readings.push({
          thing: station,
          stream: key,
          at: start,
          until: new Date(start.getTime() + HOUR),
          value,
        });
    }
  }
  return into;
};
