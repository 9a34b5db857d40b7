import { Hono, type Context as HonoContext } from 'hono';
import type { Permission } from '../contract.ts';
import { type DeskEnvironment, permit } from './desk.tsx';

export type DeskPage = HonoContext<DeskEnvironment>;
export type DeskWay = readonly [
  'GET' | 'POST',
  path: string,
  Permission,
  (c: DeskPage) => Response | Promise<Response>,
];

/** Pages below one path of a unit's desk, each with who may open it: a club or a firm has none of them. */
export const unitDeskPages = (base: string, ways: readonly DeskWay[]): Hono<DeskEnvironment> => {
  const pages = new Hono<DeskEnvironment>();
  for (const [method, path, permission, answer] of ways)
    pages.on(method, `/rathaus/:organisation${base}${path}`, permit(permission), (c) => {
      const { ars, id } = c.var.acting.organisation;
      return ars === id ? answer(c) : c.notFound();
    });
  return pages;
};
