import type { Context } from '../../../foundation/database/context.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import { type Reading, readingRefusals } from '../observations/observation.ts';
import { type Body, newInsert, readingOf } from '../sta/create-entity.ts';
import { NotWritten } from '../sta/not-written.ts';

const LARGEST_BYTES = 64 * 1024;

const bodyIn = (payload: Buffer): Body | undefined => {
  if (payload.length > LARGEST_BYTES) return undefined;
  try {
    const body: unknown = JSON.parse(payload.toString());
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : undefined;
  } catch {
    return undefined;
  }
};

type Store = (ars: string, reading: Reading) => Promise<keyof typeof readingRefusals | undefined>;

/** Takes an observation from a message for a town. @returns why not, where it is not taken. */
export const takeMessage = async (
  context: Context,
  store: Store,
  { ars, datastream, payload }: { ars: string; datastream: number | undefined; payload: Buffer },
): Promise<Message | undefined> => {
  const body = bodyIn(payload);
  if (!body) return { de: 'Hier fehlt ein Objekt in JSON.', en: 'A JSON object is missing here.' };
  try {
    const reading = await readingOf(
      newInsert(context, ars),
      body,
      datastream === undefined ? {} : { Datastream: datastream },
    );
    const refused = await store(ars, reading);
    return refused && readingRefusals[refused];
  } catch (error) {
    if (error instanceof NotWritten) return error.detail;
    throw error;
  }
};
