import { dayIn } from '../../../../foundation/time/typed-day.ts';
import type { Day } from '../../../../foundation/time/zone.ts';
import { type PilotPlan, periodOf } from './plan.ts';
import { wholeIn } from './typed.ts';

/** One measured drive. Who drove, in which car and which way is not known here. */
export type Drive = { line: number; day: Day; hour: number; isPilot: boolean; seconds: number };

export type DriveFault = 'no-day' | 'outside-periods' | 'unknown-district' | 'no-hour' | 'no-seconds';
export type FileFault = 'no-table' | 'missing-column' | 'foreign-column' | 'too-many-rows' | 'nothing-left';

export type DriveReading = { drives: Drive[]; refused: { line: number; fault: DriveFault }[] };

const MOST_ROWS = 50_000;
const MOST_SECONDS = 7200;

const COLUMNS = {
  day: ['tag', 'day', 'datum', 'date'],
  district: ['gebiet', 'district'],
  hour: ['stunde', 'hour'],
  seconds: ['sekunden', 'seconds', 'suchsekunden'],
} as const;
type Column = keyof typeof COLUMNS;
const columns = Object.keys(COLUMNS) as Column[];

const nameOf = (text: string): string => text.trim().toLowerCase();

/** Which column holds what. Any column beside the four refuses the file: it may tell of somebody. */
const columnsIn = (head: readonly string[]): Record<Column, number> | FileFault => {
  const names = head.map(nameOf);
  const all = columns.map((column) =>
    names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name)),
  );
  if (all.some((at) => at < 0)) return 'missing-column';
  if (names.filter((name) => name !== '').length > columns.length) return 'foreign-column';
  return Object.fromEntries(columns.map((column, at) => [column, all[at] ?? 0])) as Record<Column, number>;
};

const PILOT = new Set(['pilot', 'pilotgebiet', '1']);
const CONTROL = new Set(['vergleich', 'vergleichsgebiet', 'control', '0']);

const districtIn = (plan: PilotPlan, text: string): boolean | undefined => {
  const name = nameOf(text);
  if (PILOT.has(name) || name === nameOf(plan.pilotDistrict)) return true;
  return CONTROL.has(name) || name === nameOf(plan.controlDistrict) ? false : undefined;
};

const readRow = (plan: PilotPlan, cell: (column: Column) => string, line: number): Drive | DriveFault => {
  const day = dayIn(cell('day'));
  if (day === undefined) return 'no-day';
  if (periodOf(plan, day) === undefined) return 'outside-periods';
  const isPilot = districtIn(plan, cell('district'));
  if (isPilot === undefined) return 'unknown-district';
  const hour = wholeIn(cell('hour'));
  if (hour === undefined || hour > 23) return 'no-hour';
  const seconds = wholeIn(cell('seconds'));
  if (seconds === undefined || seconds > MOST_SECONDS) return 'no-seconds';
  return { line, day, hour, isPilot, seconds };
};

/** Measured drives in the lines of a table, each taken or refused with its reason. */
export const readDrives = (
  plan: PilotPlan,
  lines: readonly { record: readonly string[]; line: number }[],
): DriveReading | { fileFault: FileFault } => {
  const [head, ...rows] = lines;
  if (!head) return { fileFault: 'no-table' };
  const found = columnsIn(head.record);
  if (typeof found === 'string') return { fileFault: found };
  if (rows.length > MOST_ROWS) return { fileFault: 'too-many-rows' };
  if (rows.some(({ record }) => record.slice(head.record.length).some((cell) => cell.trim() !== '')))
    return { fileFault: 'foreign-column' };
  const reading: DriveReading = { drives: [], refused: [] };
  for (const { record, line } of rows) {
    const read = readRow(plan, (column) => record[found[column]] ?? '', line);
    if (typeof read === 'string') reading.refused.push({ line, fault: read });
    else reading.drives.push(read);
  }
  return reading.drives.length === 0 ? { fileFault: 'nothing-left' } : reading;
};
