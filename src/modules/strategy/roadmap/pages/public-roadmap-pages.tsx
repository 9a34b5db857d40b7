import { Hono } from 'hono';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { CALENDAR_TYPE } from '../../../../foundation/text/write-calendar.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import { displayName, slugOf } from '../../../municipalities/index.ts';
import { findPublicAgenda } from '../../agenda/find-public-agenda.ts';
import type { StrategyEnvironment, StrategySetting } from '../../setting.ts';
import { RoadmapPage, type RoadmapView, strategyMessages } from '../../web/index.ts';
import { roadmapOf } from '../load-roadmap.ts';
import { milestoneCalendar } from '../milestone-calendar.ts';
import { roadmapView } from './present-roadmap.ts';

/** The public measures of an agenda on their years; what a town can spend stays its own. */
export const publicRoadmapPages = (setting: StrategySetting) =>
  new Hono<StrategyEnvironment>()
    .get('/agenda/:slug/fahrplan', async (c) => {
      const found = await findPublicAgenda(setting, c.req.param('slug'));
      if (!found) return c.notFound();
      const { unit, agenda, content, measures } = found;
      const { language } = c.var;
      const t = strategyMessages(language);
      const of = localPath(language, `/agenda/${slugOf(unit)}`);
      const view: RoadmapView = {
        ...roadmapView({ language, t }, roadmapOf(content, measures), measures, {
          hrefOf: (id) => localPath(language, `/agenda/massnahme/${id}`),
          today: berlinDay(setting.clock()),
        }),
        title: t.roadmap.publicOf(displayName(unit)),
        done: undefined,
        refusal: undefined,
        calendar: `${of}/fahrplan.ics`,
        load: undefined,
        limits: undefined,
        propose: undefined,
      };
      return c.var.page({
        title: view.title,
        body: <RoadmapPage view={view} t={t} />,
        canonical: `${of}/fahrplan`,
        isIndexed: !agenda.demonstration,
        crumbs: [
          { label: t.public.title, href: localPath(language, '/agenda') },
          { label: t.public.of(displayName(unit)), href: of },
        ],
      });
    })
    .get('/agenda/:slug/fahrplan.ics', async (c) => {
      const found = await findPublicAgenda(setting, c.req.param('slug'));
      if (!found) return c.notFound();
      const { language } = c.var;
      const text = milestoneCalendar(found.measures, {
        name: strategyMessages(language).roadmap.publicOf(displayName(found.unit)),
        addressOf: (id) => `${setting.origin(c.req.url)}${localPath(language, `/agenda/massnahme/${id}`)}`,
      });
      return c.body(text, 200, { 'content-type': CALENDAR_TYPE });
    });
