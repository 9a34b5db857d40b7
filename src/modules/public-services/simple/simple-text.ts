import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const line = v.pipe(v.string(), v.nonEmpty(), v.maxLength(120));

/** A service in Leichte Sprache: one thought in a sentence. Editable as data. */
export const SimpleTextsSchema = v.strictObject({
  source: v.pipe(v.string(), v.nonEmpty(), v.maxLength(300)),
  texts: v.array(
    v.strictObject({
      slug: v.pipe(v.string(), v.regex(/^[a-z-]{3,40}$/)),
      leikaKey: v.pipe(v.string(), v.regex(/^99\d{12}$/)),
      title: line,
      sections: v.pipe(
        v.array(v.strictObject({ heading: line, sentences: v.pipe(v.array(line), v.minLength(1)) })),
        v.minLength(1),
      ),
    }),
  ),
});

export type SimpleTexts = v.InferOutput<typeof SimpleTextsSchema>;
export type SimpleText = SimpleTexts['texts'][number];

/** @throws Error that names what is wrong with the file. */
export const readSimpleTexts = (file = join('data', 'public-services', 'leicht.json')): SimpleTexts => {
  const parsed = v.safeParse(SimpleTextsSchema, JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
};
