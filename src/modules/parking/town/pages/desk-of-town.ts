import { Hono, type Context as HonoContext } from 'hono';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath, permit } from '../../../accounts/index.ts';
import type { ParkingSetting } from '../../setting.ts';

export type DeskPage = HonoContext<DeskEnvironment>;

export const DESK = '/rathaus/:organisation';

/** Parking belongs to a municipality; an association, a firm or a club has none. */
export const townOf = (c: DeskPage): string | undefined => {
  const { id, ars } = c.var.acting.organisation;
  return id === ars && /^[0-9]{12}$/.test(ars) ? ars : undefined;
};

/** An address of the desk that is worked at. */
export const deskAt = (c: DeskPage, path: string): string =>
  localPath(c.var.language, deskPath(c.var.acting, path));

type Way = (c: DeskPage, setting: ParkingSetting, ars: string) => Response | Promise<Response>;
type Permission = Parameters<typeof permit>[0];

/** Pages of the desk of a municipality, each with who may open it. */
export const townDeskPages = (
  setting: ParkingSetting,
  ways: readonly (readonly ['GET' | 'POST', path: string, Permission, Way])[],
): Hono<DeskEnvironment> => {
  const pages = new Hono<DeskEnvironment>();
  for (const [method, path, permission, answer] of ways)
    pages.on(method, `${DESK}${path}`, permit(permission), async (c) => {
      const ars = townOf(c);
      return ars === undefined ? c.notFound() : answer(c, setting, ars);
    });
  return pages;
};
