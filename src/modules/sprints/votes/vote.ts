import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, hashOf, newSecret } from '../../accounts/index.ts';
import { roundKinds } from '../contract.ts';
import { listIdeas } from '../ideas/idea-store.ts';
import type { Sprint } from '../room/sprint.ts';
import { actOn, DONE, type Done, type Refused, type Typed, withSprint } from '../room/write-sprint.ts';
import { readBallot } from './ballot.ts';
import {
  addVotes,
  beginTally,
  closeOpenRound,
  insertBallot,
  insertRound,
  listRounds,
  listTally,
} from './vote-store.ts';

const MOST_ROUNDS = 20;
const MOST_DOTS = 10;

/** Who votes, by the secret in the browser: the database knows its hash alone, and cannot make this one of it. */
export const voterOf = (secret: string, roundId: string): string => hashOf(`${secret} ${roundId}`);

/** A vote about the ideas that are there now. */
export const openRound = (context: Context, acting: Acting, id: string, typed: Typed) =>
  actOn(context, acting, { id, act: 'open-round' }, async ({ database, clock, newId }, sprint) => {
    const kind = roundKinds.find((one) => one === typed.art);
    if (!kind) return { refused: 'no-kind' as const };
    if (sprint.state !== 'open') return { refused: 'not-open' as const };
    const rounds = await listRounds(database, sprint);
    if (rounds.some(({ closedAt }) => closedAt === null)) return { refused: 'round-open' as const };
    if (rounds.length >= MOST_ROUNDS) return { refused: 'too-many' as const };
    const ideas = await listIdeas(database, sprint, ['room', 'public']);
    if (ideas.length < 2) return { refused: 'no-ideas' as const };
    const dots = kind === 'one' ? 1 : Number(typed.punkte);
    if (!Number.isInteger(dots) || dots < 1 || dots > MOST_DOTS) return { refused: 'too-many-dots' as const };
    const roundId = newId();
    await insertRound(database, sprint, { id: roundId, kind, dots }, clock());
    await beginTally(database, sprint, { roundId, ideaIds: ideas.map((idea) => idea.id) });
    return DONE;
  });

/** Who has voted is forgotten with the closing; the number of ballots and the sums stay. */
export const closeRound = (context: Context, acting: Acting, id: string) =>
  actOn(context, acting, { id, act: 'close-round' }, async ({ database, clock }, sprint) =>
    (await closeOpenRound(database, sprint, clock())) ? DONE : { refused: 'not-open' as const },
  );

const cast = async (
  { database }: Context,
  sprint: Sprint,
  secret: string,
  typed: Typed,
): Promise<Done | Refused> => {
  const round = (await listRounds(database, sprint)).find(({ closedAt }) => closedAt === null);
  if (!round || sprint.state !== 'open') return { refused: 'not-open' };
  const ideaIds = (await listTally(database, sprint))
    .filter(({ roundId }) => roundId === round.id)
    .map(({ ideaId }) => ideaId);
  const ballot = readBallot(typed, round, ideaIds);
  if ('refused' in ballot) return ballot;
  const voter = { roundId: round.id, voterHash: voterOf(secret, round.id) };
  if (!(await insertBallot(database, sprint, voter))) return { refused: 'voted' };
  await addVotes(database, sprint, { roundId: round.id, votes: ballot.votes });
  return DONE;
};

/** One person, one ballot in a round; it cannot be taken back, since nobody knows any more what stood on it. */
export const vote = (
  context: Context,
  key: { ars: string; id: string },
  secret: string,
  typed: Typed,
): Promise<Done | Refused> =>
  withSprint(context, key, (inside, sprint) => cast(inside, sprint, secret, typed));

/** A ballot on paper or by phone; the log says that the desk entered one, not what stood on it. */
export const enterVote = (context: Context, acting: Acting, id: string, typed: Typed) =>
  actOn(context, acting, { id, act: 'enter-vote' }, (inside, sprint) =>
    cast(inside, sprint, newSecret(), typed),
  );
