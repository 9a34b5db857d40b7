import { foldText } from '../../../../foundation/text/search-text.ts';
import type { EntryKind } from '../contract.ts';
import type { PublicEntry } from '../public-store.ts';

export const costRanges = {
  'bis-5000': 5_000,
  'bis-50000': 50_000,
  'bis-500000': 500_000,
  mehr: null,
} as const;
export type CostRange = keyof typeof costRanges;
export const townSizes = {
  'bis-5000': [0, 5_000],
  'bis-20000': [5_000, 20_000],
  'bis-100000': [20_000, 100_000],
  mehr: [100_000, Number.POSITIVE_INFINITY],
} as const;
export type TownSize = keyof typeof townSizes;

export type EntryFilter = {
  kind?: EntryKind | undefined;
  field?: string | undefined;
  phase?: string | undefined;
  reason?: string | undefined;
  cost?: CostRange | undefined;
  size?: TownSize | undefined;
  /** First two digits of the key. */ state?: string | undefined;
  funding?: 'ja' | 'nein' | undefined;
  standard?: string | undefined;
};

const isCost = (costOnce: string | undefined, range: CostRange): boolean => {
  if (costOnce === undefined) return false;
  const cost = Number(costOnce);
  const most = costRanges[range];
  return most === null ? cost > 500_000 : cost <= most;
};

const isSize = (people: number | null, size: TownSize): boolean => {
  const [least, below] = townSizes[size];
  return people !== null && people >= least && people < below;
};

/**
 * What is not known passes no filter that asks for it. Nothing is asked of the place of an account that has none: its
 * size or state would tell whose it was.
 */
export const fits = (
  { kind, parts, ars }: PublicEntry,
  filter: EntryFilter,
  peopleOf: (ars: string) => number | null,
): boolean =>
  (filter.kind === undefined || filter.kind === kind) &&
  (['field', 'phase', 'reason'] as const).every(
    (part) => filter[part] === undefined || filter[part] === parts[part],
  ) &&
  (filter.cost === undefined || isCost(parts.costOnce, filter.cost)) &&
  (filter.funding === undefined || (filter.funding === 'ja') === (parts.funding !== undefined)) &&
  (filter.standard === undefined || foldText(parts.standards ?? '').includes(foldText(filter.standard))) &&
  (filter.state === undefined || (ars?.startsWith(filter.state) ?? false)) &&
  (filter.size === undefined || (ars !== null && isSize(peopleOf(ars), filter.size)));
