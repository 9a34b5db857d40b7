import { Hono } from 'hono';
import type { ApplicationEnvironment, ApplicationSetting } from './application-page.ts';
import { fillPages } from './fill-pages.tsx';
import { findPages } from './find-pages.tsx';
import { signPages } from './sign-pages.tsx';
import { statusPages } from './status-pages.tsx';
import { waitingPages } from './waiting-pages.tsx';

/** Everything below /antrag, and the own applications in the account. */
export const applicationPages = (setting: ApplicationSetting) => {
  const pages = new Hono<ApplicationEnvironment>();
  for (const keyed of ['/antrag/:ars/mein/*', '/antrag/:ars/unterschrift/*'])
    pages.use(keyed, async (c, next) => {
      await next();
      // The address is the key: no copy of it or of the page may stay behind on the way.
      c.res.headers.set('cache-control', 'no-store');
      c.res.headers.set('x-robots-tag', 'noindex');
    });
  for (const part of [findPages, statusPages, fillPages, waitingPages, signPages])
    pages.route('/', part(setting));
  return pages;
};
