import type { Day } from '../../../../foundation/time/zone.ts';
import type { CallFacts, CallState } from './contract.ts';

/** Open needs a deadline that has not passed: a call without one may have ended long ago. The last day still counts. */
export const callStateOf = (
  { opens, closes, isSaidClosed }: Pick<CallFacts, 'opens' | 'closes' | 'isSaidClosed'>,
  today: Day,
): CallState => {
  if (isSaidClosed || (closes !== undefined && closes < today)) return 'closed';
  if (opens !== undefined && opens > today) return 'ahead';
  return closes === undefined ? 'unknown' : 'open';
};
