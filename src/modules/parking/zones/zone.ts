import pointInPolygon from 'point-in-polygon-hao';
import type { LonLat } from '../../../foundation/geo/point.ts';

/** The ring of an outline, closed or not. */
export type Outline = LonLat[];

/** The edge belongs to it. */
export const isInside = ({ lon, lat }: LonLat, outline: Outline): boolean => {
  const [first] = outline;
  if (!first) return false;
  const ring = [...outline, first].map((one): [number, number] => [one.lon, one.lat]);
  return pointInPolygon([lon, lat], [ring]) !== false;
};

/** Where a council has set what an hour may cost at most, and may have published that sharing is wanted. */
export type Zone = {
  ars: string;
  id: string;
  name: string;
  outline: Outline;
  highestCentsPerHour: number;
  isSharingWanted: boolean;
  /** The resolution of the council. */ resolution: string;
  /** At least this share of the wishes for it should be promised, in percent; 0: no floor. */ floorPercent: number;
  isDemonstration: boolean;
};

/** Without a zone nothing limits the price but this: no host may take more from a neighbour. */
export const HIGHEST_CENTS_PER_HOUR = 300;

/** Of zones that overlap, the one that asks for less decides. */
export const capAt = (zones: readonly Zone[], point: LonLat): number =>
  Math.min(
    HIGHEST_CENTS_PER_HOUR,
    ...zones.filter(({ outline }) => isInside(point, outline)).map((zone) => zone.highestCentsPerHour),
  );

/** The middle of its corners: near enough for a walk in minutes. */
export const centreOf = (outline: Outline): LonLat | undefined => {
  const mean = (of: (corner: LonLat) => number) =>
    outline.reduce((sum, corner) => sum + of(corner), 0) / outline.length;
  return outline.length === 0 ? undefined : { lon: mean(({ lon }) => lon), lat: mean(({ lat }) => lat) };
};
