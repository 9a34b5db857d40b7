import { Hono, type Context as HonoContext } from 'hono';
import { UUID } from '../../../foundation/http/uuid-in-path.ts';
import { formatDate } from '../../../foundation/i18n/format.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { canonicalJson } from '../../../foundation/text/canonical-hash.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { displayName, keyOfSlug, slugOf } from '../../municipalities/index.ts';
import { findBaseline, findPilot, listPublicPilots, listRunEvents } from '../pilot-store.ts';
import type { Pilot } from '../plan/pilot-plan.ts';
import type { PilotEnvironment, PilotSetting } from '../setting.ts';
import { PilotPage, PilotsPage, type PilotView, pilotMessages } from '../web/index.ts';
import { dayText, planFacts, presentEffect } from './present-pilot.ts';

type Page = HonoContext<PilotEnvironment>;

/** Where everybody reads a pilot. */
export const pilotPath = (
  { places }: Pick<PilotSetting, 'places'>,
  { ars, id }: Pick<Pilot, 'ars' | 'id'>,
): string => {
  const unit = places.get(ars);
  return `/pilotprojekte/${unit ? slugOf(unit) : ars}/${id}`;
};

const answerList = async (c: Page, setting: PilotSetting): Promise<Response> => {
  const { language } = c.var;
  const t = pilotMessages(language);
  const rows = (await listPublicPilots(setting.database)).map((pilot) => {
    const unit = setting.places.get(pilot.ars);
    const { plan, state, result } = pilot;
    return {
      key: pilot.id,
      cells: [
        <a key="title" class="kern-link" href={localPath(language, pilotPath(setting, pilot))}>
          {plan.title}
        </a>,
        `${unit ? displayName(unit) : pilot.ars}${pilot.demonstration ? ` · ${t.demonstration}` : ''}`,
        t.plan.range(dayText(language, plan.start), dayText(language, plan.end)),
        state === 'published' && result ? t.verdicts[result.verdict] : t.states.frozen,
      ],
    };
  });
  return c.var.page({
    title: t.title,
    body: <PilotsPage rows={rows} t={t} />,
    canonical: localPath(language, '/pilotprojekte'),
  });
};

/** One that everybody may see: from its freezing on. */
const publicAt = async (c: Page, { database, places }: PilotSetting): Promise<Pilot | undefined> => {
  const key = keyOfSlug(c.req.param('slug') ?? '');
  const answer = key === undefined ? undefined : places.byAgs(key);
  if (answer?.kind !== 'current') return undefined;
  const pilot = await findPilot(database, { ars: answer.municipality.ars, id: c.req.param('pilot') ?? '' });
  return pilot && pilot.state !== 'draft' ? pilot : undefined;
};

const answerPilot = async (c: Page, setting: PilotSetting): Promise<Response> => {
  const pilot = await publicAt(c, setting);
  const unit = pilot && setting.places.get(pilot.ars);
  if (!pilot || !unit) return c.notFound();
  const { language } = c.var;
  const t = pilotMessages(language);
  const words = { language, t };
  const baseline = await findBaseline(setting.database, pilot);
  const isPublished = pilot.state === 'published';
  const canonical = localPath(language, pilotPath(setting, pilot));
  const { plan, recommendation } = pilot;
  const waiting = berlinDay(setting.clock()) > plan.end ? t.waiting : t.running(dayText(language, plan.end));
  const view: PilotView = {
    title: plan.title,
    badges: [
      displayName(unit),
      isPublished ? t.states.published : t.states.frozen,
      ...(pilot.demonstration ? [t.demonstration] : []),
    ],
    waiting: isPublished ? undefined : waiting,
    effect: isPublished ? presentEffect(words, pilot, baseline) : undefined,
    recommendation:
      isPublished && recommendation
        ? { head: t.choices[recommendation.choice], text: recommendation.text }
        : undefined,
    plan: planFacts(
      words,
      pilot,
      baseline,
      await setting.measures(pilot.ars).then((all) => all.filter(({ path }) => path)),
    ),
    frozen: pilot.frozenAt ? t.plan.frozen(formatDate(language, pilot.frozenAt)) : '',
    events: (await listRunEvents(setting.database, pilot)).map(
      ({ day, text }) => `${dayText(language, day)}: ${text}`,
    ),
    sources: [...new Set((baseline?.series ?? []).map(({ name, source }) => `${name}: ${source}`))],
    files: [
      { href: `${canonical}/plan.json`, label: t.files.plan },
      { href: `${canonical}/ausgangswerte.json`, label: t.files.baseline },
      ...(isPublished
        ? [
            { href: `${canonical}/tage.csv`, label: t.files.days },
            { href: `${canonical}/ergebnis.json`, label: t.files.result },
          ]
        : []),
    ],
  };
  return c.var.page({
    title: plan.title,
    body: <PilotPage view={view} t={t} />,
    canonical,
    isIndexed: !pilot.demonstration,
    crumbs: [{ label: t.title, href: localPath(language, '/pilotprojekte') }],
  });
};

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const CSV_TYPE = { 'content-type': 'text/csv; charset=utf-8' };
const ONE = `/pilotprojekte/:slug/:pilot{${UUID}}`;

/** Plans from their freezing on, effects from their publication on. A draft is nobody's business. */
export const publicPilotPages = (setting: PilotSetting): Hono<PilotEnvironment> => {
  const pages = new Hono<PilotEnvironment>();
  pages.get('/pilotprojekte', (c) => answerList(c, setting));
  pages.get(ONE, (c) => answerPilot(c, setting));
  // Byte for byte what the checksum was taken of.
  pages.get(`${ONE}/plan.json`, async (c) => {
    const pilot = await publicAt(c, setting);
    return pilot ? c.body(canonicalJson(pilot.plan), 200, JSON_TYPE) : c.notFound();
  });
  pages.get(`${ONE}/ausgangswerte.json`, async (c) => {
    const pilot = await publicAt(c, setting);
    const baseline = pilot && (await findBaseline(setting.database, pilot));
    return baseline ? c.body(canonicalJson(baseline), 200, JSON_TYPE) : c.notFound();
  });
  pages.get(`${ONE}/tage.csv`, async (c) => {
    const pilot = await publicAt(c, setting);
    if (pilot?.state !== 'published' || !pilot.result) return c.notFound();
    const lines = pilot.result.days.map((day) => day.join(';'));
    return c.body(['day;measured;expected_without', ...lines].join('\r\n'), 200, CSV_TYPE);
  });
  pages.get(`${ONE}/ergebnis.json`, async (c) => {
    const pilot = await publicAt(c, setting);
    if (pilot?.state !== 'published') return c.notFound();
    const { ars, id, plan, planHash, baselineHash, result, recommendation } = pilot;
    const answer = { ars, id, title: plan.title, planHash, baselineHash, ...result, recommendation };
    return c.body(canonicalJson(answer), 200, JSON_TYPE);
  });
  return pages;
};
