import { posix } from 'node:path';

/** What of a town is copied: its page, its list, its offers, and the pages about this house. */
export type EditionScope = {
  /** `/ort/…` of the town. */ townPath: string;
  /** How the town stands in addresses. */ place: string;
  offerIds: ReadonlySet<string>;
};

const ABOUT = ['/impressum', '/datenschutz', '/barrierefreiheit', '/quellen', '/hilfe'];
const HOUSE = 'https://house.invalid';

/**
 * The file in which a page of the live site stands in the copy, seen from the root of its folder; undefined for what is
 * not copied. Filters need a server: of the list only its pages are there.
 */
export const fileOfPage = (href: string, { townPath, place, offerIds }: EditionScope): string | undefined => {
  if (!href.startsWith('/') || href.startsWith('//') || !URL.canParse(href, HOUSE)) return undefined;
  const { pathname, searchParams } = new URL(href, HOUSE);
  if (pathname === townPath) return 'index.html';
  if (ABOUT.includes(pathname)) return `${pathname.slice(1)}.html`;
  const [, offer = ''] = /^\/angebot\/([0-9a-f-]{36})$/.exec(pathname) ?? [];
  if (offerIds.has(offer)) return `angebot/${offer}.html`;
  if (pathname !== '/' || searchParams.get('ort') !== place) return undefined;
  const others = [...searchParams.keys()].filter((name) => !['ort', 'seite'].includes(name));
  const page = searchParams.get('seite') ?? '1';
  return others.length === 0 && /^[1-9]\d{0,2}$/.test(page) ? `liste-${page}.html` : undefined;
};

/** From one file of the copy to another. */
export const linkBetween = (from: string, to: string): string =>
  posix.relative(posix.dirname(from), to) || posix.basename(to);
