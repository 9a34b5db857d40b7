import { Hono } from 'hono';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { addDays, berlinDay } from '../../../../foundation/time/zone.ts';
import { guardWriter, visitorOf } from '../../../accounts/index.ts';
import { dayInWords } from '../../forms/date-in-words.ts';
import { WaitingPage, type WaitingView } from '../../web/index.ts';
import { findOwnApplication } from '../act-on-own.ts';
import { DRAFT_DAYS, type OpenedApplication } from '../application.ts';
import type { Access } from '../application-store.ts';
import { listFiles } from '../enclosure-store.ts';
import { openApplication } from '../open-application.ts';
import { answerGroups } from '../present-answers.ts';
import { spelled } from '../secret.ts';
import { askToSign, mailLink, takeBack } from '../signing/ask-to-sign.ts';
import { withMembership } from '../signing/prove-membership.ts';
import { secondSignerOf } from '../signing/signing.ts';
import {
  type ApplicationEnvironment,
  type ApplicationSetting,
  accessOf,
  codeOf,
  fileViews,
  MINE,
  mineAt,
  type Page,
  textOf,
  wordsOf,
} from './application-page.ts';
import { gateSending } from './gate-sending.ts';

type Told = { link?: string; mail?: WaitingView['mail']; note?: WaitingView['note'] };

/** The page of the first person while the second signature is missing. */
export const answerWaiting = async (
  c: Page,
  setting: ApplicationSetting,
  opened: OpenedApplication,
  { link, mail = {}, note }: Told = {},
): Promise<Response> => {
  const t = wordsOf(c);
  const { language } = c.var;
  const { application, form, answers, signing } = opened;
  const files = await listFiles(setting.database, application);
  const lastDay = addDays(berlinDay(application.changedAt), DRAFT_DAYS);
  const code = codeOf(c);
  const isMailed = c.req.query('erledigt') === 'mail';
  const view: WaitingView = {
    formTitle: form.definition.title[language],
    note: note ?? (isMailed ? { kind: 'success', title: t.sign.waiting.mailed } : undefined),
    who: secondSignerOf(form.definition, answers)?.label[language] ?? '',
    link,
    code: code && spelled(code),
    renewAction: mineAt(c, '/unterschrift'),
    mailAction: mineAt(c, '/unterschrift-mail'),
    mail,
    takeBackAction: mineAt(c, '/zurueckholen'),
    expires: t.sign.waiting.expires(dayInWords(language, lastDay)),
    groups: answerGroups(await withMembership(setting, opened, signing?.personId), files, { language, t }),
    files: fileViews(c, files, (id) => mineAt(c, `/datei/${id}`)),
  };
  const { title } = t.sign.waiting;
  const body = <WaitingPage view={view} t={t} />;
  const isWrong = mail.error !== undefined;
  const page = { title: isWrong ? `${t.errorTitle} ${title}` : title, body, isIndexed: false };
  return c.var.page(page, note?.kind === 'danger' ? 429 : isWrong ? 422 : 200);
};

/** Asks for the second signature and tells the link, this once: no address of this house ever shows it again. */
export const answerAsked = async (
  c: Page,
  setting: ApplicationSetting,
  access: Access,
): Promise<Response> => {
  const { language, signedIn } = c.var;
  const asked = await askToSign(setting, access, { language, personId: signedIn?.personId });
  if ('refused' in asked) return c.redirect(mineAt(c), 303);
  const application = await findOwnApplication(setting, access);
  if (!application) return c.notFound() as Response;
  const origin = setting.publicUrl ?? new URL(c.req.url).origin;
  const link = `${origin}${localPath(language, `/antrag/${application.ars}/unterschrift/${asked.secret}`)}`;
  return answerWaiting(c, setting, await openApplication(setting, application), { link });
};

const openWaiting = async (
  c: Page,
  setting: ApplicationSetting,
): Promise<{ access: Access; opened: OpenedApplication } | undefined> => {
  const access = accessOf(c);
  const application = access && (await findOwnApplication(setting, access));
  if (!access || application?.state !== 'inSigning') return undefined;
  return { access, opened: await openApplication(setting, application) };
};

const mail = async (c: Page, setting: ApplicationSetting): Promise<Response> => {
  const waiting = await openWaiting(c, setting);
  if (!waiting) return c.redirect(mineAt(c), 303);
  const { access, opened } = waiting;
  const gated = gateSending(c, opened, mineAt(c));
  if (gated) return gated;
  const t = wordsOf(c);
  const to = textOf((await c.req.parseBody()).adresse);
  // Nobody may have this house write to strangers again and again.
  if (await guardWriter(setting, 'mail-signature', visitorOf(c, setting.proxies))) {
    const note = { kind: 'danger' as const, title: t.refusals['too-many-attempts'] };
    return answerWaiting(c, setting, opened, { mail: { value: to }, note });
  }
  const asked = await mailLink(setting, access, { to, language: c.var.language });
  if (!('refused' in asked)) return c.redirect(mineAt(c, '?erledigt=mail'), 303);
  if (asked.refused !== 'not-a-mail-address') return c.redirect(mineAt(c), 303);
  return answerWaiting(c, setting, opened, { mail: { value: to, error: t.sign.faults[asked.refused] } });
};

export const waitingPages = (setting: ApplicationSetting) => {
  const pages = new Hono<ApplicationEnvironment>();
  pages.post(`${MINE}/unterschrift`, async (c) => {
    const waiting = await openWaiting(c, setting);
    if (!waiting) return c.redirect(mineAt(c), 303);
    return gateSending(c, waiting.opened, mineAt(c)) ?? answerAsked(c, setting, waiting.access);
  });
  pages.post(`${MINE}/unterschrift-mail`, (c) => mail(c, setting));
  pages.post(`${MINE}/zurueckholen`, async (c) => {
    const access = accessOf(c);
    if (access) await takeBack(setting, access);
    return c.redirect(mineAt(c), 303);
  });
  return pages;
};
