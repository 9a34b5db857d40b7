import type { Context as HonoContext } from 'hono';
import { formatDay, formatNumber } from '../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../foundation/i18n/language.ts';
import { type Acting, deskPath, listWaitingChanges, may } from '../../modules/accounts/index.ts';
import { listRequestedEntries } from '../../modules/knowledge/index.ts';
import { reviewMessages } from '../../modules/knowledge/web/index.ts';
import {
  countBrokenLinks,
  countFailedSources,
  countUnanswered,
  listWaitingEntries,
} from '../../modules/offers/index.ts';
import { entryMessages, sourceMessages, suggestionMessages } from '../../modules/offers/web/index.ts';
import { countWaitingReports, listWaitingApplications } from '../../modules/public-services/index.ts';
import { applicationMessages, reportMessages } from '../../modules/public-services/web/index.ts';
import type { Platform } from '../platform.ts';
import { TodayPage } from '../web/desk/DeskPages.tsx';
import { deskMessages } from '../web/desk/messages.ts';
import type { DeskEnvironment } from './enter-desk.tsx';

/** One thing that waits at the desk; `path` stands below the organisation's desk. */
type Item = { text: string; due?: Date | undefined; path: string };

const byUrgency = (a: Item, b: Item): number =>
  (a.due?.getTime() ?? Number.MAX_SAFE_INTEGER) - (b.due?.getTime() ?? Number.MAX_SAFE_INTEGER);

const ofAccounts = async (platform: Platform, acting: Acting, language: Language): Promise<Item[]> =>
  (await listWaitingChanges(platform, acting)).map(({ due }) => ({
    text: deskMessages(language).waiting.change,
    due,
    path: '/menschen',
  }));

const ofOffers = async (platform: Platform, acting: Acting, language: Language): Promise<Item[]> => {
  const { desk } = suggestionMessages(language);
  const { links } = sourceMessages(language);
  const { suggestions, reports } = await countUnanswered(platform, acting);
  const counted: [count: number, words: (count: string) => string, path: string][] = [
    [suggestions, desk.waitingSuggestions, '/vorschlaege'],
    [reports, desk.waitingReports, '/vorschlaege'],
    [await countFailedSources(platform, acting), links.failedSources, '/quellen'],
    [await countBrokenLinks(platform, acting), links.waiting, '/links'],
  ];
  const entries = (await listWaitingEntries(platform, acting)).map(({ kind, count, due, path }) => ({
    text: entryMessages(language).waiting[kind](formatNumber(language, count)),
    due,
    path,
  }));
  const rest = counted
    .filter(([count]) => count > 0)
    .map(([count, words, path]) => ({ text: words(formatNumber(language, count)), path }));
  return [...entries, ...rest];
};

const ofApplications = async (platform: Platform, acting: Acting, language: Language): Promise<Item[]> => {
  const waiting = await listWaitingApplications(platform, acting);
  if (!waiting) return [];
  const text = applicationMessages(language).inbox.waiting(formatNumber(language, waiting.count));
  return [{ text, due: waiting.due, path: '/antraege' }];
};

const ofReports = async (platform: Platform, acting: Acting, language: Language): Promise<Item[]> => {
  const count = await countWaitingReports(platform, acting);
  const text = reportMessages(language).waiting(formatNumber(language, count));
  return count === 0 ? [] : [{ text, path: '/zustaendigkeiten' }];
};

const ofKnowledge = async (platform: Platform, acting: Acting, language: Language): Promise<Item[]> => {
  const count = may(acting, 'edit-knowledge')
    ? (await listRequestedEntries(platform.database, acting.organisation)).length
    : 0;
  return count === 0
    ? []
    : [{ text: reviewMessages(language).waiting(formatNumber(language, count)), path: '/wissen' }];
};

/** What waits for whoever sits here, of all modules, the most urgent first. */
export const answerToday = async (c: HonoContext<DeskEnvironment>, platform: Platform): Promise<Response> => {
  const { acting, language } = c.var;
  const t = deskMessages(language);
  const now = platform.clock();
  const at = (path: string) => localPath(language, deskPath(acting, path));
  const items = [
    ...(await ofAccounts(platform, acting, language)),
    ...(await ofOffers(platform, acting, language)),
    ...(await ofApplications(platform, acting, language)),
    ...(await ofReports(platform, acting, language)),
    ...(await ofKnowledge(platform, acting, language)),
  ];
  const waiting = items.sort(byUrgency).map(({ text, due, path }) => ({
    text,
    due: due && t.waiting[due < now ? 'overdue' : 'due'](formatDay(language, due, now)),
    href: at(path),
  }));
  const actions = may(acting, 'edit-offers')
    ? [
        { label: t.waiting.new, href: at('/angebote/neu') },
        { label: t.waiting.upload, href: at('/tabellen') },
      ]
    : [];
  const body = <TodayPage name={acting.organisation.name} waiting={waiting} actions={actions} t={t} />;
  return c.var.page({ title: t.waiting.title, body });
};
