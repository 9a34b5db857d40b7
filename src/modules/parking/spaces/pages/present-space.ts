import type { Context as HonoContext } from 'hono';
import { formatEuro, formatNumber } from '../../../../foundation/i18n/format.ts';
import type { Language } from '../../../../foundation/i18n/language.ts';
import type { PageVariables } from '../../../../foundation/ui/page.ts';
import { type SpacesView, spaceMessages } from '../../web/index.ts';
import type { Pool } from '../pool.ts';

type Page = Pick<HonoContext<{ Variables: Pick<PageVariables, 'language'> }>, 'req' | 'var'>;

export const factsText = (language: Language, { facts }: Pool): string => {
  const t = spaceMessages(language);
  const price = facts.centsPerHour === 0 ? t.free : t.perHour(formatEuro(language, facts.centsPerHour));
  return t.facts(formatNumber(language, facts.capacity), price);
};

export const doneNote = (c: Page): SpacesView['note'] => {
  const { done } = spaceMessages(c.var.language);
  const key = c.req.query('erledigt') ?? '';
  return Object.hasOwn(done, key) ? { kind: 'success', title: done[key as keyof typeof done] } : undefined;
};

/** What became of promises that were taken back. */
export const recalledNote = (c: Page): SpacesView['note'] => {
  const { language } = c.var;
  const [, ...counts] = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})$/.exec(c.req.query('verlegt') ?? '') ?? [];
  if (counts.length === 0) return undefined;
  const [moved = '', kept = '', failed = ''] = counts.map((count) => formatNumber(language, Number(count)));
  return { kind: 'success', title: spaceMessages(language).edit.recalled(moved, kept, failed) };
};
