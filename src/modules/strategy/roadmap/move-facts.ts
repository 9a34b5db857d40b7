import type { MeasureFacts } from '../contract.ts';

const later = (month: string | null, by: number): string | null =>
  month === null ? null : `${Number(month.slice(0, 4)) + by}${month.slice(4)}`;

/** The same day so many years later; the 29th of February is the last of the month elsewhere. */
const dayLater = (day: string, by: number): string => {
  const moved = `${Number(day.slice(0, 4)) + by}${day.slice(4)}`;
  return Number.isNaN(Date.parse(moved)) || new Date(moved).toISOString().slice(0, 10) !== moved
    ? moved.replace('-02-29', '-02-28')
    : moved;
};

/** The facts of a measure that begins in another year: period, costs and open milestones go along. */
export const moveFacts = (facts: MeasureFacts, from: number | null, to: number): MeasureFacts => {
  if (from === null) return { ...facts, begins: `${to}-01`, ends: `${to}-12` };
  const by = to - from;
  return {
    ...facts,
    begins: later(facts.begins, by),
    ends: later(facts.ends, by),
    years: facts.years.map((year) => ({ ...year, year: year.year + by })),
    milestones: facts.milestones.map((one) =>
      one.doneOn === null ? { ...one, due: dayLater(one.due, by) } : one,
    ),
  };
};
