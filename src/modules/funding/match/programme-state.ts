import { addDays, type Day } from '../../../foundation/time/zone.ts';
import type { ProgrammeFacts, ProgrammeState } from '../contract.ts';

/** What somebody wrote more than a year ago tells nothing about today. */
const OLD_DAYS = 365;

/** The first day that a source may mean: "2026" may have been right in January alone. */
const earliest = (sourceOn: string): Day => `${sourceOn}-01-01`.slice(0, 10);

export const isOldSource = (sourceOn: string | null, today: Day): boolean =>
  sourceOn === null || addDays(earliest(sourceOn), OLD_DAYS) < today;

/**
 * Open is only what a fresh source says with a last day that has not passed, or without a last day. Anything past is
 * closed, whatever its age; the rest nobody knows.
 */
export const programmeStateOf = (
  { deadline, sourceOn }: Pick<ProgrammeFacts, 'deadline' | 'sourceOn'>,
  today: Day,
): ProgrammeState => {
  const { opens, closes, isRolling, isSaidClosed } = deadline;
  if (isSaidClosed || (closes !== null && closes < today)) return 'closed';
  if (isOldSource(sourceOn, today)) return 'unknown';
  if (opens !== null && opens > today) return 'ahead';
  return closes !== null || isRolling ? 'open' : 'unknown';
};
