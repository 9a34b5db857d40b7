import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import { daysBefore } from '../../../foundation/database/retention.ts';
import { answers, parsed } from '../../../foundation/http/api-route.ts';
import { problem } from '../../../foundation/http/problem.ts';
import {
  CountListSchema,
  CountSearchSchema,
  ParkApiSearchSchema,
  ParkApiSiteListSchema,
  ParkApiSourceListSchema,
  SiteListSchema,
  SiteSearchSchema,
} from './contract.ts';
import { siteKeyOf } from './site-features.ts';
import { siteJson } from './site-json.ts';
import { findOpenSite, listOpenSites, listSiteCounts, listSitesNear } from './site-store.ts';
import { listOpenSources } from './source-store.ts';
import {
  keyOfUid,
  POOLS_UID,
  type PublicPool,
  parkApiPools,
  parkApiSite,
  parkApiSource,
} from './write-park-api.ts';

export type SiteRouteSetting = Pick<Context, 'database' | 'clock'> & {
  /** Shared spaces of hosts; absent: none are handed on. */ pools?: () => Promise<PublicPool[]>;
};

/** Public parking, for machines. */
export const parkingSiteRoutes = (setting: SiteRouteSetting) =>
  new Hono().route('/parking', siteSearch(setting)).route('/parking/parkapi/v3', parkApi(setting));

const siteSearch = ({ database, clock }: SiteRouteSetting) =>
  new Hono()
    .get(
      '/sites/:id/counts',
      describeRoute({
        tags: ['parking'],
        summary: 'How the count of one site changed; sites of sources with an open licence',
        responses: answers('Counts', CountListSchema, [400, 404]),
      }),
      parsed('param', v.object({ id: v.pipe(v.string(), v.uuid()) })),
      parsed('query', CountSearchSchema),
      async (c) => {
        const site = await findOpenSite(database, c.req.valid('param').id);
        if (!site)
          return problem(c, 404, {
            de: 'Diesen Parkplatz kennen wir nicht.',
            en: 'We do not know this parking site.',
          });
        const since = daysBefore(clock(), c.req.valid('query').days);
        return c.json({ counts: await listSiteCounts(database, site.ars, site.id, since) });
      },
    )
    .get(
      '/sites',
      describeRoute({
        tags: ['parking'],
        summary: 'Public parking around a point, nearest first, with the last count and what it is worth',
        responses: answers('Parking sites', SiteListSchema),
      }),
      parsed('query', SiteSearchSchema),
      async (c) => {
        const { lon, lat, radius, limit, ...search } = c.req.valid('query');
        const rows = await listSitesNear(database, {
          ...search,
          around: { lon, lat },
          radiusMetres: radius,
          limit: limit + 1,
        });
        const next = new URL(c.req.url);
        next.searchParams.set('offset', String(search.offset + limit));
        return c.json({
          sites: rows.slice(0, limit).map((site) => siteJson(site, clock())),
          next: rows.length > limit ? `${next.pathname}${next.search}` : null,
        });
      },
    );

const parkApi = ({ database, pools }: SiteRouteSetting) =>
  new Hono()
    .get(
      '/sources',
      describeRoute({
        tags: ['parking'],
        summary: 'ParkAPI v3: sources whose licence lets everybody use them',
        responses: answers('Sources', ParkApiSourceListSchema),
      }),
      async (c) => {
        const items = (await listOpenSources(database)).map(parkApiSource);
        return c.json({ items, total_count: items.length });
      },
    )
    .get(
      '/parking-sites',
      describeRoute({
        tags: ['parking'],
        summary: 'ParkAPI v3: parking sites of these sources, and shared spaces of five and more',
        responses: answers('Parking sites', ParkApiSiteListSchema),
      }),
      parsed('query', ParkApiSearchSchema),
      async (c) => {
        const { source_uid: uid, purpose, limit, start } = c.req.valid('query');
        const isPools = uid === POOLS_UID;
        const source = uid === undefined || isPools ? undefined : keyOfUid(uid);
        const after = start === undefined ? undefined : siteKeyOf(start);
        if ((uid !== undefined && !isPools && !source) || (start !== undefined && !after))
          return problem(c, 400, {
            de: 'source_uid und start kommen aus den Antworten dieser Schnittstelle',
            en: 'source_uid and start come from answers of this interface',
          });
        const rows = isPools
          ? []
          : await listOpenSites(database, {
              source,
              after,
              limit: limit + 1,
              purpose: purpose && (purpose === 'BIKE' ? 'bike' : 'car'),
            });
        const page = rows.slice(0, limit);
        const last = page.at(-1);
        const isLast = rows.length <= limit;
        const next = new URL(c.req.url);
        if (last) next.searchParams.set('start', `${last.ars}.${last.id}`);
        const withPools = isLast && !source && purpose !== 'BIKE';
        const shared = withPools && pools ? parkApiPools(await pools()) : [];
        return c.json({
          items: [...page.map(parkApiSite), ...shared],
          next_path: isLast ? null : `${next.pathname}${next.search}`,
        });
      },
    );
