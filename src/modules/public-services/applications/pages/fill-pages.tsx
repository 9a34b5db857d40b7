import { Hono } from 'hono';
import { textsIn } from '../../../../foundation/http/typed-body.ts';
import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import { guardWriter, visitorOf } from '../../../accounts/index.ts';
import { readDay } from '../../forms/date-in-words.ts';
import type { Form } from '../../forms/form-definition.ts';
import { findOpenForm } from '../../forms/form-store.ts';
import { countUse } from '../../metrics/use-store.ts';
import { StartPage, StepPage, SummaryPage } from '../../web/index.ts';
import { findOwnApplication } from '../act-on-own.ts';
import { sendApplication } from '../applicant-acts.ts';
import type { OpenedApplication } from '../application.ts';
import { listFiles } from '../enclosure-store.ts';
import { addFile, beginApplication, fillStep, openStepOf, removeFile } from '../fill-in.ts';
import { stateAfter } from '../life.ts';
import { openApplication } from '../open-application.ts';
import { answerGroups } from '../present-answers.ts';
import { chooseOrganisation, organisationsFor } from '../signing/choose-organisation.ts';
import { withMembership } from '../signing/prove-membership.ts';
import { secondSignerOf } from '../signing/signing.ts';
import {
  type ApplicationEnvironment,
  type ApplicationSetting,
  accessOf,
  findAt,
  frameOf,
  MINE,
  mineAt,
  type Page,
  textOf,
  wordsOf,
} from './application-page.ts';
import { gateSending, stepUpFor } from './gate-sending.ts';
import { stepView } from './present-step.ts';
import { answerAsked } from './waiting-pages.tsx';

const START = '/antrag/:ars{[0-9]{12}}/:form{[a-z][a-z0-9-]{1,60}}';

/** Where a form begins, with the day that somebody brings along from a checklist. */
const startAt = (c: Page, { ars, id }: Form): string => {
  const day = readDay(c.req.query('datum') ?? '');
  return localPath(c.var.language, `/antrag/${ars}/${id}${day === undefined ? '' : `?datum=${day}`}`);
};

const answerStart = (c: Page, setting: ApplicationSetting, form: Form, note?: string): Response => {
  const t = wordsOf(c);
  const { language } = c.var;
  const { ars, id, isDemonstration, definition } = form;
  const { trustLevel, secondSigner } = definition;
  const number = (value: number) => formatNumber(language, value);
  const view = {
    title: definition.title[language],
    lead: definition.lead[language],
    isDemonstration,
    town: setting.townOf(ars)?.label ?? '',
    needed: definition.needed.map((line) => line[language]),
    minutes: t.start.minutes(number(definition.minutes)),
    promise: t.start.promise(number(definition.promiseDays)),
    action: startAt(c, form),
    resume: findAt(c, ars),
    // Whom a form with a choice is about, nobody knows yet.
    isPrefilled: c.var.signedIn !== undefined && definition.actingFor === undefined,
    level: trustLevel && t.start.level(t.levels[trustLevel]),
    second: secondSigner && t.sign.start(secondSigner.label[language]),
    note,
  };
  const canonical = localPath(language, `/antrag/${ars}/${id}`);
  const body = <StartPage view={view} t={t} />;
  return c.var.page({ title: view.title, body, canonical }, note ? 429 : 200);
};

/** Begins a draft; who is signed in finds it in the account as well. */
const begin = async (c: Page, setting: ApplicationSetting, form: Form): Promise<Response> => {
  const guarded = await guardWriter(setting, 'application', visitorOf(c, setting.proxies));
  if (guarded) return answerStart(c, setting, form, wordsOf(c).refusals['too-many-attempts']);
  const { ars, id: formId } = form;
  const signIn = stepUpFor(c, form, startAt(c, form));
  if (signIn !== undefined) return c.redirect(signIn, 303);
  const { personId = null, label, mail } = c.var.signedIn ?? {};
  // Without a name people are addressed by their mail address.
  const day = readDay(c.req.query('datum') ?? '');
  const known = { email: mail, name: label === mail ? undefined : label, day };
  const begun = await beginApplication(setting, { ars, formId, personId, known });
  if ('refused' in begun) return c.notFound() as Response;
  return c.redirect(localPath(c.var.language, `/antrag/${ars}/mein/${begun.secret}`), 303);
};

