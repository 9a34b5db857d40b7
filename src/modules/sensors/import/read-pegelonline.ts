import { array, dictionary, number, scalar } from '../../../foundation/text/foreign-value.ts';
import { type ForeignReader, moment, readJson, refusals } from './foreign.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Gauges of the federal waterways, each with several parameters. A masked uuid is no key: the gauge's number is. */
export const readPegelonline: ForeignReader = (text) =>
  readJson(text, (value, into) => {
    for (const [index, one] of array(value).entries()) {
      into.rows += 1;
      const position = String(index + 1);
      const { uuid, number: gauge, shortname, water, longitude, latitude, timeseries } = dictionary(one);
      const key = UUID.test(scalar(uuid) ?? '') ? scalar(uuid) : scalar(gauge);
      if (!key) {
        into.rejected.push({ position, reason: refusals.noKey });
        continue;
      }
      const [lat, lon] = [number(latitude), number(longitude)];
      const streams = array(timeseries).flatMap((each) => {
        const { shortname: short, longname, unit, equidistance, currentMeasurement } = dictionary(each);
        const name = scalar(short);
        if (!name) return [];
        const { timestamp, value: level } = dictionary(currentMeasurement);
        const [at, read] = [moment(timestamp), number(level)];
        if (!at) into.rejected.push({ position: `${position}: ${name}`, reason: refusals.noTime });
        else if (read === undefined)
          into.rejected.push({ position: `${position}: ${name}`, reason: refusals.noNumber });
        else into.readings.push({ thing: key, stream: name, at, value: read });
        const minutes = number(equidistance);
        const said = scalar(unit) ?? '';
        return [
          {
            key: name,
            name: scalar(longname) ?? name,
            property: name === 'W' ? 'Wasserstand' : (scalar(longname) ?? name),
            unit: said === '--' ? '1' : said,
            expectedSeconds: minutes ? minutes * 60 : undefined,
          },
        ];
      });
      into.things.push({
        key,
        name: `Pegel ${scalar(shortname) ?? key}`,
        description: `Gewässer: ${scalar(dictionary(water).longname) ?? 'unbekannt'}. Rohdaten von PEGELONLINE.`,
        kind: 'water',
        point: lat === undefined || lon === undefined ? undefined : { lat, lon },
        streams,
      });
    }
  });
