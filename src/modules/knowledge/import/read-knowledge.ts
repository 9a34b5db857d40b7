import type { ReadEntries } from './found-entry.ts';
import { readPubliccode } from './read-publiccode.ts';
import { MODEL_PROJECTS, readMapping, readTable, STRATEGY_PROJECTS } from './read-table.ts';

export const knowledgeFormats = ['model-projects', 'strategy-projects', 'publiccode', 'table'] as const;
export type KnowledgeFormat = (typeof knowledgeFormats)[number];

type Told = { key?: string | undefined; mapping?: unknown };

/** @throws Error that says which option is missing. */
export const readKnowledge = (format: KnowledgeFormat, text: string, { key, mapping }: Told): ReadEntries => {
  const needKey = (): string => {
    if (key) return key;
    throw new Error('Geben Sie mit --key an, zu welcher Gemeinde oder welchem Kreis die Einträge gehören.');
  };
  if (format === 'model-projects') return readTable(text, MODEL_PROJECTS);
  if (format === 'strategy-projects') return readTable(text, STRATEGY_PROJECTS, needKey());
  if (format === 'publiccode') return readPubliccode(text, needKey());
  if (!mapping) throw new Error('Geben Sie mit --mapping an, welche Spalte was bedeutet.');
  const read = readMapping(mapping);
  return readTable(text, read, read.key === undefined ? needKey() : undefined);
};
