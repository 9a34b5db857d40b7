import { Hono } from 'hono';
import type { DeskEnvironment } from '../../modules/accounts/index.ts';
import { agendaPages, measureDeskPages, type StrategySetting } from '../../modules/strategy/index.ts';

/** What a town hall plans, and who does it. */
export const agendaDesks = (setting: StrategySetting): Hono<DeskEnvironment> =>
  new Hono<DeskEnvironment>()
    .route(
      '/',
      agendaPages(setting, () => []),
    )
    .route(
      '/',
      measureDeskPages(setting, () => []),
    );
