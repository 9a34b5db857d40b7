/** A middle and a spread that one Berlin among thousands of villages does not move. */
export type Scale = { median: number; spread: number };

// The interquartile range of a normal distribution is 1.349 of its standard deviations.
const IQR_OF_ONE_DEVIATION = 1.349;

const quantile = (sorted: readonly number[], share: number): number => {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
};

/** @returns undefined where the values say nothing: fewer than two, or a middle half that is all the same. */
export const scaleOf = (values: readonly number[]): Scale | undefined => {
  const sorted = values.toSorted((a, b) => a - b);
  const spread = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / IQR_OF_ONE_DEVIATION;
  return sorted.length < 2 || spread === 0 ? undefined : { median: quantile(sorted, 0.5), spread };
};

export const scaled = (value: number, { median, spread }: Scale): number => (value - median) / spread;
