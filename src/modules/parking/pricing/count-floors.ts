import { toLonLat } from '../../../foundation/geo/point.ts';
import { addDays, berlinDay, fromBerlin } from '../../../foundation/time/zone.ts';
import { listDestinations } from '../bookings/booking-store.ts';
import { weightOf } from '../engine/policy/fairness.ts';
import type { ParkingSetting } from '../setting.ts';
import { slotAt } from '../slot.ts';
import { isInside } from '../zones/zone.ts';
import { listZones, saveFloor } from '../zones/zone-store.ts';
import { listDemand } from './demand-store.ts';

const DAYS = 7;

/** For each area with a floor: what was wished and what was promised in the last week, and what its wishes weigh now. */
export const countFloors = async (
  { database, clock }: Pick<ParkingSetting, 'database' | 'clock'>,
  ars: string,
): Promise<number> => {
  const zones = (await listZones(database, ars)).filter(
    ({ floorPercent, floor }) => floorPercent > 0 || floor.weight > 0,
  );
  if (zones.length === 0) return 0;
  const today = berlinDay(clock());
  const since = addDays(today, -DAYS);
  const wished = (await listDemand(database, ars, { since, before: today })).map(toLonLat);
  const promised = await listDestinations(database, ars, {
    from: slotAt(fromBerlin(since)),
    to: slotAt(fromBerlin(today)),
  });
  for (const zone of zones) {
    const asked = wished.filter((point) => isInside(point, zone.outline)).length;
    const served = promised.filter((point) => isInside(point, zone.outline)).length;
    const weight = weightOf({ share: zone.floorPercent / 100 }, { asked, served });
    await saveFloor(database, zone, { asked, served, weight });
  }
  return zones.length;
};
