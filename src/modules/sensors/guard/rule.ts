import type { ThingKind } from '../contract.ts';

/** How a stream is watched; null: not asked. */
export type StreamRule = {
  /** Silent after so many usual distances. */ silentAfter: number | null;
  /** Frozen after so many equal values; null: learned from what was before. */ frozenAfter: number | null;
  lowest: number | null;
  highest: number | null;
  /** Jumping beyond so many robust deviations of its steps. */ jumpBeyond: number | null;
};

export const findingKinds = ['silent', 'frozen', 'implausible', 'jumping'] as const;
export type FindingKind = (typeof findingKinds)[number];

type Limits = readonly [lowest: number | null, highest: number | null];

const BY_UNIT: Record<string, Limits> = {
  '°C': [-60, 70],
  '%': [0, 100],
  'm/s': [0, 100],
  hPa: [850, 1100],
  Pa: [85_000, 110_000],
  'µg/m³': [0, 5000],
  'dB(A)': [0, 140],
  kWh: [0, null],
};

/** What is counted is never less than nothing, and steps from hour to hour by its nature. */
const COUNTED: readonly ThingKind[] = ['traffic', 'parking'];
const SILENT_AFTER = 3;
const JUMP_BEYOND = 12;

/** The rule where a town has stated none. */
export const usualRule = (kind: ThingKind, unit: string): StreamRule => {
  const isCounted = COUNTED.includes(kind);
  const [lowest, highest] = BY_UNIT[unit] ?? [isCounted ? 0 : null, null];
  return {
    silentAfter: SILENT_AFTER,
    frozenAfter: null,
    lowest,
    highest,
    jumpBeyond: isCounted ? null : JUMP_BEYOND,
  };
};
