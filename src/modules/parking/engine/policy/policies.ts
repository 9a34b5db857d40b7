import type { Stock } from '../stock/stock.ts';
import { batchAssignment } from './batch.ts';
import { BidPrice, type PriceSet } from './bid-price.ts';
import { firstComeNumbered, firstComePooled } from './first-come.ts';
import type { Policy } from './policy.ts';

export const POLICIES = ['numbered', 'pooled', 'batch', 'bidPrice'] as const;
export type PolicyName = (typeof POLICIES)[number];

/** The four that are compared: three that others use, and ours. Each begins a day of its own. */
export const policyOf = (name: PolicyName, stock: Stock, prices: PriceSet): Policy => {
  if (name === 'numbered') return firstComeNumbered(stock);
  if (name === 'pooled') return firstComePooled(stock);
  if (name === 'batch') return batchAssignment(stock);
  return new BidPrice(stock, prices);
};
