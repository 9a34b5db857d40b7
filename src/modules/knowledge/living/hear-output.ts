import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import { findOwnEntry, insertEntry } from '../library/entry-store.ts';

/** What the library takes of the event `sprint-output`. */
const OutputSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  kind: v.string(),
  title: v.pipe(v.string(), v.maxLength(120)),
  text: v.pipe(v.string(), v.maxLength(1000)),
  path: v.pipe(v.string(), v.regex(/^\/sprints\/[\w./-]+$/)),
});

/** The library's ear for `sprint-output`: a draft at the desk of the town, under the id that it came with. */
export const hearOutput = async (
  { database, clock }: Context,
  { ars, payload }: { ars: string; payload: unknown },
): Promise<void> => {
  const { id, kind, title, text, path } = v.parse(OutputSchema, payload);
  if (kind !== 'entry' || (await findOwnEntry(database, { ars, id: ars }, id))) return;
  const parts = { title, summary: text, phase: 'idea', before: path };
  await insertEntry(database, { ars, id: ars }, { id, kind: 'caseStudy', parts, now: clock() });
};
