import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { accountSite } from '../pages/site.builder.tsx';
import { CLIENT, type Lie, startHostileProvider } from './hostile-provider.builder.ts';
import { openProvider } from './provider.ts';

let now = new Date();
const context = { ...(await testDatabase()), clock: () => now };
const peer = await startHostileProvider();
after(peer.close);
const levels = {
  low: ['STORK-QAA-Level-1'],
  substantial: ['STORK-QAA-Level-3'],
  high: ['STORK-QAA-Level-4'],
};
const provider = () =>
  openProvider(
    { ...CLIENT, issuer: peer.issuer, name: 'Stadtkonto', levelClaim: 'trust', levels },
    context.clock,
  );
const siteNow = () => accountSite(context, { provider: provider() });
const { newBrowser } = siteNow();
const COOKIE = '__Host-allmende';
const hour = 3600;

const begin = async (browser = newBrowser(), zurueck = '/orte') => {
  const begun = await browser.post('/anmelden/anbieter', { zurueck });
  assert.equal(begun.status, 303);
  return { browser, location: begun.headers.get('location') ?? '' };
};

const signIn = async (lie: Lie, more: Record<string, string> = {}, browser = newBrowser()) => {
  const { location } = await begin(browser);
  peer.say(lie);
  const answer = await browser.ask(peer.authorize(location, more).href);
  return { browser, answer };
};

const levelShown = async (browser: ReturnType<typeof newBrowser>): Promise<string | undefined> =>
  /Vertrauensniveau: (\S+)\./.exec(await (await browser.ask('/konto')).text())?.[1];

test('an honest answer signs in, with the level of the configured claim, and comes back to the same person', async () => {
  const { browser, answer } = await signIn({});
  assert.equal(answer.headers.get('location'), '/orte');
  assert.equal(await levelShown(browser), 'substanziell');
  await signIn({});
  const { rows } = await context.connection.pool.query('select name, mail from accounts.person');
  assert.deepEqual(rows, [{ name: 'Person Eins', mail: null }]);
});

test('the address of the provider asks for a code with PKCE, state and nonce', async () => {
  const { location } = await begin();
  const asked = new URL(location).searchParams;
  assert.equal(asked.get('response_type'), 'code');
  assert.equal(asked.get('code_challenge_method'), 'S256');
  for (const name of ['code_challenge', 'state', 'nonce'])
    assert.ok((asked.get(name) ?? '').length >= 43, name);
});

const at = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

const lies: [name: string, lie: Lie, back?: Record<string, string>][] = [
  ['a wrong issuer in the token', { claims: { iss: 'https://evil.example' } }],
  ['a wrong issuer in the return address (RFC 9207)', {}, { iss: 'https://evil.example' }],
  ['an empty issuer in the return address', {}, { iss: '' }],
  ['a token for somebody else', { claims: { aud: 'other-application' } }],
  [
    'a token for several, of which we are one, given to the other',
    { claims: { aud: [CLIENT.clientId, 'other'], azp: 'other' } },
  ],
  ['alg none', { alg: 'none' }],
  ['HS256 signed with the public key', { alg: 'HS256' }],
  ['the signature of a stranger under a known key id', { signedBy: 'stranger' }],
  ['a swapped key id', { kid: 'two' }],
  ['an unknown key id', { kid: 'nine' }],
  ['an expired token', { claims: { iat: at(-2 * hour), exp: at(-hour) } }],
  ['a token without an end', { without: ['exp'] }],
  ['another nonce', { claims: { nonce: 'another' } }],
  ['no nonce', { without: ['nonce'] }],
  ['no subject', { without: ['sub'] }],
  ['another person at userinfo', { userinfo: { sub: 'person-2' } }],
  ['another state', {}, { state: 'another' }],
  ['an error instead of a code', {}, { error: 'access_denied' }],
];

for (const [name, lie, back] of lies)
  test(`nobody is signed in by ${name}`, async () => {
    const { browser, answer } = await signIn(lie, back);
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /Anmeldung beim Anbieter ist nicht gelungen/);
    assert.equal(browser.cookies.has(COOKIE), false);
    assert.equal((await browser.ask('/konto')).status, 303);
  });

test('a failed return leaves whoever was signed in as they were', async () => {
  const { browser } = await signIn({});
  const before = browser.cookies.get(COOKIE);
  await signIn({ alg: 'none' }, {}, browser);
  assert.equal(browser.cookies.get(COOKIE), before);
});

