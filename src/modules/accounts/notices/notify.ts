import type { Context } from '../../../foundation/database/context.ts';
import type { NoticeTopic } from '../contract.ts';
import { listReceivers, saveNotices } from './notice-store.ts';
import { whenToSend } from './when-to-send.ts';

export type NewNotice = {
  personIds: readonly string[];
  topic: NoticeTopic;
  /** One line. */ subject: string;
  text: string;
  /** Where it can be seen, at this house. */ path?: string;
};

const LONGEST_SUBJECT = 200;
const LONGEST_TEXT = 5000;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_SUBJECT);

/**
 * Tells people of something. Call it with the transaction of the change that it tells of, so that neither stands
 * without the other. People who are not there any more are left out.
 */
export const notify = async (
  { database, clock, newId }: Context,
  { personIds, topic, subject, text, path }: NewNotice,
): Promise<void> => {
  if (personIds.length === 0) return;
  const now = clock();
  const receivers = await listReceivers(database, personIds, topic);
  if (receivers.length === 0) return;
  await saveNotices(
    database,
    receivers.map(({ personId, mail, ...setting }) => ({
      id: newId(),
      person_id: personId,
      topic,
      subject: oneLine(subject),
      text: text.slice(0, LONGEST_TEXT),
      path: path ?? null,
      created_at: now,
      due_at: (mail && whenToSend({ topic, createdAt: now }, setting, now)) || null,
      read_at: null,
      sent_at: null,
    })),
  );
};
