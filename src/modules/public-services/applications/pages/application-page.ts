import type { Context as HonoContext } from 'hono';
import { UUID } from '../../../../foundation/http/uuid-in-path.ts';
import { formatDate, formatTime } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import type { PageVariables } from '../../../../foundation/ui/page.ts';
import type { AccountVariables } from '../../../accounts/index.ts';
import { type ApplicationMessages, applicationMessages, type FileView } from '../../web/index.ts';
import type { ApplicationContext, FileInfo } from '../application.ts';
import type { Access } from '../application-store.ts';
import { hashOfSecret, readSecret } from '../secret.ts';

/** What the pages of applications need of the rest of the house. */
export type ApplicationSetting = ApplicationContext & {
  proxies: number;
  /** Where the world reaches this house; absent: taken from each request. */ publicUrl?: string | undefined;
  townOf: (ars: string) => { label: string } | undefined;
};

export type ApplicationEnvironment = { Variables: PageVariables & AccountVariables };
export type Page = HonoContext<ApplicationEnvironment>;

export const MINE = '/antrag/:ars{[0-9]{12}}/mein/:key';

export const wordsOf = (c: Page): ApplicationMessages => applicationMessages(c.var.language);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const instantText = (language: Language, at: Date): string =>
  `${formatDate(language, at)}, ${formatTime(language, at)}`;

/** The code, where somebody came by it. In an address it stands in one piece: only so the log leaves it out. */
export const codeOf = (c: Page): string | undefined => {
  const key = c.req.param('key') ?? '';
  return /^[0-9a-z]{52}$/i.test(key) ? readSecret(key) : undefined;
};

/** Who comes: by the code in the address, or signed in with the id of the own application. */
export const accessOf = (c: Page): Access | undefined => {
  const ars = c.req.param('ars') ?? '';
  const key = c.req.param('key') ?? '';
  const secret = codeOf(c);
  if (secret) return { ars, secretHash: hashOfSecret(secret) };
  const personId = c.var.signedIn?.personId;
  return personId && new RegExp(`^${UUID}$`).test(key) ? { ars, id: key, personId } : undefined;
};

/** An address of this application, in the language of the page. */
export const mineAt = (c: Page, path = ''): string =>
  localPath(c.var.language, `/antrag/${c.req.param('ars')}/mein/${c.req.param('key')}${path}`);

/** Where the pages of a form stand: at this application. */
export const frameOf = (c: Page) => ({
  language: c.var.language,
  t: wordsOf(c),
  at: (path = ''): string => mineAt(c, path),
});

export const findAt = (c: Page, ars: string): string => localPath(c.var.language, `/antrag/${ars}/stand`);

export const fileViews = (c: Page, files: FileInfo[], hrefOf: (id: string) => string): FileView[] => {
  const { status } = wordsOf(c);
  return files.map(({ id, kind, addedAt }, at) => ({
    id,
    label: `${status.file(String(at + 1))} (${kind.toUpperCase()}), ${status.added(formatDate(c.var.language, addedAt))}`,
    href: hrefOf(id),
  }));
};

/** A document that nobody keeps on the way. */
export const fileAnswer = (
  c: Page | HonoContext,
  { kind, bytes, name }: { kind: 'pdf' | 'png' | 'jpeg'; bytes: Buffer; name: string },
): Response =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': kind === 'pdf' ? 'application/pdf' : `image/${kind}`,
    // Never shown inside this house: what people upload is only handed on.
    'content-disposition': `attachment; filename="${name}.${kind === 'jpeg' ? 'jpg' : kind}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
