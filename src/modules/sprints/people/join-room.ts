import type { Context } from '../../../foundation/database/context.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { type Acting, hashOf, newSecret } from '../../accounts/index.ts';
import { type Party, parties } from '../contract.ts';
import { findSprint } from '../room/sprint-store.ts';
import { actOn, DONE, type Refused, type Typed, withSprint } from '../room/write-sprint.ts';
import {
  endInvitation,
  findInvitation,
  findParticipant,
  insertInvitation,
  insertParticipant,
  listInvitations,
  listParticipants,
  type Participant,
  removeFromRoom,
} from './people-store.ts';

const MOST_PARTICIPANTS = 200;
const MOST_INVITATIONS = 50;
const LONGEST_NAME = 40;

/** A link for one group. @returns its secret, which is stored nowhere. */
export const inviteParty = (
  context: Context,
  acting: Acting,
  id: string,
  typed: Typed,
): Promise<{ secret: string; party: Party } | Refused> =>
  actOn(context, acting, { id, act: 'invite-to-sprint' }, async ({ database, clock, newId }, sprint) => {
    const party = parties.find((one) => one === typed.gruppe);
    if (!party) return { refused: 'no-kind' as const };
    if (sprint.state === 'closed') return { refused: 'not-open' as const };
    if ((await listInvitations(database, sprint)).length >= MOST_INVITATIONS)
      return { refused: 'too-many' as const };
    const secret = newSecret();
    await insertInvitation(database, sprint, { id: newId(), party, secretHash: hashOf(secret) }, clock());
    return { secret, party };
  });

/** From now on nobody comes in by it; who is in the room stays. */
export const endLink = (context: Context, acting: Acting, id: string, invitationId: string) =>
  actOn(context, acting, { id, act: 'end-invitation' }, async ({ database, clock }, sprint) => {
    await endInvitation(database, sprint, invitationId, clock());
    return DONE;
  });

/** The room and the group behind a link. */
export const openedBy = async (context: Pick<Context, 'database'>, secret: string) => {
  const invitation = await findInvitation(context.database, hashOf(secret));
  const sprint =
    invitation && (await findSprint(context.database, { ars: invitation.ars, id: invitation.sprintId }));
  return invitation && sprint && { sprint, party: invitation.party };
};

/** Somebody comes in under a name of one's choice. @returns the secret for the browser, which is stored nowhere. */
export const joinRoom = async (
  context: Context,
  invitation: string,
  typed: Typed,
): Promise<{ secret: string; ars: string; id: string } | Refused> => {
  const opened = await openedBy(context, invitation);
  if (!opened) return { refused: 'gone' };
  const { ars, id } = opened.sprint;
  return withSprint(context, { ars, id }, async ({ database, clock, newId }, { state }) => {
    const name = textIn(typed, 'name');
    if (state !== 'open') return { refused: 'not-open' as const };
    if (name === '') return { refused: 'no-name' as const };
    if (name.length > LONGEST_NAME) return { refused: 'too-long' as const };
    if (typed.regeln !== 'ja') return { refused: 'no-conduct' as const };
    const there = await listParticipants(database, { ars, id });
    if (there.length >= MOST_PARTICIPANTS) return { refused: 'too-many' as const };
    // Nobody speaks under the name of somebody else who is there.
    if (there.some((one) => one.name.toLowerCase() === name.toLowerCase()))
      return { refused: 'name-taken' as const };
    const secret = newSecret();
    const participant = { ars, sprintId: id, id: newId(), party: opened.party, name };
    await insertParticipant(database, { ...participant, secretHash: hashOf(secret) }, clock());
    return { secret, ars, id };
  });
};

/** Who a browser is in a room, by its secret. */
export const whoIs = async (
  context: Pick<Context, 'database'>,
  key: { ars: string; id: string },
  secret: string | undefined,
): Promise<Participant | undefined> =>
  secret === undefined ? undefined : findParticipant(context.database, key, hashOf(secret));

/** Out of the room for good; what was said stays, for the desk to judge. */
export const removeParticipant = (context: Context, acting: Acting, id: string, participantId: string) =>
  actOn(context, acting, { id, act: 'remove-participant' }, async ({ database, clock }, sprint) => {
    await removeFromRoom(database, sprint, participantId, clock());
    return DONE;
  });
