import type { MeasureFacts, MeasureState } from '../contract.ts';

export type Load = { money: number; staff: number };

/** A measure on the line of years. */
export type PlannedMeasure = {
  id: string;
  title: string;
  /** Its first field of action; empty: none. */ lane: string;
  /** First year; null: nobody has said when. */ first: number | null;
  /** What each of its years takes; as long as it takes. */ profile: Load[];
  /** 1 to 12 in its first and its last year. */ beginsIn: number;
  endsIn: number;
  needs: string[];
  /** 1 to 5. */ benefit: number;
  /** It runs or is done: its years stay. */ isFixed: boolean;
};

/** Whoever said nothing about the benefit is taken for the middle. */
const UNSAID_BENEFIT = 3;

const yearIn = (month: string | null): number | null => (month === null ? null : Number(month.slice(0, 4)));
const monthIn = (month: string | null, otherwise: number): number =>
  month === null ? otherwise : Number(month.slice(5, 7));

/** The years of a measure: from the first to the last one that its period or its costs name. */
export const plannedMeasure = ({
  id,
  state,
  facts,
}: {
  id: string;
  state: MeasureState;
  facts: MeasureFacts;
}): PlannedMeasure => {
  const { begins, ends, years } = facts;
  const told = [yearIn(begins), yearIn(ends), ...years.map(({ year }) => year)].filter(
    (year): year is number => year !== null,
  );
  const first = told.length === 0 ? null : Math.min(...told);
  const last = first === null ? null : Math.max(...told);
  const length = first === null || last === null ? 1 : last - first + 1;
  const profile = Array.from({ length }, (_, at): Load => {
    const costs = years.filter(({ year }) => year === (first ?? 0) + at);
    return {
      money: costs.reduce((sum, { once, running }) => sum + once + running, 0),
      staff: costs.reduce((sum, { staff }) => sum + staff, 0),
    };
  });
  return {
    id,
    title: facts.title,
    lane: facts.fields[0] ?? '',
    first,
    profile,
    beginsIn: yearIn(begins) === first ? monthIn(begins, 1) : 1,
    endsIn: yearIn(ends) === last ? monthIn(ends, 12) : 12,
    needs: facts.dependsOn,
    benefit: facts.benefit ?? UNSAID_BENEFIT,
    isFixed: ['running', 'paused', 'done'].includes(state),
  };
};

/** How long it takes from beginning to end. */
export const monthsOf = ({ profile, beginsIn, endsIn }: PlannedMeasure): number =>
  Math.max(1, (profile.length - 1) * 12 + endsIn - beginsIn + 1);

/** Years from the begin of what is needed to the earliest begin of who needs it: the other has to be at its end. */
export const lagOf = (needed: PlannedMeasure, by: PlannedMeasure): number =>
  needed.endsIn < by.beginsIn ? needed.profile.length - 1 : needed.profile.length;
