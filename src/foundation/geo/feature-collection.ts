import type { Message } from '../i18n/message.ts';
import type { Expression } from './cql2/expression.ts';
import type { Box, Geometry } from './geometry.ts';

/** What may be asked for in a filter, as JSON Schema names the types. */
export type Queryable = {
  type: 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'date-time' | 'geometry';
  title: Message;
  /** The only values that occur, where the list is closed. */ values?: readonly string[];
};
export type Queryables = Readonly<Record<string, Queryable>>;

export type Feature = { id: string; geometry: Geometry | null; properties: Record<string, unknown> };

/** The box in longitude and latitude, or exactly in the metres of EPSG:25832. */
export type BoxFilter = { crs: 'CRS84' | 'EPSG:25832'; box: Box };

/** Both ends included; null is open. */
export type TimeFilter = { start: Date | null; end: Date | null };

export type FeatureQuery = {
  bbox?: BoxFilter;
  /** Checked against the queryables, its geometries in longitude and latitude. */ filter?: Expression;
  datetime?: TimeFilter;
  limit: number;
  /** `next` of the page before. */ after?: string;
};

/** `numberMatched` only where it costs nothing. */
export type FeaturePage = { features: Feature[]; next?: string; numberMatched?: number };

/** A collection that a module offers to geographic information systems. */
export type FeatureCollectionSource = {
  id: string;
  title: Message;
  description: Message;
  attribution: string;
  geometryType: 'Point' | 'MultiPolygon';
  /** Name of the geometry in filters is `geometry`; it is listed here as well. */ queryables: Queryables;
  extent: Box;
  hasTime: boolean;
  /** @returns 'cursor' as refusal where `after` is none of ours. */
  page: (query: FeatureQuery) => Promise<FeaturePage | { refused: 'cursor' }>;
  byId: (id: string) => Promise<Feature | undefined>;
};
