/** The nearest weights that are none below zero and sum to one. */
const ontoSimplex = (weights: readonly number[]): number[] => {
  const sorted = weights.toSorted((a, b) => b - a);
  let [sum, shift] = [0, 0];
  sorted.forEach((weight, at) => {
    sum += weight;
    const trial = (sum - 1) / (at + 1);
    if (weight > trial) shift = trial;
  });
  return weights.map((weight) => Math.max(0, weight - shift));
};

const MOST_ROUNDS = 2000;
const CLOSE = 1e-7;

/**
 * Shares of the others by which they together come nearest to a series, on days before anything was begun (projected
 * gradient with momentum, restarted where it overshoots). Each row: what is to be met, and the others on the same day.
 */
export const simplexWeights = (
  target: readonly number[],
  others: readonly (readonly number[])[],
): number[] => {
  const width = others[0]?.length ?? 0;
  const products = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  const right = new Array<number>(width).fill(0);
  others.forEach((row, day) => {
    for (let a = 0; a < width; a += 1) {
      right[a] = (right[a] as number) + (row[a] as number) * (target[day] as number);
      const own = products[a] as number[];
      for (let b = 0; b < width; b += 1)
        own[b] = (own[b] as number) + (row[a] as number) * (row[b] as number);
    }
  });
  const gradient = (weights: readonly number[]) =>
    products.map(
      (row, at) => row.reduce((sum, one, b) => sum + one * (weights[b] as number), 0) - (right[at] as number),
    );
  // No row sum is exceeded by the steepest curve.
  const steepest = Math.max(
    1e-12,
    ...products.map((row) => row.reduce((sum, one) => sum + Math.abs(one), 0)),
  );
  let weights = new Array<number>(width).fill(1 / width);
  let [ahead, momentum] = [weights, 1];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const slope = gradient(ahead);
    const next = ontoSimplex(ahead.map((weight, at) => weight - (slope[at] as number) / steepest));
    const step = next.map((weight, at) => weight - (weights[at] as number));
    const isUphill = slope.reduce((sum, one, at) => sum + one * (step[at] as number), 0) > 0;
    const grown = isUphill ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const push = isUphill ? 0 : (momentum - 1) / grown;
    ahead = next.map((weight, at) => weight + push * (step[at] as number));
    [weights, momentum] = [next, grown];
    if (!isUphill && Math.max(...step.map(Math.abs)) < CLOSE) break;
  }
  return weights;
};
