import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Moments, MomentsSchema } from './moment.ts';

/** @throws Error that names what is wrong with the file: a start with half of it would hide a mistake. */
export const readMoments = (file = join('data', 'moments', 'moments.json')): Moments => {
  const parsed = v.safeParse(MomentsSchema, JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
};
