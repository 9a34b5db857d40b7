import * as client from 'openid-client';
import type { Context } from '../../../foundation/database/context.ts';
import type { TrustLevel } from '../contract.ts';
import { hashOf, newSecret } from '../secret.ts';
import type { Visitor } from '../sign-in/guard-attempts.ts';
import { startSession } from '../sign-in/sessions.ts';
import { saveProviderRound, takeProviderRound } from '../sign-in/sign-in-store.ts';
import { reaches, trustLevelOf, wordsReaching } from '../sign-in/trust-level.ts';
import { findOrCreateOwner } from './identity-owner.ts';
import type { Provider } from './provider.ts';

const ROUND_MINUTES = 10;

/** What this round promised to remember lies here; the browser holds the secret, the provider sees state and nonce. */
export const beginAtProvider = async (
  { database, clock }: Context,
  provider: Provider,
  { returnPath, callback, needs }: { returnPath: string; callback: string; needs?: TrustLevel | undefined },
): Promise<{ location: string; round: string } | { refused: 'provider-unreachable' }> => {
  const found = await provider.find();
  if (!found) return { refused: 'provider-unreachable' };
  const round = newSecret();
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const expiresAt = new Date(clock().getTime() + ROUND_MINUTES * 60_000);
  await saveProviderRound(
    database,
    hashOf(round),
    { state, nonce, verifier, return_path: returnPath, needs: needs ?? null },
    expiresAt,
  );
  const location = client.buildAuthorizationUrl(found, {
    redirect_uri: callback,
    scope: 'openid profile',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(needs && { acr_values: wordsReaching(needs, provider.levels).join(' ') }),
  });
  return { location: location.href, round };
};

type Return = { url: URL; round: string | undefined };
type Claims = Record<string, unknown> & { sub: string };

/**
 * Everything that the provider says is checked before anything is believed: state, `iss` (RFC 9207), signature,
 * issuer, audience, time, nonce, and that userinfo speaks of the same person. Whatever fails, nobody is signed in.
 */
export const returnFromProvider = async (
  context: Context,
  provider: Provider,
  { url, round }: Return,
  { userAgent }: Visitor,
): Promise<
  | { session: string; returnPath: string }
  | { refused: 'provider-failed' | 'provider-unreachable'; cause?: Error }
  | { refused: 'level-too-low'; level: TrustLevel; needs: TrustLevel; returnPath: string }
> => {
  const known = round && (await takeProviderRound(context.database, hashOf(round), context.clock()));
  if (!known) return { refused: 'provider-failed' };
  const found = await provider.find();
  if (!found) return { refused: 'provider-unreachable' };
  try {
    const claims = await claimsOf(found, url, known);
    const level = trustLevelOf(provider.levelClaim && claims[provider.levelClaim], provider.levels);
    // `acr_values` is a wish that a provider may leave unheard.
    if (known.needs && !reaches(level, known.needs))
      return { refused: 'level-too-low', level, needs: known.needs, returnPath: known.return_path };
    const identity = { issuer: provider.issuer, subject: claims.sub, level };
    const personId = await findOrCreateOwner(context, identity, nameIn(claims));
    const session = await startSession(context, {
      personId,
      method: 'provider',
      level,
      userAgent,
      provider: { ...identity, session: typeof claims.sid === 'string' ? claims.sid : undefined },
    });
    return { session, returnPath: known.return_path };
  } catch (cause) {
    if (!isTheirs(cause)) throw cause;
    return { refused: 'provider-failed', cause };
  }
};

const claimsOf = async (
  found: client.Configuration,
  url: URL,
  known: { state: string; nonce: string; verifier: string },
): Promise<Claims> => {
  const tokens = await client.authorizationCodeGrant(found, url, {
    expectedState: known.state,
    expectedNonce: known.nonce,
    pkceCodeVerifier: known.verifier,
    idTokenExpected: true,
  });
  const signed = tokens.claims();
  if (!signed) throw new client.ClientError('The provider sent no ID token.');
  if (!found.serverMetadata().userinfo_endpoint) return signed;
  // What is signed wins: userinfo may add a name, it cannot raise a level.
  return { ...(await client.fetchUserInfo(found, tokens.access_token, signed.sub)), ...signed };
};

const isTheirs = (cause: unknown): cause is Error =>
  cause instanceof client.ClientError ||
  cause instanceof client.ResponseBodyError ||
  cause instanceof client.AuthorizationResponseError ||
  cause instanceof client.WWWAuthenticateChallengeError ||
  (cause instanceof TypeError && cause.message === 'fetch failed') ||
  (cause instanceof DOMException && cause.name === 'TimeoutError');

const nameIn = ({ name, preferred_username }: Claims): string | undefined =>
  [name, preferred_username]
    .find((one): one is string => typeof one === 'string' && one.trim() !== '')
    ?.trim()
    .slice(0, 200);
