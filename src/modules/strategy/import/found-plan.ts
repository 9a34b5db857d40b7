/** What a plan says, whatever form it has; blanks stay blanks. */
export type FoundGoal = { title: string; text: string; field: string };
export type FoundMeasure = {
  title: string;
  goal: string;
  field: string;
  leadRole: string;
  begins: string | null;
  ends: string | null;
  once: number;
  running: number;
};
export type FoundPlan = {
  goals: FoundGoal[];
  measures: FoundMeasure[];
  rejected: { position: string; reason: { de: string; en: string } }[];
};

export const noPlan = (): FoundPlan => ({ goals: [], measures: [], rejected: [] });

/** As long as a title may be; at a word. */
export const shortened = (text: string, most: number): string => {
  const one = text.replaceAll(/\s+/g, ' ').trim();
  return one.length <= most ? one : `${one.slice(0, one.lastIndexOf(' ', most - 2))} …`;
};
