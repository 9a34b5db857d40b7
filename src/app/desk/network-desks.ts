import { Hono } from 'hono';
import type { DeskEnvironment } from '../../modules/accounts/index.ts';
import {
  adviceDeskPages,
  centreDeskPages,
  commonsDeskPages,
  cooperationDeskPages,
  type KnowledgeSetting,
  knowledgeDeskPages,
  partnerDeskPages,
  reuseDeskPages,
} from '../../modules/knowledge/index.ts';

/** What a town hall learns from others and hands on to them. */
export const networkDesks = (setting: KnowledgeSetting): Hono<DeskEnvironment> =>
  new Hono<DeskEnvironment>()
    .route('/', knowledgeDeskPages(setting))
    .route('/', centreDeskPages(setting))
    .route('/', reuseDeskPages(setting))
    .route('/', adviceDeskPages(setting))
    .route('/', commonsDeskPages(setting))
    .route('/', partnerDeskPages(setting))
    .route('/', cooperationDeskPages(setting));
