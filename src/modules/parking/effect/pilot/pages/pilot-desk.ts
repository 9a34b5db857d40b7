import type { Context as HonoContext } from 'hono';
import { UUID } from '../../../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath, recordAct } from '../../../../accounts/index.ts';
import type { ParkingSetting } from '../../../setting.ts';
import { findPlan, type StoredPlan } from '../plan-store.ts';

export type Page = HonoContext<DeskEnvironment>;

export const DESK = '/rathaus/:organisation';
export const AT = '/parken/wirkung';
export const PLAN = `${AT}/:plan{${UUID}}`;

/** A pilot belongs to a municipality; an association, a firm or a club has none. */
export const townOf = (c: Page): string | undefined => {
  const { id, ars } = c.var.acting.organisation;
  return id === ars && /^[0-9]{12}$/.test(ars) ? ars : undefined;
};

export const deskAt = (c: Page, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `${AT}${path}`));

/** The plan that the address names, of this town alone. */
export const planAt = async (c: Page, { database }: ParkingSetting): Promise<StoredPlan | undefined> => {
  const ars = townOf(c);
  const id = c.req.param('plan');
  return ars === undefined || id === undefined ? undefined : findPlan(database, { ars, id });
};

type PilotAct =
  | 'save-pilot-plan'
  | 'discard-pilot-plan'
  | 'freeze-pilot-plan'
  | 'upload-drives'
  | 'withdraw-drives';

/** Does something and writes that it was done, both or neither. @returns whether it was done. */
export const actOn = (
  c: Page,
  setting: ParkingSetting,
  { act, id }: { act: PilotAct; id: string },
  work: (database: ParkingSetting['database']) => Promise<boolean>,
): Promise<boolean> =>
  setting.database.transaction().execute(async (database) => {
    if (!(await work(database))) return false;
    await recordAct({ ...setting, database }, c.var.acting, { act, record: { type: 'parking-pilot', id } });
    return true;
  });
