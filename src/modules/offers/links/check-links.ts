import type { Context } from '../../../foundation/database/context.ts';
import { findHolders, notify } from '../../accounts/index.ts';
import { type FetchOptions, fetchSource } from '../import/run/fetch-source.ts';
import { afterCheck, type LinkCheck, linkState } from './link-check.ts';
import { forgetUnusedLinks, listDueLinks, listPublishersWithPeople, saveLinkCheck } from './link-store.ts';

const PATIENCE_MILLISECONDS = 15_000;
const ENOUGH_BYTES = 64 * 1024;
const MOST_LINKS_A_RUN = 500;
const HOSTS_AT_ONCE = 4;

/** @returns why the link leads nowhere; undefined where it leads somewhere, however long that page is. */
export const lookAtLink = async (url: string, options: FetchOptions = {}): Promise<string | undefined> => {
  const fetched = await fetchSource(url, undefined, {
    timeoutMilliseconds: PATIENCE_MILLISECONDS,
    mostBytes: ENOUGH_BYTES,
    ...options,
  });
  if (!('refused' in fetched) || fetched.refused === 'too-large') return undefined;
  return `${fetched.refused}: ${fetched.detail}`.slice(0, 200);
};

type Due = { url: string; known: LinkCheck | undefined };

/** One after the other for each server, so that nobody is asked twice at once. */
const byHost = (due: Due[]): Due[][] => [
  ...Map.groupBy(due, ({ url }) => URL.parse(url)?.host ?? '').values(),
];

type Notice = { subject: string; text: (urls: string[]) => string };

/**
 * Looks at the links of everybody who publishes and could mend them. Each result is kept at once: a run that is cut
 * off goes on where it was.
 */
export const checkLinks = async (
  context: Context,
  notice: Notice,
  options: FetchOptions = {},
): Promise<{ checked: number; broken: number }> => {
  const done = { checked: 0, broken: 0 };
  for (const ars of await listPublishersWithPeople(context.database)) {
    await forgetUnusedLinks(context.database, ars);
    const due = await listDueLinks(context.database, ars, context.clock(), MOST_LINKS_A_RUN);
    const hosts = byHost(due);
    const broken: string[] = [];
    const work = async (): Promise<void> => {
      for (let host = hosts.pop(); host; host = hosts.pop())
        for (const { url, known } of host) {
          const check = afterCheck(url, known, await lookAtLink(url, options), context.clock());
          await saveLinkCheck(context.database, ars, check);
          done.checked += 1;
          if (linkState(check) === 'broken' && (!known || linkState(known) !== 'broken')) broken.push(url);
        }
    };
    await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work));
    done.broken += broken.length;
    if (broken.length > 0) await tell(context, ars, broken, notice);
  }
  return done;
};

const tell = async (context: Context, ars: string, urls: string[], { subject, text }: Notice) =>
  notify(context, {
    personIds: await findHolders(context, { ars, id: ars }, 'editor'),
    topic: 'links',
    subject,
    text: text(urls),
    path: `/rathaus/${ars}/links`,
  });
