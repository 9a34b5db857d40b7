import type { ForeignReader } from './foreign.ts';
import { readAir } from './read-air.ts';
import { readCounters } from './read-counters.ts';
import { readLorawan } from './read-lorawan.ts';
import { readNgsiLd } from './read-ngsi-ld.ts';
import { readPegelonline } from './read-pegelonline.ts';
import { readAirrohr, readSensorCommunity } from './read-sensor-community.ts';
import { readSensorThings } from './read-sensor-things.ts';

/** One reader for each foreign format. */
export const readers = {
  counters: readCounters,
  air: readAir,
  sensorthings: readSensorThings,
  'sensor-community': readSensorCommunity,
  airrohr: readAirrohr,
  pegelonline: readPegelonline,
  'ngsi-ld': readNgsiLd,
  ttn: readLorawan,
  chirpstack: readLorawan,
} satisfies Record<string, ForeignReader>;

export type SensorFormat = keyof typeof readers;

/** The formats that can be read from files. */
export const sensorFormats = Object.keys(readers) as SensorFormat[];

export const isSensorFormat = (text: string): text is SensorFormat => Object.hasOwn(readers, text);
