import type { Context as HonoContext } from 'hono';
import type { Context } from '../../../../../foundation/database/context.ts';
import { formatDate } from '../../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath } from '../../../../accounts/index.ts';
import { type EditorMessages, type EditorNote, editorMessages } from '../../../web/index.ts';
import { type FormDraft, findDraft } from '../draft-store.ts';
import type { EditRefusal } from '../edit-draft.ts';

/** What the editor of forms needs of the rest of the house. */
export type EditorSetting = Pick<Context, 'database' | 'clock' | 'newId'> & {
  townOf: (ars: string) => { label: string } | undefined;
};

export type Page = HonoContext<DeskEnvironment>;

export const AT = '/rathaus/:organisation/formulare';
export const ONE = `${AT}/:form{[a-z][a-z0-9-]{1,60}}`;

export const wordsOf = (c: Page): EditorMessages => editorMessages(c.var.language);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The draft that somebody saw when they sent a page; no draft has the number 0. */
export const seenRevision = ({ stand = '' }: Record<string, string>): number =>
  /^\d{1,9}$/.test(stand) ? Number(stand) : 0;

export const formsAt = (c: Page, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `/formulare${path}`));

/** An address of the form that the page is about. */
export const formAt = (c: Page, path = ''): string => formsAt(c, `/${c.req.param('form')}${path}`);

export const dateText = (c: Page, at: Date): string => formatDate(c.var.language, at);

/** Forms belong to a municipality; an association, a firm or a club has none. */
export const townOf = (c: Page): string | undefined => {
  const { id, ars } = c.var.acting.organisation;
  return id === ars && /^[0-9]{12}$/.test(ars) ? ars : undefined;
};

export const findOwnDraft = async (c: Page, setting: EditorSetting): Promise<FormDraft | undefined> => {
  const ars = townOf(c);
  return ars === undefined ? undefined : findDraft(setting.database, { ars, id: c.req.param('form') ?? '' });
};

/** What has just been done or refused, told by the address, so that nothing happens twice on a reload. */
export const noteOf = (c: Page): EditorNote | undefined => {
  const t = wordsOf(c);
  const { erledigt = '', abgelehnt = '' } = c.req.query();
  if (Object.hasOwn(t.refusals, abgelehnt))
    return { kind: 'danger', title: t.refusals[abgelehnt as EditRefusal['refused']] };
  return Object.hasOwn(t.done, erledigt)
    ? { kind: 'success', title: t.done[erledigt as keyof typeof t.done] }
    : undefined;
};

/** On to the form with what was done, or with why it was not. */
export const onwards = (c: Page, result: object, done: keyof EditorMessages['done']): Response => {
  const refused = 'refused' in result ? String(result.refused) : undefined;
  return c.redirect(formAt(c, refused === undefined ? `?erledigt=${done}` : `?abgelehnt=${refused}`), 303);
};
