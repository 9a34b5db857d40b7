import { Hono, type Context as HonoContext } from 'hono';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import {
  type DeskEnvironment,
  deskPath,
  namePeople,
  type Organisation,
  permit,
  recordAct,
} from '../../../accounts/index.ts';
import { dayInWords } from '../../forms/date-in-words.ts';
import {
  type ApplicationMessages,
  applicationMessages,
  CasePage,
  handOverMessages,
  InboxPage,
  metricsMessages,
} from '../../web/index.ts';
import type { Application } from '../application.ts';
import { countInbox, type InboxRow, listInbox } from '../inbox-store.ts';
import { decisionLetter } from '../letters/letters-of-application.ts';
import {
  askApplicant,
  decideApplication,
  findForOffice,
  handOverApplication,
  replyToApplicant,
  seeApplication,
  takeApplication,
} from '../office-acts.ts';
import { openApplication, openFile } from '../open-application.ts';
import { type ApplicationSetting, fileAnswer, textOf } from './application-page.ts';
import { type CaseExtras, caseView, takersOf } from './present-case.ts';

export type InboxSetting = ApplicationSetting & {
  find: (key: string) => Organisation | undefined;
  /** Levels above that can take an application over. */ superiorsOf: (of: Organisation) => Organisation[];
};

type Page = HonoContext<DeskEnvironment>;

const AT = '/rathaus/:organisation/antraege';
const ONE = `${AT}/:id{${UUID}}`;
const MOST_SHOWN = 200;

const deskAt = (c: Page, path: string): string =>
  localPath(c.var.language, deskPath(c.var.acting, `/antraege${path}`));
const wordsOf = (c: Page): ApplicationMessages => applicationMessages(c.var.language);

const dueText = (c: Page, { due_on, state }: InboxRow, today: string): string => {
  const t = wordsOf(c);
  if (due_on === null) return '';
  const day = dayInWords(c.var.language, due_on);
  if (state === 'inQuestion') return t.inbox.paused(day);
  return due_on < today && (state === 'submitted' || state === 'inWork') ? t.inbox.overdue(day) : day;
};

const answerInbox = async (c: Page, setting: InboxSetting): Promise<Response> => {
  const t = wordsOf(c);
  const { acting, language } = c.var;
  const isOpen = c.req.query('erledigte') === undefined;
  const today = berlinDay(setting.clock());
  const figures = await countInbox(setting.database, acting.organisation, today);
  const rows = await listInbox(setting.database, acting.organisation, isOpen, MOST_SHOWN);
  const names = await namePeople(
    setting,
    rows.flatMap(({ assigned_to }) => assigned_to ?? []),
  );
  const number = (value: number) => formatNumber(language, value);
  const view = {
    isOpen,
    figures: t.inbox.figures(number(figures.open), number(figures.unassigned), number(figures.overdue)),
    year:
      figures.decided > 0
        ? t.inbox.year(number(figures.decided), number(figures.in_time), number(figures.mean_days ?? 0))
        : undefined,
    rows: rows.map((row) => ({
      id: row.id,
      number: row.receipt_number,
      href: deskAt(c, `/${row.id}`),
      what: row.title[language],
      due: dueText(c, row, today),
      state: t.inbox.states[row.state],
      who: names.get(row.assigned_to ?? '') ?? t.inbox.nobody,
    })),
    other: deskAt(c, isOpen ? '?erledigte' : ''),
    handOvers: { href: deskAt(c, '/uebergaben'), label: handOverMessages(language).list.title },
    comments: { href: deskAt(c, '/hinweise'), label: metricsMessages(language).comments.title },
  };
  return c.var.page({ title: t.inbox.title, body: <InboxPage view={view} t={t} />, isIndexed: false });
};

const answerCase = async (
  c: Page,
  setting: InboxSetting,
  id: string,
  extras: CaseExtras = {},
): Promise<Response> => {
  const application = await seeApplication(setting, c.var.acting, { id });
  if (!application) return c.notFound() as Response;
  const t = wordsOf(c);
  const opened = await openApplication(setting, application);
  const view = await caseView(c, setting, opened, deskAt(c, ''), extras);
  const isWrong = Object.values(view.fields).some(({ error }) => error !== undefined);
  const title = isWrong ? `${t.errorTitle} ${view.title}` : view.title;
  return c.var.page({ title, body: <CasePage view={view} t={t} />, isIndexed: false }, isWrong ? 422 : 200);
};

type Result = Application | { refused: keyof ApplicationMessages['refusals'] };

