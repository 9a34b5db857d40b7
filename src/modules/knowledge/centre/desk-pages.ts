import { Hono } from 'hono';
import type { DeskEnvironment } from '../../accounts/index.ts';
import type { KnowledgeSetting } from '../setting.ts';
import { callDeskPages } from './calls/pages/call-desk-pages.tsx';
import { dossierDeskPages } from './dossiers/pages/dossier-desk-pages.tsx';
import { mergePages } from './merge/pages/merge-pages.tsx';
import { reviewPages } from './review/pages/review-pages.tsx';

/** The editorial desk of the competence centre: open to whoever moderates the network. */
export const centreDeskPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<DeskEnvironment>();
  pages.route('/', reviewPages(setting));
  pages.route('/', callDeskPages(setting));
  pages.route('/', dossierDeskPages(setting));
  pages.route('/', mergePages(setting));
  return pages;
};
