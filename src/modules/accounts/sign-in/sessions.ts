import type { Context } from '../../../foundation/database/context.ts';
import type { SignInMethod, TrustLevel } from '../contract.ts';
import { hashOf, newSecret } from '../secret.ts';
import {
  findStoredSession,
  listStoredSessions,
  noteSession,
  removeSession,
  removeSessionsOf,
  saveSession,
} from '../store.ts';
import { endOfSession, isWorthNoting, type SessionState, sessionState, shortUserAgent } from './session.ts';

/** Who acts, as the rest of the house sees it. */
export type SignedIn = {
  sessionId: string;
  personId: string;
  /** How the page addresses the person. */ label: string;
  mail: string | undefined;
  method: SignInMethod;
  level: TrustLevel;
  startedAt: Date;
  state: SessionState;
};

type NewSession = {
  personId: string;
  method: SignInMethod;
  level: TrustLevel;
  userAgent: string | undefined;
  provider?: { issuer: string; subject: string; session: string | undefined };
};

/** A new secret at every sign-in: one that somebody planted before is worth nothing after. @returns it, for the cookie. */
export const startSession = async (
  { database, clock, newId }: Context,
  { personId, method, level, userAgent, provider }: NewSession,
): Promise<string> => {
  const token = newSecret();
  const now = clock();
  await saveSession(database, {
    token_hash: hashOf(token),
    id: newId(),
    person_id: personId,
    method,
    level,
    issuer: provider?.issuer ?? null,
    subject: provider?.subject ?? null,
    provider_session: provider?.session ?? null,
    user_agent: shortUserAgent(userAgent),
    created_at: now,
    last_seen_at: now,
    expires_at: endOfSession({ createdAt: now, lastSeenAt: now }),
  });
  return token;
};

export const findSession = async (
  { database, clock }: Context,
  token: string,
): Promise<SignedIn | undefined> => {
  const tokenHash = hashOf(token);
  const stored = await findStoredSession(database, tokenHash);
  if (!stored) return undefined;
  const now = clock();
  const times = { createdAt: stored.created_at, lastSeenAt: stored.last_seen_at };
  if (sessionState(times, now).kind === 'over') return undefined;
  const seen = { ...times, lastSeenAt: now };
  if (isWorthNoting(times, now)) await noteSession(database, tokenHash, now, endOfSession(seen));
  return {
    sessionId: stored.id,
    personId: stored.person_id,
    label: stored.name ?? stored.mail ?? '',
    mail: stored.mail ?? undefined,
    method: stored.method,
    level: stored.level,
    startedAt: stored.created_at,
    state: sessionState(seen, now),
  };
};

export type ListedSession = { isThis: boolean; userAgent: string; startedAt: Date; lastSeenAt: Date };

export const listSessions = async (
  { database, clock }: Context,
  { personId, sessionId }: SignedIn,
): Promise<ListedSession[]> =>
  (await listStoredSessions(database, personId, clock())).map((stored) => ({
    isThis: stored.id === sessionId,
    userAgent: stored.user_agent,
    startedAt: stored.created_at,
    lastSeenAt: stored.last_seen_at,
  }));

export const signOut = ({ database }: Context, token: string): Promise<void> =>
  removeSession(database, hashOf(token));

/** This session as well. @returns how many ended. */
export const signOutEverywhere = ({ database }: Context, { personId }: SignedIn): Promise<number> =>
  removeSessionsOf(database, personId);
