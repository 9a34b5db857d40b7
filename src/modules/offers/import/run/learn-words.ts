import type { Database } from '../../../../foundation/database/context.ts';
import { addWordCounts } from './lexicon.ts';
import { countWords } from './word-store.ts';

/** Texts that came by another way than an import: their words help against typing errors as well. */
export const learnWords = async (database: Database, texts: string[]): Promise<void> => {
  const words = new Map<string, number>();
  addWordCounts(words, texts);
  await countWords(database, words);
};