test('a return is good once, in the browser that began, within ten minutes', async () => {
  peer.say({});
  const { browser, location } = await begin();
  const back = peer.authorize(location).href;
  assert.equal((await newBrowser().ask(back)).status, 422, 'another browser');
  const round = browser.cookies.get('__Host-allmende-runde') ?? '';
  assert.equal((await browser.ask(back)).status, 303);
  browser.cookies.set('__Host-allmende-runde', round);
  assert.equal((await browser.ask(back)).status, 422, 'replayed');
  const slow = await begin();
  const late = peer.authorize(slow.location).href;
  now = new Date(now.getTime() + 601_000);
  assert.equal((await slow.browser.ask(late)).status, 422, 'too late');
});

test('a code that was used up elsewhere signs nobody in', async () => {
  const first = await begin();
  peer.say({});
  const back = peer.authorize(first.location);
  assert.equal((await first.browser.ask(back.href)).status, 303);
  const second = await begin();
  const stolen = peer.authorize(second.location);
  stolen.searchParams.set('code', back.searchParams.get('code') ?? '');
  assert.equal((await second.browser.ask(stolen.href)).status, 422);
});

test('no return path leads out of the house', async () => {
  peer.say({});
  for (const path of ['https://evil.example', '//evil.example', '/\\evil.example']) {
    const { browser, location } = await begin(newBrowser(), path);
    assert.equal((await browser.ask(peer.authorize(location).href)).headers.get('location'), '/konto');
  }
});

const unsaid: [name: string, lie: Lie][] = [
  ['no level claim', { without: ['trust'] }],
  ['an unknown word', { claims: { trust: 'highest' } }],
  [
    'a level that only userinfo names below the signed one',
    { claims: { trust: 'STORK-QAA-Level-1' }, userinfo: { trust: 'STORK-QAA-Level-4' } },
  ],
];
for (const [name, lie] of unsaid)
  test(`${name} means the lowest level`, async () => {
    assert.equal(await levelShown((await signIn(lie)).browser), 'niedrig');
  });

test('a description by another issuer is not believed', async () => {
  peer.say({ discovery: { issuer: 'https://evil.example' } });
  const answer = await siteNow().newBrowser().post('/anmelden/anbieter', {});
  assert.equal(answer.status, 503);
  assert.match(await answer.text(), /nicht erreichbar/);
});

const EVENT = { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } };
const ONE = { sub: 'person-1', sid: 'there-1', ...EVENT };
const forged: [name: string, claims: Record<string, unknown>, header?: object][] = [
  ['for another application', { ...ONE, aud: 'other' }],
  ['by another issuer', { ...ONE, iss: 'https://evil.example' }],
  ['with a nonce, as ID tokens have', { ...ONE, nonce: 'x' }],
  ['without the event', { ...ONE, events: {} }],
  ['that names nobody', EVENT],
  ['from yesterday', { ...ONE, iat: at(-24 * hour) }],
  ['under a swapped key id', ONE, { kid: 'two' }],
];

test('the provider signs out whom it names, and nobody else; forged words sign out nobody', async () => {
  now = new Date();
  peer.say({});
  const { browser } = await signIn({});
  const { browser: other } = await signIn({
    claims: { sub: 'person-3', sid: 'there-3' },
    userinfo: { sub: 'person-3' },
  });
  const tell = async (token: string) =>
    (await newBrowser().post('/anmelden/abmeldung-vom-anbieter', { logout_token: token })).status;
  for (const [name, claims, header] of forged)
    assert.equal(await tell(await peer.signLogout(claims, header)), 400, name);
  assert.equal(await tell('no token at all'), 400);
  assert.equal((await browser.ask('/konto')).status, 200);
  assert.equal(await tell(await peer.signLogout(ONE)), 200);
  assert.equal((await browser.ask('/konto')).status, 303);
  assert.equal((await other.ask('/konto')).status, 200);
});

test('signing out leads to the provider, and from there back', async () => {
  const { browser } = await signIn({});
  const location = new URL((await browser.post('/abmelden', {})).headers.get('location') ?? '');
  assert.equal(location.origin + location.pathname, `${peer.issuer}/end`);
  assert.equal(location.searchParams.get('post_logout_redirect_uri'), 'http://localhost:3000/anmelden');
  assert.equal(location.searchParams.get('client_id'), CLIENT.clientId);
});

test('new keys of the provider are followed', async () => {
  await peer.rotate();
  now = new Date(now.getTime() + 3_600_001);
  const { answer } = await signIn({});
  assert.equal(answer.status, 303);
});
