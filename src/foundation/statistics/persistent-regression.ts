import { cholesky, solveLower } from './linear.ts';

/** One day of a series: its place in time and what explains it. Days that are missing are simply left out. */
export type Observation = { at: number; value: number; columns: readonly number[] };

/** How a day hangs on the one before: a lasting part that fades by `persistence`, and a passing part beside it. */
type Persistence = {
  persistence: number;
  passing: number /** Logarithm of its share before any data. */;
  prior: number;
};

// Up to nearly no fading: weather and seasons last for weeks. Each with its share before any data.
const PERSISTENCES: readonly (readonly [persistence: number, share: number])[] = [
  [0, 0.13],
  [0.3, 0.17],
  [0.5, 0.15],
  [0.7, 0.14],
  [0.8, 0.11],
  [0.88, 0.1],
  [0.94, 0.08],
  [0.97, 0.06],
  [0.99, 0.06],
];
const PASSING = [0, 0.3, 1, 3];

const persistences: readonly Persistence[] = PERSISTENCES.flatMap(([persistence, share]) =>
  persistence === 0
    ? [{ persistence, passing: 0, prior: Math.log(share) }]
    : PASSING.map((passing) => ({ persistence, passing, prior: Math.log(share / PASSING.length) })),
);

/** The coefficients under one way of persisting. */
type Fit = {
  persistence: Persistence;
  coefficients: number[];
  /** Lower triangle of the whitened normal equations. */ lower: number[][];
  /** Of the lasting part. */ variance: number;
  degrees: number;
  /** Restricted log likelihood, up to a constant. */ likelihood: number;
};

/**
 * Sums of squares and products after whitening by a Kalman filter: each column runs through the same gains, gaps are
 * stepped over.
 */
const whiten = (
  days: readonly Observation[],
  { persistence, passing }: Persistence,
): { products: number[][]; right: number[]; squares: number; logs: number } => {
  const width = (days[0]?.columns.length ?? 0) + 1;
  const products = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  const state = new Array<number>(width).fill(0);
  const white = new Array<number>(width).fill(0);
  let [spread, logs, last] = [1, 0, days[0]?.at ?? 0];
  for (const { at, value, columns } of days) {
    if (at > last) {
      const fade = persistence ** (at - last);
      spread = fade * fade * spread + 1 - fade * fade;
      for (let k = 0; k < width; k += 1) state[k] = fade * (state[k] as number);
      last = at;
    }
    const total = spread + passing;
    const root = Math.sqrt(total);
    const gain = spread / total;
    for (let k = 0; k < width; k += 1) {
      const off = (k === width - 1 ? value : (columns[k] as number)) - (state[k] as number);
      white[k] = off / root;
      state[k] = (state[k] as number) + gain * off;
    }
    spread -= gain * spread;
    logs += Math.log(total);
    for (let a = 0; a < width; a += 1) {
      const own = white[a] as number;
      const row = products[a] as number[];
      for (let b = 0; b <= a; b += 1) row[b] = (row[b] as number) + own * (white[b] as number);
    }
  }
  const bottom = products[width - 1] as number[];
  return {
    products: products.slice(0, -1).map((row) => row.slice(0, -1)),
    right: bottom.slice(0, -1),
    squares: bottom[width - 1] as number,
    logs,
  };
};

const fitUnder = (days: readonly Observation[], persistence: Persistence): Fit | undefined => {
  const { products, right, squares, logs } = whiten(days, persistence);
  const lower = cholesky(products);
  const degrees = days.length - right.length;
  if (!lower || degrees < 1) return undefined;
  const coefficients = solveLower(lower, right);
  const rest = squares - coefficients.reduce((sum, value, at) => sum + value * (right[at] as number), 0);
  const variance = Math.max(rest / degrees, 1e-12);
  const determinant = lower.reduce((sum, row, at) => sum + 2 * Math.log(row[at] as number), 0);
  return {
    persistence,
    coefficients,
    lower,
    variance,
    degrees,
    likelihood: persistence.prior - 0.5 * (degrees * Math.log(variance) + logs + determinant),
  };
};

export type WeighedFit = Fit & { weight: number };

/**
 * A regression whose errors last: not one guess of how long, but every one, weighed by how well it fits (restricted
 * likelihood). With few weeks a single guess is too short, and its intervals too narrow.
 * @returns undefined where the columns cannot be told apart.
 */
export const fitPersistent = (days: readonly Observation[]): WeighedFit[] | undefined => {
  const fits = persistences.flatMap((one) => fitUnder(days, one) ?? []);
  if (fits.length === 0) return undefined;
  const best = Math.max(...fits.map(({ likelihood }) => likelihood));
  const total = fits.reduce((sum, { likelihood }) => sum + Math.exp(likelihood - best), 0);
  return fits
    .map((fit) => ({ ...fit, weight: Math.exp(fit.likelihood - best) / total }))
    .filter(({ weight }) => weight > 1e-4);
};

/** Other days under the same beliefs: how sure a longer study will be, before it is measured. */
export const reweigh = (days: readonly Observation[], fits: readonly WeighedFit[]): WeighedFit[] =>
  fits.flatMap(({ weight, variance, persistence }) => {
    const fit = fitUnder(days, persistence);
    return fit ? [{ ...fit, weight, variance }] : [];
  });
