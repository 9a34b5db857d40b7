import { Hono } from 'hono';
import type { DeskEnvironment } from '../../accounts/index.ts';
import type { SprintSetting } from '../setting.ts';
import { sprintDeskPages } from './desk-pages.tsx';
import { sprintLeadPages } from './lead-pages.tsx';

/** All pages of sprints at a desk. */
export const sprintDesk = (setting: SprintSetting): Hono<DeskEnvironment> =>
  new Hono<DeskEnvironment>().route('/', sprintDeskPages(setting)).route('/', sprintLeadPages(setting));
