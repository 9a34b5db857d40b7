/** The sets of OGC SensorThings 1.1 (18-088). */
export const entitySets = {
  Things: 'Thing',
  Locations: 'Location',
  HistoricalLocations: 'HistoricalLocation',
  Datastreams: 'Datastream',
  Sensors: 'Sensor',
  ObservedProperties: 'ObservedProperty',
  Observations: 'Observation',
  FeaturesOfInterest: 'FeatureOfInterest',
} as const;
export type SetName = keyof typeof entitySets;
export type EntityName = (typeof entitySets)[SetName];

export const setOf = (entity: EntityName): SetName =>
  (Object.entries(entitySets) as [SetName, EntityName][]).find(([, name]) => name === entity)?.[0] ??
  'Things';

/** `number`, `text` and `time` are compared as such; what is `json` depends on what stands there. */
export type PropertyKind = 'number' | 'text' | 'time' | 'json' | 'geometry';
