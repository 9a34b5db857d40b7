import { Hono } from 'hono';
import type { DeskEnvironment } from '../../modules/accounts/index.ts';
import { type FundingSetting, keepProgrammePages, matchPages } from '../../modules/funding/index.ts';

/** Which programme pays for what is planned, and the programmes that a desk keeps. */
export const fundingDesks = (setting: FundingSetting): Hono<DeskEnvironment> =>
  new Hono<DeskEnvironment>().route('/', matchPages(setting)).route('/', keepProgrammePages(setting));
