import type { Context } from '../../../foundation/database/context.ts';
import type { NoticeTopic } from '../contract.ts';
import { hashOf, newSecret } from '../secret.ts';
import { neverTell } from './notice-setting.ts';
import { findUnsubscribeLink, saveUnsubscribeLink } from './notice-store.ts';

/** @returns the secret of a link that switches these topics off for this person, without signing in. */
export const createUnsubscribeLink = async (
  { database, clock }: Context,
  personId: string,
  topics: readonly NoticeTopic[],
): Promise<string> => {
  const secret = newSecret();
  await saveUnsubscribeLink(database, { tokenHash: hashOf(secret), personId, topics }, clock());
  return secret;
};

export const findUnsubscribeTopics = async (
  { database }: Pick<Context, 'database'>,
  secret: string,
): Promise<NoticeTopic[]> => (await findUnsubscribeLink(database, hashOf(secret)))?.topics ?? [];

/** May be repeated: the link stays good, as mail programs press it more than once. */
export const unsubscribe = async (
  context: Context,
  secret: string,
): Promise<{ topics: NoticeTopic[] } | { refused: 'unsubscribe-link-unknown' }> => {
  const link = await findUnsubscribeLink(context.database, hashOf(secret));
  if (!link) return { refused: 'unsubscribe-link-unknown' };
  await neverTell(context, link.personId, link.topics);
  return { topics: link.topics };
};
