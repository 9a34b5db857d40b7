import { collect, type Reader } from '../border/reading.ts';
import { dictionary } from '../border/value.ts';
import { featuresOf, pointOfGeometry } from '../geojson/geometry.ts';
import { mappingFor } from './headings.ts';
import { readRow } from './table-mapping.ts';

/** GeoJSON with properties of the publisher's own: read like a table, with the geometry as the place. */
export const readGeojsonMapped: Reader = (input) => {
  const read = featuresOf(input);
  if ('refused' in read) return read;
  const headings = new Set(read.features.flatMap(({ item }) => Object.keys(dictionary(item.properties))));
  const mapping = mappingFor(input.settings, [...headings]);
  if ('refused' in mapping) return mapping;
  return collect(read.features, (feature) =>
    readRow(dictionary(feature.properties), mapping, pointOfGeometry(feature.geometry)),
  );
};
