import Flatbush from 'flatbush';
import { distanceMetres, type LonLat, toMetres } from '../../foundation/geo/point.ts';
import type { Municipality } from './municipality.ts';
import { isUnincorporated } from './municipality-kind.ts';

/** The municipality whose seat is nearest, and how far it is in metres. */
export type SeatLocator = {
  nearest: (point: LonLat) => { municipality: Municipality; metres: number } | undefined;
};

export const locateSeats = (municipalities: Municipality[]): SeatLocator => {
  const seats = municipalities.flatMap((municipality) =>
    municipality.point && !isUnincorporated(municipality.kind)
      ? [{ municipality, point: municipality.point }]
      : [],
  );
  if (seats.length === 0) return { nearest: () => undefined };
  const boxes = new Flatbush(seats.length);
  for (const { point } of seats) {
    const { x, y } = toMetres(point);
    boxes.add(x, y, x, y);
  }
  boxes.finish();
  return {
    nearest: (point) => {
      const { x, y } = toMetres(point);
      const seat = seats[boxes.neighbors(x, y, 1)[0] ?? -1];
      return seat && { municipality: seat.municipality, metres: distanceMetres(point, seat.point) };
    },
  };
};
