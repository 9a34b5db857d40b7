import { Hono } from 'hono';
import { openAPIRouteHandler } from 'hono-openapi';
import { countryRoutes, twinRoutes } from '../modules/knowledge/index.ts';
import { municipalityRoutes } from '../modules/municipalities/index.ts';
import { offerRoutes } from '../modules/offers/index.ts';
import { parkingSiteRoutes, publicPools } from '../modules/parking/index.ts';
import { publicServiceRoutes } from '../modules/public-services/index.ts';
import { countryOf } from './country.ts';
import type { FrameSetting } from './frame.tsx';
import type { Platform } from './platform.ts';

/** The own API under /api, with its description. */
export const api = (platform: Platform, setting: FrameSetting) => {
  const { places, version } = setting;
  const routes = new Hono();
  routes.route(
    '/api/municipalities',
    municipalityRoutes(() => places),
  );
  routes.route('/api', offerRoutes(platform));
  routes.route('/api', parkingSiteRoutes({ ...platform, pools: () => publicPools(platform) }));
  routes.route(
    '/api',
    publicServiceRoutes(platform, () => places),
  );
  routes.route(
    '/api',
    twinRoutes(() => places),
  );
  routes.route('/api', countryRoutes(countryOf(platform, setting)));
  routes.get(
    '/api/openapi.json',
    openAPIRouteHandler(routes, {
      documentation: {
        info: {
          title: 'Allmende',
          version,
          description:
            'Municipalities, places, events, public services, parking and the network of town halls of Germany. Reading needs no account. Errors are RFC 9457 problem+json in German and English.',
          license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
        },
        servers: [{ url: '/' }],
      },
      excludeStaticFile: false,
    }),
  );
  return routes;
};
