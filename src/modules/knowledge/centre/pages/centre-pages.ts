import { Hono } from 'hono';
import type { KnowledgeEnvironment, KnowledgeSetting } from '../../setting.ts';
import { callPages } from '../calls/pages/call-pages.tsx';
import { dossierPages } from '../dossiers/pages/dossier-pages.tsx';
import { eventPages } from '../events/pages/event-pages.tsx';
import { newsPages } from '../news/pages/news-pages.tsx';

/** What the competence centre shows everybody. */
export const centrePages = (setting: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  pages.route('/', dossierPages(setting));
  pages.route('/', eventPages(setting));
  pages.route('/', callPages(setting));
  pages.route('/', newsPages(setting));
  return pages;
};
