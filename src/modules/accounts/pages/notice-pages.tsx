import { Hono, type Context as HonoContext } from 'hono';
import * as v from 'valibot';
import { formatDay, formatTime } from '../../../foundation/i18n/format.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import {
  type NoticePace,
  type NoticeTopic,
  noticePaces,
  noticeTopics,
  paths,
  type QuietHoursRefusal,
} from '../contract.ts';
import { listNotices, readNotices } from '../notices/list-notices.ts';
import { changeNoticeSetting, getNoticeSetting } from '../notices/notice-setting.ts';
import type { SignedIn } from '../sign-in/sessions.ts';
import { accountMessages, NoticesPage, type NoticesView } from '../web/index.ts';
import type { AccountEnvironment, AccountSetting } from './setting.ts';

type Page = HonoContext<AccountEnvironment>;

const FormSchema = v.object({
  'ruhe-von': v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20)), ''),
  'ruhe-bis': v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20)), ''),
  ...(Object.fromEntries(
    noticeTopics.map((topic) => [`takt-${topic}`, v.optional(v.picklist(noticePaces))]),
  ) as Record<
    `takt-${NoticeTopic}`,
    v.OptionalSchema<v.PicklistSchema<typeof noticePaces, undefined>, undefined>
  >),
});

type Typed = { paces: Partial<Record<NoticeTopic, NoticePace>>; quiet: { from: string; to: string } };

const typedIn = (form: v.InferOutput<typeof FormSchema>): Typed => ({
  paces: Object.fromEntries(
    noticeTopics.flatMap((topic) => {
      const pace = form[`takt-${topic}`];
      return pace ? [[topic, pace]] : [];
    }),
  ),
  quiet: { from: form['ruhe-von'], to: form['ruhe-bis'] },
});

const listed = async (c: Page, setting: AccountSetting, { personId }: SignedIn) => {
  const { language } = c.var;
  const page = Number.parseInt(c.req.query('seite') ?? '', 10) || 1;
  const { notices, ...list } = await listNotices(setting, { personId, page });
  return {
    ...list,
    notices: notices.map(({ id, topic, subject, text, path, created_at: at, read_at: read }) => ({
      id,
      topic,
      subject,
      text,
      ...(path && { href: localPath(language, path) }),
      at: `${formatDay(language, at, setting.clock())}, ${formatTime(language, at)}`,
      isNew: read === null,
    })),
  };
};

const answerNotices = async (
  c: Page,
  setting: AccountSetting,
  person: SignedIn,
  wrong?: { refused: QuietHoursRefusal; typed: Typed },
): Promise<Response> => {
  const { language, place } = c.var;
  const t = accountMessages(language);
  const action = (path: string) => withPlace(place, localPath(language, path));
  const { paces, quiet } = await getNoticeSetting(setting, person.personId);
  const times = wrong?.typed.quiet ?? quiet ?? { from: '', to: '' };
  const error = wrong && t.notices.refusals[wrong.refused];
  const isFirstWrong = wrong?.refused !== 'quiet-hours-incomplete' || times.from === '';
  const view: NoticesView = {
    ...(await listed(c, setting, person)),
    hrefOf: (page) => withPlace(place, localPath(language, paths.notices), { seite: String(page) }),
    hasMail: person.mail !== undefined,
    paces: { ...paces, ...wrong?.typed.paces },
    quietFrom: { value: times.from, error: isFirstWrong ? error : undefined },
    quietTo: { value: times.to, error: isFirstWrong ? undefined : error },
    note: c.req.query('gespeichert') ? t.notices.saved : undefined,
    action,
  };
  const title = wrong ? `${t.errorTitle} ${t.notices.title}` : t.notices.title;
  const body = <NoticesPage view={view} t={t} />;
  return c.var.page({ title, body, isIndexed: false }, wrong ? 422 : 200);
};

export const noticePages = (setting: AccountSetting) => {
  const pages = new Hono<AccountEnvironment>();
  const home = (c: Page, parameters = {}) =>
    withPlace(c.var.place, localPath(c.var.language, paths.notices), parameters);
  const toSignIn = (c: Page) =>
    c.redirect(withPlace(c.var.place, localPath(c.var.language, paths.signIn), { zurueck: home(c) }), 303);

  pages.get(paths.notices, async (c) =>
    c.var.signedIn ? answerNotices(c, setting, c.var.signedIn) : toSignIn(c),
  );

  pages.post(paths.noticesRead, async (c) => {
    if (!c.var.signedIn) return toSignIn(c);
    await readNotices(setting, c.var.signedIn.personId);
    return c.redirect(home(c), 303);
  });

  pages.post(paths.noticeSetting, async (c) => {
    const person = c.var.signedIn;
    if (!person) return toSignIn(c);
    const parsed = v.safeParse(FormSchema, await c.req.parseBody());
    // Only a made-up request sends words that the form does not offer: it is answered with the form as it is.
    if (!parsed.success) return answerNotices(c, setting, person);
    const typed = typedIn(parsed.output);
    const result = await changeNoticeSetting(setting, person.personId, typed);
    if ('refused' in result) return answerNotices(c, setting, person, { refused: result.refused, typed });
    return c.redirect(home(c, { gespeichert: '1' }), 303);
  });

  return pages;
};
