import { csvLines } from '../../../../foundation/table/csv.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import { type Notebook, notebook, type Verdict } from '../verdict.ts';

// GTFS Schedule: https://gtfs.org/documentation/schedule/reference/

type Row = { at: string; of: (name: string) => string };
type Table = { columns: string[]; rows: Row[] };

const REQUIRED: Record<string, readonly string[]> = {
  'agency.txt': ['agency_name', 'agency_url', 'agency_timezone'],
  'stops.txt': ['stop_id'],
  'routes.txt': ['route_id', 'route_type'],
  'trips.txt': ['route_id', 'service_id', 'trip_id'],
  'stop_times.txt': ['trip_id', 'stop_sequence'],
};
const SERVICE_FILES = ['calendar.txt', 'calendar_dates.txt'];
/** Ids that must be there in another file. */
const REFERENCES: [from: string, column: string, to: string, key: string][] = [
  ['trips.txt', 'route_id', 'routes.txt', 'route_id'],
  ['trips.txt', 'shape_id', 'shapes.txt', 'shape_id'],
  ['stop_times.txt', 'trip_id', 'trips.txt', 'trip_id'],
  ['stop_times.txt', 'stop_id', 'stops.txt', 'stop_id'],
];
const KEYS: [file: string, column: string][] = [
  ['stops.txt', 'stop_id'],
  ['routes.txt', 'route_id'],
  ['trips.txt', 'trip_id'],
];
/** Beyond midnight the hours go on: 25:10:00. */
const TIME = /^\d{1,2}:[0-5]\d:[0-5]\d$/;

const tableOf = (file: string, text: string): Table => {
  const { lines } = csvLines(text);
  const columns = (lines[0]?.record ?? []).map((name) => name.trim());
  const rows = lines.slice(1).map(({ record, line }) => ({
    at: `${file}:${line}`,
    of: (name: string) => record[columns.indexOf(name)]?.trim() ?? '',
  }));
  return { columns, rows };
};

const checkFiles = (tables: ReadonlyMap<string, Table>, { must }: Notebook): void => {
  for (const [file, columns] of Object.entries(REQUIRED)) {
    const table = tables.get(file);
    if (!table) must(`GTFS Schedule, ${file}`, `${file} fehlt.`, `${file} is missing.`);
    else
      for (const column of columns)
        if (!table.columns.includes(column))
          must(
            `GTFS Schedule, ${file}`,
            `In ${file} fehlt die Spalte ${column}.`,
            `${file} lacks the column ${column}.`,
          );
  }
  if (!SERVICE_FILES.some((file) => tables.has(file)))
    must(
      'GTFS Schedule, calendar.txt',
      'Weder calendar.txt noch calendar_dates.txt ist da.',
      'Neither calendar.txt nor calendar_dates.txt is there.',
    );
};

const checkIds = (tables: ReadonlyMap<string, Table>, { must }: Notebook): void => {
  for (const [file, column] of KEYS) {
    const seen = new Set<string>();
    for (const row of tables.get(file)?.rows ?? []) {
      const id = row.of(column);
      if (seen.has(id))
        must(
          `GTFS Schedule, ${file}`,
          `${column} kommt zweimal vor.`,
          `${column} comes twice.`,
          `${row.at}: ${id}`,
        );
      seen.add(id);
    }
  }
  for (const [from, column, to, key] of REFERENCES) {
    const known = new Set(tables.get(to)?.rows.map((row) => row.of(key)));
    for (const row of tables.get(from)?.rows ?? []) {
      const id = row.of(column);
      if (id !== '' && !known.has(id))
        must(
          `GTFS Schedule, ${from}`,
          `${column} nennt etwas, das in ${to} nicht steht.`,
          `${column} names what does not stand in ${to}.`,
          `${row.at}: ${id}`,
        );
    }
  }
};

