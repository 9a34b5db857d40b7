/** What happens with a form: its first page is seen, a draft begun, sent, drawn back, decided, and rated. */
export type Happening = 'visited' | 'started' | 'completed' | 'withdrawn' | 'decided' | 'rated';

/** How often something happened. The value is the days until a decision, or the mark from 1 to 5; otherwise 0. */
export type UseCount = { formId: string; happening: Happening; value: number; count: number };

/** What DIN SPEC 66336 asks to be told of a service. Undefined: there are too few cases to say it. */
export type FormFigures = {
  formId: string;
  visited: number;
  started: number;
  completed: number;
  withdrawn: number;
  decided: number;
  /** Share of the begun that was sent, 0 to 1. */ completionRate: number | undefined;
  /** Half of the decisions came within so many days. */ medianDays: number | undefined;
  /** Mean of the marks, 5 is the best. */ satisfaction: number | undefined;
  rated: number;
};

/** From fewer cases a rate says nothing, and a single decision in a village may tell of somebody. */
export const FEWEST_CASES = 5;

type Weighted = { value: number; count: number };

const total = (counts: Weighted[]): number => counts.reduce((sum, { count }) => sum + count, 0);

/** The lower median: the value that at least half do not exceed. */
const medianOf = (counts: Weighted[]): number | undefined => {
  const half = total(counts) / 2;
  let seen = 0;
  return [...counts]
    .sort((a, b) => a.value - b.value)
    .find(({ count }) => {
      seen += count;
      return seen >= half;
    })?.value;
};

const meanOf = (counts: Weighted[]): number =>
  counts.reduce((sum, { value, count }) => sum + value * count, 0) / total(counts);

const ifEnough = <T>(cases: number, figure: () => T): T | undefined =>
  cases >= FEWEST_CASES ? figure() : undefined;

const figuresOf = (formId: string, counts: UseCount[]): FormFigures => {
  const of = (happening: Happening) => counts.filter((one) => one.happening === happening);
  const count = (happening: Happening) => total(of(happening));
  const started = count('started');
  const completed = count('completed');
  const decided = count('decided');
  const rated = count('rated');
  return {
    formId,
    visited: count('visited'),
    started,
    completed,
    withdrawn: count('withdrawn'),
    decided,
    // A draft begun before the period may be sent within it.
    completionRate: ifEnough(started, () => Math.min(1, completed / started)),
    medianDays: ifEnough(decided, () => medianOf(of('decided'))),
    satisfaction: ifEnough(rated, () => meanOf(of('rated'))),
    rated,
  };
};

/** The figures of each form that is asked for, in the same order; one that nobody has seen has zeros. */
export const figuresPerForm = (formIds: readonly string[], counts: UseCount[]): FormFigures[] =>
  formIds.map((formId) =>
    figuresOf(
      formId,
      counts.filter((count) => count.formId === formId),
    ),
  );
