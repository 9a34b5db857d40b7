import { isInGermany, type LonLat } from '../../../../foundation/geo/point.ts';
import { type Day, fromBerlin, isDay } from '../../../../foundation/time/zone.ts';
import { slotAt } from '../../slot.ts';
import { HIGHEST_CENTS_PER_HOUR } from '../../zones/zone.ts';
import type { Needs } from '../booking.ts';
import type { Wish } from '../fitting-pools.ts';

export const stays = ['30', '60', '120', '180', '240', '480', '720'] as const;
export const walks = ['200', '350', '500', '800'] as const;
export const prices = ['egal', '0', '100', '150', '200'] as const;

export type WishFaults = Record<string, 'not-a-day' | 'not-a-time' | 'unknown-choice'>;

const MINUTE = 60_000;

const instantIn = (day: Day, time: string): Date | undefined => {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?(?:\s*Uhr)?$/.exec(time.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return fromBerlin(day, `${hour.padStart(2, '0')}:${minute}`);
};

const needsIn = (typed: Record<string, string>): Needs => {
  const isTicked = (name: string) => (typed[name] ?? '') !== '';
  const size = (['small', 'car', 'van'] as const).find((one) => one === typed.fahrzeug) ?? 'car';
  return {
    vehicleSize: size,
    isStepFree: isTicked('stufenlos'),
    isCovered: isTicked('ueberdacht'),
    hasCharging: isTicked('laden'),
    belongsTo: (['neighbours', 'disabled', 'cargoBike'] as const).filter(isTicked),
  };
};

/** What a driver asks for, as typed; a time is rounded down to its slot. */
export const readWish = (
  typed: Record<string, string>,
  destination: LonLat,
): { wish: Wish } | { faults: WishFaults } => {
  const faults: WishFaults = {};
  const day = typed.tag ?? '';
  if (!isDay(day) || !isInGermany(destination)) faults.tag = 'not-a-day';
  const begins = faults.tag ? undefined : instantIn(day, typed.zeit ?? '');
  if (!faults.tag && !begins) faults.zeit = 'not-a-time';
  const stay = stays.find((one) => one === typed.dauer);
  if (!stay) faults.dauer = 'unknown-choice';
  const walk = walks.find((one) => one === typed.weg);
  if (!walk) faults.weg = 'unknown-choice';
  const price = prices.find((one) => one === typed.preis);
  if (!price) faults.preis = 'unknown-choice';
  if (!begins || !stay || !walk || !price) return { faults };
  return {
    wish: {
      destination,
      from: slotAt(begins),
      to: slotAt(new Date(begins.getTime() + Number(stay) * MINUTE)),
      walkLimit: Number(walk),
      highestCentsPerHour: price === 'egal' ? HIGHEST_CENTS_PER_HOUR : Number(price),
      needs: needsIn(typed),
    },
  };
};
