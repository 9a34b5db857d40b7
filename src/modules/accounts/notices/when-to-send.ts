import { isDayOfRest } from '../../../foundation/time/public-holiday.ts';
import { addDays, berlinDay, fromBerlin } from '../../../foundation/time/zone.ts';
import type { NoticePace, NoticeTopic } from '../contract.ts';
import { isAlwaysSent, isUrgent, type QuietHours } from './notice.ts';

const DIGEST_TIME = '07:00';
// From Maundy Thursday evening to Easter Tuesday it takes eight steps.
const MOST_STEPS = 20;

type Setting = { pace: NoticePace; quiet: QuietHours | undefined };

/**
 * When the mail about a notice may go out, seen from `now`: `now` itself, later, or never. A digest comes when the
 * night is over; whatever would come in quiet hours, on a Sunday or a public holiday waits for their end.
 */
export const whenToSend = (
  { topic, createdAt }: { topic: NoticeTopic; createdAt: Date },
  { pace, quiet }: Setting,
  now: Date,
): Date | undefined => {
  if (isAlwaysSent(topic)) return now;
  if (pace === 'never') return undefined;
  if (isUrgent(topic) && pace === 'atOnce') return now;
  const earliest = pace === 'daily' ? nextDigest(createdAt, quiet) : createdAt;
  return quiet ? outOfQuiet(earliest > now ? earliest : now, quiet) : earliest > now ? earliest : now;
};

const nextDigest = (after: Date, quiet: QuietHours | undefined): Date => {
  const time = quiet?.to ?? DIGEST_TIME;
  const day = berlinDay(after);
  const today = fromBerlin(day, time);
  return today > after ? today : fromBerlin(addDays(day, 1), time);
};

const outOfQuiet = (instant: Date, quiet: QuietHours): Date => {
  let at = instant;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const end = endOfQuiet(at, quiet);
    if (!end) return at;
    at = end;
  }
  return at;
};

/** Undefined where `at` is not quiet. */
const endOfQuiet = (at: Date, quiet: QuietHours): Date | undefined => {
  const day = berlinDay(at);
  const tomorrow = addDays(day, 1);
  if (isDayOfRest(day)) return fromBerlin(tomorrow);
  const from = fromBerlin(day, quiet.from);
  const to = fromBerlin(day, quiet.to);
  if (quiet.from < quiet.to) return at >= from && at < to ? to : undefined;
  if (at < to) return to;
  return at >= from ? fromBerlin(tomorrow, quiet.to) : undefined;
};
