import { Hono } from 'hono';
import type { Context } from '../../../../foundation/database/context.ts';
import { formatDate } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { type DeskEnvironment, deskPath, permit } from '../../../accounts/index.ts';
import { publisherScopeOf } from '../../desk/publisher-scope.ts';
import { fetchReason, LinksPage, sourceMessages } from '../../web/index.ts';
import { linkState } from '../link-check.ts';
import { listFailedLinks } from '../link-store.ts';

const MOST_SHOWN = 200;

export const linkPages = ({ database }: Context) => {
  const pages = new Hono<DeskEnvironment>();

  pages.get('/rathaus/:organisation/links', permit('edit-offers'), async (c) => {
    const { acting, language } = c.var;
    const t = sourceMessages(language);
    const links = await listFailedLinks(database, publisherScopeOf(acting), MOST_SHOWN);
    const view = {
      links: links.map((link) => ({
        key: `${link.url} ${link.offerId}`,
        state: linkState(link) === 'broken' ? t.links.broken : t.links.unsure,
        url: link.url,
        name: link.name,
        why: [
          fetchReason(link.reason ?? '', t),
          link.failedSince && t.links.since(formatDate(language, link.failedSince)),
        ]
          .filter(Boolean)
          .join(', '),
        entryHref:
          link.entryId === null
            ? undefined
            : localPath(language, deskPath(acting, `/angebote/${link.entryId}`)),
        offerHref: localPath(language, `/angebot/${link.offerId}`),
      })),
    };
    return c.var.page({ title: t.links.title, body: <LinksPage view={view} t={t} /> });
  });

  return pages;
};
