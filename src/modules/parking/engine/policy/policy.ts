import type { Request } from '../day.ts';
import type { Option } from '../stock/stock.ts';

export type Refusal = 'no-space-in-reach' | 'all-taken' | 'kept-for-others';

export type Decision = { request: Request } & ({ promised: Option } | { refused: Refusal });

export type Placed = { request: Request; option: Option };

/**
 * Decides a day, one request after the other. It is told what has been asked and never what will be: whoever drives it
 * hands in a request only when its time has come.
 */
export type Policy = {
  /** What the clock brings without a request. */ advance: (now: number) => void;
  /** The answer at once, or none where the policy gathers requests first. */
  ask: (request: Request) => Decision | undefined;
  /** The day is over: where everybody who was promised a space had it. */
  end: () => Placed[];
};

/** @throws Error where a request comes before an earlier one: time does not go back. */
export const decideDay = (policy: Policy, requests: Iterable<Request>): Placed[] => {
  let now = Number.NEGATIVE_INFINITY;
  for (const request of requests) {
    if (request.requestedAt < now) throw new Error(`${request.id} asks before the one that asked before.`);
    now = request.requestedAt;
    policy.advance(now);
    policy.ask(request);
  }
  return policy.end();
};

export const worthOf = (placed: readonly Placed[]): number =>
  placed.reduce((sum, { option }) => sum + option.worth, 0);
