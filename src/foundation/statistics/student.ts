import jStat from 'jstat';

/** How many standard errors an interval reaches to each side, by Student's t. */
export const studentReach = (degrees: number, confidence = 0.95): number =>
  jStat.studentt.inv((1 + confidence) / 2, degrees);

/** The chance of so large a value, to either side, where there is no effect. */
export const studentTwoSided = (t: number, degrees: number): number =>
  Math.min(1, 2 * jStat.studentt.cdf(-Math.abs(t), degrees));
