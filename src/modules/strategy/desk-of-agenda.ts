import type { Hono } from 'hono';
import { localPath } from '../../foundation/i18n/language.ts';
import {
  type DeskEnvironment,
  type DeskPage,
  deskPath,
  type permit,
  unitDeskPages,
} from '../accounts/index.ts';
import type { StrategySetting } from './setting.ts';

export type { DeskPage };

/** An address of the agenda at the desk that is worked at. */
export const agendaAt = (c: DeskPage, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `/agenda${path}`));

type Way = (c: DeskPage, setting: StrategySetting) => Response | Promise<Response>;
type Permission = Parameters<typeof permit>[0];

/** Pages of the agenda at a desk, each with who may open it. Units of the register have one: a club or a firm does not. */
export const agendaDeskPages = (
  setting: StrategySetting,
  ways: readonly (readonly ['GET' | 'POST', path: string, Permission, Way])[],
): Hono<DeskEnvironment> =>
  unitDeskPages(
    '/agenda',
    ways.map(([method, path, permission, answer]) => [method, path, permission, (c) => answer(c, setting)]),
  );