/** The opened application of whoever comes, while it may be filled in or corrected. */
const openForFilling = async (
  c: Page,
  setting: ApplicationSetting,
): Promise<OpenedApplication | undefined> => {
  const access = accessOf(c);
  const application = access && (await findOwnApplication(setting, access));
  const mayFill =
    application && (stateAfter(application.state, 'fill') ?? stateAfter(application.state, 'correct'));
  return mayFill ? openApplication(setting, application) : undefined;
};

const answerStep = async (
  c: Page,
  setting: ApplicationSetting,
  stepId: string,
  wrong: Parameters<typeof stepView>[4] = {},
): Promise<Response> => {
  const opened = await openForFilling(c, setting);
  if (!opened) return c.notFound() as Response;
  const files = await listFiles(setting.database, opened.application);
  const asked = stepView(frameOf(c), opened, files, stepId, wrong);
  if (!asked) return c.redirect(mineAt(c), 303);
  const isAboutWhom = stepId === 'represented';
  const choices = isAboutWhom ? await organisationsFor(setting, c.var.signedIn?.personId, opened) : [];
  const view = { ...asked, organisations: { action: mineAt(c, '/mitglied'), choices } };
  const t = wordsOf(c);
  const isWrong = view.faults.some(([, error]) => error !== undefined);
  const title = isWrong ? `${t.errorTitle} ${view.title}` : view.title;
  return c.var.page({ title, body: <StepPage view={view} t={t} />, isIndexed: false }, isWrong ? 422 : 200);
};

const saveStep = async (c: Page, setting: ApplicationSetting, stepId: string): Promise<Response> => {
  const access = accessOf(c);
  if (!access) return c.notFound() as Response;
  const body = await c.req.parseBody();
  const typed = textsIn(body);
  const isLenient = textOf(body.mehr) !== '';
  const result = await fillStep(setting, access, { stepId, typed, isLenient });
  if ('next' in result) {
    if (isLenient) return c.redirect(mineAt(c, `/seite/${stepId}`), 303);
    return c.redirect(mineAt(c, result.next ? `/seite/${result.next}` : ''), 303);
  }
  if (result.refused === 'faulty') return answerStep(c, setting, stepId, { typed, faults: result.faults });
  return result.refused === 'unknown-application' ? (c.notFound() as Response) : c.redirect(mineAt(c), 303);
};

const answerSummary = async (c: Page, setting: ApplicationSetting): Promise<Response> => {
  const opened = await openForFilling(c, setting);
  if (!opened) return c.notFound() as Response;
  const open = await openStepOf(setting, opened);
  if (opened.application.state !== 'draft' || open !== undefined) return c.redirect(mineAt(c), 303);
  const t = wordsOf(c);
  const files = await listFiles(setting.database, opened.application);
  const words = { language: c.var.language, t };
  const proven = await withMembership(setting, opened, c.var.signedIn?.personId);
  const groups = answerGroups(proven, files, words, (stepId) => mineAt(c, `/seite/${stepId}`));
  const second = secondSignerOf(opened.form.definition, opened.answers)?.label[c.var.language];
  const body = (
    <SummaryPage groups={groups} action={mineAt(c, '/absenden')} back={mineAt(c)} second={second} t={t} />
  );
  return c.var.page({ title: t.summary.title, body, isIndexed: false });
};

