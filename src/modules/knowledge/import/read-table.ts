import * as v from 'valibot';
import { csvLines } from '../../../foundation/table/csv.ts';
import { kinds, parts } from '../library/contract.ts';
import { type FoundEntry, noKey, type ReadEntries } from './found-entry.ts';

/** Which column of a table stands for what, as data: a spreadsheet of case studies needs no code of its own. */
const MappingSchema = v.strictObject({
  kind: v.picklist(kinds),
  /** Column of the official key; several keys stand with semicolons. Absent: all rows are of one unit. */
  key: v.optional(v.string()),
  /** Columns that name a record, joined. */ id: v.pipe(v.array(v.string()), v.minLength(1)),
  columns: v.record(v.picklist(parts), v.string()),
  /** Texts around a value: "{}" stands for it. */ texts: v.optional(
    v.record(v.picklist(parts), v.string()),
    {},
  ),
  /** What the table's words are called here: "Mobilität" is mobility. */
  words: v.optional(v.record(v.string(), v.string()), {}),
  /** The same in every row. */ fixed: v.optional(v.record(v.picklist(parts), v.string()), {}),
});
export type Mapping = v.InferOutput<typeof MappingSchema>;

/** @throws Error that names what is wrong with the mapping. */
export const readMapping = (json: unknown): Mapping => {
  const read = v.safeParse(MappingSchema, json);
  if (read.success) return read.output;
  throw new Error(
    `Die Zuordnung stimmt nicht: ${v.flatten(read.issues).root ?? JSON.stringify(v.flatten(read.issues).nested)}`,
  );
};

/** Announced model projects: who is one, since which call. Nothing more is known, and nothing more is said. */
export const MODEL_PROJECTS: Mapping = {
  kind: 'caseStudy',
  key: 'ags_or_kreis',
  id: ['staffel', 'name'],
  columns: { title: 'name', funding: 'staffel' },
  texts: { title: 'Modellprojekt Smart Cities {}', funding: 'Modellprojekte Smart Cities, Staffel {}' },
  words: {},
  fixed: {},
};

/** Names and fields of projects of a strategy; its texts stay where they are. */
export const STRATEGY_PROJECTS: Mapping = {
  kind: 'caseStudy',
  id: ['projekt'],
  columns: { title: 'projekt', field: 'handlungsfeld' },
  texts: {},
  words: {
    Mobilität: 'mobility',
    Energie: 'energy',
    Umwelt: 'environment',
    Bildung: 'education',
    Gesundheit: 'health',
    Verwaltung: 'administration',
    Wirtschaft: 'economy',
  },
  fixed: {},
};

/** @param unit the key of all rows where the table has no column of keys. */
export const readTable = (text: string, mapping: Mapping, unit?: string): ReadEntries => {
  const { lines, faulty } = csvLines(text);
  const [head, ...rows] = lines;
  const rejected: ReadEntries['rejected'] = faulty.map((line) => ({
    position: `${line ?? '?'}`,
    reason: { de: 'Die Zeile lässt sich nicht lesen', en: 'The line cannot be read' },
  }));
  const found: FoundEntry[] = [];
  for (const { record, line } of rows) {
    const cell = (column: string): string => record[head?.record.indexOf(column) ?? -1]?.trim() ?? '';
    const written = mapping.key === undefined ? unit : cell(mapping.key);
    const keys = (written ?? '')
      .split(';')
      .map((key) => key.trim())
      .filter(Boolean);
    if (keys.length === 0) rejected.push({ position: `Zeile ${line}`, reason: noKey });
    for (const key of keys)
      found.push({
        foreignId: [...mapping.id.map(cell), ...(keys.length > 1 ? [key] : [])].join(' · '),
        key,
        kind: mapping.kind,
        parts: partsOfRow(mapping, cell),
      });
  }
  return { found, rejected };
};

const partsOfRow = (
  { columns, texts, words, fixed }: Mapping,
  cell: (column: string) => string,
): Record<string, string> => {
  const read = (Object.entries(columns) as [keyof typeof columns, string][]).flatMap(([part, column]) => {
    const value = cell(column);
    if (value === '') return [];
    const known = words[value] ?? value;
    return [[part, texts[part]?.replace('{}', known) ?? known]];
  });
  return { ...fixed, ...Object.fromEntries(read) };
};
