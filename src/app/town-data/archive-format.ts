import * as v from 'valibot';

export const ARCHIVE_FORMAT = 'allmende-town-1';

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const tableName = v.pipe(v.string(), v.regex(/^[a-z_]+\.[a-z_]+$/));

/** What lies in the archive, with the sum of each file: written last, read first. */
export const ManifestSchema = v.object({
  format: v.literal(ARCHIVE_FORMAT),
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  town: v.object({ ars: v.pipe(v.string(), v.regex(/^\d{2,12}$/)), name: v.string() }),
  migrations: v.array(v.string()),
  tables: v.array(v.object({ name: tableName, columns: v.array(v.string()), rows: v.number(), sha256 })),
  files: v.array(v.object({ name: v.string(), sha256 })),
});

export type Manifest = v.InferOutput<typeof ManifestSchema>;

export const MANIFEST_FILE = 'manifest.json';
export const fileOf = (table: string): string => `tabellen/${table}.csv`;
