import type { Context as HonoContext } from 'hono';
import { localPath } from '../../../../foundation/i18n/language.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { findHostOfPerson } from '../../spaces/pool-store.ts';
import type { HostKey } from '../tax/host-tax-store.ts';

export type HostPageContext = HonoContext<ParkingEnvironment>;

export const HOST_MONEY = '/parken/teilen/geld';
export const IN_TOWN = `${HOST_MONEY}/:ars{[0-9]{12}}`;

/** Every page below asks who comes, and finds the host by that person alone. */
export const asHost = async (
  c: HostPageContext,
  { database }: Pick<ParkingSetting, 'database'>,
  work: (host: HostKey) => Response | Promise<Response>,
): Promise<Response> => {
  const { signedIn } = c.var;
  if (!signedIn) return toSignIn(c);
  const host = await findHostOfPerson(database, c.req.param('ars') ?? '', signedIn.personId);
  return host ? work({ ars: host.ars, hostId: host.id }) : (c.notFound() as Response);
};

export const toSignIn = (c: HostPageContext): Response => {
  const { pathname, search } = new URL(c.req.url);
  const back = c.req.method === 'GET' ? pathname + search : localPath(c.var.language, HOST_MONEY);
  return c.redirect(
    `${localPath(c.var.language, '/anmelden')}?${new URLSearchParams({ zurueck: back })}`,
    303,
  );
};

export const inTownAt = (c: HostPageContext, ars: string, path = ''): string =>
  localPath(c.var.language, `${HOST_MONEY}/${ars}${path}`);
