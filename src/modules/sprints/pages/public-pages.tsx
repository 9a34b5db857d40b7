import { Hono } from 'hono';
import { UUID } from '../../../foundation/http/uuid-in-path.ts';
import { formatDate } from '../../../foundation/i18n/format.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { CALENDAR_TYPE } from '../../../foundation/text/write-calendar.ts';
import { displayName } from '../../municipalities/index.ts';
import { phases } from '../contract.ts';
import { findPicture, listIdeas } from '../ideas/idea-store.ts';
import type { Sprint } from '../room/sprint.ts';
import { listPublicSprints } from '../room/sprint-store.ts';
import type { SprintEnvironment, SprintSetting } from '../setting.ts';
import { SheetPage, SprintPage, SprintsPage, type SprintView } from '../web/index.ts';
import { paperForm, phaseCalendar, sheetOf, sheetPdf } from './papers.ts';
import {
  backlogLinks,
  ideaView,
  otherWays,
  outputViews,
  phaseViews,
  quarterText,
  roundViews,
  sprintPath,
  type Words,
  wordsOf,
} from './present.tsx';
import { insideAt, type Page, publicAt } from './sprint-at.ts';

const answerList = async (c: Page, setting: SprintSetting): Promise<Response> => {
  const { language } = c.var;
  const words = wordsOf(language);
  const { t } = words;
  const rows = (await listPublicSprints(setting.database)).map((sprint) => {
    const unit = setting.places.get(sprint.ars);
    return {
      key: sprint.id,
      cells: [
        <a key="title" class="kern-link" href={localPath(language, sprintPath(setting, sprint))}>
          {sprint.facts.title}
        </a>,
        `${unit ? displayName(unit) : sprint.ars}${sprint.demonstration ? ` · ${t.demonstration}` : ''}`,
        quarterText(words, sprint),
        t.states[sprint.state],
      ],
    };
  });
  return c.var.page({
    title: t.title,
    body: <SprintsPage rows={rows} t={t} />,
    canonical: localPath(language, '/sprints'),
  });
};

const decisionOf = ({ language, t }: Words, { decision, decidedAt }: Sprint): SprintView['decision'] =>
  decision && decidedAt
    ? {
        on: t.about.on(formatDate(language, decidedAt)),
        parts: [
          [t.about.decided, decision.decided],
          [t.about.reasons, decision.reasons],
          ...(decision.not === '' ? [] : [[t.about.not, decision.not] as [string, string]]),
        ],
      }
    : undefined;

const answerSprint = async (c: Page, setting: SprintSetting): Promise<Response> => {
  const sprint = await publicAt(c, setting);
  const unit = sprint && setting.places.get(sprint.ars);
  if (!sprint || !unit) return c.notFound();
  const { language } = c.var;
  const words = wordsOf(language);
  const { t } = words;
  const base = sprintPath(setting, sprint);
  const ideas = await listIdeas(setting.database, sprint, ['public']);
  const view: SprintView = {
    title: sprint.facts.title,
    badges: [
      displayName(unit),
      quarterText(words, sprint),
      t.states[sprint.state],
      ...(sprint.demonstration ? [t.demonstration] : []),
    ],
    question: sprint.facts.question,
    role: sprint.facts.role,
    phases: phaseViews(words, sprint, { base, now: setting.clock() }),
    calendar: localPath(language, `${base}/termine.ics`),
    backlog: await backlogLinks(words, setting, sprint),
    ideas: ideas.map((one) => ideaView(words, one, { base, isInRoom: false })),
    rounds: await roundViews(words, setting, sprint, true),
    decision: decisionOf(words, sprint),
    outputs: await outputViews(words, setting, sprint),
    other: otherWays(words, sprint, base),
  };
  return c.var.page({
    title: sprint.facts.title,
    body: <SprintPage view={view} t={t} />,
    canonical: localPath(language, base),
    isIndexed: !sprint.demonstration,
    crumbs: [{ label: t.title, href: localPath(language, '/sprints') }],
  });
};

const pdf = (c: Page, content: Buffer, name: string): Response =>
  c.body(new Uint8Array(content), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}.pdf"`,
  });

const ONE = `/sprints/:slug/:sprint{${UUID}}`;
const SHEET = `${ONE}/aufgaben/:phase{(${phases.join('|')})}`;

const phaseIn = (c: Page) => phases.find((one) => one === c.req.param('phase')) ?? 'understand';

/** Rooms from their opening on: what they are about, what was said, decided and handed on. */
export const sprintPages = (setting: SprintSetting): Hono<SprintEnvironment> => {
  const pages = new Hono<SprintEnvironment>();
  const senderOf = ({ ars }: Sprint): string => {
    const unit = setting.places.get(ars);
    return unit ? displayName(unit) : ars;
  };
  pages.get('/sprints', (c) => answerList(c, setting));
  pages.get(ONE, (c) => answerSprint(c, setting));
  pages.get(`${ONE}/termine.ics`, async (c) => {
    const sprint = await publicAt(c, setting);
    if (!sprint) return c.notFound();
    const address = setting.origin(c.req.url) + localPath(c.var.language, sprintPath(setting, sprint));
    return c.body(phaseCalendar(c.var.language, sprint, address), 200, { 'content-type': CALENDAR_TYPE });
  });
  pages.get(`${ONE}/papier.pdf`, async (c) => {
    const sprint = await publicAt(c, setting);
    return sprint ? pdf(c, paperForm(c.var.language, senderOf(sprint), sprint), 'papierbogen') : c.notFound();
  });
  pages.get(SHEET, async (c) => {
    const sprint = await publicAt(c, setting);
    if (!sprint) return c.notFound();
    const { language } = c.var;
    const { t } = wordsOf(language);
    const base = sprintPath(setting, sprint);
    const phase = phaseIn(c);
    const view = {
      ...sheetOf(language, sprint, phase),
      pdf: localPath(language, `${base}/aufgaben/${phase}/blatt.pdf`),
    };
    return c.var.page({
      title: view.title,
      body: <SheetPage view={view} t={t} />,
      crumbs: [
        { label: t.title, href: localPath(language, '/sprints') },
        { label: sprint.facts.title, href: localPath(language, base) },
      ],
    });
  });
  pages.get(`${SHEET}/blatt.pdf`, async (c) => {
    const sprint = await publicAt(c, setting);
    const phase = phaseIn(c);
    return sprint
      ? pdf(c, sheetPdf(c.var.language, senderOf(sprint), sprint, phase), `aufgabenblatt-${phase}`)
      : c.notFound();
  });
  pages.get(`${ONE}/bild/:picture{${UUID}}`, async (c) => {
    const sprint = await publicAt(c, setting);
    const found = sprint && (await findPicture(setting.database, sprint, c.req.param('picture')));
    if (!found || found.sight === 'hidden') return c.notFound();
    if (found.sight === 'room' && !(await insideAt(c, setting))) return c.notFound();
    return c.body(new Uint8Array(found.content), 200, {
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-store',
    });
  });
  return pages;
};
