/** Hours of a week: what repeats is found in them. */
export const SLOTS = 168;
const HOURS_OF_A_DAY = 24;
/** How much less a week counts than the one after it. */
const FORGETTING = 0.75;
/** Keeps an hour that was seen once from being believed entirely. */
const CAUTION = 0.5;
/** Against a fit to a few hours. */
const RIDGE = 1e-3;

/** One value an hour, oldest first; null where nothing is known. `slots`: the hour of the week of each, by the clock on the wall. */
export type Hourly = { values: readonly (number | null)[]; slots: readonly number[] };

/** What the same hour of earlier weeks let expect, before the hour itself was known; null before anything was. */
export const expectedOf = ({ values, slots }: Hourly): (number | null)[] => {
  const sums = new Float64Array(SLOTS);
  const weights = new Float64Array(SLOTS);
  const daySums = new Float64Array(HOURS_OF_A_DAY);
  const dayWeights = new Float64Array(HOURS_OF_A_DAY);
  return slots.map((slot, at) => {
    const hour = slot % HOURS_OF_A_DAY;
    const [seen = 0, ofDay = 0] = [weights[slot], dayWeights[hour]];
    const usual = ofDay > 0 ? (daySums[hour] ?? 0) / ofDay : null;
    const expected =
      seen > 0
        ? ((sums[slot] ?? 0) + CAUTION * (usual ?? 0)) / (seen + (usual === null ? 0 : CAUTION))
        : usual;
    const value = values[at] ?? null;
    if (value !== null) {
      sums[slot] = FORGETTING * (sums[slot] ?? 0) + value;
      weights[slot] = FORGETTING * seen + 1;
      daySums[hour] = (daySums[hour] ?? 0) * FORGETTING ** (1 / 7) + value;
      dayWeights[hour] = ofDay * FORGETTING ** (1 / 7) + 1;
    }
    return expected;
  });
};

/**
 * How a deviation goes on: some of what is off now, and some of what was off at that hour yesterday. One pair of shares for
 * each hour ahead, by least squares with a little ridge.
 */
export type ForecastModel = {
  /** For 1, 2, … hours ahead. */ shares: { now: number; yesterday: number }[];
  /** Errors of the past at each distance, sorted: what an interval is cut from. */ errors: number[][];
};

type Deviations = readonly (number | null)[];

const deviationsOf = ({ values }: Hourly, expected: readonly (number | null)[]): Deviations =>
  values.map((value, at) => {
    const usual = expected[at] ?? null;
    return value === null || usual === null ? null : value - usual;
  });

const fitShares = (off: Deviations, ahead: number): { now: number; yesterday: number } => {
  let [nn, ny, yy, nt, yt] = [0, 0, 0, 0, 0];
  for (let at = HOURS_OF_A_DAY; at + ahead < off.length; at += 1) {
    const [now, yesterday, then] = [off[at], off[at + ahead - HOURS_OF_A_DAY], off[at + ahead]];
    if (now == null || yesterday == null || then == null) continue;
    nn += now * now;
    ny += now * yesterday;
    yy += yesterday * yesterday;
    nt += now * then;
    yt += yesterday * then;
  }
  const ridge = RIDGE * (nn + yy) + 1e-9;
  const determinant = (nn + ridge) * (yy + ridge) - ny * ny;
  return {
    now: ((yy + ridge) * nt - ny * yt) / determinant,
    yesterday: ((nn + ridge) * yt - ny * nt) / determinant,
  };
};

/** A forecast must not say less than nothing, nor more than was ever seen. */
const within = (value: number, { low, high }: { low: number; high: number }): number =>
  Math.min(high, Math.max(low, value));

const rangeOf = ({ values }: Hourly): { low: number; high: number } => {
  const seen = values.filter((value) => value !== null);
  return { low: 0, high: seen.reduce((most, value) => Math.max(most, value), 0) };
};

const predicted = (
  off: Deviations,
  expected: readonly (number | null)[],
  { at, ahead, shares }: { at: number; ahead: number; shares: { now: number; yesterday: number } },
): number | null => {
  const usual = expected[at + ahead] ?? null;
  if (usual === null) return null;
  const yesterday = off[at + ahead - HOURS_OF_A_DAY] ?? 0;
  return usual + shares.now * (off[at] ?? 0) + shares.yesterday * yesterday;
};

