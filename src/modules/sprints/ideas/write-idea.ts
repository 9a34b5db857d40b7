import type { Context } from '../../../foundation/database/context.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import type { Acting } from '../../accounts/index.ts';
import { hidingRules, type Party, parties, type Way, ways } from '../contract.ts';
import type { Participant } from '../people/people-store.ts';
import { phaseOn, type Sprint } from '../room/sprint.ts';
import { actOn, DONE, type Done, type Refused, type Typed, withSprint } from '../room/write-sprint.ts';
import {
  type ContributionKind,
  countContributions,
  insertContribution,
  listIdeas,
  setSight,
} from './idea-store.ts';

const LONGEST_TEXT = 1000;
const MOST: Record<ContributionKind, number> = { idea: 500, comment: 2000, picture: 100 };
/** Of one participant: more than anybody says in a quarter. */
const MOST_OWN = 100;

type From = { participantId: string | null; party: Party; way: Way };
type Said = { text: string; ideaId: string | null; picture: Uint8Array | undefined };

const say = async (
  { database, clock, newId }: Context,
  sprint: Sprint,
  from: From,
  { text, ideaId, picture }: Said,
): Promise<Done | Refused> => {
  if (sprint.state !== 'open') return { refused: 'not-open' };
  if (text === '') return { refused: 'no-text' };
  if (text.length > LONGEST_TEXT) return { refused: 'too-long' };
  if (ideaId !== null) {
    const ideas = await listIdeas(database, sprint, ['room', 'public']);
    if (!ideas.some(({ id }) => id === ideaId)) return { refused: 'gone' };
  }
  const kind = picture ? 'picture' : ideaId === null ? 'idea' : 'comment';
  const counts = await countContributions(database, sprint, from.participantId);
  if (counts[kind] >= MOST[kind] || counts.own >= MOST_OWN) return { refused: 'too-many' };
  const now = clock();
  const phase = phaseOn(sprint.facts.phases, berlinDay(now));
  await insertContribution(
    database,
    sprint,
    { id: newId(), kind, ideaId, phase, text, picture, ...from },
    now,
  );
  return DONE;
};

/** What a participant says: an idea, a picture of paper with a word, or a word on an idea. */
export const contribute = (
  context: Context,
  { ars, sprintId, id: participantId, party }: Participant,
  typed: Typed,
  { ideaId = null, picture }: { ideaId?: string | null; picture?: Uint8Array | undefined } = {},
): Promise<Done | Refused> =>
  withSprint(context, { ars, id: sprintId }, (inside, sprint) =>
    say(
      inside,
      sprint,
      { participantId, party, way: 'page' },
      { text: textIn(typed, 'text'), ideaId, picture },
    ),
  );

/** What somebody said on the phone or wrote on paper, entered by the desk without a name. */
export const enterFor = (
  context: Context,
  acting: Acting,
  id: string,
  typed: Typed,
  picture: Uint8Array | undefined,
): Promise<Done | Refused> =>
  actOn(context, acting, { id, act: 'enter-contribution' }, async (inside, sprint) => {
    const party = parties.find((one) => one === typed.gruppe);
    const way = ways.find((one) => one === typed.weg && one !== 'page');
    if (!party || !way) return { refused: 'no-kind' as const };
    return say(
      inside,
      sprint,
      { participantId: null, party, way },
      { text: textIn(typed, 'text'), ideaId: null, picture },
    );
  });

/** Shown in the room, to everybody, or to nobody because of a rule that is named. */
export const judgeContribution = (
  context: Context,
  acting: Acting,
  id: string,
  contributionId: string,
  typed: Typed,
): Promise<Done | Refused> =>
  actOn(context, acting, { id, act: 'judge-contribution' }, async ({ database }, sprint) => {
    const rule = hidingRules.find((one) => one === typed.sicht) ?? null;
    const sight = rule ? 'hidden' : (['room', 'public'] as const).find((one) => one === typed.sicht);
    if (!sight) return { refused: 'no-choice' as const };
    return (await setSight(database, sprint, contributionId, { sight, rule }))
      ? DONE
      : { refused: 'gone' as const };
  });
