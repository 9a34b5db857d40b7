import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import Provider from 'oidc-provider';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { accountSite } from '../pages/site.builder.tsx';
import { openProvider } from './provider.ts';

const context = { ...(await testDatabase()), clock: () => new Date() };
const CLIENT = { clientId: 'allmende', clientSecret: 'a secret of some length for tests' };

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

// Each side has to know the other's port before it begins.
const town = createServer();
const townOrigin = await listen(town);
const there = createServer();
const issuer = await listen(there);

const oidc = new Provider(issuer, {
  clients: [
    {
      client_id: CLIENT.clientId,
      client_secret: CLIENT.clientSecret,
      redirect_uris: [`${townOrigin}/anmelden/rueckkehr`],
      post_logout_redirect_uris: [`${townOrigin}/anmelden`],
      backchannel_logout_uri: `${townOrigin}/anmelden/abmeldung-vom-anbieter`,
      backchannel_logout_session_required: true,
    },
  ],
  claims: { profile: ['name', 'trust'] },
  conformIdTokenClaims: false,
  // By itself it calls no address of its own machine; here both houses stand on it.
  fetch: (url, options) => {
    const { dispatcher: _, ...plain } = { dispatcher: undefined, ...options };
    return fetch(url, plain);
  },
  features: { backchannelLogout: { enabled: true } },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: 'Person am Anbieter', trust: 'STORK-QAA-Level-4' }),
  }),
});
there.on('request', oidc.callback());

const provider = openProvider(
  {
    ...CLIENT,
    issuer,
    name: 'Stadtkonto',
    levelClaim: 'trust',
    levels: { low: [], substantial: ['STORK-QAA-Level-3'], high: ['STORK-QAA-Level-4'] },
  },
  context.clock,
);
const { site, faults } = accountSite(context, { provider, publicUrl: townOrigin });
town.on('request', getRequestListener(site.fetch));

/** Follows redirects and sends every form that the provider shows, as a person would who agrees to all of it. */
const walk = async (
  start: string,
  cookies: Map<string, string>,
  form?: URLSearchParams,
): Promise<Response> => {
  let url = start;
  let body = form;
  for (let steps = 0; steps < 20; steps += 1) {
    const jar = [...cookies].filter(([key]) => key.startsWith(new URL(url).origin));
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: jar.map(([key, value]) => `${key.split(' ')[1]}=${value}`).join('; ') },
      ...(body && { method: 'POST', body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const key = `${new URL(url).origin} ${name}`;
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(key);
      else cookies.set(key, value);
    }
    body = undefined;
    const location = answer.headers.get('location');
    if (location) url = new URL(location, url).href;
    else if (url.startsWith(townOrigin)) return answer;
    else ({ url, body } = sent(await answer.text(), url));
  }
  throw new Error(`The walk does not end: ${url}`);
};

const sent = (html: string, at: string): { url: string; body: URLSearchParams } => {
  const action = /<form[^>]* action="([^"]*)"/.exec(html)?.[1];
  if (!action) throw new Error(`No form at ${at}: ${html.slice(0, 500)}`);
  const body = new URLSearchParams({ login: 'person-7', password: 'any', logout: 'yes' });
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  ))
    body.set(name, value);
  return { url: new URL(action.replaceAll('&amp;', '&'), at).href, body };
};

test('in and out at a real provider: code, PKCE, nonce, level; signing out there signs out here', async () => {
  const cookies = new Map<string, string>();
  const start = `${townOrigin}/anmelden/anbieter`;
  const page = await walk(start, cookies, new URLSearchParams({ zurueck: '/konto' }));
  assert.deepEqual(faults, []);
  const html = await page.text();
  assert.match(html, /angemeldet als Person am Anbieter/);
  assert.match(html, /Vertrauensniveau: hoch/);

  const other = new Map<string, string>();
  await walk(start, other, new URLSearchParams({ zurueck: '/konto' }));
  const goodbye = await walk(`${townOrigin}/abmelden`, cookies, new URLSearchParams());
  assert.match(await goodbye.text(), /Mit Stadtkonto anmelden/);
  assert.match(await (await walk(`${townOrigin}/konto`, cookies)).text(), /Danach geht es weiter/);
  assert.match(
    await (await walk(`${townOrigin}/konto`, other)).text(),
    /Person am Anbieter/,
    'another device stays',
  );

  await walk(
    `${issuer}/session/end?client_id=${CLIENT.clientId}&post_logout_redirect_uri=${townOrigin}/anmelden`,
    other,
  );
  const { rows } = await context.connection.pool.query('select 1 from accounts.session');
  assert.equal(rows.length, 0);
});
