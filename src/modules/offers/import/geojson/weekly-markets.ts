import { foldText } from '../../../../foundation/text/search-text.ts';
import { finish } from '../border/facts.ts';
import { collect, type Reader, type RecordResult } from '../border/reading.ts';
import { type Dictionary, dictionary, scalar } from '../border/value.ts';
import { featuresOf, pointOfGeometry } from './geometry.ts';

/** The GeoJSON of wo-ist-markt.de: one file per town, markets without an id. */
export const readWeeklyMarkets: Reader = (input) => {
  const read = featuresOf(input);
  if ('refused' in read) return read;
  const source = dictionary(dictionary(read.collection.metadata).data_source);
  const seen = new Map<string, number>();
  return collect(read.features, (feature) => readMarket(feature, source, seen));
};

const readMarket = (feature: Dictionary, source: Dictionary, seen: Map<string, number>): RecordResult => {
  const properties = dictionary(feature.properties);
  const title = scalar(properties.title);
  const location = scalar(properties.location);
  const unclassified = scalar(properties.opening_hours_unclassified);
  // Title and location are all that stays the same; markets that share both are counted in the order of the file.
  const key = foldText([title, location].filter((part) => part !== undefined).join(' | '));
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  const url = scalar(properties.details_url) ?? scalar(source.url);
  return finish(title === undefined ? undefined : count === 1 ? key : `${key} | ${count}`, url, {
    category: 'market',
    name: title,
    description: unclassified === undefined ? undefined : `Zeiten nach Angabe der Quelle: ${unclassified}`,
    address: { note: location },
    point: pointOfGeometry(feature.geometry),
    links: [{ url, label: scalar(source.title) }],
    openingHours: scalar(properties.opening_hours),
  });
};
