import { Hono, type Context as HonoContext } from 'hono';
import type { Context } from '../../../../foundation/database/context.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import { withPlace } from '../../../../foundation/ui/page.ts';
import { findHolders, guardWriter, visitorOf } from '../../../accounts/index.ts';
import { type Category, categories } from '../../category.ts';
import type { EntryField, EntryFields } from '../../desk/entry.ts';
import { faultText } from '../../desk/pages/present-fields.ts';
import type { Here } from '../../pages/here.ts';
import type { OfferPageVariables } from '../../pages/list-pages.tsx';
import {
  entryMessages,
  type SuggestField,
  SuggestPage,
  SuggestThanksPage,
  type SuggestView,
  SuggestWherePage,
  suggestionMessages,
} from '../../web/index.ts';
import { type SuggestRefusal, suggestEvent } from '../suggest-event.ts';

export type SuggestSetting = Context & {
  proxies: number;
  townOf: (ars: string) => { label: string } | undefined;
};

type Page = HonoContext<{ Variables: OfferPageVariables }>;
type Typed = Record<SuggestField, string>;

const AT = '/vorschlagen';
const FIELDS = [
  'name',
  'category',
  'start',
  'startTime',
  'endTime',
  'note',
  'street',
  'houseNumber',
  'description',
  'organisation',
  'price',
  'link',
  'mail',
] as const satisfies SuggestField[];

const isEntryField = (field: SuggestField): field is Exclude<SuggestField, 'mail'> => field !== 'mail';

const typedIn = (body: Record<string, unknown>): Typed =>
  Object.fromEntries(
    FIELDS.map((field) => [field, typeof body[field] === 'string' ? body[field] : '']),
  ) as Typed;

const eventChoices = (language: Language) =>
  (Object.keys(categories) as Category[])
    .filter((category) => categories[category].kind === 'event')
    .map((category) => ({ value: category, label: categories[category][language] }));

type Wrong = SuggestRefusal | { refused: 'too-many-attempts' };

/** What stands beside each field; what belongs to none stands on top. */
const faultsIn = (wrong: Wrong | undefined, language: Language): Partial<Record<SuggestField, string>> => {
  if (wrong?.refused === 'not-a-mail-address') return { mail: suggestionMessages(language).suggest.notMail };
  if (wrong?.refused !== 'faulty') return {};
  const t = entryMessages(language);
  return Object.fromEntries(
    wrong.faults
      .toReversed()
      .map((fault): [EntryField, string] => [fault.field, faultText(fault, language, t)]),
  );
};

const noteOf = (wrong: Wrong | undefined, language: Language): string | undefined => {
  const { tooMany, full } = suggestionMessages(language).suggest;
  if (wrong?.refused === 'too-many-attempts') return tooMany;
  return wrong?.refused === 'too-many-suggestions' ? full : undefined;
};

const answer = async (
  c: Page,
  setting: SuggestSetting,
  here: Here,
  { typed, wrong }: { typed?: Typed; wrong?: Wrong } = {},
): Promise<Response> => {
  const { language } = c.var;
  const t = suggestionMessages(language);
  const faults = faultsIn(wrong, language);
  const editors = await findHolders(setting, { ars: here.ars, id: here.ars }, 'editor');
  const view: SuggestView = {
    town: setting.townOf(here.ars)?.label ?? here.label,
    isRead: editors.length > 0,
    fields: Object.fromEntries(
      FIELDS.map((field) => [field, { value: typed?.[field] ?? '', error: faults[field] }]),
    ),
    categories: eventChoices(language),
    note: noteOf(wrong, language),
    action: withPlace(here, localPath(language, AT)),
  };
  const title = wrong ? `${t.suggest.errorTitle} ${t.suggest.title}` : t.suggest.title;
  const status = wrong === undefined ? 200 : wrong.refused === 'too-many-attempts' ? 429 : 422;
  return c.var.page({ title, body: <SuggestPage view={view} t={t} />, isIndexed: false }, status);
};

/** Without an account: an event that is missing is told to the town hall of the place. */
export const suggestPages = (setting: SuggestSetting) => {
  const pages = new Hono<{ Variables: OfferPageVariables }>();

  pages.get(AT, (c) => {
    const { here, language } = c.var;
    // Whoever comes from elsewhere in the house may bring something along, a day for example.
    if (here) return answer(c, setting, here, { typed: typedIn(c.req.query()) });
    const t = suggestionMessages(language);
    const body = <SuggestWherePage action={localPath(language, AT)} t={t} />;
    return c.var.page({ title: t.suggest.title, body });
  });

  pages.post(AT, async (c) => {
    const { here, language } = c.var;
    if (!here) return c.redirect(localPath(language, AT), 303);
    const typed = typedIn(await c.req.parseBody());
    const guarded = await guardWriter(setting, 'suggest', visitorOf(c, setting.proxies));
    if (guarded) return answer(c, setting, here, { typed, wrong: guarded });
    const fields: EntryFields = Object.fromEntries(
      FIELDS.filter(isEntryField).map((field) => [field, typed[field]]),
    );
    const { notice } = suggestionMessages('de');
    const result = await suggestEvent(
      setting,
      { ars: here.ars, fields, mail: typed.mail },
      { subject: notice.subject(typed.name), text: notice.text },
    );
    if ('refused' in result) return answer(c, setting, here, { typed, wrong: result });
    return c.redirect(withPlace(here, localPath(language, `${AT}/danke`)), 303);
  });

  pages.get(`${AT}/danke`, (c) => {
    const { here, language } = c.var;
    const t = suggestionMessages(language);
    const body = <SuggestThanksPage back={withPlace(here, localPath(language, '/'))} t={t} />;
    return c.var.page({ title: t.suggest.thanksTitle, body, isIndexed: false });
  });

  return pages;
};
