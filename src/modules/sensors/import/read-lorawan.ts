import {
  array,
  type Dictionary,
  dictionary,
  number,
  scalar,
} from '../../../foundation/text/foreign-value.ts';
import { type ForeignReader, type Mapping, moment, readJson, refusals } from './foreign.ts';

const EUI = /^[0-9a-f]{16}$/i;

type Uplink = { device: string | undefined; time: unknown; payload: unknown; location: unknown };

/** The Things Stack v3 and ChirpStack v4. Session keys, addresses and raw frames are not even looked at. */
const uplinkOf = (value: Dictionary): Uplink | undefined => {
  const message = dictionary(value.uplink_message);
  if (value.uplink_message !== undefined) {
    const ids = dictionary(value.end_device_ids);
    return {
      device: scalar(ids.dev_eui) ?? scalar(ids.device_id),
      time: message.received_at ?? value.received_at,
      payload: message.decoded_payload,
      location: dictionary(message.locations).user,
    };
  }
  const info = dictionary(value.deviceInfo);
  if (value.deviceInfo === undefined) return undefined;
  return { device: scalar(info.devEui), time: value.time, payload: value.object, location: undefined };
};

const at = (payload: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, step) => dictionary(inner)[step], payload);

/** `path=property:unit`, several with commas. @returns undefined where it cannot be read. */
export const readMapping = (text: string): Mapping | undefined => {
  const parts = text
    .split(',')
    .map((part) => /^([\w.-]{1,100})=([^:=]{1,100}):([^:=]{0,40})$/.exec(part.trim()));
  if (parts.some((part) => part === null)) return undefined;
  return parts.map((part) => ({ path: part?.[1] ?? '', property: part?.[2] ?? '', unit: part?.[3] ?? '' }));
};

/** Finer than microseconds as networks write it. */
const shortened = (time: unknown): unknown =>
  typeof time === 'string' ? time.replace(/(\.\d{3})\d+/, '$1') : time;

/** Uplinks of LoRaWAN devices; which part of the payload is what stands in the mapping. */
export const readLorawan: ForeignReader = (text, { mapping = [] }) =>
  readJson(text, (value, into) => {
    for (const [index, one] of array(value).entries()) {
      into.rows += 1;
      const position = String(index + 1);
      const uplink = uplinkOf(dictionary(one));
      const device = uplink?.device ?? '';
      const time = moment(shortened(uplink?.time));
      const isNamed = EUI.test(device) || /^[a-z0-9-]{2,36}$/.test(device);
      const fault = !uplink
        ? refusals.noRecord
        : !isNamed
          ? refusals.noKey
          : !time
            ? refusals.noTime
            : mapping.length === 0
              ? refusals.noMapping
              : undefined;
      if (fault || !time || !uplink) {
        into.rejected.push({ position, reason: fault ?? refusals.noRecord });
        continue;
      }
      const key = device.toLowerCase();
      const streams = [];
      for (const { path, property, unit } of mapping) {
        const raw = at(uplink.payload, path);
        const read = typeof raw === 'boolean' ? undefined : number(raw);
        streams.push({ key: path, name: property, property, unit });
        if (raw === undefined || raw === null) into.empty += 1;
        else if (read === undefined)
          into.rejected.push({ position: `${position}: ${path}`, reason: refusals.noNumber });
        else into.readings.push({ thing: key, stream: path, at: time, value: read });
      }
      const { latitude, longitude } = dictionary(uplink.location);
      const [lat, lon] = [number(latitude), number(longitude)];
      if (!into.things.some((thing) => thing.key === key))
        into.things.push({
          key,
          // Who reads it must not be able to address the device.
          name: `LoRaWAN-Gerät …${key.slice(-4)}`,
          description: '',
          kind: 'other',
          point: lat === undefined || lon === undefined ? undefined : { lat, lon },
          streams,
        });
    }
  });
