import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { renderToString } from 'preact-render-to-string';
import type { Config } from '../foundation/config/config.ts';
import { problem } from '../foundation/http/problem.ts';
import type { Log } from '../foundation/log/log.ts';
import { backChannelLogout, oneClickUnsubscribe } from '../modules/accounts/index.ts';
import { isBenchUpload } from '../modules/knowledge/index.ts';
import { isSheetUpload, LARGEST_SHEET_BYTES } from '../modules/offers/contract.ts';
import { isDrivesUpload, isPictureUpload } from '../modules/parking/index.ts';
import { isReportUpload, open311Routes } from '../modules/participation/index.ts';
import { isApplicationUpload, isSchemaUpload } from '../modules/public-services/contract.ts';
import { isObservationUpload, sensorPushes, sensorThings } from '../modules/sensors/index.ts';
import { isSprintUpload } from '../modules/sprints/index.ts';
import { isPlanUpload } from '../modules/strategy/index.ts';
import { accountSetting } from './accounts.ts';
import { api } from './api.ts';
import { applicationSetting } from './applications.ts';
import type { FrameSetting } from './frame.tsx';
import { originOf } from './here.ts';
import { ogc } from './ogc/index.ts';
import { participationSetting } from './participation.ts';
import type { Platform } from './platform.ts';
import { pathForLog, requestLog } from './request-log.ts';
import { sensorSetting } from './sensors.ts';
import { simpleSite, site } from './site.tsx';
import { BrokenPage, NotFoundPage } from './web/ErrorPages.tsx';
import { manifest } from './web/install.ts';
import { Mark } from './web/Mark.tsx';
import { appMessages } from './web/messages.ts';
import { Shell } from './web/Shell.tsx';

const LARGEST_BODY_BYTES = 64 * 1024;
const A_YEAR_SECONDS = 31_536_000;

/** Strict: scripts and styles from this server only, none inline; map images also from the configured background. */
/** What may be larger than a form; its page refuses what is too large, in its own words. */
const LARGE = [
  isSheetUpload,
  isApplicationUpload,
  isSchemaUpload,
  isDrivesUpload,
  isPictureUpload,
  isBenchUpload,
  isObservationUpload,
  isPlanUpload,
  isReportUpload,
  isSprintUpload,
];

const contentSecurityPolicy = ({ mapTiles, oidc }: Config) => ({
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', ...(mapTiles ? [new URL(mapTiles.url.replaceAll(/[{}]/g, '')).origin] : [])],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  workerSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  // The form that signs in or out is answered with a redirect to the provider: browsers hold that against the policy too.
  formAction: ["'self'", ...(oidc ? [new URL(oidc.issuer).origin] : [])],
  frameAncestors: ["'none'"],
});

const isMachine = (path: string): boolean => /^\/(api|ogc|open311|sta)(\/|$)/.test(path);

