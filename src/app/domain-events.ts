import { type Consumer, deliverEvents } from '../foundation/events/deliver-events.ts';
import type { Job } from '../foundation/jobs/jobs.ts';
import type { Log } from '../foundation/log/log.ts';
import {
  hearEffect as hearEffectOnEntry,
  hearMeasure,
  hearOutput as hearOutputAsEntry,
  hearShared,
} from '../modules/knowledge/index.ts';
import { hearOutput as hearOutputAsPilot } from '../modules/pilots/index.ts';
import {
  hearEffect as hearEffectOnMeasure,
  hearOutput as hearOutputAsMeasure,
  hearReuse,
} from '../modules/strategy/index.ts';
import type { Platform } from './platform.ts';

/** Which module listens to what another one tells: the only place that knows both. */
export const consumers: Record<string, Consumer[]> = {
  'entry-reused': [hearReuse],
  'measure-told': [hearMeasure],
  'measure-shared': [hearShared],
  'effect-published': [hearEffectOnMeasure, hearEffectOnEntry],
  'sprint-output': [hearOutputAsMeasure, hearOutputAsPilot, hearOutputAsEntry],
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
