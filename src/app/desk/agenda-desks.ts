import { Hono } from 'hono';
import type { DeskEnvironment } from '../../modules/accounts/index.ts';
import {
  agendaAt,
  agendaPages,
  checkPages,
  interactionPages,
  measureDeskPages,
  paperPages,
  reportPages,
  riskPages,
  type StrategySetting,
} from '../../modules/strategy/index.ts';
import { checkMessages, riskMessages, strategyMessages } from '../../modules/strategy/web/index.ts';
import { councilWays, fundingWays } from './agenda-ways.ts';

/** What a town hall plans, and who does it. */
export const agendaDesks = (setting: StrategySetting): Hono<DeskEnvironment> =>
  new Hono<DeskEnvironment>()
    .route(
      '/',
      agendaPages(setting, (c) => [
        { label: checkMessages(c.var.language).title, href: agendaAt(c, '/selbstcheck') },
        { label: strategyMessages(c.var.language).interactions.title, href: agendaAt(c, '/wirkungen') },
        ...fundingWays(c),
        ...councilWays(c),
      ]),
    )
    .route(
      '/',
      measureDeskPages(setting, (c, { id }) => [
        {
          label: strategyMessages(c.var.language).interactions.title,
          href: agendaAt(c, `/massnahmen/${id}/wechselwirkungen`),
        },
        { label: riskMessages(c.var.language).title, href: agendaAt(c, `/massnahmen/${id}/risiken`) },
        ...fundingWays(c, id),
        ...councilWays(c, id),
      ]),
    )
    .route('/', interactionPages(setting))
    .route('/', paperPages(setting))
    .route('/', reportPages(setting))
    .route('/', checkPages(setting))
    .route('/', riskPages(setting));
