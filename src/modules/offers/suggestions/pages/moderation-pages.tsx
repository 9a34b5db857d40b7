import { Hono, type Context as HonoContext } from 'hono';
import type { Context } from '../../../../foundation/database/context.ts';
import { formatDay } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import type { Mail } from '../../../../foundation/mail/mail.ts';
import { type DeskEnvironment, deskPath, permit } from '../../../accounts/index.ts';
import { categories, isCategory } from '../../category.ts';
import type { EntryField } from '../../desk/entry.ts';
import { publisherScopeOf } from '../../desk/publisher-scope.ts';
import {
  ModerationPage,
  type ModerationView,
  type SuggestionMessages,
  suggestionMessages,
} from '../../web/index.ts';
import { declineSuggestion, type ModerateRefusal, settleReport, takeSuggestion } from '../moderate.ts';
import { listOpenReports, type OpenReport } from '../report-store.ts';
import { listOpenSuggestions, type Suggestion } from '../suggestion-store.ts';

export type ModerationSetting = Context & { mail: Mail; onFault: (event: string, error: Error) => void };

type Page = HonoContext<DeskEnvironment>;

const AT = '/vorschlaege';
const MOST_SHOWN = 50;
const ID = '[0-9a-f-]{36}';

/** The answer that could not be taken, with what was typed. */
type Wrong = { id: string; reason: string } & ModerateRefusal;

const FACTS = [
  'start',
  'startTime',
  'endTime',
  'note',
  'street',
  'description',
  'organisation',
  'price',
  'link',
] as const satisfies EntryField[];

const factsOf = ({ fields }: Suggestion, c: Page, t: SuggestionMessages): [string, string][] => {
  const { category = '' } = fields;
  const kind = isCategory(category) ? categories[category][c.var.language] : category;
  return [
    [t.suggest.category, kind],
    ...FACTS.flatMap((field): [string, string][] => {
      const text =
        field === 'street' ? [fields.street, fields.houseNumber].filter(Boolean).join(' ') : fields[field];
      return text ? [[t.suggest[field], text]] : [];
    }),
  ];
};

const viewOf = async (
  c: Page,
  { database, clock }: ModerationSetting,
  wrong?: Wrong,
): Promise<ModerationView> => {
  const { acting, language } = c.var;
  const t = suggestionMessages(language);
  const scope = publisherScopeOf(acting);
  const now = clock();
  const at = (path: string) => localPath(language, deskPath(acting, path));
  const answerable = (id: string, cameAt: Date, kind: string) => ({
    id,
    came: t.desk.came(formatDay(language, cameAt, now)),
    action: at(`${AT}/${kind}/${id}`),
    reason: wrong?.id === id ? wrong.reason : '',
    error: wrong?.id === id && wrong.refused === 'reason-missing' ? t.refusals[wrong.refused] : undefined,
  });
  const suggestions = scope.isUnit
    ? await listOpenSuggestions(database, acting.organisation.ars, MOST_SHOWN)
    : [];
  const reports = await listOpenReports(database, scope, MOST_SHOWN);
  return {
    suggestions: suggestions.map((one) => ({
      ...answerable(one.id, one.suggested_at, 'vorschlag'),
      name: one.fields.name ?? '',
      facts: factsOf(one, c, t),
      wantsReply: one.mail !== null,
    })),
    reports: reports.map((one: OpenReport) => ({
      ...answerable(one.id, one.reported_at, 'hinweis'),
      name: one.name,
      message: one.message,
      publicHref: localPath(language, `/angebot/${one.offer_id}`),
      entryHref: one.entry_id === null ? undefined : at(`/angebote/${one.entry_id}`),
      otherSource: one.entry_id === null ? one.attribution : undefined,
    })),
  };
};

const answer = async (
  c: Page,
  setting: ModerationSetting,
  { wrong, note }: { wrong?: Wrong; note?: ModerationView['note'] } = {},
): Promise<Response> => {
  const t = suggestionMessages(c.var.language);
  const view = await viewOf(c, setting, wrong);
  const isGone = wrong?.refused === 'answered-already';
  const shown = isGone ? ({ kind: 'danger', title: t.refusals['answered-already'] } as const) : note;
  const title = wrong ? `${t.suggest.errorTitle} ${t.desk.title}` : t.desk.title;
  return c.var.page(
    { title, body: <ModerationPage view={{ ...view, note: shown }} t={t} /> },
    wrong ? 422 : 200,
  );
};

/** Where somebody left a mail address, the answer goes there; it was deleted with the decision. */
const reply = (
  c: Page,
  { mail, onFault }: ModerationSetting,
  { suggestion, reason }: { suggestion: Suggestion; reason?: string },
): void => {
  if (suggestion.mail === null) return;
  const { reply: words } = suggestionMessages(c.var.language);
  const town = c.var.acting.organisation.name;
  const text = reason === undefined ? words.taken(town) : words.declined(town, reason);
  mail
    .send({ to: suggestion.mail, subject: words.subject(suggestion.fields.name ?? ''), text })
    .catch((error: Error) => onFault('mail-not-sent', error));
};

const typed = (body: Record<string, unknown>, id: string): string => {
  const reason = body[`reason-${id}`];
  return typeof reason === 'string' ? reason : '';
};

export const moderationPages = (setting: ModerationSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const at = `/rathaus/:organisation${AT}`;
  const here = (c: Page, path: string) => localPath(c.var.language, deskPath(c.var.acting, path));

  pages.get(at, permit('moderate-suggestions'), (c) => {
    const { done } = suggestionMessages(c.var.language);
    const { erledigt = '' } = c.req.query();
    const title = Object.hasOwn(done, erledigt) ? done[erledigt as keyof typeof done] : undefined;
    return answer(c, setting, title ? { note: { kind: 'success', title } } : {});
  });

  pages.post(`${at}/vorschlag/:id{${ID}}`, permit('moderate-suggestions'), async (c) => {
    const id = c.req.param('id');
    const body = await c.req.parseBody();
    const reason = typed(body, id);
    if (body.step === 'yes') {
      const taken = await takeSuggestion(setting, c.var.acting, id);
      if ('refused' in taken) return answer(c, setting, { wrong: { ...taken, id, reason } });
      reply(c, setting, taken);
      return c.redirect(here(c, `/angebote/${taken.entryId}`), 303);
    }
    const declined = await declineSuggestion(setting, c.var.acting, { id, reason });
    if ('refused' in declined) return answer(c, setting, { wrong: { ...declined, id, reason } });
    reply(c, setting, declined);
    return c.redirect(here(c, `${AT}?erledigt=declined`), 303);
  });

  pages.post(`${at}/hinweis/:id{${ID}}`, permit('moderate-suggestions'), async (c) => {
    const id = c.req.param('id');
    const body = await c.req.parseBody();
    const reason = typed(body, id);
    const outcome = body.step === 'yes' ? 'mended' : 'declined';
    const settled = await settleReport(setting, c.var.acting, { id, outcome, reason });
    if ('refused' in settled) return answer(c, setting, { wrong: { ...settled, id, reason } });
    return c.redirect(here(c, `${AT}?erledigt=${outcome}`), 303);
  });

  return pages;
};
