import { Hono } from 'hono';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { paths } from '../../../accounts/contract.ts';
import { guardWriter, visitorOf } from '../../../accounts/index.ts';
import { dayInWords } from '../../forms/date-in-words.ts';
import { findForm } from '../../forms/form-store.ts';
import { FindPage, type FindView, MyApplicationsPage } from '../../web/index.ts';
import { draftsSince, findOwnApplication } from '../act-on-own.ts';
import { listOfPerson } from '../application-store.ts';
import { isOpen } from '../life.ts';
import { hashOfSecret, readReceiptNumber, readSecret } from '../secret.ts';
import {
  type ApplicationEnvironment,
  type ApplicationSetting,
  findAt,
  type Page,
  textOf,
  wordsOf,
} from './application-page.ts';

const FIND = '/antrag/:ars{[0-9]{12}}/stand';

const answerFind = (
  c: Page,
  ars: string,
  { number = {}, code = {}, note }: Partial<Pick<FindView, 'number' | 'code' | 'note'>> = {},
): Response => {
  const t = wordsOf(c);
  const isWrong = number.error !== undefined || code.error !== undefined || note !== undefined;
  const view = { action: findAt(c, ars), number, code, note };
  const title = isWrong ? `${t.errorTitle} ${t.find.title}` : t.find.title;
  const body = <FindPage view={view} t={t} />;
  return c.var.page({ title, body, isIndexed: false }, note ? 429 : isWrong ? 422 : 200);
};

const find = async (c: Page, setting: ApplicationSetting, ars: string): Promise<Response> => {
  const t = wordsOf(c);
  const body = await c.req.parseBody();
  const [typedNumber, typedCode] = [textOf(body.nummer).trim(), textOf(body.code).trim()];
  const number = typedNumber === '' ? null : readReceiptNumber(typedNumber);
  const secret = readSecret(typedCode);
  const typed = {
    number: { value: typedNumber, error: number === undefined ? t.find.badNumber : undefined },
    code: { value: typedCode, error: secret === undefined ? t.find.badCode : undefined },
  };
  if (number === undefined || secret === undefined) return answerFind(c, ars, typed);
  const application = await findOwnApplication(setting, { ars, secretHash: hashOfSecret(secret) });
  if (application && application.receiptNumber === number)
    return c.redirect(localPath(c.var.language, `/antrag/${ars}/mein/${secret}`), 303);
  // Only who is wrong is counted: a household that looks every day is never slowed down.
  const guarded = await guardWriter(setting, 'find-application', visitorOf(c, setting.proxies));
  if (guarded) return answerFind(c, ars, { ...typed, note: t.refusals['too-many-attempts'] });
  return answerFind(c, ars, { ...typed, code: { value: typedCode, error: t.find.unknown } });
};

/** Ways to an application that was begun before: by number and code, or by the own account. */
export const findPages = (setting: ApplicationSetting) => {
  const pages = new Hono<ApplicationEnvironment>();
  pages.get(FIND, (c) => {
    const ars = c.req.param('ars');
    return setting.townOf(ars) ? answerFind(c, ars) : c.notFound();
  });
  pages.post(FIND, (c) => find(c, setting, c.req.param('ars')));

  pages.get('/konto/antraege', async (c) => {
    const { signedIn, language } = c.var;
    const here = localPath(language, '/konto/antraege');
    if (!signedIn)
      return c.redirect(
        `${localPath(language, paths.signIn)}?${new URLSearchParams({ zurueck: here })}`,
        303,
      );
    const t = wordsOf(c);
    const applications = await listOfPerson(
      setting.database,
      signedIn.personId,
      draftsSince(setting.clock()),
    );
    const rows = await Promise.all(
      applications.map(async ({ ars, id, formId, formVersion, state, dueOn, receiptNumber }) => {
        const form = await findForm(setting.database, ars, formId, formVersion);
        const title = form?.definition.title[language] ?? formId;
        return {
          key: id,
          what: receiptNumber ? `${title}, ${receiptNumber}` : title,
          href: localPath(language, `/antrag/${ars}/mein/${id}`),
          state: t.states[state],
          due: isOpen(state) && dueOn ? dayInWords(language, dueOn) : '',
        };
      }),
    );
    const body = <MyApplicationsPage rows={rows} t={t} />;
    return c.var.page({ title: t.mine.title, body, isIndexed: false });
  });
  return pages;
};
