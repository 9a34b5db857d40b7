/** A comparison between an end of the left span and an end of the right one. */
type EndComparison = ['start' | 'end', '=' | '<' | '>' | '<=' | '>=', 'start' | 'end'];

/** Table 14 of the standard: all comparisons hold. `t_disjoint` is the opposite of `t_intersects`. */
export const temporalRelations: Readonly<Record<string, readonly EndComparison[]>> = {
  t_after: [['start', '>', 'end']],
  t_before: [['end', '<', 'start']],
  t_contains: [
    ['start', '<', 'start'],
    ['end', '>', 'end'],
  ],
  t_disjoint: [],
  t_during: [
    ['start', '>', 'start'],
    ['end', '<', 'end'],
  ],
  t_equals: [
    ['start', '=', 'start'],
    ['end', '=', 'end'],
  ],
  t_finishedBy: [
    ['start', '<', 'start'],
    ['end', '=', 'end'],
  ],
  t_finishes: [
    ['start', '>', 'start'],
    ['end', '=', 'end'],
  ],
  t_intersects: [
    ['start', '<=', 'end'],
    ['end', '>=', 'start'],
  ],
  t_meets: [['end', '=', 'start']],
  t_metBy: [['start', '=', 'end']],
  t_overlappedBy: [
    ['start', '>', 'start'],
    ['start', '<', 'end'],
    ['end', '>', 'end'],
  ],
  t_overlaps: [
    ['start', '<', 'start'],
    ['end', '>', 'start'],
    ['end', '<', 'end'],
  ],
  t_startedBy: [
    ['start', '=', 'start'],
    ['end', '>', 'end'],
  ],
  t_starts: [
    ['start', '=', 'start'],
    ['end', '<', 'end'],
  ],
};
