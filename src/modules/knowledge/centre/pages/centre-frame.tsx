import type { Context as HonoContext } from 'hono';
import type { ComponentChildren } from 'preact';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath } from '../../../accounts/index.ts';
import { CentreFrame, reviewMessages } from '../../web/index.ts';

export type DeskPage = HonoContext<DeskEnvironment>;

export const DESK = '/rathaus/:organisation/netzwerk';
const WAYS = [
  ['review', ''],
  ['dossiers', '/dossiers'],
  ['calls', '/aufrufe'],
  ['merge', '/zusammenfuehren'],
] as const;
export type CentreTask = (typeof WAYS)[number][0];

/** An address at the centre's desk of the organisation that somebody acts for. */
export const atCentre = (c: DeskPage, path = ''): string =>
  localPath(c.var.language, deskPath(c.var.acting, `/netzwerk${path}`));

type Shown = { title: string; body: ComponentChildren; here: CentreTask; status?: 200 | 422 };

/** A page of the centre's desk with its tasks above. */
export const centrePage = (c: DeskPage, { title, body, here, status = 200 }: Shown): Response => {
  const t = reviewMessages(c.var.language);
  const ways = WAYS.map(([task, path]) => ({
    label: t.ways[task],
    href: atCentre(c, path),
    isHere: task === here,
  }));
  const framed = (
    <CentreFrame ways={ways} t={t}>
      {body}
    </CentreFrame>
  );
  return c.var.page({ title, body: framed, isIndexed: false }, status);
};
