import type { Compared } from './compare-answers.ts';
import { lordiGroups, u4sscDimensions } from './contract.ts';

export type FrameMean =
  | { frame: 'lordi'; group: (typeof lordiGroups)[number]; mean: number | null; questions: number }
  | { frame: 'u4ssc'; group: (typeof u4sscDimensions)[number]; mean: number | null; questions: number };

const meanOf = (compared: readonly Compared[]): { mean: number | null; questions: number } => {
  const values = compared.flatMap(({ today }) => today ?? []);
  const sum = values.reduce((all, one) => all + one, 0);
  return {
    mean: values.length === 0 ? null : Math.round((sum / values.length) * 100) / 100,
    questions: values.length,
  };
};

/** A line of somebody else's form, and the statements that answer it. */
export type FrameLine = { label: string; questions: string[] };

/** The same answers by the lines of another form. */
export const inOwnFrame = (
  compared: readonly Compared[],
  lines: readonly FrameLine[],
): (Pick<FrameLine, 'label'> & ReturnType<typeof meanOf>)[] =>
  lines.map((line) => ({
    label: line.label,
    ...meanOf(compared.filter(({ question }) => line.questions.includes(question.id))),
  }));

/** The same answers by the groups of other frames; a group about which nothing was said has no mean. */
export const inFrames = (compared: readonly Compared[]): FrameMean[] => [
  ...lordiGroups.map((group) => ({
    frame: 'lordi' as const,
    group,
    ...meanOf(compared.filter(({ question }) => question.frames.lordi === group)),
  })),
  ...u4sscDimensions.map((group) => ({
    frame: 'u4ssc' as const,
    group,
    ...meanOf(compared.filter(({ question }) => question.frames.u4ssc === group)),
  })),
];
