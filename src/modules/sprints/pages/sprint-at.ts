import type { Context as HonoContext } from 'hono';
import { getCookie } from 'hono/cookie';
import { keyOfSlug } from '../../municipalities/index.ts';
import { whoIs } from '../people/join-room.ts';
import type { Participant } from '../people/people-store.ts';
import type { Sprint } from '../room/sprint.ts';
import { findSprint } from '../room/sprint-store.ts';
import type { SprintEnvironment, SprintSetting } from '../setting.ts';

export type Page = HonoContext<SprintEnvironment>;

/** The room of an address, from its opening on. */
export const publicAt = async (
  c: Page,
  { database, places }: Pick<SprintSetting, 'database' | 'places'>,
): Promise<Sprint | undefined> => {
  const key = keyOfSlug(c.req.param('slug') ?? '');
  const answer = key === undefined ? undefined : places.byAgs(key);
  if (answer?.kind !== 'current') return undefined;
  const sprint = await findSprint(database, {
    ars: answer.municipality.ars,
    id: c.req.param('sprint') ?? '',
  });
  return sprint && sprint.state !== 'draft' ? sprint : undefined;
};

/** A cookie for each room: who is in two of them stays in both. */
export const cookieOf = (sprintId: string): string => `sprint-${sprintId}`;

export type Inside = { sprint: Sprint; who: Participant; secret: string };

/** Who is in the room of an address. Nothing of it is kept in the browser. */
export const insideAt = async (c: Page, setting: SprintSetting): Promise<Inside | undefined> => {
  const sprint = await publicAt(c, setting);
  const secret = sprint && getCookie(c, cookieOf(sprint.id), 'host');
  const who = sprint && (await whoIs(setting, sprint, secret));
  c.header('cache-control', 'private, no-store');
  return sprint && who && secret !== undefined ? { sprint, who, secret } : undefined;
};
