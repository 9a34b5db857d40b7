import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import Provider from 'oidc-provider';
import type { Context } from '../../../foundation/database/context.ts';
import { accountSite } from '../pages/site.builder.tsx';
import { openProvider } from './provider.ts';

export const CLIENT = { clientId: 'allmende', clientSecret: 'a secret of some length for tests' };

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const openOidc = (issuer: string, townOrigin: string): Provider =>
  new Provider(issuer, {
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
    acrValues: ['STORK-QAA-Level-3', 'STORK-QAA-Level-4'],
    conformIdTokenClaims: false,
    // By itself it calls no address of its own machine; here both houses stand on it.
    fetch: (url, options) => {
      const { dispatcher: _, ...plain } = { dispatcher: undefined, ...options };
      return fetch(url, plain);
    },
    features: { backchannelLogout: { enabled: true } },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: 'Person am Anbieter',
        trust: id.startsWith('weak') ? 'STORK-QAA-Level-1' : 'STORK-QAA-Level-4',
      }),
    }),
  });

export type Walk = (start: string, form?: URLSearchParams) => Promise<Response>;

/**
 * Follows redirects and sends every form that the provider shows, as `login` would who agrees to all of it; ends at
 * the first page of the town.
 */
const walker =
  (townOrigin: string) =>
  (login = 'person-7'): Walk => {
    const cookies = new Map<string, string>();
    return async (start, form) => {
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
        else ({ url, body } = sent(await answer.text(), url, login));
      }
      throw new Error(`The walk does not end: ${url}`);
    };
  };

const sent = (html: string, at: string, login: string): { url: string; body: URLSearchParams } => {
  const action = /<form[^>]* action="([^"]*)"/.exec(html)?.[1];
  if (!action) throw new Error(`No form at ${at}: ${html.slice(0, 500)}`);
  const body = new URLSearchParams({ login, password: 'any', logout: 'yes' });
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  ))
    body.set(name, value);
  return { url: new URL(action.replaceAll('&amp;', '&'), at).href, body };
};

/** A town and an OpenID provider, each on a port of its own. People called weak… are known there only a little. */
export const startRealProvider = async (context: Context, add?: Parameters<typeof accountSite>[2]) => {
  // Each side has to know the other's port before it begins.
  const town = createServer();
  const townOrigin = await listen(town);
  const there = createServer();
  const issuer = await listen(there);
  there.on('request', openOidc(issuer, townOrigin).callback());
  const levels = { low: [], substantial: ['STORK-QAA-Level-3'], high: ['STORK-QAA-Level-4'] };
  const provider = openProvider(
    { ...CLIENT, issuer, name: 'Stadtkonto', levelClaim: 'trust', levels },
    context.clock,
  );
  const { site, faults } = accountSite(context, { provider, publicUrl: townOrigin }, add);
  town.on('request', getRequestListener(site.fetch));
  return { townOrigin, issuer, faults, newWalk: walker(townOrigin) };
};
