import { addDays, berlinDay, type Day } from '../../../foundation/time/zone.ts';
import type { ParkingSetting } from '../setting.ts';
import { askAndNote } from './ask-and-note.ts';
import type { Asked, AskRefusal } from './asked.ts';
import { type Booking, LATEST_BEGIN_DAYS } from './booking.ts';
import { listByRequestKeys } from './booking-store.ts';
import { cancelBooking } from './driver-acts.ts';
import type { Wish } from './fitting-pools.ts';
import { hashOfSecret, secretOf } from './secret.ts';
import { requestKeyOn, seriesSecretOf } from './series.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'newId' | 'secret' | 'places'>;

export type Occurrence = { day: Day; booking: Booking; secret: string };
export type SeriesAnswer = {
  secret: string;
  promised: Day[];
  refused: { day: Day; why: AskRefusal['refused'] }[];
};

/**
 * The same stay on several days, each a promise of its own: what cannot be promised is told, the rest holds. All lie in
 * the municipality of the destination. @returns the secret that opens the series; asked again, the same promises.
 */
export const askForSeries = async (
  setting: Setting,
  asked: Omit<Asked, keyof Wish> & { onlyIn: string },
  wishes: readonly { day: Day; wish: Wish }[],
): Promise<SeriesAnswer> => {
  const secret = seriesSecretOf(setting.secret(), asked.requestKey);
  const answer: SeriesAnswer = { secret, promised: [], refused: [] };
  let mayBook: Promise<boolean> | undefined;
  const once = asked.mayBook && (() => (mayBook ??= asked.mayBook?.() ?? Promise.resolve(true)));
  for (const { day, wish } of wishes) {
    const requestKey = requestKeyOn(setting.secret(), secret, day);
    const one = await askAndNote(setting, asked.onlyIn, {
      ...asked,
      ...wish,
      requestKey,
      ...(once && { mayBook: once }),
    });
    if ('refused' in one) answer.refused.push({ day, why: one.refused });
    else answer.promised.push(day);
  }
  return answer;
};

/** Days on which a booking of a series may begin that is still worth showing. */
const daysAround = (now: Date): Day[] => {
  const today = berlinDay(now);
  return Array.from({ length: LATEST_BEGIN_DAYS + 10 }, (_, at) => addDays(today, at - 8));
};

/** What is left of a series in a municipality, and a week of what was. */
export const listSeries = async (
  setting: Pick<ParkingSetting, 'database' | 'clock' | 'secret'>,
  ars: string,
  seriesSecret: string,
): Promise<Occurrence[]> => {
  const house = setting.secret();
  const byKey = new Map(
    daysAround(setting.clock()).map((day) => [requestKeyOn(house, seriesSecret, day), day]),
  );
  const found = await listByRequestKeys(setting.database, ars, [...byKey.keys()]);
  return found.map(({ booking, requestKey }) => ({
    day: byKey.get(requestKey) ?? '',
    booking,
    secret: secretOf(house, requestKey),
  }));
};

/** All that costs nothing to cancel: what is fixed already is cancelled one by one, where its cost is shown. */
export const cancelSeries = async (
  setting: Pick<ParkingSetting, 'database' | 'clock' | 'secret'>,
  ars: string,
  seriesSecret: string,
): Promise<number> => {
  let cancelled = 0;
  for (const { booking, secret } of await listSeries(setting, ars, seriesSecret)) {
    if (booking.state !== 'promised' && booking.state !== 'requested') continue;
    const result = await cancelBooking(setting, { ars, secretHash: hashOfSecret(secret) });
    if (!('refused' in result)) cancelled += 1;
  }
  return cancelled;
};
