import { berlinDay } from '../../../../foundation/time/zone.ts';
import type { NewsItem } from './contract.ts';

/** `2026-11`, by the clock in Berlin. */
export type Month = string;

export const monthOf = (instant: Date): Month => berlinDay(instant).slice(0, 7);

export const isMonth = (text: string | undefined): text is Month =>
  text !== undefined && /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);

export type Issue = {
  month: Month;
  items: NewsItem[];
  /** Nearest months in which something came. */ earlier: Month | undefined;
  later: Month | undefined;
};

/** What came in a month; a thing that came several times is told once, as what it was first in that month. */
export const issueOf = (news: readonly NewsItem[], month: Month): Issue => {
  const months = [...new Set(news.map(({ at }) => monthOf(at)))].sort();
  const first = new Map<string, NewsItem>();
  for (const item of news.filter(({ at }) => monthOf(at) === month)) {
    const known = first.get(item.id);
    // The newest comes first, and its title holds; new outweighs renewed.
    first.set(item.id, known ? { ...known, isRenewed: known.isRenewed && item.isRenewed } : item);
  }
  return {
    month,
    items: [...first.values()],
    earlier: months.findLast((one) => one < month),
    later: months.find((one) => one > month),
  };
};

/** In the order of the fields; dossiers stand first, what has no field last. */
export const groupsOf = (
  items: readonly NewsItem[],
  fields: readonly string[],
): { key: 'dossiers' | 'none' | (string & {}); items: NewsItem[] }[] => {
  const keyOf = ({ kind, field }: NewsItem): string => {
    if (kind === 'dossier') return 'dossiers';
    return field !== undefined && fields.includes(field) ? field : 'none';
  };
  return ['dossiers', ...fields, 'none']
    .map((key) => ({ key, items: items.filter((item) => keyOf(item) === key) }))
    .filter((group) => group.items.length > 0);
};
