import proj4 from 'proj4';

/** WGS84 degrees. RFC 7946 order is longitude first wherever a pair is written. */
export type LonLat = { lon: number; lat: number };

/** ETRS89 / UTM zone 32N (EPSG:25832) in metres: right for ordering by distance anywhere in Germany. */
export type Metres = { x: number; y: number };

const UTM_32N = '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs';
const toUtm = proj4('WGS84', UTM_32N);

export const toMetres = ({ lon, lat }: LonLat): Metres => {
  const [x, y] = toUtm.forward([lon, lat]) as [number, number];
  return { x, y };
};

export const toLonLat = ({ x, y }: Metres): LonLat => {
  const [lon, lat] = toUtm.inverse([x, y]) as [number, number];
  return { lon, lat };
};

const EARTH_RADIUS_METRES = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in metres; off by at most 0.3 % in Germany, which no walker notices. */
export const distanceMetres = (a: LonLat, b: LonLat): number => {
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
};

/** Initial bearing from a to b, in degrees clockwise from north, 0 ≤ bearing < 360. */
export const bearingDegrees = (a: LonLat, b: LonLat): number => {
  const dLon = radians(b.lon - a.lon);
  const y = Math.sin(dLon) * Math.cos(radians(b.lat));
  const x =
    Math.cos(radians(a.lat)) * Math.sin(radians(b.lat)) -
    Math.sin(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.cos(dLon);
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
};

/** Generous box around Germany, its islands and its part of the sea: coordinates outside are a fault of the source. */
export const isInGermany = ({ lon, lat }: LonLat): boolean =>
  lon >= 5.5 && lon <= 15.6 && lat >= 47.2 && lat <= 55.2;
