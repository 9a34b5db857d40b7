import { Hono } from 'hono';
import { localPath } from '../../../../../foundation/i18n/language.ts';
import { CALENDAR_TYPE } from '../../../../../foundation/text/write-calendar.ts';
import { berlinDay } from '../../../../../foundation/time/zone.ts';
import type { KnowledgeEnvironment, KnowledgeSetting } from '../../../setting.ts';
import { CallsPage, callMessages, networkMessages } from '../../../web/index.ts';
import { callStateOf } from '../call-state.ts';
import { listPublicCalls } from '../call-store.ts';
import { deadlineCalendar } from '../deadline-calendar.ts';
import { CALLS_AT, presentCalls } from './present-calls.ts';

/** Programmes and calls as everybody reads them, their deadlines as a calendar, everything as JSON. */
export const callPages = ({ database, clock, origin }: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  pages.get(CALLS_AT, async (c) => {
    const { language } = c.var;
    const t = callMessages(language);
    const view = presentCalls(language, await listPublicCalls(database), clock());
    return c.var.page({
      title: t.title,
      body: <CallsPage view={view} t={t} />,
      canonical: localPath(language, CALLS_AT),
      crumbs: [{ label: networkMessages(language).title, href: localPath(language, '/netzwerk') }],
      alternates: [{ type: 'text/calendar', title: t.calendar, href: view.calendar }],
    });
  });
  pages.get(`${CALLS_AT}.ics`, async (c) => {
    const t = callMessages(c.var.language);
    const words = { name: t.title, summary: t.deadlineOf, invented: t.invented };
    const address = origin(c.req.url) + localPath(c.var.language, CALLS_AT);
    const calls = await listPublicCalls(database);
    const body = deadlineCalendar(calls, berlinDay(clock()), words, address);
    return c.body(body, 200, { 'content-type': CALENDAR_TYPE });
  });
  pages.get(`${CALLS_AT}.json`, async (c) => {
    const today = berlinDay(clock());
    const calls = await listPublicCalls(database);
    return c.json({
      calls: calls.map(({ id, facts, organisation, source, demonstration, changed_at }) => ({
        id,
        ...facts,
        state: callStateOf(facts, today),
        keptBy: organisation,
        list: source,
        changedOn: berlinDay(changed_at),
        demonstration,
      })),
    });
  });
  return pages;
};