const send = async (c: Page, setting: ApplicationSetting): Promise<Response> => {
  const access = accessOf(c);
  if (!access) return c.notFound() as Response;
  const opened = await openForFilling(c, setting);
  // Sent, or signed, a moment ago: the page was asked for once more.
  if (!opened) return c.redirect(mineAt(c), 303);
  const gated = gateSending(c, opened, mineAt(c, '/pruefen'));
  if (gated) return gated;
  const { language, signedIn } = c.var;
  const sent = await sendApplication(setting, access, wordsOf(c).notices.new, language, signedIn?.personId);
  if ('receiptNumber' in sent) {
    return c.redirect(mineAt(c, '?erledigt=gesendet'), 303);
  }
  if (sent.refused === 'needs-signature') return answerAsked(c, setting, access);
  if (sent.refused === 'incomplete') return c.redirect(mineAt(c, `/seite/${sent.step}`), 303);
  return sent.refused === 'unknown-application' ? (c.notFound() as Response) : c.redirect(mineAt(c), 303);
};

/** A file goes to a field of the form; what has been sent already takes further ones as well. */
export const upload = async (
  c: Page,
  setting: ApplicationSetting,
  onSent: (error?: string) => Promise<Response>,
): Promise<Response> => {
  const access = accessOf(c);
  if (!access) return c.notFound() as Response;
  const body = await c.req.parseBody();
  const field = textOf(body.feld);
  const { datei } = body;
  const bytes = datei instanceof File ? new Uint8Array(await datei.arrayBuffer()) : new Uint8Array();
  const result = await addFile(setting, access, { field, bytes });
  if ('refused' in result && result.refused === 'unknown-application') return c.notFound() as Response;
  const error = 'refused' in result ? wordsOf(c).refusals[result.refused] : undefined;
  if (field === '') return onSent(error);
  const stepId = textOf(body.seite);
  if (error !== undefined) return answerStep(c, setting, stepId, { upload: { field, error } });
  return c.redirect(mineAt(c, `/seite/${encodeURIComponent(stepId)}`), 303);
};

export const fillPages = (setting: ApplicationSetting) => {
  const pages = new Hono<ApplicationEnvironment>();
  pages.get(START, async (c, next) => {
    const form = await findOpenForm(setting.database, c.req.param('ars'), c.req.param('form'));
    if (!form) return next();
    const { ars, id: formId } = form;
    await countUse(setting.database, { ars, formId, happening: 'visited' }, berlinDay(setting.clock()));
    return answerStart(c, setting, form);
  });
  pages.post(START, async (c, next) => {
    const form = await findOpenForm(setting.database, c.req.param('ars'), c.req.param('form'));
    return form ? begin(c, setting, form) : next();
  });
  const step = `${MINE}/seite/:step{[a-zA-Z0-9]{1,40}}`;
  pages.get(step, (c) => answerStep(c, setting, c.req.param('step')));
  pages.post(step, (c) => saveStep(c, setting, c.req.param('step')));
  pages.get(`${MINE}/pruefen`, (c) => answerSummary(c, setting));
  pages.post(`${MINE}/absenden`, (c) => send(c, setting));
  pages.post(`${MINE}/mitglied`, async (c) => {
    const access = accessOf(c);
    if (!access) return c.notFound();
    const organisationId = textOf((await c.req.parseBody()).organisation);
    const personId = c.var.signedIn?.personId;
    const chosen = await chooseOrganisation(setting, access, { personId, organisationId });
    return 'chosen' in chosen ? c.redirect(mineAt(c, '/seite/represented'), 303) : c.notFound();
  });
  pages.post(`${MINE}/datei-entfernen`, async (c) => {
    const access = accessOf(c);
    if (!access) return c.notFound();
    const body = await c.req.parseBody();
    const fileId = textOf(body.datei);
    if (!/^[0-9a-f-]{36}$/.test(fileId)) return c.notFound();
    await removeFile(setting, access, { fileId });
    return c.redirect(mineAt(c, `/seite/${encodeURIComponent(textOf(body.seite))}`), 303);
  });
  return pages;
};
