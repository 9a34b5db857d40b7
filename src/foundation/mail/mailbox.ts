import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const LetterSchema = v.object({
  to: v.string(),
  subject: v.string(),
  text: v.string(),
  at: v.string(),
  headers: v.record(v.string(), v.string()),
});

/** A mail as it lies in the folder. */
export type Letter = v.InferOutput<typeof LetterSchema>;

const NAME = /^([0-9a-f-]{36})\.json$/;

/** The newest first: names begin with the time. */
export const listLetters = async (folder: string, limit: number): Promise<(Letter & { id: string })[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const ids = names.flatMap((name) => NAME.exec(name)?.[1] ?? []);
  const newest = ids.sort().reverse().slice(0, limit);
  const letters = await Promise.all(newest.map((id) => findLetter(folder, id)));
  return letters.flatMap((letter, at) => (letter ? [{ ...letter, id: newest[at] ?? '' }] : []));
};

/** Undefined where there is no such mail; an id that is none never becomes a path. */
export const findLetter = async (folder: string, id: string): Promise<Letter | undefined> => {
  if (!NAME.test(`${id}.json`)) return undefined;
  try {
    const parsed = v.safeParse(LetterSchema, JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};
