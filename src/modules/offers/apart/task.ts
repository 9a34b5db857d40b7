import type { Cells, SheetFormat } from '../desk/sheets/write-sheet.ts';
import type { ReaderInput } from '../import/border/reading.ts';

/** What the thread for files is asked. */
export type Task =
  | { kind: 'source'; format: string; input: ReaderInput }
  | { kind: 'sheet'; bytes: Uint8Array }
  | { kind: 'write'; format: SheetFormat; cells: Cells; explanation?: Cells };

/** What it says: parts of long lists, each of which wants an answer, then the rest. */
export type Message = { key: string; items: unknown[] } | { done: object } | { failed: string };
