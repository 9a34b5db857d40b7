import { typedBody } from '../../../../foundation/http/typed-body.ts';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import type { TextDocument } from '../../../../foundation/text/text-document.ts';
import { revisionIn } from '../../../../foundation/text/typed-text.ts';
import { writeDocument } from '../../../../foundation/text/write-document.ts';
import { DOCX_TYPE, writeDocx } from '../../../../foundation/text/write-docx.ts';
import { fromBerlin } from '../../../../foundation/time/zone.ts';
import { listGoals } from '../../agenda/agenda-store.ts';
import { agendaAt, agendaDeskPages, type DeskPage } from '../../desk-of-agenda.ts';
import { listMeasures } from '../../measures/measure-store.ts';
import type { StrategySetting } from '../../setting.ts';
import { councilMessages, PaperPage, PapersPage, strategyMessages } from '../../web/index.ts';
import { composePaper } from '../compose-paper.ts';
import { findPaper, listPapers } from '../council-store.ts';
import type { Paper } from '../paper.ts';
import { beginPaper, type PaperRefusal, resolvePaper, writePaper } from '../write-paper.ts';
import { paperFields, resolutionFields, resolutionTyped, type Tried } from './paper-fields.ts';

const AT = '/vorlagen';
const ONE = `${AT}/:paper{${UUID}}`;
const UUID_ALONE = new RegExp(`^${UUID}$`);

const answerList = async (c: DeskPage, { database }: StrategySetting): Promise<Response> => {
  const { language, acting } = c.var;
  const { ars } = acting.organisation;
  const t = councilMessages(language);
  const view = {
    papers: (await listPapers(database, ars)).map(({ id, facts, resolution }) => ({
      key: id,
      href: agendaAt(c, `${AT}/${id}`),
      title: facts.title,
      state: resolution
        ? t.resolvedOn(formatDate(language, fromBerlin(resolution.on)), resolution.body)
        : t.open,
    })),
    action: agendaAt(c, AT),
    subject: {
      name: 'massnahme',
      control: 'select' as const,
      label: t.subject,
      value: c.req.query('massnahme') ?? '',
      choices: (await listMeasures(database, ars)).map(({ id, facts }) => ({
        value: id,
        label: facts.title,
      })),
    },
  };
  return c.var.page({ title: t.title, body: <PapersPage view={view} t={t} /> });
};

/** The paper with what its measures say today. */
const documentOf = async (
  c: DeskPage,
  { database, clock }: StrategySetting,
  paper: Paper,
): Promise<TextDocument> => {
  const measures = await listMeasures(database, paper.ars);
  return composePaper({
    language: c.var.language,
    sender: c.var.acting.organisation.name,
    paper,
    measures: paper.measureId === null ? measures : measures.filter(({ id }) => id === paper.measureId),
    goals: await listGoals(database, paper.ars),
    now: clock(),
  });
};

const storedOf = (c: DeskPage, { database }: StrategySetting): Promise<Paper | undefined> =>
  findPaper(database, c.var.acting.organisation.ars, c.req.param('paper') ?? '');

const answerOne = async (
  c: DeskPage,
  setting: StrategySetting,
  tried: Tried = {},
  refused?: PaperRefusal,
): Promise<Response> => {
  const paper = await storedOf(c, setting);
  if (!paper) return c.notFound();
  const { language } = c.var;
  const t = councilMessages(language);
  const own = agendaAt(c, `${AT}/${paper.id}`);
  const done = c.req.query('erledigt');
  const revision = String(paper.revision);
  const view = {
    title: paper.facts.title,
    done: done === 'gespeichert' ? t.saved : done === 'beschlossen' ? t.resolved : undefined,
    refusal: refused && t.refused[refused],
    links: [
      { label: t.pdf, href: `${own}/pdf` },
      { label: t.docx, href: `${own}/docx` },
      ...(paper.measureId === null
        ? []
        : [{ label: t.toMeasure, href: agendaAt(c, `/massnahmen/${paper.measureId}`) }]),
    ],
    content: await documentOf(c, setting, paper),
    form: paper.resolution ? undefined : { action: own, revision, fields: paperFields(t, paper, tried) },
    resolve: paper.resolution
      ? undefined
      : { action: `${own}/beschluss`, revision, fields: resolutionFields(t, paper, tried) },
  };
  return c.var.page(
    {
      title: view.title,
      body: <PaperPage view={view} t={t} />,
      crumbs: [
        { label: strategyMessages(language).title, href: agendaAt(c) },
        { label: t.title, href: agendaAt(c, AT) },
      ],
    },
    tried.typed || refused ? 422 : 200,
  );
};

