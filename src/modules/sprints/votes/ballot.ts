import type { RoundKind } from '../contract.ts';

export type BallotRefusal = 'no-choice' | 'too-many-dots';

/** What stands on a ballot: one idea, or some dots spread over ideas. */
export const readBallot = (
  typed: Readonly<Record<string, string>>,
  { kind, dots }: { kind: RoundKind; dots: number },
  ideaIds: readonly string[],
): { votes: Map<string, number> } | { refused: BallotRefusal } => {
  if (kind === 'one') {
    const chosen = ideaIds.find((id) => id === typed.idee);
    return chosen === undefined ? { refused: 'no-choice' } : { votes: new Map([[chosen, 1]]) };
  }
  const votes = new Map<string, number>();
  for (const id of ideaIds) {
    const text = (typed[`punkte-${id}`] ?? '').trim();
    if (text === '' || text === '0') continue;
    if (!/^\d{1,2}$/.test(text)) return { refused: 'no-choice' };
    votes.set(id, Number(text));
  }
  const sum = [...votes.values()].reduce((total, one) => total + one, 0);
  if (sum === 0) return { refused: 'no-choice' };
  return sum > dots ? { refused: 'too-many-dots' } : { votes };
};

/** Fewer ballots tell who voted how. */
const LEAST_BALLOTS = 3;

/** Numbers are shown when the round is over, and only where enough have voted. */
export const resultOf = <Line extends { votes: number }>(
  { closedAt, ballots }: { closedAt: Date | null; ballots: number },
  tally: readonly Line[],
): 'still-open' | 'too-few' | Line[] => {
  if (closedAt === null) return 'still-open';
  return ballots < LEAST_BALLOTS ? 'too-few' : [...tally].sort((a, b) => b.votes - a.votes);
};
