import { Hono, type Context as HonoContext } from 'hono';
import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { displayName, slugOf } from '../../../municipalities/index.ts';
import { listEffects } from '../../measures/effect-store.ts';
import { answerLink, findByLink } from '../../measures/heartbeat.ts';
import { findPublicMeasure, listUpdates } from '../../measures/measure-store.ts';
import { readWord, wordFields } from '../../measures/pages/measure-pages.tsx';
import { draftLines, fieldText, historyOf, lifeOfMeasure } from '../../measures/pages/present-measure.ts';
import { publicThread } from '../../measures/pages/public-thread.ts';
import type { StrategyEnvironment, StrategySetting } from '../../setting.ts';
import { AgendaPage, AgendasPage, ConfirmPage, MeasurePage, strategyMessages } from '../../web/index.ts';
import type { AgendaContent } from '../agenda.ts';
import { findAgenda, findAgendaVersion, listPublicAgendas } from '../agenda-store.ts';
import { unitOfSlug } from '../find-public-agenda.ts';

type Page = HonoContext<StrategyEnvironment>;

const MOST_LISTED = 200;

const answerList = async (c: Page, { database, places }: StrategySetting): Promise<Response> => {
  const { language } = c.var;
  const t = strategyMessages(language);
  const all = await listPublicAgendas(database);
  const agendas = all.slice(0, MOST_LISTED).flatMap(({ ars, version, publishedAt, demonstration }) => {
    const unit = places.get(ars);
    if (!unit) return [];
    const note = t.public.version(String(version), formatDate(language, publishedAt));
    return [
      {
        key: ars,
        title: displayName(unit),
        href: localPath(language, `/agenda/${slugOf(unit)}`),
        note: demonstration ? `${note} · ${t.public.demonstration}` : note,
      },
    ];
  });
  const counted = t.public.counted(formatNumber(language, all.length));
  return c.var.page({
    title: t.public.title,
    body: <AgendasPage agendas={agendas} counted={counted} t={t} />,
    canonical: localPath(language, '/agenda'),
  });
};

const answerAgenda = async (c: Page, setting: StrategySetting): Promise<Response> => {
  const unit = unitOfSlug(setting, c.req.param('slug') ?? '');
  const agenda = unit && (await findAgenda(setting.database, unit.ars));
  if (!agenda || agenda.version === null || !unit) return c.notFound();
  const asked = c.req.param('version');
  const version = await findAgendaVersion(
    setting.database,
    unit.ars,
    asked === undefined ? agenda.version : Number(asked),
  );
  if (!version) return c.notFound();
  const { language } = c.var;
  const t = strategyMessages(language);
  const { content } = version;
  const line = ({ id, title, state }: AgendaContent['measures'][number]) => ({
    key: id,
    title,
    href: localPath(language, `/agenda/massnahme/${id}`),
    note: t.states[state],
  });
  const at = localPath(language, `/agenda/${slugOf(unit)}`);
  const talk = await setting.talkOf(language, unit.ars, 'goal');
  const view = {
    title: t.public.of(displayName(unit)),
    period: t.public.period(String(content.fromYear), String(content.toYear)),
    version: t.public.version(String(version.version), formatDate(language, version.publishedAt)),
    isDemonstration: agenda.demonstration,
    older: version.version < agenda.version ? at : undefined,
    ways: [
      { label: t.roadmap.title, href: `${at}/fahrplan` },
      { label: t.interactions.title, href: `${at}/wirkungen` },
    ],
    vision: content.vision,
    goals: content.goals.map((goal) => ({
      ...goal,
      talk: talk(goal.id),
      field: fieldText(t, goal.field),
      measures: content.measures.filter(({ goalIds }) => goalIds.includes(goal.id)).map(line),
    })),
    others: content.measures
      .filter(({ goalIds }) => !content.goals.some(({ id }) => goalIds.includes(id)))
      .map(line),
  };
  return c.var.page({
    title: view.title,
    body: <AgendaPage view={view} t={t} />,
    canonical: at,
    isIndexed: !agenda.demonstration,
    crumbs: [{ label: t.public.title, href: localPath(language, '/agenda') }],
  });
};

const answerMeasure = async (c: Page, setting: StrategySetting): Promise<Response> => {
  const measure = await findPublicMeasure(setting.database, c.req.param('measure') ?? '');
  const unit = measure && setting.places.get(measure.ars);
  if (!measure || !unit) return c.notFound();
  const { language } = c.var;
  const t = strategyMessages(language);
  const { facts } = measure;
  const now = setting.clock();
  const view = {
    title: facts.title,
    state: t.states[measure.state],
    life: t.lives[lifeOfMeasure(measure, now)],
    isDemonstration: measure.demonstration,
    talk: (await setting.talkOf(language, measure.ars, 'measure'))(measure.id),
    thread: publicThread(
      { language, t },
      measure,
      await listEffects(setting.database, measure.ars, measure.id),
      now,
    ),
    history: historyOf({ language, t }, await listUpdates(setting.database, measure.ars, measure.id)),
  };
  const agenda = await findAgenda(setting.database, measure.ars);
  return c.var.page({
    title: view.title,
    body: <MeasurePage view={view} t={t} />,
    canonical: localPath(language, `/agenda/massnahme/${measure.id}`),
    isIndexed: !measure.demonstration,
    crumbs: [
      agenda?.version
        ? { label: t.public.of(displayName(unit)), href: localPath(language, `/agenda/${slugOf(unit)}`) }
        : { label: t.public.title, href: localPath(language, '/agenda') },
    ],
  });
};

const answerConfirm = async (c: Page, setting: StrategySetting, isDone = false): Promise<Response> => {
  const { language } = c.var;
  const t = strategyMessages(language);
  const secret = c.req.param('secret') ?? '';
  const measure = await findByLink(setting, secret);
  if (!measure)
    return c.var.page(
      { title: t.title, body: <p class="kern-body">{t.confirm.gone}</p>, isIndexed: false },
      404,
    );
  const view = {
    title: t.confirm.title(measure.facts.title),
    action: localPath(language, `/agenda/bestaetigen/${secret}`),
    state: measure.state,
    fields: wordFields(t, measure),
    draft: draftLines({ language, t }, measure, setting.clock()),
    done: isDone,
  };
  return c.var.page({ title: view.title, body: <ConfirmPage view={view} t={t} />, isIndexed: false });
};

/** The agendas of all units, their measures, and the answer from the mail. */
export const publicAgendaPages = (setting: StrategySetting) => {
  const pages = new Hono<StrategyEnvironment>();
  pages.get('/agenda', (c) => answerList(c, setting));
  pages.get(`/agenda/massnahme/:measure{${UUID}}`, (c) => answerMeasure(c, setting));
  // A mail program opens links by itself: only the button says something.
  pages.get('/agenda/bestaetigen/:secret{[A-Za-z0-9_-]{43}}', (c) =>
    answerConfirm(c, setting, c.req.query('erledigt') === 'ja'),
  );
  pages.post('/agenda/bestaetigen/:secret{[A-Za-z0-9_-]{43}}', async (c) => {
    const word = readWord(await typedBody(c));
    const secret = c.req.param('secret') ?? '';
    const told = word && (await answerLink(setting, secret, word));
    if (!told || 'refused' in told) return answerConfirm(c, setting);
    return c.redirect(`${localPath(c.var.language, `/agenda/bestaetigen/${secret}`)}?erledigt=ja`, 303);
  });
  for (const path of ['/agenda/:slug', '/agenda/:slug/:version{[0-9]{1,4}}'])
    pages.get(path, (c) => answerAgenda(c, setting));
  return pages;
};
