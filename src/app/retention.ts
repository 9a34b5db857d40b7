import type { Context } from '../foundation/database/context.ts';
import type { RetentionRule } from '../foundation/database/retention.ts';
import { eventRetention } from '../foundation/events/retention.ts';
import type { Log } from '../foundation/log/log.ts';
import { accountRetention } from '../modules/accounts/index.ts';
import { knowledgeRetention } from '../modules/knowledge/index.ts';
import { offerRetention } from '../modules/offers/index.ts';
import { parkingRetention } from '../modules/parking/index.ts';
import { participationRetention } from '../modules/participation/index.ts';
import {
  applicationRetention,
  handOverRetention,
  metricsRetention,
  publicServiceRetention,
} from '../modules/public-services/index.ts';
import { sensorRetention } from '../modules/sensors/index.ts';
import { sprintRetention } from '../modules/sprints/index.ts';
import { strategyRetention } from '../modules/strategy/index.ts';

/** All rules of the house: the page on privacy shows them, the nightly job keeps them. */
export const retentionRules: readonly RetentionRule[] = [
  ...accountRetention,
  ...offerRetention,
  ...publicServiceRetention,
  ...applicationRetention,
  ...handOverRetention,
  ...metricsRetention,
  ...parkingRetention,
  ...knowledgeRetention,
  ...strategyRetention,
  ...sensorRetention,
  ...participationRetention,
  ...sprintRetention,
  eventRetention,
  {
    // Files, not rows: the job beside the one that makes them deletes them.
    dataClass: 'town-archives',
    what: {
      de: 'Archive, in denen eine Gemeinde alle ihre Daten mitnimmt',
      en: 'Archives in which a municipality takes all its data along',
    },
    keptDays: 7,
    kept: { de: '7 Tage', en: '7 days' },
    why: { de: 'Zum Herunterladen', en: 'For downloading' },
  },
];

/**
 * Every rule is tried, whatever becomes of the others; the job then fails, so that it runs again.
 * @returns how many rows went, by class of data.
 */
export const enforceRetention = async (
  context: Context,
  log: Log,
  rules: readonly RetentionRule[] = retentionRules,
): Promise<Record<string, number>> => {
  const deleted: Record<string, number> = {};
  const faults: Error[] = [];
  for (const { dataClass, prune } of rules) {
    if (!prune) continue;
    try {
      deleted[dataClass] = await prune(context);
    } catch (error) {
      faults.push(error as Error);
      log.error('retention-failed', { dataClass, reason: (error as Error).name });
    }
  }
  log.info('retention', deleted);
  if (faults.length > 0) throw new AggregateError(faults);
  return deleted;
};
