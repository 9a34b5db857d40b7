import { Hono } from 'hono';
import { formatNumber } from '../../../../../foundation/i18n/format.ts';
import { type Language, localeOf, localPath } from '../../../../../foundation/i18n/language.ts';
import { fieldsOfAction } from '../../../library/contract.ts';
import type { KnowledgeEnvironment, KnowledgeSetting } from '../../../setting.ts';
import {
  libraryMessages,
  NewsPage,
  type NewsView,
  networkMessages,
  newsMessages,
} from '../../../web/index.ts';
import { collectNews } from '../collect-news.ts';
import { groupsOf, type Issue, isMonth, issueOf, type Month, monthOf } from '../issue.ts';
import { factsOf, NEWS_AT, newsFeed } from '../news-feed.ts';

const ATOM = { 'content-type': 'application/atom+xml; charset=utf-8' };

/** "November 2026" */
const monthText = (language: Language, month: Month): string =>
  new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00Z`),
  );

const presentIssue = (language: Language, { month, items, earlier, later }: Issue): NewsView => {
  const t = newsMessages(language);
  const library = libraryMessages(language);
  const at = localPath(language, NEWS_AT);
  const headings: Record<string, string> = { dossiers: t.dossiers, none: t.noField };
  const toMonth = (one: Month | undefined, rel: 'prev' | 'next') =>
    one === undefined ? [] : [{ label: monthText(language, one), href: `${at}?monat=${one}`, rel }];
  return {
    heading: t.heading(monthText(language, month)),
    count: t.count(formatNumber(language, items.length)),
    groups: groupsOf(items, fieldsOfAction).map((group) => ({
      key: group.key,
      heading: headings[group.key] ?? library.choices[group.key] ?? group.key,
      cards: group.items.map((item) => ({
        key: item.id,
        href: localPath(language, item.path),
        title: item.title,
        facts: factsOf(language, item),
        tag: item.demonstration ? library.demonstration : undefined,
      })),
    })),
    months: [...toMonth(earlier, 'prev'), ...toMonth(later, 'next')],
    feed: `${at}.atom`,
  };
};

/** The newsletter: an issue for each month, and a feed of all. */
export const newsPages = ({ database, clock, origin }: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  pages.get(NEWS_AT, async (c) => {
    const { language } = c.var;
    const t = newsMessages(language);
    const asked = c.req.query('monat');
    const month = isMonth(asked) ? asked : monthOf(clock());
    const view = presentIssue(language, issueOf(await collectNews(database), month));
    return c.var.page({
      title: view.heading,
      body: <NewsPage view={view} t={t} />,
      canonical: localPath(language, NEWS_AT),
      isIndexed: asked === undefined,
      crumbs: [{ label: networkMessages(language).title, href: localPath(language, '/netzwerk') }],
      alternates: [{ type: 'application/atom+xml', title: t.feed, href: view.feed }],
    });
  });
  pages.get(`${NEWS_AT}.atom`, async (c) => {
    const about = { base: origin(c.req.url), now: clock() };
    return c.body(newsFeed(c.var.language, await collectNews(database), about), 200, ATOM);
  });
  return pages;
};
