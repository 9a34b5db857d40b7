import { Hono } from 'hono';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import { addDays, berlinDay } from '../../../../foundation/time/zone.ts';
import { dayInWords } from '../../forms/date-in-words.ts';
import { DraftPage, metricsMessages, StatusPage, type StatusView, WithdrawPage } from '../../web/index.ts';
import { findOwnApplication } from '../act-on-own.ts';
import { withdrawApplication, writeToOffice } from '../applicant-acts.ts';
import { DRAFT_DAYS, type OpenedApplication } from '../application.ts';
import { listFiles } from '../enclosure-store.ts';
import { openStepOf, uploadedFields } from '../fill-in.ts';
import { decisionLetter, receiptLetter } from '../letters/letters-of-application.ts';
import { isOpen } from '../life.ts';
import { listMessages, openApplication, openFile } from '../open-application.ts';
import { answerGroups } from '../present-answers.ts';
import { spelled } from '../secret.ts';
import {
  type ApplicationEnvironment,
  type ApplicationSetting,
  accessOf,
  codeOf,
  fileAnswer,
  fileViews,
  findAt,
  frameOf,
  instantText,
  MINE,
  mineAt,
  type Page,
  textOf,
  wordsOf,
} from './application-page.ts';
import { upload } from './fill-pages.tsx';
import { tasksOf } from './present-step.ts';
import { answerWaiting } from './waiting-pages.tsx';

const openOwn = async (c: Page, setting: ApplicationSetting): Promise<OpenedApplication | undefined> => {
  const access = accessOf(c);
  const application = access && (await findOwnApplication(setting, access));
  return application && openApplication(setting, application);
};

const answerDraft = async (
  c: Page,
  setting: ApplicationSetting,
  opened: OpenedApplication,
): Promise<Response> => {
  const t = wordsOf(c);
  const { language } = c.var;
  const tasks = tasksOf(frameOf(c), opened, await uploadedFields(setting, opened.application));
  const open = await openStepOf(setting, opened);
  const code = codeOf(c);
  const lastDay = addDays(berlinDay(opened.application.changedAt), DRAFT_DAYS);
  const { reason = '' } = opened.signing?.declined ?? {};
  const view = {
    title: opened.form.definition.title[language],
    tasks,
    next:
      open === undefined
        ? { label: t.draft.check, href: mineAt(c, '/pruefen') }
        : { label: t.draft.next, href: mineAt(c, `/seite/${open}`) },
    code: code && spelled(code),
    expires: t.draft.expires(dayInWords(language, lastDay)),
    isInAccount: opened.application.personId !== null,
    declined: opened.signing?.declined && {
      title: t.sign.declinedTitle,
      reason: reason === '' ? t.sign.declinedNoReason : t.sign.declinedReason(reason),
    },
  };
  return c.var.page({ title: t.draft.title, body: <DraftPage view={view} t={t} />, isIndexed: false });
};

type Extras = { note?: StatusView['note']; text?: StatusView['text']; fileError?: string | undefined };

const factsOf = (c: Page, { application, form }: OpenedApplication): StatusView['facts'] => {
  const t = wordsOf(c);
  const { language } = c.var;
  const { state, receiptNumber, submittedAt, dueOn } = application;
  const due = state === 'inQuestion' ? t.status.duePaused : dueOn && dayInWords(language, dueOn);
  return [
    { label: t.status.number, value: receiptNumber ?? '' },
    { label: t.status.state, value: t.states[state] },
    { label: t.status.received, value: submittedAt ? formatDate(language, submittedAt) : '' },
    ...(isOpen(state) && due ? [{ label: t.status.due, value: due }] : []),
    { label: t.inbox.columns.what, value: form.definition.title[language] },
  ];
};

const openActs = (c: Page, { application, form }: OpenedApplication): StatusView['open'] => {
  const [first] = form.definition.steps;
  const isQuestion = application.state === 'inQuestion';
  if (!isOpen(application.state)) return undefined;
  return {
    isQuestion,
    messageAction: mineAt(c, '/nachricht'),
    uploadAction: mineAt(c, '/datei'),
    withdraw: mineAt(c, '/zurueckziehen'),
    ...(isQuestion && first && { correct: mineAt(c, `/seite/${first.id}`) }),
  };
};

const answerStatus = async (
  c: Page,
  setting: ApplicationSetting,
  opened: OpenedApplication,
  extras: Extras = {},
): Promise<Response> => {
  const t = wordsOf(c);
  const { language } = c.var;
  const { application, form } = opened;
  const files = await listFiles(setting.database, application);
  const messages = await listMessages(setting, application);
  const code = codeOf(c);
  const number = application.receiptNumber ?? '';
  const change = application.state === 'inQuestion' ? (id: string) => mineAt(c, `/seite/${id}`) : undefined;
  const view: StatusView = {
    title: t.status.title(number),
    formTitle: form.definition.title[language],
    isDemonstration: form.isDemonstration,
    note: extras.note,
    facts: factsOf(c, opened),
    nextStep: t.next[application.state],
    number,
    code: code && spelled(code),
    findHref: findAt(c, application.ars),
    receipt: mineAt(c, '/beleg.pdf'),
    decision: messages.some(({ kind }) => kind === 'decision') ? mineAt(c, '/bescheid.pdf') : undefined,
    messages: messages.map(({ id, writtenBy, kind, text, writtenAt }) => ({
      id,
      who: t.status.by[writtenBy],
      kind: t.status.kinds[kind],
      at: instantText(language, writtenAt),
      text,
    })),
    files: fileViews(c, files, (id) => mineAt(c, `/datei/${id}`)),
    open: openActs(c, opened),
    text: extras.text ?? {},
    fileError: extras.fileError,
    groups: answerGroups(opened, files, { language, t }, change),
    rate: { href: mineAt(c, '/bewertung'), label: metricsMessages(language).rate.title },
    deleted: t.status.deleted(String(application.keptDays)),
  };
  const isWrong = extras.text?.error !== undefined || extras.fileError !== undefined;
  const title = isWrong ? `${t.errorTitle} ${view.title}` : view.title;
  return c.var.page({ title, body: <StatusPage view={view} t={t} />, isIndexed: false }, isWrong ? 422 : 200);
};

