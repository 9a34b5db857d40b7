import type { PlannedMeasure } from './plan.ts';

export type EarlyStart = { id: string; needs: string };

const monthOf = (year: number, month: number): number => year * 12 + month;

/** Measures that begin before something that they need has ended; what has no dates says nothing. */
export const earlyStarts = (planned: readonly PlannedMeasure[]): EarlyStart[] => {
  const byId = new Map(planned.map((one) => [one.id, one]));
  return planned.flatMap(({ id, first, beginsIn, needs }) =>
    needs.flatMap((neededId) => {
      const needed = byId.get(neededId);
      if (first === null || !needed || needed.first === null) return [];
      const end = monthOf(needed.first + needed.profile.length - 1, needed.endsIn);
      return monthOf(first, beginsIn) > end ? [] : [{ id, needs: neededId }];
    }),
  );
};
