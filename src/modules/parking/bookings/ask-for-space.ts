import type { LonLat } from '../../../foundation/geo/point.ts';
import { berlinDay, fromBerlin } from '../../../foundation/time/zone.ts';
import { stateOf } from '../../municipalities/index.ts';
import { payablePools } from '../money/payable.ts';
import { gainOf } from '../pricing/bid-price.ts';
import { dayClassOf } from '../pricing/day-class.ts';
import { findPricesOn, type PricesOfPools } from '../pricing/price-store.ts';
import type { ParkingSetting } from '../setting.ts';
import { instantOf, SLOT_MINUTES, SLOTS_A_DAY, type Slot, slotAt } from '../slot.ts';
import { listPoolsNear } from '../spaces/pool-store.ts';
import { isInside } from '../zones/zone.ts';
import { listZones } from '../zones/zone-store.ts';
import type { Asked, AskRefusal } from './asked.ts';
import { type Booking, LATEST_BEGIN_DAYS, LONGEST_STAY_SLOTS } from './booking.ts';
import { findByRequestKey } from './booking-store.ts';
import { type Fitting, fittingPools, freeIn, type Wish } from './fitting-pools.ts';
import { givePromise } from './give-promise.ts';
import { secretOf } from './secret.ts';
import { listLoads } from './slot-store.ts';

const MOST_CANDIDATES = 200;
/** In so many full pools room is looked for. */
const MOST_FULL = 3;
/** In which municipalities pools may lie that are within a walk. */
const townsAround = (
  { places }: Pick<ParkingSetting, 'places'>,
  { lon, lat }: LonLat,
  metres: number,
): string[] => {
  const [dLat, dLon] = [metres / 111_000, metres / 65_000];
  const points = [
    [0, 0],
    [dLon, 0],
    [-dLon, 0],
    [0, dLat],
    [0, -dLat],
  ].map(([x = 0, y = 0]) => ({ lon: lon + x, lat: lat + y }));
  return [
    ...new Set(
      points.flatMap((point) => {
        const found = places.byPoint(point);
        return found.kind === 'inside' ? [found.municipality.ars] : [];
      }),
    ),
  ];
};

const faultOf = ({ from, to }: Wish, now: Slot): AskRefusal | undefined => {
  if (from < now || to <= from) return { refused: 'in-the-past' };
  if (to - from > LONGEST_STAY_SLOTS) return { refused: 'too-long' };
  return from > now + LATEST_BEGIN_DAYS * SLOTS_A_DAY ? { refused: 'too-far-ahead' } : undefined;
};

/** What of the wish stands in the way, tried one by one. */
const whyNothing = (near: Parameters<typeof fittingPools>[0], wish: Wish): AskRefusal => {
  const isWithin = fittingPools(near, { ...wish, highestCentsPerHour: Number.MAX_SAFE_INTEGER });
  if (isWithin.length > 0) return { refused: 'too-dear' };
  return { refused: near.length === 0 ? 'nothing-near' : 'nothing-suits' };
};

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'newId' | 'secret' | 'places' | 'payments'>;

/** What the floors of areas add there; an area that has reached its floor adds nothing. */
const floorWeightAt = async ({ database, places }: Setting, point: LonLat): Promise<number> => {
  const found = places.byPoint(point);
  if (found.kind !== 'inside') return 0;
  const zones = await listZones(database, found.municipality.ars);
  return zones.reduce(
    (most, { floor, outline }) => (floor.weight > most && isInside(point, outline) ? floor.weight : most),
    0,
  );
};

/** What gains most first; what is worth more to those who have not asked yet is left out. */
const byGain = async <One extends Fitting>(
  setting: Setting,
  { destination, from, to }: Wish,
  fitting: readonly One[],
): Promise<One[]> => {
  const day = berlinDay(instantOf(from));
  const midnight = slotAt(fromBerlin(day));
  const minuteOf = (slot: Slot): number => (slot - midnight) * SLOT_MINUTES;
  const weight = await floorWeightAt(setting, destination);
  const prices = new Map<string, PricesOfPools | undefined>();
  for (const [ars, some] of Map.groupBy(fitting, ({ pool }) => pool.ars)) {
    const of = { ars, day, dayClass: dayClassOf(day, stateOf(ars)) };
    const ids = some.map(({ pool }) => pool.id);
    prices.set(ars, await findPricesOn(setting.database, of, ids));
  }
  return fitting
    .map((one) => {
      const stay = {
        poolId: one.pool.id,
        from: minuteOf(from),
        to: minuteOf(to),
        heldTo: minuteOf(one.heldTo),
        walk: one.walk,
      };
      return { one, gain: gainOf(stay, prices.get(one.pool.ars), weight) };
    })
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain)
    .map(({ one }) => one);
};

/**
 * A space within the walk, for the time and at most at the price, or why not. Which one it is stays open until shortly
 * before. @returns the secret that opens the booking; asked again with the same key, the same booking.
 */
export const askForSpace = async (
  setting: Setting,
  asked: Asked,
): Promise<{ booking: Booking; secret: string } | AskRefusal> => {
  const secret = secretOf(setting.secret(), asked.requestKey);
  const towns = asked.onlyIn ? [asked.onlyIn] : townsAround(setting, asked.destination, asked.walkLimit);
  const before = await findByRequestKey(setting.database, towns, asked.requestKey);
  if (before) return { booking: before, secret };
  const fault = faultOf(asked, slotAt(setting.clock()));
  if (fault) return fault;
  const near = await listPoolsNear(setting.database, towns, {
    point: asked.destination,
    metres: asked.walkLimit,
    limit: MOST_CANDIDATES,
  });
  const suiting = fittingPools(near, asked);
  if (suiting.length === 0) return whyNothing(near, asked);
  const fitting = await payablePools(setting, suiting, asked.channel);
  if (fitting.length === 0) return { refused: 'not-payable' };
  const span = { from: asked.from, to: Math.max(...fitting.map(({ heldTo }) => heldTo)) };
  const free = freeIn(
    fitting,
    asked,
    await listLoads(
      setting.database,
      fitting.map(({ pool }) => pool),
      span,
    ),
  );
  const hasRoom = ({ pool }: Fitting): boolean => (free.get(pool.id) ?? 0) > 0;
  const worthwhile = await byGain(setting, asked, fitting);
  const [open, full] = [worthwhile.filter(hasRoom), worthwhile.filter((one) => !hasRoom(one))];
  if (worthwhile.length === 0) return { refused: fitting.some(hasRoom) ? 'kept-for-others' : 'full' };
  if (asked.mayBook && !(await asked.mayBook())) return { refused: 'too-many-attempts' };
  const tries = [
    ...open.map((one) => ({ one, isMakingRoom: false })),
    ...full.slice(0, MOST_FULL).map((one) => ({ one, isMakingRoom: true })),
  ];
  for (const { one, isMakingRoom } of tries) {
    const booking = await givePromise(setting, asked, one, isMakingRoom);
    if (booking) return { booking, secret };
  }
  return { refused: fitting.some(hasRoom) && open.length === 0 ? 'kept-for-others' : 'full' };
};
