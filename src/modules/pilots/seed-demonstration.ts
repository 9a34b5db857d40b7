import type { Context } from '../../foundation/database/context.ts';
import { canonicalHash } from '../../foundation/text/canonical-hash.ts';
import { addDays, berlinDay } from '../../foundation/time/zone.ts';
import type { DayValue, PilotPlan } from './contract.ts';
import { pilotEffect } from './effect/pilot-effect.ts';
import {
  insertPilot,
  insertRunEvent,
  listPilots,
  saveFrozen,
  saveOwnSeries,
  savePublished,
  saveResult,
} from './pilot-store.ts';
import { type Baseline, emptyPlan } from './plan/pilot-plan.ts';
import { prepareFor } from './series/pilot-series.ts';

const BEFORE_DAYS = 120;
const RUN_DAYS = 56;
const SINCE_DAYS = 5;
const RISE = 0.18;
const STREETS = ['Schulweg', 'Bahnhofstraße', 'Am See', 'Mühlenberg', 'Kirchweg'];
const SOURCE = 'Erfundene Zahlen, zum Ausprobieren';
const UNIT = 'Räder je Tag';

/** The same "chance" for the same number, between −1 and 1. */
const chance = (number: number): number => {
  const mixed = Math.sin(12.9898 * number + 4.1414) * 43_758.5453;
  return 2 * (mixed - Math.floor(mixed)) - 1;
};

/** Rides under one weather; in the first street more of them from the start on. */
const ridesOf = (street: number, first: string): DayValue[] =>
  Array.from({ length: BEFORE_DAYS + RUN_DAYS }, (_, at) => {
    const weather = 0.25 * Math.sin(at / 9) + 0.15 * chance(Math.floor(at / 3));
    const lift = street === 0 && at >= BEFORE_DAYS ? RISE : 0;
    const log = 5 + 0.3 * street + weather + 0.08 * chance(1000 * (street + 1) + at) + lift;
    return [addDays(first, at), Math.round(Math.exp(log))] as const;
  });

/** One invented pilot from plan to recommendation; doing it again changes nothing. It is told to no other module. */
export const seedPilotTrial = async (
  context: Context,
  ars: string,
  /** The measure that is tried. */ measure: string | null,
): Promise<void> => {
  const today = berlinDay(context.clock());
  const start = addDays(today, -RUN_DAYS - SINCE_DAYS);
  const first = addDays(start, -BEFORE_DAYS);
  await context.database.transaction().execute(async (database) => {
    if ((await listPilots(database, ars)).some(({ demonstration }) => demonstration)) return;
    const now = context.clock();
    const frozenAt = new Date(`${addDays(start, -1)}T09:00:00Z`);
    const key = { ars, id: context.newId() };
    const series = STREETS.map((name, street) => ({
      id: context.newId(),
      name,
      unit: UNIT,
      source: SOURCE,
      days: ridesOf(street, first),
    }));
    const [own, ...others] = series.map(({ id }) => `own:${id}`);
    const plan: PilotPlan = {
      ...emptyPlan('Schulweg als Fahrradstraße auf Probe (erfunden)', today),
      goal: 'Mehr Kinder fahren mit dem Rad zur Schule.',
      hypothesis: 'Ohne Durchgangsverkehr ist der Weg sicherer, und mehr Familien lassen ihre Kinder fahren.',
      role: 'Bauhof',
      measure,
      indicators: [own ?? ''],
      comparisons: others,
      baselineFrom: first,
      start,
      end: addDays(start, RUN_DAYS - 1),
    };
    await insertPilot(database, { ...key, plan, demonstration: true }, frozenAt);
    for (const one of series) await saveOwnSeries(database, key, one, now);
    const baseline: Baseline = {
      from: first,
      to: addDays(start, -1),
      series: series.map(({ id, days, ...info }, at) => ({
        ...info,
        ref: `own:${id}`,
        part: at === 0 ? 'indicator' : 'comparison',
        days: days.filter(([day]) => day < start),
      })),
    };
    const hashes = { planHash: canonicalHash(plan), baseline, baselineHash: canonicalHash(baseline) };
    await saveFrozen(database, key, hashes, frozenAt);
    const event = {
      id: context.newId(),
      day: addDays(start, 20),
      text: 'Baustelle am Mühlenberg, drei Tage',
    };
    await insertRunEvent(database, key, event, now);
    const [treated = [], ...compared] = series.map(({ days }) => days);
    const prepared = prepareFor(
      ars,
      plan,
      { indicators: [treated], comparisons: compared },
      { from: first, to: plan.end },
    );
    await saveResult(database, key, pilotEffect(plan, prepared), now);
    const text =
      'Die Fahrradstraße bleibt, und der Kirchweg wird als nächster versucht. (Erfundenes Beispiel)';
    await savePublished(database, key, { choice: 'scale', text }, now);
  });
};
