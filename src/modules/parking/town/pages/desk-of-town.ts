import type { Context as HonoContext } from 'hono';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath } from '../../../accounts/index.ts';

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
