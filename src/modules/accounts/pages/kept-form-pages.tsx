import { Hono, type Context as HonoContext } from 'hono';
import { formatDay, formatTime } from '../../../foundation/i18n/format.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { paths } from '../contract.ts';
import { discardKeptForm, listKeptForms } from '../kept-forms/keep-form.ts';
import { accountMessages, KeptFormsPage } from '../web/index.ts';
import { KEPT } from './keep-forms.ts';
import type { AccountEnvironment, AccountSetting } from './setting.ts';

type Page = HonoContext<AccountEnvironment>;

const withId = (path: string, id: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ [KEPT]: id })}`;

export const keptFormPages = (setting: AccountSetting) => {
  const pages = new Hono<AccountEnvironment>();
  const home = (c: Page) => withPlace(c.var.place, localPath(c.var.language, paths.keptForms));
  const toSignIn = (c: Page) =>
    c.redirect(withPlace(c.var.place, localPath(c.var.language, paths.signIn), { zurueck: home(c) }), 303);

  pages.get(paths.keptForms, async (c) => {
    const { language, signedIn } = c.var;
    if (!signedIn) return toSignIn(c);
    const t = accountMessages(language);
    const now = setting.clock();
    const forms = (await listKeptForms(setting, signedIn.personId)).map(({ id, path, fields, keptAt }) => ({
      id,
      path,
      action: withId(path, id),
      at: `${formatDay(language, keptAt, now)}, ${formatTime(language, keptAt)}`,
      fields: fields.map(([name, text], at) => ({ key: String(at), name, text })),
    }));
    const discard = withPlace(c.var.place, localPath(language, paths.discardKeptForm));
    const account = withPlace(c.var.place, localPath(language, paths.account));
    const title = forms.length > 0 ? t.keptForms.title : t.keptForms.none;
    const body = <KeptFormsPage forms={forms} discard={discard} account={account} t={t} />;
    return c.var.page({ title, body, isIndexed: false });
  });

  pages.post(paths.discardKeptForm, async (c) => {
    if (!c.var.signedIn) return toSignIn(c);
    const { id } = await c.req.parseBody();
    if (typeof id === 'string') await discardKeptForm(setting, c.var.signedIn.personId, id);
    return c.redirect(home(c), 303);
  });
  return pages;
};
