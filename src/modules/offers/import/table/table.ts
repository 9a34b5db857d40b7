import type { Rejection } from '../../offer.ts';
import { collect, type ReaderInput, type Unreadable } from '../border/reading.ts';
import { mappingFor } from './headings.ts';
import { type Row, readRow } from './table-mapping.ts';

/** A table as it lies in a file: headings, and each filled row with its number in the file. */
export type Table = {
  headings: string[];
  rows: { number: number; cells: unknown[] }[];
  /** Lines that are none of the format. */ rejected: Rejection[];
};

export const rowOf = (headings: string[], cells: unknown[]): Row =>
  Object.fromEntries(headings.map((heading, index) => [heading, cells[index]]));

/** The rows of a table as records of a source, by the mapping that the source has, or by their headings. */
export const readTable = ({ headings, rows, rejected }: Table, { settings }: ReaderInput) => {
  const mapping = mappingFor(settings, headings);
  if ('refused' in mapping) return mapping satisfies Unreadable;
  const items = rows.map(({ number, cells }) => ({ position: `Zeile ${number}`, item: cells }));
  const reading = collect(items, (cells) => readRow(rowOf(headings, cells), mapping));
  return { ...reading, rejected: [...rejected, ...reading.rejected] };
};
