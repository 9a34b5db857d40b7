import type { LonLat } from '../../../foundation/geo/point.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import { berlinDay, fromBerlin } from '../../../foundation/time/zone.ts';
import { stateOf } from '../../municipalities/index.ts';
import { gainOf } from '../pricing/bid-price.ts';
import { dayClassOf } from '../pricing/day-class.ts';
import { findPrices, type StoredPrices } from '../pricing/price-store.ts';
import type { ParkingSetting } from '../setting.ts';
import { instantOf, SLOT_MINUTES, SLOTS_A_DAY, type Slot, slotAt } from '../slot.ts';
import { listPoolsNear } from '../spaces/pool-store.ts';
import { type Booking, LATEST_BEGIN_DAYS, LONGEST_STAY_SLOTS } from './booking.ts';
import { addEvent, findByRequestKey, insertBooking } from './booking-store.ts';
import { type Fitting, fittingPools, freeIn, type Wish } from './fitting-pools.ts';
import { centsFor } from './price.ts';
import { hashOfPlate, hashOfSecret, secretOf } from './secret.ts';
import { holdSlots, isFull, isRepeated, listLoads } from './slot-store.ts';

export type Asked = Wish & {
  /** Made by who asks, new for each request: a second try of the same one books nothing anew. */ requestKey: string;
  label: string;
  personId: string | null;
  plate: string;
  language: Language;
  channel: 'web' | 'phone' | 'desk';
  /** Asked once a space is there: who only looks is slowed down by nothing. */ mayBook?: () => Promise<boolean>;
};

/** Why nothing can be promised: what to change comes first. */
export type AskRefusal = {
  refused:
    | 'in-the-past'
    | 'too-long'
    | 'too-far-ahead'
    | 'nothing-near'
    | 'too-dear'
    | 'nothing-suits'
    | 'full'
    | 'kept-for-others'
    | 'too-many-attempts';
};

const MOST_CANDIDATES = 200;
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

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'newId' | 'secret' | 'places'>;

/** What gains most first; what is worth more to those who have not asked yet is left out. */
const byGain = async (
  { database }: Setting,
  { from, to }: Wish,
  open: readonly Fitting[],
): Promise<Fitting[]> => {
  const day = berlinDay(instantOf(from));
  const midnight = slotAt(fromBerlin(day));
  const minuteOf = (slot: Slot): number => (slot - midnight) * SLOT_MINUTES;
  const prices = new Map<string, StoredPrices | undefined>();
  for (const ars of new Set(open.map(({ pool }) => pool.ars)))
    prices.set(ars, await findPrices(database, ars, dayClassOf(day, stateOf(ars))));
  return open
    .map((one) => {
      const stay = {
        poolId: one.pool.id,
        from: minuteOf(from),
        to: minuteOf(to),
        heldTo: minuteOf(one.heldTo),
        walk: one.walk,
      };
      return { one, gain: gainOf(stay, prices.get(one.pool.ars)) };
    })
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain)
    .map(({ one }) => one);
};

const promise = async (
  setting: Setting,
  asked: Asked,
  { pool, heldTo }: Fitting,
): Promise<Booking | undefined> => {
  const now = setting.clock();
  const { centsPerHour } = pool.facts;
  const booking: Booking = {
    ars: pool.ars,
    id: setting.newId(),
    personId: asked.personId,
    state: 'promised',
    poolId: pool.id,
    unit: null,
    destination: asked.destination,
    label: asked.label,
    from: asked.from,
    to: asked.to,
    heldTo,
    walkLimit: asked.walkLimit,
    needs: asked.needs,
    centsPerHour,
    quotedCents: centsFor(centsPerHour, asked.from, asked.to),
    plateHash: hashOfPlate(setting.secret(), pool.ars, asked.plate),
    language: asked.language,
    askedAt: now,
    fixedAt: null,
    arrivedAt: null,
    leftAt: null,
    endedAt: null,
    chargedCents: null,
  };
  const secretHash = hashOfSecret(secretOf(setting.secret(), asked.requestKey));
  try {
    await setting.database.transaction().execute(async (database) => {
      await holdSlots(database, pool, pool.facts.capacity, { from: asked.from, to: heldTo });
      await insertBooking(database, booking, {
        secretHash,
        requestKey: asked.requestKey,
        channel: asked.channel,
      });
      await addEvent(database, booking, { state: 'promised', cause: 'asked', at: now });
    });
    return booking;
  } catch (error) {
    // Somebody else was faster: the next pool may still have room.
    if (isFull(error)) return undefined;
    if (isRepeated(error)) return findByRequestKey(setting.database, [pool.ars], asked.requestKey);
    throw error;
  }
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
  const towns = townsAround(setting, asked.destination, asked.walkLimit);
  const before = await findByRequestKey(setting.database, towns, asked.requestKey);
  if (before) return { booking: before, secret };
  const fault = faultOf(asked, slotAt(setting.clock()));
  if (fault) return fault;
  const near = await listPoolsNear(setting.database, towns, {
    point: asked.destination,
    metres: asked.walkLimit,
    limit: MOST_CANDIDATES,
  });
  const fitting = fittingPools(near, asked);
  if (fitting.length === 0) return whyNothing(near, asked);
  const span = { from: asked.from, to: Math.max(...fitting.map(({ heldTo }) => heldTo)) };
  const free = freeIn(
    fitting,
    asked.from,
    await listLoads(
      setting.database,
      fitting.map(({ pool }) => pool),
      span,
    ),
  );
  const open = fitting.filter(({ pool }) => (free.get(pool.id) ?? 0) > 0);
  if (open.length === 0) return { refused: 'full' };
  const worthwhile = await byGain(setting, asked, open);
  if (worthwhile.length === 0) return { refused: 'kept-for-others' };
  if (asked.mayBook && !(await asked.mayBook())) return { refused: 'too-many-attempts' };
  for (const one of worthwhile) {
    const booking = await promise(setting, asked, one);
    if (booking) return { booking, secret };
  }
  return { refused: 'full' };
};
