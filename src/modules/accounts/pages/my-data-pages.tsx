import { Hono, type Context as HonoContext } from 'hono';
import type { PersonalData, PersonalField } from '../../../foundation/database/personal-data.ts';
import { formatDate, formatNumber, formatTime } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { paths } from '../contract.ts';
import { deleteAccount, isFreshlySignedIn, listOnlyMine } from '../privacy/delete-account.ts';
import { collectMyData } from '../privacy/my-data.ts';
import type { SignedIn } from '../sign-in/sessions.ts';
import {
  AccountDeletedPage,
  accountMessages,
  ConfirmDeletionPage,
  DeleteAccountPage,
  MyDataPage,
  type MyDataView,
} from '../web/index.ts';
import { takeAllCookies } from './session-cookie.ts';
import type { AccountEnvironment, AccountSetting } from './setting.ts';

type Page = HonoContext<AccountEnvironment>;

const MOST_ROWS_SHOWN = 20;

const actionIn = (c: Page) => (path: string, parameters?: Record<string, string>) =>
  withPlace(c.var.place, localPath(c.var.language, path), parameters);

const valueIn = (
  language: Language,
  value: PersonalData['rows'][number][string] | undefined,
  field: PersonalField,
): string | undefined => {
  const t = accountMessages(language).myData;
  if (value === null || value === undefined || value === '') return undefined;
  if (value instanceof Date) return `${formatDate(language, value)}, ${formatTime(language, value)}`;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') return formatNumber(language, value);
  return field.words?.[value]?.[language] ?? value;
};

const classView = (language: Language, { name, title, fields, rows }: PersonalData) => ({
  name,
  title: title[language],
  count: formatNumber(language, rows.length),
  rows: rows.slice(0, MOST_ROWS_SHOWN).map((row) =>
    Object.entries(fields).flatMap(([key, field]): [string, string][] => {
      const value = valueIn(language, row[key], field);
      return value === undefined ? [] : [[field[language], value]];
    }),
  ),
  ...(rows.length > MOST_ROWS_SHOWN && { more: formatNumber(language, rows.length - MOST_ROWS_SHOWN) }),
});

export const myDataPages = (setting: AccountSetting) => {
  const pages = new Hono<AccountEnvironment>();
  const dataOf = ({ personId }: SignedIn) => collectMyData(setting, personId, setting.furtherData);

  pages.get(paths.myData, async (c) => {
    const { language, signedIn } = c.var;
    if (!signedIn) return toSignIn(c, paths.myData);
    const t = accountMessages(language);
    const data = await dataOf(signedIn);
    const view: MyDataView = {
      classes: data.filter(({ rows }) => rows.length > 0).map((one) => classView(language, one)),
      empty: data.filter(({ rows }) => rows.length === 0).map(({ title }) => title[language]),
      action: actionIn(c),
      retention: localPath(language, '/datenschutz/fristen'),
    };
    return c.var.page({ title: t.myData.title, body: <MyDataPage view={view} t={t} />, isIndexed: false });
  });

  pages.get(paths.myDataFile, async (c) => {
    if (!c.var.signedIn) return toSignIn(c, paths.myData);
    const data = await dataOf(c.var.signedIn);
    const file = {
      at: setting.clock(),
      data: Object.fromEntries(data.map(({ name, rows }) => [name, rows])),
    };
    return c.body(`${JSON.stringify(file, null, 2)}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="meine-daten.json"',
    });
  });

  deletionPages(pages, setting);
  return pages;
};

const toSignIn = (c: Page, path: string, more: Record<string, string> = {}): Response =>
  c.redirect(actionIn(c)(paths.signIn, { zurueck: actionIn(c)(path), ...more }), 303);

const lastAdministrator = (c: Page, organisations: { name: string }[]): string | undefined =>
  organisations.length === 0
    ? undefined
    : accountMessages(c.var.language).myData.refusals['last-administrator'](
        organisations.map(({ name }) => name).join(', '),
      );

const answerConfirm = (c: Page, person: SignedIn, refusal?: string, again?: string): Response => {
  const t = accountMessages(c.var.language);
  const { confirmTitle } = t.myData.deletion;
  const title = refusal ? `${t.errorTitle} ${confirmTitle}` : confirmTitle;
  const view = { label: person.label, refusal, again, action: actionIn(c), t };
  return c.var.page(
    { title, body: <ConfirmDeletionPage {...view} />, isIndexed: false },
    refusal ? 422 : 200,
  );
};

const deletionPages = (pages: Hono<AccountEnvironment>, setting: AccountSetting): void => {
  pages.get(paths.deleteAccount, async (c) => {
    const person = c.var.signedIn;
    if (!person) return toSignIn(c, paths.deleteAccount);
    const t = accountMessages(c.var.language);
    const refusal = lastAdministrator(c, await listOnlyMine(setting, person.personId));
    const view = { label: person.label, refusal, action: actionIn(c), t };
    const title = t.myData.deletion.title;
    return c.var.page({ title, body: <DeleteAccountPage {...view} />, isIndexed: false });
  });

  const signInAgain = (c: Page): string =>
    actionIn(c)(paths.signIn, { neu: '1', zurueck: actionIn(c)(paths.confirmDeletion) });
  const tooOld = (c: Page, person: SignedIn): Response =>
    answerConfirm(
      c,
      person,
      accountMessages(c.var.language).myData.refusals['sign-in-too-old'],
      signInAgain(c),
    );

  pages.get(paths.confirmDeletion, (c) => {
    const person = c.var.signedIn;
    if (!person) return toSignIn(c, paths.deleteAccount);
    return isFreshlySignedIn(setting, person) ? answerConfirm(c, person) : tooOld(c, person);
  });

  pages.post(paths.confirmDeletion, async (c) => {
    const person = c.var.signedIn;
    if (!person) return toSignIn(c, paths.deleteAccount);
    const result = await deleteAccount(setting, person);
    if ('deleted' in result) {
      takeAllCookies(c);
      return c.redirect(actionIn(c)(paths.accountDeleted), 303);
    }
    return result.refused === 'sign-in-too-old'
      ? tooOld(c, person)
      : answerConfirm(c, person, lastAdministrator(c, result.of));
  });

  pages.get(paths.accountDeleted, (c) => {
    const t = accountMessages(c.var.language);
    const title = t.myData.deletion.done;
    return c.var.page({ title, body: <AccountDeletedPage t={t} />, isIndexed: false });
  });
};
