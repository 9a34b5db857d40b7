import proj4 from 'proj4';
import type { Box, Position } from './geometry.ts';
import { toLonLat, toMetres } from './point.ts';

/** A coordinate reference system that the doors for machines speak, seen from longitude and latitude. */
export type Crs = {
  uri: string;
  toLonLat: (position: Position) => Position;
  fromLonLat: (position: Position) => Position;
};

const EPSG = 'http://www.opengis.net/def/crs/EPSG/0/';
export const CRS84_URI = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
export const UTM32_URI = `${EPSG}25832`;

const webMercator = proj4('WGS84', 'EPSG:3857');
const xy = (position: Position): [number, number] => [position[0] ?? 0, position[1] ?? 0];
const rounded = (factor: number) => (value: number) => Math.round(value * factor) / factor;
const centimetres = rounded(100);
/** A ten-millionth of a degree is a centimetre. */ const degrees = rounded(1e7);

const systems: Crs[] = [
  { uri: CRS84_URI, toLonLat: (position) => position, fromLonLat: (position) => position },
  {
    // EPSG:4326 has latitude first; CRS84 is the same with longitude first.
    uri: `${EPSG}4326`,
    toLonLat: (position) => xy(position).reverse(),
    fromLonLat: (position) => xy(position).reverse(),
  },
  {
    uri: UTM32_URI,
    toLonLat: (position) => {
      const [x, y] = xy(position);
      const { lon, lat } = toLonLat({ x, y });
      return [degrees(lon), degrees(lat)];
    },
    fromLonLat: (position) => {
      const [lon, lat] = xy(position);
      const { x, y } = toMetres({ lon, lat });
      return [centimetres(x), centimetres(y)];
    },
  },
  {
    uri: `${EPSG}3857`,
    toLonLat: (position) => (webMercator.inverse(xy(position)) as Position).map(degrees),
    fromLonLat: (position) => (webMercator.forward(xy(position)) as Position).map(centimetres),
  },
];

export const crsUris = systems.map(({ uri }) => uri);

const SHORT = /^(?:EPSG:|urn:ogc:def:crs:EPSG:[^:]*:)(\d+)$/i;

/** By its address; the short forms `EPSG:25832` and `urn:ogc:def:crs:EPSG::25832` are understood as well. */
export const findCrs = (name: string): Crs | undefined => {
  const code = SHORT.exec(name)?.[1];
  const uri = code ? `${EPSG}${code}` : name.replace(/^\[|\]$/g, '').replace(/^https:/, 'http:');
  return systems.find((one) => one.uri === uri);
};

const STEPS = 16;

/** The box around a box of another system: its edges are curves here, so that points on them are looked at too. */
export const boxAround = (box: Box, change: (position: Position) => Position): Box => {
  const [west, south, east, north] = box;
  const around: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let step = 0; step <= STEPS; step += 1) {
    const x = west + ((east - west) * step) / STEPS;
    const y = south + ((north - south) * step) / STEPS;
    for (const edge of [
      [x, south],
      [x, north],
      [west, y],
      [east, y],
    ]) {
      const [toX = 0, toY = 0] = change(edge);
      around[0] = Math.min(around[0], toX);
      around[1] = Math.min(around[1], toY);
      around[2] = Math.max(around[2], toX);
      around[3] = Math.max(around[3], toY);
    }
  }
  return around;
};