/** @param upTo only hours before this place are learnt from. @param ahead up to 24 hours. */
export const fitForecast = (
  hourly: Hourly,
  { upTo, ahead }: { upTo: number; ahead: number },
): ForecastModel => {
  const known = { values: hourly.values.slice(0, upTo), slots: hourly.slots.slice(0, upTo) };
  const expected = expectedOf(known);
  const off = deviationsOf(known, expected);
  const range = rangeOf(known);
  const shares = Array.from({ length: ahead }, (_, step) => fitShares(off, step + 1));
  const errors = shares.map((share, step) => {
    const found: number[] = [];
    for (let at = HOURS_OF_A_DAY; at + step + 1 < upTo; at += 1) {
      const then = known.values[at + step + 1] ?? null;
      if (then === null || known.values[at] == null) continue;
      const said = predicted(off, expected, { at, ahead: step + 1, shares: share });
      if (said !== null) found.push(then - within(said, range));
    }
    return found.sort((a, b) => a - b);
  });
  return { shares, errors };
};

export type ForecastHour = { value: number; low: number; high: number };

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.floor(share * sorted.length)))] ?? 0;

/**
 * The hours after `at`, each with the range in which `level` of the past errors would have kept it.
 * @returns null for an hour of which nothing is known.
 */
export const forecastFrom = (
  hourly: Hourly,
  model: ForecastModel,
  { at, level = 0.8 }: { at: number; level?: number },
): (ForecastHour | null)[] => {
  const ahead = model.shares.length;
  const upTo = { values: hourly.values.slice(0, at + 1), slots: hourly.slots.slice(0, at + 1 + ahead) };
  const expected = expectedOf(upTo);
  const off = deviationsOf(upTo, expected);
  const range = rangeOf(upTo);
  const tail = (1 - level) / 2;
  return model.shares.map((shares, step) => {
    const said = predicted(off, expected, { at, ahead: step + 1, shares });
    if (said === null) return null;
    const value = within(said, range);
    const errors = model.errors[step] ?? [];
    return {
      value,
      low: within(value + quantile(errors, tail), range),
      high: within(value + quantile(errors, 1 - tail), range),
    };
  });
};

export type Backtest = {
  hours: number;
  /** Mean distance between what was said and what came, in the unit of the values. */ error: number;
  lastValueError: number;
  lastWeekError: number;
  /** Share of hours inside their range. */ covered: number;
};

/** Says each hour after `from` from each hour before it, without looking ahead, and compares with the two naive rules. */
export const backtest = (
  hourly: Hourly,
  { from, ahead, level = 0.8 }: { from: number; ahead: number; level?: number },
): Backtest | undefined => {
  const model = fitForecast(hourly, { upTo: from, ahead });
  const expected = expectedOf(hourly);
  const off = deviationsOf(hourly, expected);
  const range = rangeOf({ ...hourly, values: hourly.values.slice(0, from) });
  const tail = (1 - level) / 2;
  const sum = { hours: 0, error: 0, last: 0, week: 0, covered: 0 };
  for (let at = Math.max(from, SLOTS); at + 1 < hourly.values.length; at += 1)
    for (const [step, shares] of model.shares.entries()) {
      const then = hourly.values[at + step + 1] ?? null;
      const now = hourly.values[at] ?? null;
      const week = hourly.values[at + step + 1 - SLOTS] ?? null;
      const said = predicted(off, expected, { at, ahead: step + 1, shares });
      if (then === null || now === null || week === null || said === null) continue;
      const value = within(said, range);
      const errors = model.errors[step] ?? [];
      sum.hours += 1;
      sum.error += Math.abs(then - value);
      sum.last += Math.abs(then - now);
      sum.week += Math.abs(then - week);
      const [low, high] = [value + quantile(errors, tail), value + quantile(errors, 1 - tail)];
      if (then >= within(low, range) - 0.5 && then <= within(high, range) + 0.5) sum.covered += 1;
    }
  if (sum.hours === 0) return undefined;
  return {
    hours: sum.hours,
    error: sum.error / sum.hours,
    lastValueError: sum.last / sum.hours,
    lastWeekError: sum.week / sum.hours,
    covered: sum.covered / sum.hours,
  };
};