const doneNote = (c: Page): StatusView['note'] => {
  const { status } = wordsOf(c);
  const key = c.req.query('erledigt') ?? '';
  if (key === 'gesendet') return { kind: 'success', title: status.sent };
  if (!Object.hasOwn(status.done, key)) return undefined;
  return { kind: 'success', title: status.done[key as keyof typeof status.done] };
};

const write = async (c: Page, setting: ApplicationSetting): Promise<Response> => {
  const access = accessOf(c);
  const opened = await openOwn(c, setting);
  if (!access || !opened) return c.notFound() as Response;
  const t = wordsOf(c);
  const body = await c.req.parseBody();
  const text = textOf(body.text);
  const isAnswer = body.art === 'antwort';
  const notice = t.notices.message(opened.application.receiptNumber ?? '');
  const result = await writeToOffice(setting, access, { text, isAnswer }, notice);
  if ('written' in result)
    return c.redirect(mineAt(c, `?erledigt=${isAnswer ? 'antwort' : 'nachricht'}`), 303);
  if (result.refused === 'incomplete') return c.redirect(mineAt(c, `/seite/${result.step}`), 303);
  return answerStatus(c, setting, opened, { text: { value: text, error: t.refusals[result.refused] } });
};

const withdraw = async (c: Page, setting: ApplicationSetting): Promise<Response> => {
  const access = accessOf(c);
  const opened = await openOwn(c, setting);
  if (!access || !opened) return c.notFound() as Response;
  const notice = wordsOf(c).notices.withdrawn(opened.application.receiptNumber ?? '');
  const result = await withdrawApplication(setting, access, notice);
  return c.redirect(mineAt(c, 'withdrawn' in result ? '?erledigt=zurueckgezogen' : ''), 303);
};

/** State, messages, files and letters of an application, for whoever holds its code or the account. */
export const statusPages = (setting: ApplicationSetting) => {
  const pages = new Hono<ApplicationEnvironment>();
  pages.get(MINE, async (c) => {
    const opened = await openOwn(c, setting);
    if (!opened) return c.notFound();
    if (opened.application.state === 'draft') return answerDraft(c, setting, opened);
    if (opened.application.state === 'inSigning') return answerWaiting(c, setting, opened);
    return answerStatus(c, setting, opened, { note: doneNote(c) });
  });
  pages.post(`${MINE}/nachricht`, (c) => write(c, setting));
  pages.post(`${MINE}/datei`, (c) =>
    upload(c, setting, async (error) => {
      const opened = await openOwn(c, setting);
      if (!opened) return c.notFound() as Response;
      if (error !== undefined) return answerStatus(c, setting, opened, { fileError: error });
      return c.redirect(mineAt(c, '?erledigt=datei'), 303);
    }),
  );
  pages.get(`${MINE}/zurueckziehen`, async (c) => {
    const opened = await openOwn(c, setting);
    if (!opened || !isOpen(opened.application.state)) return c.notFound();
    const t = wordsOf(c);
    const body = <WithdrawPage action={mineAt(c, '/zurueckziehen')} back={mineAt(c)} t={t} />;
    return c.var.page({ title: t.status.withdraw, body, isIndexed: false });
  });
  pages.post(`${MINE}/zurueckziehen`, (c) => withdraw(c, setting));
  pages.get(`${MINE}/datei/:id{${UUID}}`, async (c) => {
    const opened = await openOwn(c, setting);
    const file = opened && (await openFile(setting, opened.application, c.req.param('id')));
    return file ? fileAnswer(c, { ...file, name: 'datei' }) : c.notFound();
  });
  pages.get(`${MINE}/beleg.pdf`, async (c) => {
    const opened = await openOwn(c, setting);
    if (!opened?.application.receiptNumber) return c.notFound();
    const code = codeOf(c);
    const url = `${setting.publicUrl ?? new URL(c.req.url).origin}${findAt(c, opened.application.ars)}`;
    const files = await listFiles(setting.database, opened.application);
    const place = { language: c.var.language, town: setting.townOf(opened.application.ars)?.label ?? '' };
    const bytes = receiptLetter(opened, files, place, wordsOf(c), { code: code && spelled(code), url });
    return fileAnswer(c, { kind: 'pdf', bytes, name: `beleg-${opened.application.receiptNumber}` });
  });
  pages.get(`${MINE}/bescheid.pdf`, async (c) => {
    const opened = await openOwn(c, setting);
    const bytes = opened && (await decisionLetter(setting, opened, setting.townOf));
    if (!opened || !bytes) return c.notFound();
    return fileAnswer(c, { kind: 'pdf', bytes, name: `bescheid-${opened.application.receiptNumber}` });
  });
  return pages;
};
