import { addDays } from '../../../../foundation/time/zone.ts';
import { normal, randomOf } from '../../simulator/days/random.ts';
import type { Drive } from './drive.ts';
import type { PilotPlan } from './plan.ts';
import { DAY_SPREAD, searchTimes } from './power.ts';

const FIRST_HOUR = 9;
const HOURS = 9;

/** Drives as if a plan had been measured, with a change that is known; for the demonstration. */
export const inventDrives = (plan: PilotPlan, change: number, seed: number): Drive[] => {
  const [times, random] = [searchTimes(), randomOf(seed)];
  const drives: Drive[] = [];
  for (const first of [plan.beforeFrom, plan.afterFrom])
    for (let at = 0; at < plan.days; at += 1) {
      const together = Math.exp(normal(random, 0, DAY_SPREAD.together));
      for (const isPilot of [true, false]) {
        const effect = isPilot && first === plan.afterFrom ? 1 + change : 1;
        const level = together * effect * Math.exp(normal(random, 0, DAY_SPREAD.apart));
        for (let drive = 0; drive < plan.drives; drive += 1)
          drives.push({
            line: drives.length + 2,
            day: addDays(first, at),
            hour: FIRST_HOUR + (drive % HOURS),
            isPilot,
            seconds: Math.round(60 * level * (times[Math.floor(random() * times.length)] ?? 0)),
          });
      }
    }
  return drives;
};
