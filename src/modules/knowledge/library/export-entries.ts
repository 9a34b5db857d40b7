import { ZipFile } from 'yazl';
import { officeCsv } from '../../../foundation/table/office-csv.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { libraryMessages } from '../web/index.ts';
import { ageOf, evidenceOf } from './badge.ts';
import { parts as allParts, type Part } from './contract.ts';
import { partsOf } from './kind-rule.ts';
import type { PublicEntry } from './public-store.ts';

/** An entry as a machine takes it along; what is blank is absent. */
export const entryJson = (
  entry: PublicEntry,
  { now, address }: { now: Date; address: (id: string) => string },
) => ({
  id: entry.id,
  kind: entry.kind,
  version: entry.version,
  address: `${address(entry.id)}/${entry.version}`,
  publishedOn: berlinDay(entry.published_at),
  confirmedOn: berlinDay(entry.confirmed_at),
  age: ageOf({ kind: entry.kind, parts: entry.parts, lastSign: entry.confirmed_at }, now),
  evidence: evidenceOf(entry.parts),
  organisation: entry.organisation,
  ars: entry.ars,
  source: entry.source,
  reuses: entry.reuses,
  demonstration: entry.demonstration,
  parts: entry.parts,
});

export type EntryJson = ReturnType<typeof entryJson>;

const HEAD = ['id', 'kind', 'version', 'address', 'publishedOn', 'confirmedOn', 'age', 'evidence'] as const;
const TAIL = ['organisation', 'ars', 'source', 'reuses', 'demonstration'] as const;

export const entriesCsv = (entries: readonly EntryJson[]): string => {
  const rows = entries.map((entry) => [
    ...HEAD.map((key) => entry[key]),
    ...TAIL.map((key) => entry[key]),
    ...allParts.map((part) => entry.parts[part]),
  ]);
  return officeCsv([[...HEAD, ...TAIL, ...allParts], ...rows]);
};

/** A front matter of facts, then one section for each part. */
const entryMarkdown = (entry: EntryJson): string => {
  const t = libraryMessages('de');
  const facts = [...HEAD, ...TAIL].map((key) => `${key}: ${JSON.stringify(entry[key])}`);
  const section = (part: Part) =>
    `## ${t.parts[part]}\n\n${shown(t.choices, entry.parts[part]) ?? `*${t.blank}*`}\n`;
  const sections = partsOf(entry.kind)
    .filter((part) => part !== 'title')
    .map(section);
  return `---\n${facts.join('\n')}\n---\n\n# ${entry.parts.title ?? ''}\n\n${sections.join('\n')}`;
};

const shown = (choices: Record<string, string>, value: string | undefined): string | undefined =>
  value === undefined ? undefined : (choices[value] ?? value);

/** One file for each entry, and what they are. The same entries make the same archive. */
export const entriesZip = (entries: readonly EntryJson[]): ZipFile => {
  const zip = new ZipFile();
  const mtime = new Date('2020-01-01T00:00:00Z');
  zip.addBuffer(
    Buffer.from(`# ${libraryMessages('de').title}\n\n${libraryMessages('de').readMe}\n`),
    'README.md',
    {
      mtime,
    },
  );
  for (const entry of entries)
    zip.addBuffer(Buffer.from(entryMarkdown(entry)), `${entry.kind}/${entry.id}.md`, { mtime });
  zip.end();
  return zip;
};
