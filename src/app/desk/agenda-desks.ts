import { Hono } from 'hono';
import { type DeskEnvironment, may } from '../../modules/accounts/index.ts';
import {
  agendaAt,
  agendaPages,
  checkPages,
  emergencyPages,
  framePages,
  importPages,
  interactionPages,
  measureDeskPages,
  paperPages,
  reportPages,
  riskPages,
  roadmapPages,
  type StrategySetting,
  staffPages,
  steeringPages,
  transferPages,
} from '../../modules/strategy/index.ts';
import {
  checkMessages,
  importMessages,
  recordMessages,
  riskMessages,
  strategyMessages,
} from '../../modules/strategy/web/index.ts';
import { councilWays, fundingWays } from './agenda-ways.ts';

/** A district or an association sees what its towns do. */
const isAbove = (c: Parameters<typeof agendaAt>[0]): boolean => c.var.acting.organisation.ars.length < 12;

const recordPagesOf = (c: Parameters<typeof agendaAt>[0]) => {
  const { steering, staff, emergency } = recordMessages(c.var.language);
  return [
    { label: steering.title, href: agendaAt(c, '/steuerung') },
    { label: staff.title, href: agendaAt(c, '/mitarbeit') },
    { label: emergency.title, href: agendaAt(c, '/notfall') },
    ...(may(c.var.acting, 'edit-agenda')
      ? [{ label: importMessages(c.var.language).title, href: agendaAt(c, '/einlesen') }]
      : []),
  ];
};

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
        ...recordPagesOf(c),
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
    .route('/', framePages(setting))
    .route('/', riskPages(setting))
    .route('/', steeringPages(setting))
    .route('/', importPages(setting))
    .route('/', staffPages(setting))
    .route('/', emergencyPages(setting))
    .route('/', transferPages(setting));
