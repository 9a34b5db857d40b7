import type { Context as HonoContext } from 'hono';
import { formatDay } from '../../foundation/i18n/format.ts';
import { localPath } from '../../foundation/i18n/language.ts';
import { deskPath, listWaitingChanges } from '../../modules/accounts/index.ts';
import type { Platform } from '../platform.ts';
import { TodayPage } from '../web/desk/DeskPages.tsx';
import { deskMessages } from '../web/desk/messages.ts';
import type { DeskEnvironment } from './enter-desk.tsx';

/** One thing that waits at the desk; `path` stands below the organisation's desk. */
type Item = { text: string; due?: Date | undefined; path: string };

const byUrgency = (a: Item, b: Item): number =>
  (a.due?.getTime() ?? Number.MAX_SAFE_INTEGER) - (b.due?.getTime() ?? Number.MAX_SAFE_INTEGER);

/** What waits for whoever sits here, of all modules, the most urgent first. */
export const answerToday = async (c: HonoContext<DeskEnvironment>, platform: Platform): Promise<Response> => {
  const { acting, language } = c.var;
  const t = deskMessages(language);
  const now = platform.clock();
  const items: Item[] = (await listWaitingChanges(platform, acting)).map(({ due }) => ({
    text: t.waiting.change,
    due,
    path: '/menschen',
  }));
  const waiting = items.sort(byUrgency).map(({ text, due, path }) => ({
    text,
    due: due && t.waiting[due < now ? 'overdue' : 'due'](formatDay(language, due, now)),
    href: localPath(language, deskPath(acting, path)),
  }));
  const body = <TodayPage name={acting.organisation.name} waiting={waiting} actions={[]} t={t} />;
  return c.var.page({ title: t.waiting.title, body });
};
