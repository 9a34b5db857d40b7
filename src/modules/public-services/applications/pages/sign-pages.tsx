import { Hono } from 'hono';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { dayInWords } from '../../forms/date-in-words.ts';
import { SignEndPage, SignPage, type SignView } from '../../web/index.ts';
import type { OpenedApplication } from '../application.ts';
import { listFiles } from '../enclosure-store.ts';
import { openApplication, openFile } from '../open-application.ts';
import { answerGroups } from '../present-answers.ts';
import { readSecret } from '../secret.ts';
import { withMembership } from '../signing/prove-membership.ts';
import {
  type AgreementFault,
  contentsOf,
  declineToSign,
  findByLinkOf,
  type Link,
  signApplication,
} from '../signing/sign.ts';
import { secondSignerOf } from '../signing/signing.ts';
import {
  type ApplicationEnvironment,
  type ApplicationSetting,
  fileAnswer,
  fileViews,
  type Page,
  textOf,
  wordsOf,
} from './application-page.ts';
import { stepUpFor } from './gate-sending.ts';

const SIGN = '/antrag/:ars{[0-9]{12}}/unterschrift';
const AT = `${SIGN}/:secret{[0-9A-Za-z]{52}}`;

const linkOf = (c: Page): Link => ({
  ars: c.req.param('ars') ?? '',
  secret: readSecret(c.req.param('secret') ?? '') ?? '',
});

const signAt = (c: Page, path = ''): string =>
  localPath(c.var.language, `/antrag/${c.req.param('ars')}/unterschrift/${c.req.param('secret')}${path}`);

const answerEnd = (c: Page, title: string, paragraphs: string[], status: 200 | 404 = 200): Response =>
  c.var.page(
    { title, body: <SignEndPage title={title} paragraphs={paragraphs} />, isIndexed: false },
    status,
  );

const answerDead = (c: Page): Response => {
  const { page } = wordsOf(c).sign;
  return answerEnd(c, page.dead, [page.deadLead], 404);
};

/** The link goes on to work once it is signed: it then tells that it is sent, and nothing of what stands in it. */
const answerSigned = (c: Page, { application: { receiptNumber, dueOn } }: OpenedApplication): Response => {
  const { page } = wordsOf(c).sign;
  const day = dueOn ? dayInWords(c.var.language, dueOn) : '';
  return answerEnd(c, page.signed, [page.signedLead(receiptNumber ?? '', day), page.signedNext]);
};

type Wrong = {
  name?: SignView['name'];
  tick?: SignView['tick'];
  fault?: 'changed' | 'same-person';
};

const answerSign = async (
  c: Page,
  setting: ApplicationSetting,
  opened: OpenedApplication,
  { name = {}, tick = {}, fault }: Wrong = {},
): Promise<Response> => {
  const t = wordsOf(c);
  const { language } = c.var;
  const { application, form, answers, signing } = opened;
  const files = await listFiles(setting.database, application);
  const second = secondSignerOf(form.definition, answers);
  const view: SignView = {
    formTitle: form.definition.title[language],
    town: setting.townOf(application.ars)?.label ?? '',
    isDemonstration: form.isDemonstration,
    note: fault && { kind: 'danger', title: t.sign.faults[fault] },
    who: second?.label[language] ?? '',
    declaration: second?.declaration[language] ?? '',
    groups: answerGroups(await withMembership(setting, opened, signing?.personId), files, { language, t }),
    files: fileViews(c, files, (id) => signAt(c, `/datei/${id}`)),
    signAction: signAt(c),
    declineAction: signAt(c, '/ablehnen'),
    seen: await contentsOf(setting, opened),
    name,
    tick,
    reason: '',
  };
  const isWrong = [name.error, tick.error, fault].some((one) => one !== undefined);
  const { title } = t.sign.page;
  const page = { title: isWrong ? `${t.errorTitle} ${title}` : title, isIndexed: false };
  return c.var.page({ ...page, body: <SignPage view={view} t={t} /> }, isWrong ? 422 : 200);
};

type Found = { opened: OpenedApplication } | { answer: Response };

/** What the link opens, for somebody with the level that the form asks for. */
const openByLink = async (c: Page, setting: ApplicationSetting): Promise<Found> => {
  const application = await findByLinkOf(setting, linkOf(c));
  if (!application) return { answer: answerDead(c) };
  const opened = await openApplication(setting, application);
  if (application.state !== 'inSigning') return { answer: answerSigned(c, opened) };
  const signIn = stepUpFor(c, opened.form, signAt(c));
  return signIn === undefined ? { opened } : { answer: c.redirect(signIn, 303) };
};

const sign = async (c: Page, setting: ApplicationSetting): Promise<Response> => {
  const found = await openByLink(c, setting);
  if ('answer' in found) return found.answer;
  const t = wordsOf(c);
  const body = await c.req.parseBody();
  const name = textOf(body.name);
  const isTicked = body.zustimmung === 'ja';
  const agreement = { name, isTicked, seen: textOf(body.gesehen) };
  const { notices } = t;
  const result = await signApplication(
    setting,
    { link: linkOf(c), personId: c.var.signedIn?.personId, ...agreement },
    { noticeOf: notices.new, sent: notices.signed },
  );
  // Whoever else signed a moment ago: the page tells what has become of it.
  if (!('refused' in result) || result.refused === 'not-now') return c.redirect(signAt(c), 303);
  if (result.refused === 'unknown-link') return answerDead(c);
  if (result.refused !== 'faulty')
    // What has changed is agreed to anew.
    return answerSign(c, setting, found.opened, { name: { value: name }, fault: result.refused });
  const errorOf = (fault: AgreementFault) =>
    result.faults.includes(fault) ? t.sign.faults[fault] : undefined;
  return answerSign(c, setting, found.opened, {
    name: { value: name, error: errorOf('name-missing') },
    tick: { value: isTicked ? 'ja' : '', error: errorOf('not-ticked') },
  });
};

const decline = async (c: Page, setting: ApplicationSetting): Promise<Response> => {
  const found = await openByLink(c, setting);
  if ('answer' in found) return found.answer;
  const t = wordsOf(c);
  const reason = textOf((await c.req.parseBody()).grund);
  const notice = t.notices.declined(found.opened.form.definition.title.de);
  const result = await declineToSign(setting, { link: linkOf(c), reason }, notice);
  if ('refused' in result) return c.redirect(signAt(c), 303);
  return c.redirect(localPath(c.var.language, `/antrag/${linkOf(c).ars}/unterschrift/abgelehnt`), 303);
};

/** What the second person does, by the link alone and on any device. */
export const signPages = (setting: ApplicationSetting) => {
  const pages = new Hono<ApplicationEnvironment>();
  pages.get(`${SIGN}/abgelehnt`, (c) => {
    const { page } = wordsOf(c).sign;
    return answerEnd(c, page.declined, [page.declinedLead]);
  });
  pages.get(AT, async (c) => {
    const found = await openByLink(c, setting);
    return 'answer' in found ? found.answer : answerSign(c, setting, found.opened);
  });
  pages.post(AT, (c) => sign(c, setting));
  pages.post(`${AT}/ablehnen`, (c) => decline(c, setting));
  pages.get(`${AT}/datei/:file{${UUID}}`, async (c) => {
    const found = await openByLink(c, setting);
    if ('answer' in found) return found.answer;
    const file = await openFile(setting, found.opened.application, c.req.param('file'));
    return file ? fileAnswer(c, { ...file, name: 'datei' }) : c.notFound();
  });
  return pages;
};
