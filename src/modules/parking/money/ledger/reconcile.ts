import { type Day, dayInterval } from '../../../../foundation/time/zone.ts';
import type { ParkingSetting } from '../../setting.ts';
import { listStuckOrders, type StuckOrder } from '../order-store.ts';
import type { Movement, PaymentProvider } from '../payment-provider.ts';
import { type Booked, listAtProvider, listBalances } from './ledger-store.ts';

/** What the two books do not say alike; amounts in cents. */
export type Difference =
  | { kind: 'only-there'; key: string; cents: number }
  | { kind: 'only-here'; key: string; cents: number }
  | { kind: 'other-sum'; key: string; here: number; there: number }
  | { kind: 'unfinished'; key: string; reason: string }
  | { kind: 'unbalanced'; cents: number };

/** As our books count it: what arrives at the provider is positive. */
const signed = ({ kind, cents }: Movement): number => (kind === 'capture' ? cents : -cents);

/** Line by line, by the key that both know. */
export const compareBooks = (here: readonly Booked[], there: readonly Movement[]): Difference[] => {
  const ours = new Map(here.map(({ key, cents }) => [key, cents]));
  const theirs = new Map(there.map((movement) => [movement.key, signed(movement)]));
  return [...new Set([...ours.keys(), ...theirs.keys()])].toSorted().flatMap((key): Difference[] => {
    const [mine, other] = [ours.get(key), theirs.get(key)];
    if (mine === undefined) return [{ kind: 'only-there', key, cents: other ?? 0 }];
    if (other === undefined) return [{ kind: 'only-here', key, cents: mine }];
    return mine === other ? [] : [{ kind: 'other-sum', key, here: mine, there: other }];
  });
};

const unfinished = (orders: readonly StuckOrder[]): Difference[] =>
  orders.map(({ key, state, reason }) => ({ kind: 'unfinished', key, reason: reason ?? state }));

/** A day of a municipality in our mirror and in the provider's books. @returns how much moved, and each difference. */
export const reconcile = async (
  { database }: Pick<ParkingSetting, 'database'>,
  payments: PaymentProvider,
  { ars, day }: { ars: string; day: Day },
): Promise<{ movements: number; cents: number; differences: Difference[] }> => {
  const whole = dayInterval(day);
  const here = await listAtProvider(database, ars, whole);
  const there = await payments.movementsOf(ars, day);
  const sum = (await listBalances(database, ars)).reduce((total, { cents }) => total + cents, 0);
  return {
    movements: there.length,
    cents: there.reduce((total, movement) => total + signed(movement), 0),
    differences: [
      ...compareBooks(here, there),
      ...unfinished(await listStuckOrders(database, ars, whole.end)),
      ...(sum === 0 ? [] : [{ kind: 'unbalanced' as const, cents: sum }]),
    ],
  };
};
