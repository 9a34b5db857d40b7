import { Hono } from 'hono';
import { formatNumber } from '../../foundation/i18n/format.ts';
import { localPath } from '../../foundation/i18n/language.ts';
import type { FrameSetting, SiteVariables } from '../frame.tsx';
import type { Platform } from '../platform.ts';
import { CirclePage, type CircleView } from '../web/circle/CirclePage.tsx';
import { circleMessages } from '../web/circle/messages.ts';
import { findThreads } from './find-threads.ts';
import { reached, stations } from './thread.ts';

const MOST_SHOWN = 50;

/** One idea after the other, through all parts of the house. */
export const circlePages = (platform: Platform, setting: FrameSetting) => {
  const pages = new Hono<{ Variables: SiteVariables }>();
  pages.get('/kreislauf', async (c) => {
    const { language } = c.var;
    const t = circleMessages(language);
    const threads = await findThreads(platform, setting);
    const view: CircleView = {
      counted: t.counted(formatNumber(language, threads.length)),
      threads: threads.slice(0, MOST_SHOWN).map((thread) => ({
        key: thread.key,
        title: thread.title,
        note: [
          t.reached(formatNumber(language, reached(thread).length), formatNumber(language, stations.length)),
          ...(thread.isDemonstration ? [t.demonstration] : []),
        ].join(' · '),
        stations: stations.map((station) => ({
          key: station,
          label: t.stations[station],
          stops: thread.stops[station].map(({ text, href }) => ({
            text: text || t.stations[station],
            href: href?.startsWith('/') ? localPath(language, href) : href,
          })),
        })),
      })),
    };
    return c.var.page({
      title: t.title,
      body: <CirclePage view={view} t={t} />,
      canonical: localPath(language, '/kreislauf'),
    });
  });
  return pages;
};
