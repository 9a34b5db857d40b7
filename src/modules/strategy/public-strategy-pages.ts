import { Hono } from 'hono';
import { publicAgendaPages } from './agenda/pages/public-pages.tsx';
import { publicInteractionPages } from './interactions/pages/public-interaction-pages.tsx';
import { publicRoadmapPages } from './roadmap/pages/public-roadmap-pages.tsx';
import type { StrategyEnvironment, StrategySetting } from './setting.ts';

/** What everybody reads of an agenda: itself, its interactions, its roadmap. */
export const publicStrategyPages = (setting: StrategySetting): Hono<StrategyEnvironment> =>
  new Hono<StrategyEnvironment>()
    .route('/', publicAgendaPages(setting))
    .route('/', publicInteractionPages(setting))
    .route('/', publicRoadmapPages(setting));
