import type { Context as HonoContext } from 'hono';
import type { Context } from '../../../../foundation/database/context.ts';
import { formatDate, formatTime } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath, findHolders, namePeople } from '../../../accounts/index.ts';
import type { Places } from '../../import/run/source.ts';
import { type EntryMessages, entryMessages } from '../../web/index.ts';

/** What the pages of the desk need of the rest of the house. */
export type OfferDeskSetting = Context & {
  places: Places;
  townOf: (ars: string) => { label: string; path: string } | undefined;
};

export type Page = HonoContext<DeskEnvironment>;

export const DESK = '/rathaus/:organisation';
export const PAGE_SIZE = 50;

/** An address at the desk, in the language of the page. */
export const deskAt = (
  c: Page,
  path: string,
  parameters: Record<string, string | undefined> = {},
): string => {
  const query = new URLSearchParams(
    Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString();
  return localPath(c.var.language, deskPath(c.var.acting, path)) + (query && `?${query}`);
};

export const wordsOf = (c: Page): EntryMessages => entryMessages(c.var.language);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const instantText = (language: Language, at: Date): string =>
  `${formatDate(language, at)}, ${formatTime(language, at)}`;

export const pageNumber = (text: string | undefined): number =>
  text !== undefined && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;

export type Editor = { personId: string; label: string };

/** Who may edit for the organisation now, by own role or by delegation. */
export const listEditors = async (setting: Context, c: Page): Promise<Editor[]> => {
  const ids = await findHolders(setting, c.var.acting.organisation, 'editor');
  const names = await namePeople(setting, ids);
  return [...names]
    .map(([personId, label]) => ({ personId, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'de'));
};

/** The sentence for what was just done, where the address says so. */
export const doneNote = (c: Page): { kind: 'success'; title: string } | undefined => {
  const { done } = wordsOf(c);
  const key = c.req.query('erledigt') ?? '';
  return Object.hasOwn(done, key) ? { kind: 'success', title: done[key as keyof typeof done] } : undefined;
};
