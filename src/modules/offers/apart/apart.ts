import type { SheetReading } from '../desk/sheets/sheet.ts';
import type { Cells, SheetFormat } from '../desk/sheets/write-sheet.ts';
import { type ReaderInput, type Unreadable, unreadable } from '../import/border/reading.ts';
import type { Reading } from '../offer.ts';
import { openLane } from './lane.ts';

const MINUTE_MILLISECONDS = 60_000;

// A source may hold a million records; somebody who uploads a table waits for it, and must not wait behind a source.
const sourceLane = openLane({
  memoryMegabytes: 3_072,
  deadlineMilliseconds: 10 * MINUTE_MILLISECONDS,
  idleMilliseconds: MINUTE_MILLISECONDS,
});
const sheetLane = openLane({
  memoryMegabytes: 384,
  deadlineMilliseconds: 20_000,
  idleMilliseconds: MINUTE_MILLISECONDS,
});

/** Reads a file of a source in a thread of its own. */
export const readSourceApart = async (format: string, input: ReaderInput): Promise<Reading | Unreadable> => {
  const answer = await sourceLane({ kind: 'source', format, input });
  if ('stopped' in answer)
    return unreadable(
      'Die Datei brauchte beim Lesen zu viel Zeit oder Speicher.',
      'Reading the file took too much time or memory.',
    );
  return answer as Reading | Unreadable;
};

/** Reads an uploaded table in a thread of its own. */
export const readSheetApart = async (bytes: Uint8Array): Promise<SheetReading> => {
  const answer = await sheetLane({ kind: 'sheet', bytes });
  return 'stopped' in answer ? { refused: 'took-too-long' } : (answer as SheetReading);
};

/** Writes a table in a thread of its own. */
export const writeSheetApart = async (
  format: SheetFormat,
  cells: Cells,
  explanation?: Cells,
): Promise<Uint8Array<ArrayBuffer>> => {
  const answer = await sheetLane({ kind: 'write', format, cells, ...(explanation && { explanation }) });
  if ('stopped' in answer) throw new Error('Writing the table took too much time or memory.');
  return (answer as { bytes: Uint8Array<ArrayBuffer> }).bytes;
};