const checkStops = (stops: Table | undefined, { must, should }: Notebook): void => {
  for (const row of stops?.rows ?? []) {
    const [lat, lon] = [row.of('stop_lat'), row.of('stop_lon')];
    // Entrances and nodes inside a station may do without.
    if (!['', '0', '1', '2'].includes(row.of('location_type'))) continue;
    if (lat === '' || lon === '' || !(Math.abs(Number(lat)) <= 90) || !(Math.abs(Number(lon)) <= 180))
      must(
        'GTFS Schedule, stops.txt',
        'Eine Haltestelle hat keine Koordinaten in Grad.',
        'A stop has no coordinates in degrees.',
        row.at,
      );
    else if (Number(lat) === 0 && Number(lon) === 0)
      must('GTFS Schedule, stops.txt', 'Eine Haltestelle liegt bei 0/0.', 'A stop lies at 0/0.', row.at);
    if (row.of('stop_name') === '')
      must('GTFS Schedule, stops.txt', 'Einer Haltestelle fehlt der Name.', 'A stop lacks its name.', row.at);
    if (row.of('wheelchair_boarding') === '')
      should(
        'GTFS Schedule, stops.txt',
        'Ob Rollstühle einsteigen können, steht nicht da (wheelchair_boarding).',
        'It does not say whether wheelchairs can board (wheelchair_boarding).',
        row.at,
      );
  }
};

const checkTimes = (times: Table | undefined, { must }: Notebook): void => {
  let before: { trip: string; sequence: number } | undefined;
  for (const row of times?.rows ?? []) {
    for (const name of ['arrival_time', 'departure_time'])
      if (row.of(name) !== '' && !TIME.test(row.of(name)))
        must(
          'GTFS Schedule, stop_times.txt',
          'Eine Zeit steht nicht als HH:MM:SS da.',
          'A time does not stand as HH:MM:SS.',
          `${row.at}: ${row.of(name)}`,
        );
    const here = { trip: row.of('trip_id'), sequence: Number(row.of('stop_sequence')) };
    if (before?.trip === here.trip && here.sequence === before.sequence)
      must(
        'GTFS Schedule, stop_times.txt',
        'stop_sequence kommt in einer Fahrt zweimal vor.',
        'stop_sequence comes twice in a trip.',
        row.at,
      );
    before = here;
  }
};

const checkService = (tables: ReadonlyMap<string, Table>, now: Date, { should }: Notebook): void => {
  const lasts = [
    ...(tables.get('calendar.txt')?.rows.map((row) => row.of('end_date')) ?? []),
    ...(tables
      .get('calendar_dates.txt')
      ?.rows.filter((row) => row.of('exception_type') === '1')
      .map((row) => row.of('date')) ?? []),
  ].toSorted();
  const last = lasts.at(-1);
  if (last !== undefined && last < berlinDay(now).replaceAll('-', ''))
    should(
      'GTFS Schedule, calendar.txt',
      'Der Fahrplan ist abgelaufen: Keine Auskunft findet heute eine Fahrt.',
      'The timetable has ended: no planner finds a trip today.',
      last,
    );
};

export const checkGtfs = (texts: ReadonlyMap<string, string>, now: Date): Verdict => {
  const book = notebook();
  const tables = new Map([...texts].map(([file, text]) => [file, tableOf(file, text)]));
  checkFiles(tables, book);
  checkIds(tables, book);
  checkStops(tables.get('stops.txt'), book);
  checkTimes(tables.get('stop_times.txt'), book);
  checkService(tables, now, book);
  const count = (file: string) => tables.get(file)?.rows.length ?? 0;
  return {
    standard: 'gtfs',
    findings: book.findings(),
    counts: [
      { what: { de: 'Haltestellen', en: 'stops' }, count: count('stops.txt') },
      { what: { de: 'Linien', en: 'routes' }, count: count('routes.txt') },
      { what: { de: 'Fahrten', en: 'trips' }, count: count('trips.txt') },
    ],
  };
};
