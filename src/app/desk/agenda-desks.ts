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
  roadmapPages,
  type StrategySetting,
  transferPages,
} from '../../modules/strategy/index.ts';
import { checkMessages, riskMessages, strategyMessages } from '../../modules/strategy/web/index.ts';
import { councilWays, fundingWays } from './agenda-ways.ts';

/** A district or an association sees what its towns do. */
const isAbove = (c: Parameters<typeof agendaAt>[0]): boolean => c.var.acting.organisation.ars.length < 12;

/** What a town hall plans, and who does it. */
export const agendaDesks = (setting: StrategySetting): Hono<DeskEnvironment> =>
  new Hono<DeskEnvironment>()
    .route(
      '/',
      agendaPages(setting, (c) => [
        { label: checkMessages(c.var.language).title, href: agendaAt(c, '/selbstcheck') },
        { label: strategyMessages(c.var.language).interactions.title, href: agendaAt(c, '/wirkungen') },
        { label: strategyMessages(c.var.language).roadmap.title, href: agendaAt(c, '/fahrplan') },
        ...fundingWays(c),
        ...councilWays(c),
        ...(isAbove(c)
          ? [{ label: strategyMessages(c.var.language).rollUp.title, href: agendaAt(c, '/ueberblick') }]
          : []),
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
    .route('/', roadmapPages(setting))
    .route('/', paperPages(setting))
    .route('/', reportPages(setting))
    .route('/', checkPages(setting))
    .route('/', riskPages(setting))
    .route('/', transferPages(setting));
