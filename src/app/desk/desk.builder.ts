import { after } from 'node:test';
import { parseConfig } from '../../foundation/config/config.ts';
import { startJobs } from '../../foundation/jobs/jobs.ts';
import { createLog } from '../../foundation/log/log.ts';
import { testDatabase } from '../../foundation/testing/database.ts';
import {
  createAccount,
  createMailLink,
  findAccount,
  inviteFirstAdministrator,
} from '../../modules/accounts/index.ts';
import { loadPlaceIndex, seedMunicipalities } from '../../modules/municipalities/index.ts';
import type { Platform } from '../platform.ts';
import { createServer } from '../server.tsx';
import { backgroundWork } from '../work.ts';
import { organisationsOf } from './organisations.ts';

const ORIGIN = 'http://localhost:3000';

type Form = Record<string, string> | FormData;

/** One browser before the server: it keeps cookies and follows nothing. */
const browserOf = (server: { request: (url: string, init: RequestInit) => Response | Promise<Response> }) => {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await server.request(new URL(path, ORIGIN).href, {
      ...init,
      headers: { origin: ORIGIN, ...init.headers, ...(cookie && { cookie }) },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  const post = (path: string, form: Form = {}): Promise<Response> =>
    ask(path, { method: 'POST', body: form instanceof FormData ? form : new URLSearchParams(form) });
  return { ask, post };
};

export type Browser = ReturnType<typeof browserOf>;

/** The whole server over the shipped register and an empty rest, with people who are signed in. */
export const startDesk = async (folder = 'var/test/desk') => {
  // Told before the database tells its own end: the queue must not ask a database that is gone.
  let stopJobs: (() => Promise<void>) | undefined;
  after(() => stopJobs?.());
  const platform: Platform = {
    ...(await testDatabase({ name: 'register', work: seedMunicipalities })),
    server: {},
    close: async () => undefined,
  };
  await seedMunicipalities(platform);
  const places = await loadPlaceIndex(platform.database);
  const assets = { app: '/app.css', page: '/page.js', map: '/map.js' };
  const config = parseConfig({ ALLMENDE_DIR: folder, PAYMENT: 'test' });
  const log = createLog('error');
  const jobs = await startJobs(platform.connection.pool, backgroundWork(platform, config, places, log), log);
  stopJobs = jobs.stop;
  const server = createServer(platform, { config, assets, version: 'test', places, jobs }, log);
  const organisations = organisationsOf(places);

  const signIn = async (mail: string): Promise<Browser> => {
    const created = await createAccount(platform, mail);
    const personId = 'refused' in created ? await findAccount(platform, mail) : created.personId;
    const browser = browserOf(server);
    await browser.post('/anmelden/link', { code: await createMailLink(platform, personId ?? '') });
    return browser;
  };

  /** @returns the first administrator of an organisation of the register, signed in. */
  const administrate = async (key: string, mail: string): Promise<Browser> => {
    const organisation = organisations.find(key);
    if (!organisation) throw new Error(`There is no ${key}.`);
    const invited = await inviteFirstAdministrator(platform, organisation, mail);
    if ('refused' in invited) throw new Error(invited.refused);
    const browser = browserOf(server);
    await browser.post('/einladung', { code: invited.code });
    return browser;
  };
  /** Gives somebody who has an account a role in an organisation of the register. */
  const grant = (ars: string, mail: string, role: string) =>
    platform.connection.pool.query(
      `insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
        select $1, $1, id, $2, now() from accounts.person where mail = $3`,
      [ars, role, mail],
    );
  return {
    grant,
    platform,
    server,
    places,
    organisations,
    signIn,
    administrate,
    newBrowser: () => browserOf(server),
  };
};
