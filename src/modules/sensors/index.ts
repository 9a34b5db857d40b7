export { ingest } from './observations/ingest.ts';
export { listSeries, readSeries } from './observations/series.ts';
export { sensorRetention } from './retention.ts';
export type { SensorEnvironment, SensorSetting } from './setting.ts';
export { isObservationUpload, sensorThings } from './sta/routes.ts';
export { sensorWork } from './work.ts';
