import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';

/** What this answer of the provider is to lie about. */
export type Lie = {
  claims?: Record<string, unknown>;
  without?: string[];
  alg?: 'none' | 'HS256';
  kid?: string;
  signedBy?: 'stranger';
  userinfo?: Record<string, unknown>;
  discovery?: Record<string, unknown>;
};

type Key = { kid: string; privateKey: CryptoKey; publicKey: CryptoKey };

const newKey = async (kid: string): Promise<Key> => ({
  kid,
  ...(await generateKeyPair('RS256', { extractable: true })),
});

export const CLIENT = { clientId: 'allmende', clientSecret: 'a secret of some length for tests' };

type State = {
  issuer: string;
  lie: Lie;
  keys: Key[];
  stranger: Key;
  /** Code → nonce of the round it belongs to. */ rounds: Map<string, string>;
};

const seconds = (): number => Math.floor(Date.now() / 1000);

const firstKey = ({ keys }: State): Key => {
  const [key] = keys;
  if (!key) throw new Error('The provider has no key.');
  return key;
};

const idToken = async (state: State, nonce: string): Promise<string> => {
  const { lie, issuer } = state;
  const claims: Record<string, unknown> = {
    iss: issuer,
    aud: CLIENT.clientId,
    sub: 'person-1',
    iat: seconds(),
    exp: seconds() + 300,
    nonce,
    sid: 'there-1',
    name: 'Person Eins',
    trust: 'STORK-QAA-Level-3',
    ...lie.claims,
  };
  for (const name of lie.without ?? []) delete claims[name];
  if (lie.alg === 'none') return new UnsecuredJWT(claims).encode();
  const key = lie.signedBy ? state.stranger : firstKey(state);
  const header = { alg: lie.alg ?? 'RS256', kid: lie.kid ?? key.kid };
  const secret =
    lie.alg === 'HS256' ? new TextEncoder().encode(await exportSPKI(key.publicKey)) : key.privateKey;
  return new SignJWT(claims).setProtectedHeader(header).sign(secret);
};

const description = ({ issuer, lie }: State): object => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/jwks`,
  end_session_endpoint: `${issuer}/end`,
  authorization_response_iss_parameter_supported: true,
  ...lie.discovery,
});

const publicKeys = async ({ keys }: State): Promise<object> => ({
  keys: await Promise.all(
    keys.map(async ({ kid, publicKey }) => ({
      ...(await exportJWK(publicKey)),
      kid,
      alg: 'RS256',
      use: 'sig',
    })),
  ),
});

const answer = async (state: State, path: string, body: URLSearchParams): Promise<object | undefined> => {
  if (path === '/.well-known/openid-configuration') return description(state);
  if (path === '/jwks') return publicKeys(state);
  if (path === '/userinfo') return { sub: 'person-1', ...state.lie.userinfo };
  const code = body.get('code') ?? '';
  const nonce = path === '/token' ? state.rounds.get(code) : undefined;
  if (nonce === undefined) return undefined;
  state.rounds.delete(code);
  const id_token = await idToken(state, nonce);
  return { access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token };
};

const listen = async (state: State): Promise<() => void> => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = new URLSearchParams(Buffer.concat(chunks).toString());
    const found = await answer(state, request.url ?? '', body);
    response.writeHead(found ? 200 : 400, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found ?? { error: 'invalid_grant' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return () => server.close();
};

/** A provider that follows the protocol, but for what a test asks of it. Codes are good once, like real ones. */
export const startHostileProvider = async () => {
  const keys = [await newKey('one'), await newKey('two')];
  const state: State = { issuer: '', lie: {}, keys, stranger: await newKey('one'), rounds: new Map() };
  const close = await listen(state);
  const { issuer } = state;
  return {
    issuer,
    close,
    say: (lie: Lie): void => {
      state.lie = lie;
    },
    /** Somebody signed in at the authorization endpoint: where the browser is sent back to. */
    authorize: (location: string, more: Record<string, string> = {}): URL => {
      const asked = new URL(location).searchParams;
      const code = crypto.randomUUID();
      state.rounds.set(code, asked.get('nonce') ?? '');
      const back = new URL(asked.get('redirect_uri') ?? '');
      const query = { code, state: asked.get('state') ?? '', iss: issuer, ...more };
      back.search = new URLSearchParams(query).toString();
      return back;
    },
    rotate: async (): Promise<void> => {
      state.keys = [await newKey('three')];
    },
    signLogout: (claims: Record<string, unknown>, header: object = {}): Promise<string> => {
      const { kid, privateKey } = firstKey(state);
      const told = { iss: issuer, aud: CLIENT.clientId, iat: seconds(), jti: crypto.randomUUID(), ...claims };
      return new SignJWT(told)
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'logout+jwt', ...header })
        .sign(privateKey);
    },
  };
};
