import {
  array,
  type Dictionary,
  dictionary,
  number,
  scalar,
} from '../../../foundation/text/foreign-value.ts';
import { type Foreign, type ForeignReader, moment, readJson, refusals } from './foreign.ts';

const idOf = (entity: Dictionary): string | undefined => scalar(entity['@iot.id']);

const pointOf = (thing: Dictionary): { lon: number; lat: number } | undefined => {
  const { location } = dictionary(array(thing.Locations)[0]);
  const { type, coordinates, geometry } = dictionary(location);
  const [lon, lat] = array(type === 'Feature' ? dictionary(geometry).coordinates : coordinates).map(number);
  return lon === undefined || lat === undefined ? undefined : { lon, lat };
};

/** A time may be an interval. */
const spanOf = (text: unknown): { at: Date; until: Date | undefined } | undefined => {
  const [from, to] = (scalar(text) ?? '').split('/');
  const at = moment(from);
  return at && { at, until: to === undefined ? undefined : moment(to) };
};

const takeReadings = (
  into: Foreign,
  thing: string,
  stream: string,
  observations: readonly unknown[],
): void => {
  for (const [index, one] of observations.entries()) {
    into.rows += 1;
    const { phenomenonTime, result } = dictionary(one);
    const span = spanOf(phenomenonTime);
    const value = number(result);
    const position = `${stream}: ${index + 1}`;
    if (result === null || result === undefined) into.empty += 1;
    else if (!span) into.rejected.push({ position, reason: refusals.noTime });
    else if (value === undefined) into.rejected.push({ position, reason: refusals.noNumber });
    else into.readings.push({ thing, stream, ...span, value });
  }
};

/**
 * A page of Datastreams of another SensorThings server, best with `$expand=Thing/Locations,ObservedProperty,Observations`.
 * Without an expanded thing a stream stands for itself.
 */
export const readSensorThings: ForeignReader = (text) =>
  readJson(text, (page, into) => {
    const all = dictionary(page).value ?? page;
    for (const [index, one] of array(all).entries()) {
      const stream = dictionary(one);
      const id = idOf(stream);
      const { unitOfMeasurement, ObservedProperty, Thing, Observations } = stream;
      if (!id || unitOfMeasurement === undefined) {
        into.rejected.push({ position: String(index + 1), reason: id ? refusals.noRecord : refusals.noKey });
        continue;
      }
      const thing = dictionary(Thing);
      const key = idOf(thing) ?? `datastream-${id}`;
      const name = scalar(stream.name) ?? id;
      const { symbol, name: unit } = dictionary(unitOfMeasurement);
      const made = {
        key: id,
        name,
        property: scalar(dictionary(ObservedProperty).name) ?? name,
        unit: scalar(symbol) ?? scalar(unit) ?? '',
      };
      const known = into.things.find((other) => other.key === key);
      if (known) known.streams.push(made);
      else
        into.things.push({
          key,
          name: scalar(thing.name) ?? name,
          description: scalar(thing.description) ?? '',
          kind: 'other',
          point: pointOf(thing),
          streams: [made],
        });
      takeReadings(into, key, id, array(Observations));
    }
    if (scalar(dictionary(page)['@iot.nextLink']))
      into.notes.push({
        de: 'Die Quelle hat weitere Seiten (@iot.nextLink): Sie sind nicht gelesen.',
        en: 'The source has more pages (@iot.nextLink): they were not read.',
      });
  });
