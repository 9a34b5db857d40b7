import { type Consumer, deliverEvents } from '../foundation/events/deliver-events.ts';
import type { Job } from '../foundation/jobs/jobs.ts';
import type { Log } from '../foundation/log/log.ts';
import { hearEffect as hearEffectOnEntry, hearMeasure, hearShared } from '../modules/knowledge/index.ts';
import { hearEffect as hearEffectOnMeasure, hearReuse } from '../modules/strategy/index.ts';
import type { Platform } from './platform.ts';

/** Which module listens to what another one tells: the only place that knows both. */
export const consumers: Record<string, Consumer[]> = {
  'entry-reused': [hearReuse],
  'measure-told': [hearMeasure],
  'measure-shared': [hearShared],
  'effect-published': [hearEffectOnMeasure, hearEffectOnEntry],
};

export const eventWork = (platform: Platform, log: Log): Job => ({
  name: 'domain-events',
  cron: '* * * * *',
  keptHours: 1,
  run: () =>
    deliverEvents(platform, consumers, ({ id }, error) =>
      log.error('event-failed', { id, reason: error.name }),
    ),
});
