import type { PlannedMeasure } from './plan.ts';

/** What a year can bear; null: nobody has set a limit. */
export type YearLimit = { year: number; money: number | null; staff: number | null };

export type YearLoad = YearLimit & {
  moneyUsed: number;
  staffUsed: number;
  isOverMoney: boolean;
  isOverStaff: boolean;
};

// Parts of full-time jobs are no binary fractions.
const LITTLE = 1e-6;

/** What the measures take in each year, beside what there is. */
export const loadOf = (
  measures: readonly PlannedMeasure[],
  years: readonly number[],
  limits: readonly YearLimit[],
): YearLoad[] =>
  years.map((year) => {
    const { money, staff } = limits.find((limit) => limit.year === year) ?? { money: null, staff: null };
    const used = measures.flatMap(({ first, profile }) =>
      first === null ? [] : (profile[year - first] ?? []),
    );
    const moneyUsed = used.reduce((sum, one) => sum + one.money, 0);
    const staffUsed = used.reduce((sum, one) => sum + one.staff, 0);
    return {
      year,
      money,
      staff,
      moneyUsed,
      staffUsed,
      isOverMoney: money !== null && moneyUsed > money + LITTLE,
      isOverStaff: staff !== null && staffUsed > staff + LITTLE,
    };
  });
