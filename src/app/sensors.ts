import type { Config } from '../foundation/config/config.ts';
import type { Message } from '../foundation/i18n/message.ts';
import type { Log } from '../foundation/log/log.ts';
import { joinBroker, type SensorSetting, startBroker } from '../modules/sensors/index.ts';
import type { FrameSetting } from './frame.tsx';
import { originOf } from './here.ts';
import type { Platform } from './platform.ts';

const originHere = (config: Config): string => config.publicUrl ?? `http://localhost:${config.port}`;

const endpointsOf = (config: Config): string[] =>
  config.mqtt?.port ? [`mqtt://${new URL(originHere(config)).hostname}:${config.mqtt.port}`] : [];

/** Starts what speaks MQTT, where the settings ask for it. @returns how to end it. */
export const startMqtt = async (
  platform: Platform,
  config: Config,
  log: Log,
): Promise<() => Promise<void>> => {
  const setting = {
    ...platform,
    base: `${originHere(config)}/sta/v1.1`,
    onFault: (error: Error) => log.error('mqtt-failed', { reason: error.name }),
    onRefusal: ({ en }: Message) => log.debug('mqtt-refused', { reason: en }),
  };
  const { port, outside } = config.mqtt ?? {};
  const started = [
    ...(port ? [await startBroker(setting, { port, host: config.host })] : []),
    ...(outside ? [await joinBroker(setting, outside)] : []),
  ];
  return async () => {
    for (const one of started) await one.close();
  };
};

/** What sensors need of the settings. */
export const sensorSetting = (
  platform: Platform,
  { config, places }: Pick<FrameSetting, 'config' | 'places'>,
): SensorSetting => ({
  ...platform,
  places,
  origin: originOf(config.publicUrl),
  mapTiles: config.mapTiles,
  proxies: config.proxies,
  mqttEndpoints: endpointsOf(config),
});