/** On to the page with what was done, or the page again with what was wrong beside its field. */
const answerAct = async (
  c: Page,
  setting: InboxSetting,
  result: Result,
  done: keyof ApplicationMessages['inbox']['done'],
  wrong: (error: string) => CaseExtras,
): Promise<Response> => {
  const id = c.req.param('id') ?? '';
  if (!('refused' in result)) {
    return c.redirect(deskAt(c, done === 'handOver' ? '' : `/${id}?erledigt=${done}`), 303);
  }
  if (result.refused === 'unknown-application') return c.notFound() as Response;
  return answerCase(c, setting, id, wrong(wordsOf(c).refusals[result.refused]));
};

/** What the applicant is told names the number alone. */
const newsOf = async (c: Page, setting: InboxSetting, id: string) => {
  const application = await findForOffice(setting, c.var.acting, id);
  const { notices } = applicationMessages('de');
  const number = application?.receiptNumber ?? '';
  return { applicant: notices.applicant(number), handedOver: notices.handedOver(number) };
};

const sayRoutes = (pages: Hono<DeskEnvironment>, setting: InboxSetting): void => {
  pages.post(`${ONE}/uebernehmen`, permit('work-on-applications'), async (c) => {
    const result = await takeApplication(setting, c.var.acting, { id: c.req.param('id') });
    return answerAct(c, setting, result, 'take', (title) => ({ note: { kind: 'danger', title } }));
  });
  const says = [
    ['rueckfrage', 'frage', 'ask', askApplicant],
    ['nachricht', 'nachricht', 'reply', replyToApplicant],
  ] as const;
  for (const [path, field, done, say] of says)
    pages.post(`${ONE}/${path}`, permit('work-on-applications'), async (c) => {
      const id = c.req.param('id') ?? '';
      const text = textOf((await c.req.parseBody())[field]);
      const { applicant } = await newsOf(c, setting, id);
      const result = await say(setting, c.var.acting, { id, text }, applicant);
      return answerAct(c, setting, result, done, (error) => ({
        fields: { [field]: { value: text, error } },
      }));
    });
};

const endRoutes = (pages: Hono<DeskEnvironment>, setting: InboxSetting): void => {
  pages.post(`${ONE}/entscheiden`, permit('decide-applications'), async (c) => {
    const id = c.req.param('id');
    const body = await c.req.parseBody();
    const text = textOf(body.bescheid);
    const { applicant } = await newsOf(c, setting, id);
    const wording = { id, text, isGranted: body.wie === 'bewilligen' };
    const isChosen = body.wie === 'bewilligen' || body.wie === 'ablehnen';
    const result: Result = isChosen
      ? await decideApplication(setting, c.var.acting, wording, applicant)
      : { refused: 'not-now' };
    return answerAct(c, setting, result, 'decide', (error) => ({
      fields: { bescheid: { value: text, error } },
    }));
  });
  pages.post(`${ONE}/abgeben`, permit('work-on-applications'), async (c) => {
    const id = c.req.param('id');
    const key = textOf((await c.req.parseBody()).an);
    const application = await findForOffice(setting, c.var.acting, id);
    const to = takersOf(setting, c.var.acting, application?.ars ?? '').find((one) => one.id === key);
    const { handedOver } = await newsOf(c, setting, id);
    const result = await handOverApplication(setting, c.var.acting, { id, to }, handedOver);
    return answerAct(c, setting, result, 'handOver', (error) => ({ fields: { an: { value: key, error } } }));
  });
};

const fileRoutes = (pages: Hono<DeskEnvironment>, setting: InboxSetting): void => {
  pages.get(`${ONE}/datei/:file{${UUID}}`, permit('see-applications'), async (c) => {
    const id = c.req.param('id');
    const application = await findForOffice(setting, c.var.acting, id);
    const file = application && (await openFile(setting, application, c.req.param('file')));
    if (!application || !file) return c.notFound();
    await recordAct(setting, c.var.acting, {
      act: 'see-application-file',
      record: { type: 'application', id },
    });
    return fileAnswer(c, { ...file, name: `${application.receiptNumber}-datei` });
  });
  pages.get(`${ONE}/bescheid.pdf`, permit('see-applications'), async (c) => {
    const application = await seeApplication(setting, c.var.acting, { id: c.req.param('id') });
    const opened = application && (await openApplication(setting, application));
    const bytes = opened && (await decisionLetter(setting, opened, setting.townOf));
    if (!application || !bytes) return c.notFound();
    const name = `bescheid-${application.receiptNumber}-${formatDate('de', setting.clock())}`;
    return fileAnswer(c, { kind: 'pdf', bytes, name });
  });
};

/** Everything below /rathaus/<organisation>/antraege. */
export const inboxPages = (setting: InboxSetting) => {
  const pages = new Hono<DeskEnvironment>();
  pages.get(AT, permit('see-applications'), (c) => answerInbox(c, setting));
  pages.get(ONE, permit('see-applications'), (c) => answerCase(c, setting, c.req.param('id')));
  sayRoutes(pages, setting);
  endRoutes(pages, setting);
  fileRoutes(pages, setting);
  return pages;
};
