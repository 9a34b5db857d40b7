import { generateAtomFeed } from 'feedsmith';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import { libraryMessages, newsMessages } from '../../web/index.ts';
import type { NewsItem } from './contract.ts';

export const NEWS_AT = '/netzwerk/neues';
const MOST_ENTRIES = 100;
const LONGEST_SUMMARY = 400;

/** "neu · Eintrag · Energie · Leezen"; who told of a failure stays unnamed here as well. */
export const factsOf = (language: Language, { kind, isRenewed, field, who }: NewsItem): string => {
  const t = newsMessages(language);
  return [
    isRenewed ? t.renewed : t.fresh,
    t.kinds[kind],
    field && libraryMessages(language).choices[field],
    who ?? t.withoutOrigin,
  ]
    .filter(Boolean)
    .join(' · ');
};

/** The news as Atom (RFC 4287). A renewed thing keeps its id, so that a reader shows it anew instead of twice. */
export const newsFeed = (
  language: Language,
  news: readonly NewsItem[],
  { base, now }: { base: string; now: Date },
): string => {
  const t = newsMessages(language);
  const newest = new Map<string, NewsItem>();
  for (const item of news) if (!newest.has(item.id)) newest.set(item.id, item);
  const items = [...newest.values()].slice(0, MOST_ENTRIES);
  const at = localPath(language, NEWS_AT);
  return generateAtomFeed({
    id: `${base}${at}.atom`,
    title: { value: t.title },
    updated: items[0]?.at ?? now,
    authors: [{ name: 'Allmende' }],
    links: [
      { href: `${base}${at}`, rel: 'alternate' },
      { href: `${base}${at}.atom`, rel: 'self' },
    ],
    entries: items.map((item) => ({
      id: `urn:uuid:${item.id}`,
      title: { value: item.demonstration ? t.example(item.title) : item.title },
      updated: item.at,
      links: [{ href: `${base}${localPath(language, item.path)}`, rel: 'alternate' }],
      summary: { value: `${factsOf(language, item)}. ${item.summary.slice(0, LONGEST_SUMMARY)}` },
    })),
  });
};
