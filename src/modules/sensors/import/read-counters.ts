import { csvLines } from '../../../foundation/table/csv.ts';
import {
  type Foreign,
  type ForeignReader,
  type ForeignReading,
  type ForeignThing,
  nothingForeign,
  refusals,
} from './foreign.ts';
import { secondOf, type WallTime, wallTime } from './wall-clock.ts';

const QUARTER_SECONDS = 900;
const TIME_HEADS = /^(datetime|zeit|zeitpunkt|datum)$/i;
const COLUMN = /^(\d+) \((.*)\)$/s;
const STATUS = /^(\d+)-status$/;
const NUMBER = /^\d+(\.\d+)?$/;

const DOUBLED =
  'Die doppelte Stunde der Zeitumstellung steht nur einmal in der Quelle: hier als erste (Sommerzeit); sie kann beide enthalten.';

/** Without quotes a line is split as it stands: half a million lines are read in a second. */
const linesOf = (text: string): ReturnType<typeof csvLines> => {
  if (text.includes('"')) return csvLines(text);
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const separator = (lines[0] ?? '').includes(';') ? ';' : ',';
  return {
    lines: lines.flatMap((line, at) =>
      line.trim() === '' ? [] : [{ record: line.split(separator), line: at + 1 }],
    ),
    faulty: [],
  };
};

type Columns = { streams: { key: string; at: number; status: number | undefined }[]; total: string };

/** The first column after the time is the total of the site, the others are its channels. */
const columnsOf = (head: readonly string[]): Columns & { names: Map<string, string> } => {
  const names = new Map<string, string>();
  const status = new Map<string, number>();
  const streams: { key: string; at: number }[] = [];
  for (const [at, cell] of head.entries()) {
    const [, ofStatus] = STATUS.exec(cell) ?? [];
    if (ofStatus) status.set(ofStatus, at);
    const [, key, name] = COLUMN.exec(cell.trim()) ?? [];
    if (key === undefined || names.has(key)) continue;
    names.set(key, name?.trim() || key);
    streams.push({ key, at });
  }
  return {
    names,
    streams: streams.map((stream) => ({ ...stream, status: status.get(stream.key) })),
    total: streams[0]?.key ?? '',
  };
};

/** The hour that comes twice: the second time it is written it is the second hour. */
const placed = (wall: WallTime, text: string, seen: Map<string, number>): { at: Date; round: number } => {
  if (!wall.isDoubled) return { at: wall.at, round: 1 };
  const round = (seen.get(text) ?? 0) + 1;
  seen.set(text, round);
  return { at: round === 1 ? wall.at : secondOf(wall), round };
};

const markDoubled = (
  into: Foreign,
  doubled: Map<ForeignReading, string>,
  seen: Map<string, number>,
): void => {
  let marked = 0;
  for (const [reading, text] of doubled)
    if (seen.get(text) === 1) {
      reading.quality = 'doubtful';
      reading.reason = DOUBLED;
      marked += 1;
    }
  if (marked > 0)
    into.notes.push({
      de: `${marked} Werte: ${DOUBLED} Die zweite Stunde bleibt unbekannt.`,
      en: `${marked} values: the hour that comes twice in October is in the source once only. It is placed as the first one (summer time) and marked as doubtful, as it may hold both. The second hour stays unknown.`,
    });
};

/** Counters by quarters of an hour in local time, as Münster publishes them; headings come again where channels changed. */
export const readCounters: ForeignReader = (text, { property = 'Zählung' }) => {
  const into = nothingForeign();
  const { lines, faulty } = linesOf(text);
  for (const line of faulty) into.rejected.push({ position: String(line ?? '?'), reason: refusals.noRecord });
  const things = new Map<string, ForeignThing>();
  const seen = new Map<string, number>();
  const doubled = new Map<ForeignReading, string>();
  let columns: Columns | undefined;
  for (const { record, line } of lines) {
    const [time = ''] = record;
    if (TIME_HEADS.test(time.trim())) {
      const { names, ...found } = columnsOf(record);
      columns = found.streams.length > 0 ? found : undefined;
      noteThing(things, found, names, property);
      continue;
    }
    into.rows += 1;
    const wall = wallTime(time.trim());
    if (!columns || typeof wall === 'string') {
      const reason = !columns
        ? refusals.noHeader
        : wall === 'skipped'
          ? refusals.noSuchHour
          : refusals.noTime;
      into.rejected.push({ position: String(line), reason });
      continue;
    }
    const { at } = placed(wall, time, seen);
    const until = new Date(at.getTime() + QUARTER_SECONDS * 1000);
    for (const { key, at: place, status } of columns.streams) {
      const cell = record[place]?.trim() ?? '';
      if (cell === '') {
        into.empty += 1;
        continue;
      }
      if (!NUMBER.test(cell)) {
        into.rejected.push({ position: `${line}: ${key}`, reason: refusals.noNumber });
        continue;
      }
      const said = status === undefined ? '' : (record[status]?.trim() ?? '');
      const reading: ForeignReading = { thing: columns.total, stream: key, at, value: Number(cell) };
      if (said !== '' && said !== '0') reading.reason = `Status der Quelle: ${said.slice(0, 80)}`;
      if (wall.isDoubled) {
        reading.until = until;
        doubled.set(reading, time);
      }
      into.readings.push(reading);
    }
  }
  if (columns === undefined && lines.length === 0)
    into.rejected.push({ position: '1', reason: refusals.noHeader });
  markDoubled(into, doubled, seen);
  into.things = [...things.values()];
  return into;
};

/** Names change with the headings: the last one holds. */
const noteThing = (
  things: Map<string, ForeignThing>,
  { streams, total }: Columns,
  names: Map<string, string>,
  property: string,
): void => {
  if (total === '') return;
  const known = things.get(total);
  const all = new Map(known?.streams.map((stream) => [stream.key, stream]));
  for (const { key } of streams)
    all.set(key, {
      key,
      name: key === total ? `${property}, gesamt` : `${property}: ${names.get(key) ?? key}`,
      property,
      unit: 'je Viertelstunde',
      expectedSeconds: QUARTER_SECONDS,
    });
  things.set(total, {
    key: total,
    name: names.get(total) ?? total,
    description: 'Zählstelle; die Gesamtzahl und ihre Kanäle, ungeprüft aus der Quelle.',
    kind: 'traffic',
    streams: [...all.values()],
  });
};
