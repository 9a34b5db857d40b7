import { array, dictionary, number, scalar } from '../../../foundation/text/foreign-value.ts';
import { type Foreign, type ForeignReader, type ForeignStream, readJson, refusals } from './foreign.ts';

const UNITS: Record<string, [property: string, unit: string]> = {
  P1: ['PM10', 'µg/m³'],
  P2: ['PM2.5', 'µg/m³'],
  P0: ['PM1', 'µg/m³'],
  temperature: ['Lufttemperatur', '°C'],
  humidity: ['Luftfeuchte', '%'],
  pressure: ['Luftdruck', 'Pa'],
  noise_LAeq: ['Schallpegel LAeq', 'dB(A)'],
};
const UTC = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const SECONDS = 150;

/** `SDS_P1` and `BME280_temperature` name their chip first; what describes the device itself is not measured in the town. */
const streamOf = (type: string): ForeignStream | undefined => {
  const known = Object.keys(UNITS).find((key) => type === key || type.endsWith(`_${key}`));
  const [property, unit] = (known && UNITS[known]) || [];
  return property && unit
    ? { key: type, name: property, property, unit, expectedSeconds: SECONDS }
    : undefined;
};

type Sender = { key: string; name: string; point?: { lon: number; lat: number } | undefined; at: Date };

const take = (into: Foreign, { at, ...sender }: Sender, values: unknown, position: string): void => {
  const streams: ForeignStream[] = [];
  for (const one of array(values)) {
    const { value_type: type, value } = dictionary(one);
    const stream = streamOf(scalar(type) ?? '');
    if (!stream) continue;
    const read = number(value);
    if (read === undefined) {
      into.rejected.push({ position: `${position}: ${stream.key}`, reason: refusals.noNumber });
      continue;
    }
    streams.push(stream);
    into.readings.push({ thing: sender.key, stream: stream.key, at, value: read });
  }
  if (streams.length > 0)
    into.things.push({ ...sender, description: 'Messgerät von Freiwilligen.', kind: 'air', streams });
};

/** The answer of the interface of sensor.community: numbers are texts, times are UTC without saying so. */
export const readSensorCommunity: ForeignReader = (text) =>
  readJson(text, (value, into) => {
    for (const [index, one] of array(value).entries()) {
      into.rows += 1;
      const { timestamp, sensor, location, sensordatavalues } = dictionary(one);
      const id = scalar(dictionary(sensor).id);
      const time = scalar(timestamp) ?? '';
      const position = String(index + 1);
      if (!id) into.rejected.push({ position, reason: refusals.noKey });
      else if (!UTC.test(time)) into.rejected.push({ position, reason: refusals.noTime });
      else {
        const { latitude, longitude } = dictionary(location);
        const [lat, lon] = [number(latitude), number(longitude)];
        const at = new Date(`${time.replace(' ', 'T')}Z`);
        const name = `sensor.community ${id}`;
        const point = lat === undefined || lon === undefined ? undefined : { lat, lon };
        take(into, { key: id, name, point, at }, sensordatavalues, position);
      }
    }
  });

/** What an airrohr sends itself: it has no clock, so the time is when it arrived. */
export const readAirrohr: ForeignReader = (text, { receivedAt }) =>
  readJson(text, (value, into) => {
    into.rows = 1;
    const { esp8266id, sensordatavalues } = dictionary(value);
    const id = scalar(esp8266id);
    if (!id || !/^\w{1,40}$/.test(id)) into.rejected.push({ position: '1', reason: refusals.noKey });
    else if (!receivedAt) into.rejected.push({ position: '1', reason: refusals.noTime });
    else take(into, { key: `esp8266-${id}`, name: `airrohr ${id}`, at: receivedAt }, sensordatavalues, '1');
  });
