import {
  array,
  type Dictionary,
  dictionary,
  number,
  scalar,
} from '../../../foundation/text/foreign-value.ts';
import type { ThingKind } from '../contract.ts';
import { type ForeignReader, type ForeignStream, moment, readJson, refusals } from './foreign.ts';

const KINDS: Record<string, ThingKind> = {
  AirQualityObserved: 'air',
  WeatherObserved: 'weather',
  NoiseLevelObserved: 'noise',
  TrafficFlowObserved: 'traffic',
  WaterLevelObserved: 'water',
  WaterQualityObserved: 'water',
  WasteContainer: 'waste',
  EnergyMonitor: 'energy',
};
/** What the smart data models mean where no unit is said. */
const UNITS: Record<string, string> = {
  temperature: '°C',
  relativeHumidity: '1',
  windSpeed: 'm/s',
  windDirection: '°',
  precipitation: 'mm',
};
const NO_MEASURE = new Set(['reliability', 'airQualityIndex', '@context']);
const TIMES = ['dateObserved', 'observedAt', 'TimeInstant', 'dateModified'];

/** Normalized: `{ type: 'Property', value }`; keyvalues: the value itself. */
const contentOf = (attribute: unknown): unknown => {
  const { type, value } = dictionary(attribute);
  return type === 'Property' || type === 'GeoProperty' ? value : attribute;
};

const zoned = (text: string): string => (/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`);

/** `dateObserved` may be an interval, and may lack its zone: then it is UTC (NGSI-LD 4.6.3). */
const spanOf = (entity: Dictionary): { at: Date; until: Date | undefined } | undefined => {
  for (const name of TIMES) {
    const said = contentOf(entity[name]);
    const text = scalar(dictionary(said)['@value']) ?? scalar(said);
    if (!text) continue;
    const [from = '', to] = text.split('/');
    const at = moment(zoned(from));
    if (at) return { at, until: to === undefined ? undefined : moment(zoned(to)) };
  }
  return undefined;
};

/** A time in the id is the moment, not the thing. */
const keyOf = (id: string): string => id.replace(/[-:]\d{4}-\d{2}-\d{2}T[\d:.]+Z?$/, '');

export const readNgsiLd: ForeignReader = (text) =>
  readJson(text, (value, into) => {
    for (const [index, one] of array(value).entries()) {
      into.rows += 1;
      const position = String(index + 1);
      const entity = dictionary(one);
      const [id, type] = [scalar(entity.id), scalar(entity.type)];
      if (!id?.startsWith('urn:') || !type) {
        into.rejected.push({ position, reason: refusals.noKey });
        continue;
      }
      const span = spanOf(entity);
      const key = keyOf(id).slice(0, 300);
      const streams: ForeignStream[] = [];
      for (const [name, attribute] of Object.entries(entity)) {
        const raw = contentOf(attribute);
        if (typeof raw !== 'number' || NO_MEASURE.has(name)) continue;
        const own = moment(dictionary(attribute).observedAt);
        const at = own ?? span?.at;
        if (!at) {
          into.rejected.push({ position: `${position}: ${name}`, reason: refusals.noTime });
          continue;
        }
        const unit = scalar(dictionary(attribute).unitCode) ?? UNITS[name] ?? '';
        streams.push({ key: name, name, property: name, unit });
        into.readings.push({
          thing: key,
          stream: name,
          at,
          until: own ? undefined : span?.until,
          value: raw,
        });
      }
      const coordinates = array(dictionary(contentOf(entity.location)).coordinates);
      const [lon, lat] = [number(coordinates[0]), number(coordinates[1])];
      into.things.push({
        key,
        name: scalar(contentOf(entity.name)) ?? key.replace(/^urn:ngsi-ld:/, ''),
        description: `NGSI-LD ${type}`,
        kind: KINDS[type] ?? 'other',
        point: lat === undefined || lon === undefined ? undefined : { lat, lon },
        streams,
      });
    }
  });