/** The whole web server over an open platform; `request()` on it tests without a socket. */
export const createServer = (platform: Platform, setting: FrameSetting, log: Log) => {
  const server = new Hono();
  const accounts = accountSetting(platform, setting.config, log);
  const applications = applicationSetting(platform, setting);
  server.use(requestLog(log));
  server.use(compress());
  server.use(
    secureHeaders({
      referrerPolicy: 'same-origin',
      crossOriginResourcePolicy: false,
      contentSecurityPolicy: contentSecurityPolicy(setting.config),
    }),
  );
  const form = bodyLimit({
    maxSize: LARGEST_BODY_BYTES,
    onError: (c) => problem(c, 413, { de: 'Höchstens 64 KB.', en: 'At most 64 KB.' }),
  });
  // The page itself refuses what is larger than a table may be, in its own words.
  const sheet = bodyLimit({
    maxSize: 2 * LARGEST_SHEET_BYTES,
    onError: (c) => problem(c, 413, { de: 'Höchstens 5 MB.', en: 'At most 5 MB.' }),
  });
  server.use((c, next) => {
    const { method, path } = c.req;
    const isLarge = LARGE.some((is) => is(method, path));
    return (isLarge ? sheet : form)(c, next);
  });
  server.route('/', backChannelLogout(accounts));
  server.route('/', oneClickUnsubscribe(accounts));
  server.route(
    '/open311/v2',
    open311Routes({ ...participationSetting(platform, setting), origin: originOf(setting.config.publicUrl) }),
  );
  // A key in the header is no cookie: no other page can make a browser send it.
  server.route('/', sensorThings(sensorSetting(platform, setting)));
  server.route('/', sensorPushes(sensorSetting(platform, setting)));
  server.use(csrf());
  staticFiles(server);
  server.route('/', api(platform, setting));
  server.route('/ogc', ogc(platform, setting));
  // People paste the address with a slash at its end.
  server.get('/ogc/', (c) => c.redirect(`/ogc${new URL(c.req.url).search}`, 308));
  server.route('/en/ogc', ogc(platform, setting, 'en'));
  server.route('/leicht', simpleSite(platform, setting));
  server.route('/en', site('en', platform, setting, accounts, applications));
  server.route('/', site('de', platform, setting, accounts, applications));
  answerFaults(server, setting, log);
  return server;
};

const staticFiles = (server: Hono): void => {
  server.get(
    '/assets/*',
    serveStatic({
      root: './dist/client',
      onFound: (_, c) => c.header('cache-control', `public, max-age=${A_YEAR_SECONDS}, immutable`),
    }),
  );
  server.get(
    '/sw.js',
    serveStatic({ root: './dist/client', onFound: (_, c) => c.header('cache-control', 'no-cache') }),
  );
  const icon = renderToString(<Mark size={512} />).replace(
    '<svg',
    '<svg xmlns="http://www.w3.org/2000/svg" color="#0b6b45"',
  );
  server.get('/icon.svg', (c) => c.body(icon, 200, { 'content-type': 'image/svg+xml' }));
  server.get('/manifest.webmanifest', (c) =>
    c.body(JSON.stringify(manifest), 200, { 'content-type': 'application/manifest+json' }),
  );
  server.get('/robots.txt', (c) =>
    c.text('User-agent: *\nDisallow: /api\nDisallow: /ogc\nDisallow: /open311\n'),
  );
  server.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /api\nDisallow: /ogc\nDisallow: /sta\n'));
};

const answerFaults = (server: Hono, { config, assets, version }: FrameSetting, log: Log): void => {
  const show = (url: string, content: { title: string; body: preact.VNode }) => {
    const { pathname: path, search } = new URL(url);
    const language = path.startsWith('/en') ? 'en' : 'de';
    const t = appMessages(language);
    const shell = {
      content: { ...content, isIndexed: false },
      language,
      place: undefined,
      path,
      search,
      assets,
      operator: config.operator,
      version,
      t,
    } as const;
    return `<!doctype html>${renderToString(<Shell {...shell} />)}`;
  };
  server.notFound((c) => {
    if (isMachine(c.req.path))
      return problem(c, 404, {
        de: `Unter ${c.req.path} gibt es nichts.`,
        en: `There is nothing at ${c.req.path}.`,
      });
    const language = c.req.path.startsWith('/en') ? 'en' : 'de';
    const t = appMessages(language);
    return c.html(
      show(c.req.url, { title: t.notFound.title, body: <NotFoundPage language={language} t={t} /> }),
      404,
    );
  });
  server.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log.error('request-failed', {
      path: pathForLog(c.req.path),
      reason: error.name,
      at: error.stack?.split('\n')[1]?.trim() ?? '',
    });
    if (isMachine(c.req.path))
      return problem(c, 500, { de: 'Versuchen Sie es noch einmal.', en: 'Please try again.' });
    const t = appMessages(c.req.path.startsWith('/en') ? 'en' : 'de');
    return c.html(show(c.req.url, { title: t.broken.title, body: <BrokenPage t={t} /> }), 500);
  });
};
