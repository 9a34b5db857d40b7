import { Hono } from 'hono';
import { renderToString } from 'preact-render-to-string';
import type { Context } from '../../../../foundation/database/context.ts';
import type { Acting, DeskEnvironment } from '../../../accounts/index.ts';
import { places } from '../desk.builder.ts';
import { offerDeskPages } from './offer-desk-pages.ts';

/** The pages in the barest frame, as the desk of whoever acts. */
export const deskOf = (context: Context, acting: Acting, language: 'de' | 'en' = 'de') => {
  const site = new Hono<DeskEnvironment>();
  site.use(async (c, next) => {
    c.set('acting', acting);
    c.set('signedIn', undefined);
    c.set('language', language);
    c.set('place', undefined);
    c.set('page', ({ title, body }, status = 200) =>
      c.html(`<title>${title}</title>${renderToString(<main>{body}</main>)}`, status),
    );
    await next();
  });
  const townOf = () => ({ label: 'Stadt', path: '/ort/stadt' });
  site.route('/', offerDeskPages({ ...context, places, townOf }));
  const base = `http://localhost/rathaus/${acting.organisation.id}`;
  const get = async (path: string) => await site.request(base + path);
  const post = async (path: string, form: Record<string, string> | [string, string][] | FormData = {}) =>
    await site.request(base + path, {
      method: 'POST',
      body: form instanceof FormData ? form : new URLSearchParams(form),
    });
  const read = async (path: string) => (await get(path)).text();
  return { get, post, read };
};
