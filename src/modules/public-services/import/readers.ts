import { berlin } from './berlin.ts';
import { munich } from './munich.ts';
import type { Reader } from './reading.ts';
import { table } from './table.ts';
import { xzufi } from './xzufi/xzufi.ts';

const readers = { csv: table, xlsx: table, munich, berlin, xzufi } satisfies Record<string, Reader>;

export type CatalogueFormat = keyof typeof readers;

export const readerOf = (format: CatalogueFormat): Reader => readers[format];

export const isCatalogueFormat = (text: string): text is CatalogueFormat => Object.hasOwn(readers, text);

export const catalogueFormats = Object.keys(readers);
