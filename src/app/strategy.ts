import { reuseMessages } from '../modules/knowledge/web/index.ts';
import type { StrategySetting } from '../modules/strategy/index.ts';
import type { FrameSetting } from './frame.tsx';
import { originOf } from './here.ts';
import type { Platform } from './platform.ts';

/** What the agenda needs of the settings and of the other modules. */
export const strategySetting = (
  platform: Platform,
  { config, places }: Pick<FrameSetting, 'config' | 'places'>,
): StrategySetting => ({
  ...platform,
  places,
  origin: originOf(config.publicUrl),
  checkText: (language, what) => reuseMessages(language).checks[what] ?? what,
});
