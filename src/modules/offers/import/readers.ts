import type { Reading } from '../offer.ts';
import { type Reader, type ReaderInput, type Unreadable, unreadable } from './border/reading.ts';
import { readFeed } from './calendar/feed.ts';
import { readIcalendar } from './calendar/icalendar.ts';
import { readDestinationOne } from './destination-one.ts';
import { readGeojsonOsm } from './geojson/geojson-osm.ts';
import { readWeeklyMarkets } from './geojson/weekly-markets.ts';
import { readSchemaOrg } from './schema-org/schema-org.ts';
import { readCsv } from './table/csv.ts';
import { readGeojsonMapped } from './table/geojson-mapped.ts';
import { readXlsx } from './table/xlsx.ts';

/** One reader for each format that a source may have. */
const readers = {
  'geojson-osm': readGeojsonOsm,
  'geojson-mapped': readGeojsonMapped,
  'weekly-markets': readWeeklyMarkets,
  csv: readCsv,
  xlsx: readXlsx,
  icalendar: readIcalendar,
  'schema-org': readSchemaOrg,
  'destination-one': readDestinationOne,
  feed: readFeed,
} satisfies Record<string, Reader>;

export type SourceFormat = keyof typeof readers;

export const sourceFormats = Object.keys(readers) as SourceFormat[];

const isSourceFormat = (text: string): text is SourceFormat => Object.hasOwn(readers, text);

/** Reads a file of any of the formats; a format that nobody knows is refused like an unreadable file. */
export const readSource = async (format: string, input: ReaderInput): Promise<Reading | Unreadable> => {
  if (!isSourceFormat(format)) return unreadable('Das Format ist unbekannt.', 'The format is unknown.');
  const reader: Reader = readers[format];
  return await reader(input);
};