type Saved = { saved: true } | { wrong: string[] } | { refused: PaperRefusal };

const led = (
  c: DeskPage,
  setting: StrategySetting,
  saved: Saved,
  { typed, of, done }: { typed: Record<string, string>; of: 'paper' | 'resolution'; done: string },
): Response | Promise<Response> => {
  if ('wrong' in saved) return answerOne(c, setting, { typed, wrong: saved.wrong, of });
  if ('refused' in saved) return answerOne(c, setting, {}, saved.refused);
  return c.redirect(`${agendaAt(c, `${AT}/${c.req.param('paper')}`)}?erledigt=${done}`, 303);
};

const begin = async (c: DeskPage, setting: StrategySetting): Promise<Response> => {
  const { massnahme = '' } = await typedBody(c);
  if (massnahme !== '' && !UUID_ALONE.test(massnahme)) return c.notFound();
  const { acting, language } = c.var;
  const id = await beginPaper(setting, acting, {
    measureId: massnahme === '' ? null : massnahme,
    title: councilMessages(language).wholeTitle(acting.organisation.name),
  });
  return id === undefined ? c.notFound() : c.redirect(agendaAt(c, `${AT}/${id}`), 303);
};

const file = async (
  c: DeskPage,
  setting: StrategySetting,
  type: string,
  ending: string,
  write: (document: TextDocument) => Buffer | Promise<Buffer>,
): Promise<Response> => {
  const paper = await storedOf(c, setting);
  if (!paper) return c.notFound();
  return c.body(new Uint8Array(await write(await documentOf(c, setting, paper))), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="vorlage-${paper.id}.${ending}"`,
  });
};

/** Papers for the council at the desk of the agenda, as PDF and DOCX, and what the council made of them. */
export const paperPages = (setting: StrategySetting) =>
  agendaDeskPages(setting, [
    ['GET', AT, 'edit-agenda', (c) => answerList(c, setting)],
    ['POST', AT, 'edit-agenda', (c) => begin(c, setting)],
    ['GET', ONE, 'edit-agenda', (c) => answerOne(c, setting)],
    [
      'POST',
      ONE,
      'edit-agenda',
      async (c) => {
        const typed = await typedBody(c);
        const revision = revisionIn(typed);
        const told = { id: c.req.param('paper') ?? '', revision, typed };
        const saved = await writePaper(setting, c.var.acting, told);
        return led(c, setting, saved, { typed, of: 'paper', done: 'gespeichert' });
      },
    ],
    [
      'POST',
      `${ONE}/beschluss`,
      'edit-agenda',
      async (c) => {
        const typed = resolutionTyped(await typedBody(c));
        const saved = await resolvePaper(setting, c.var.acting, { id: c.req.param('paper') ?? '', typed });
        return led(c, setting, saved, { typed, of: 'resolution', done: 'beschlossen' });
      },
    ],
    ['GET', `${ONE}/pdf`, 'edit-agenda', (c) => file(c, setting, 'application/pdf', 'pdf', writeDocument)],
    ['GET', `${ONE}/docx`, 'edit-agenda', (c) => file(c, setting, DOCX_TYPE, 'docx', writeDocx)],
  ]);
