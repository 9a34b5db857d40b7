import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import { removeProviderSessions } from '../store.ts';
import type { Provider } from './provider.ts';

// OpenID Connect Back-Channel Logout 1.0, 2.4: sub or sid, this event, and never a nonce, lest an ID token pass for it.
const LogoutSchema = v.pipe(
  v.object({
    iat: v.number(),
    jti: v.string(),
    sub: v.optional(v.string()),
    sid: v.optional(v.string()),
    nonce: v.optional(v.never()),
    events: v.object({ 'http://schemas.openid.net/event/backchannel-logout': v.looseObject({}) }),
  }),
  v.check(({ sub, sid }) => Boolean(sub || sid)),
);

// Only signatures by key pairs: a shared secret or the public key taken for one must not pass.
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const OLDEST_SECONDS = 120;

const keySets = new WeakMap<Provider, { uri: string; keys: JWTVerifyGetKey }>();

const keysOf = (provider: Provider, uri: string): JWTVerifyGetKey => {
  const known = keySets.get(provider);
  if (known?.uri === uri) return known.keys;
  const keys = createRemoteJWKSet(new URL(uri));
  keySets.set(provider, { uri, keys });
  return keys;
};

/** The provider says that somebody signed out there. @returns how many sessions ended here. */
export const endProviderSessions = async (
  { database, clock }: Context,
  provider: Provider,
  logoutToken: string,
): Promise<{ ended: number } | { refused: 'not-a-logout-token' | 'provider-unreachable' }> => {
  const found = await provider.find();
  const { jwks_uri: uri, issuer } = found?.serverMetadata() ?? {};
  if (!uri || !issuer) return { refused: 'provider-unreachable' };
  try {
    const { payload } = await jwtVerify(logoutToken, keysOf(provider, uri), {
      issuer,
      audience: provider.clientId,
      algorithms: ALGORITHMS,
      maxTokenAge: OLDEST_SECONDS,
      clockTolerance: 30,
      currentDate: clock(),
    });
    const told = v.safeParse(LogoutSchema, payload);
    if (!told.success) return { refused: 'not-a-logout-token' };
    const { sub: subject, sid: providerSession } = told.output;
    return { ended: await removeProviderSessions(database, provider.issuer, { subject, providerSession }) };
  } catch (cause) {
    if (cause instanceof errors.JOSEError) return { refused: 'not-a-logout-token' };
    throw cause;
  }
};
