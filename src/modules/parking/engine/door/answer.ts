import type { Pool } from '../day.ts';
import type { Placed } from '../policy/policy.ts';

export type Answer = { assignments: { request: string; space: string; from: number; to: number }[] };

/** As the format of judges wants it, in the order in which the requests were made. */
export const answerOf = (pools: readonly Pool[], placed: readonly Placed[]): Answer => ({
  assignments: placed.map(({ request, option }) => ({
    request: request.id,
    space: pools[option.pool]?.id ?? '',
    from: request.arrival,
    to: request.departure,
  })),
});
