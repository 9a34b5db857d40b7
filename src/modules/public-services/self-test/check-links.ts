import type { Context } from '../../../foundation/database/context.ts';
import { type DueLink, listDueLinks, saveLinkCheck } from './link-store.ts';

/** @returns why a link leads nowhere; undefined where it leads somewhere. */
export type LookAtLink = (url: string) => Promise<string | undefined>;

const MOST_LINKS_A_NIGHT = 500;
const HOSTS_AT_ONCE = 4;
const HOUR_MILLISECONDS = 3_600_000;
const WORKS_AGAIN_HOURS = 7 * 24;
const FAILED_AGAIN_HOURS = 20;

/** A server may be down for a night: dead is what fails on three days. */
export const DEAD_AFTER = 3;

/** Each result is kept at once: a run that is cut off goes on where it was. @returns how many were looked at. */
export const checkServiceLinks = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  lookAt: LookAtLink,
): Promise<number> => {
  const due = await listDueLinks(database, clock(), MOST_LINKS_A_NIGHT);
  // One after the other for each server, so that nobody is asked twice at once.
  const hosts = [...Map.groupBy(due, ({ url }) => URL.parse(url)?.host ?? '').values()];
  const look = async (link: DueLink): Promise<void> => {
    const isDead = (await lookAt(link.url)) !== undefined;
    const now = clock();
    const hours = isDead ? FAILED_AGAIN_HOURS : WORKS_AGAIN_HOURS;
    const next = new Date(now.getTime() + hours * HOUR_MILLISECONDS);
    await saveLinkCheck(database, { ...link, failures: isDead ? link.failures + 1 : 0 }, now, next);
  };
  const work = async (): Promise<void> => {
    for (let host = hosts.pop(); host; host = hosts.pop()) for (const link of host) await look(link);
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work));
  return due.length;
};
