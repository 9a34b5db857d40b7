import type { Context as HonoContext } from 'hono';
import { localPath } from '../../../../foundation/i18n/language.ts';
import type { ParkingEnvironment } from '../../setting.ts';
import { hashOfSecret } from '../secret.ts';

type Page = HonoContext<ParkingEnvironment>;

/** Where a driver finds a booking: whoever has the link has it. */
export const MINE = '/parken/buchung/:ars{[0-9]{12}}/:key{[0-9A-Za-z_-]{43}}';

/** All bookings of a series. */
export const SERIES = '/parken/serie/:ars{[0-9]{12}}/:key{[0-9A-Za-z_-]{43}}';

export const seriesAt = (c: Page, path = ''): string =>
  localPath(c.var.language, `/parken/serie/${c.req.param('ars')}/${c.req.param('key')}${path}`);

export const mineAt = (c: Page, path = ''): string =>
  localPath(c.var.language, `/parken/buchung/${c.req.param('ars')}/${c.req.param('key')}${path}`);

export const keyOf = (c: Page) => ({
  ars: c.req.param('ars') ?? '',
  secretHash: hashOfSecret(c.req.param('key') ?? ''),
});
