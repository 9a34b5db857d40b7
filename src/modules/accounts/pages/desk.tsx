import type { MiddlewareHandler } from 'hono';
import type { PageVariables } from '../../../foundation/ui/page.ts';
import { type Permission, paths } from '../contract.ts';
import { type Acting, may } from '../organisations/organisation.ts';
import { permissions } from '../organisations/permission.ts';
import { accountMessages, ForbiddenPage } from '../web/index.ts';
import type { AccountVariables } from './setting.ts';

/** What `enterDesk` has put into the request's context below /rathaus/<organisation>. */
export type DeskVariables = PageVariables & AccountVariables & { acting: Acting };
export type DeskEnvironment = { Variables: DeskVariables };

/** Address at the desk of the organisation that somebody acts for; without the language. */
export const deskPath = ({ organisation }: Pick<Acting, 'organisation'>, path = ''): string =>
  `${paths.desk}/${organisation.id}${path}`;

/** Stands before every route of the desk: says no with who may, by the roles that are stored. */
export const permit =
  (permission: Permission): MiddlewareHandler<DeskEnvironment> =>
  async (c, next) => {
    const { acting, language } = c.var;
    if (may(acting, permission)) return next();
    const t = accountMessages(language);
    const who = permissions[permission].map((role) => t.roles[role]);
    const body = <ForbiddenPage what={t.permissions[permission]} who={who} t={t} />;
    return c.var.page({ title: t.forbidden.title, body, isIndexed: false }, 403);
  };
