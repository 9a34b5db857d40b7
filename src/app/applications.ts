import type { ApplicationSetting } from '../modules/public-services/index.ts';
import { organisationsOf } from './desk/organisations.ts';
import type { FrameSetting } from './frame.tsx';
import type { Platform } from './platform.ts';
import { secretsOf } from './secrets.ts';

/** What applications need of the settings, once for all languages. */
export const applicationSetting = (
  platform: Platform,
  { config, places }: FrameSetting,
): ApplicationSetting => ({
  ...platform,
  keys: secretsOf(config),
  proxies: config.proxies,
  publicUrl: config.publicUrl,
  townOf: organisationsOf(places).townOf,
});
