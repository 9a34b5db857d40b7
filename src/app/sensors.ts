import type { SensorSetting } from '../modules/sensors/index.ts';
import type { FrameSetting } from './frame.tsx';
import { originOf } from './here.ts';
import type { Platform } from './platform.ts';

/** What sensors need of the settings. */
export const sensorSetting = (
  platform: Platform,
  { config, places }: Pick<FrameSetting, 'config' | 'places'>,
): SensorSetting => ({
  ...platform,
  places,
  origin: originOf(config.publicUrl),
  mapTiles: config.mapTiles,
  mqttEndpoints: [],
});
