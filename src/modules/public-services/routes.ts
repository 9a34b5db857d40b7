import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Context } from '../../foundation/database/context.ts';
import { answers, parsed } from '../../foundation/http/api-route.ts';
import { problem } from '../../foundation/http/problem.ts';
import type { PlaceIndex } from '../municipalities/index.ts';
import { findService, type StoredService } from './catalogue/catalogue-store.ts';
import { authorityJson, serviceJson, serviceSummary } from './catalogue-json.ts';
import {
  AuthoritySchema,
  type PlaceQuery,
  PlaceSchema,
  ServiceIdSchema,
  ServiceListSchema,
  ServiceSchema,
  ServiceSearchSchema,
} from './contract.ts';
import { findAuthority, unitsOf, type Whereabouts } from './responsibility/find-authority.ts';
import { searchServices } from './search/search-services.ts';

const UNKNOWN = { de: 'Diese Leistung kennen wir nicht.', en: 'We do not know this service.' };

const whereOf = ({ lon, lat, ars, postcode, place = '' }: PlaceQuery): Whereabouts => {
  if (lon !== undefined && lat !== undefined) return { point: { lon, lat } };
  if (ars !== undefined) return { ars };
  return postcode === undefined ? { text: place } : { postcode };
};

export const publicServiceRoutes = (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  placesNow: () => PlaceIndex,
) => {
  const answerFor = async (service: StoredService, query: PlaceQuery) => {
    const answer = await findAuthority(
      { database, clock, places: placesNow() },
      {
        service: { id: service.id, leikaKeys: service.facts.leikaKeys },
        place: whereOf(query),
        spot: {
          ...(query.street !== undefined && { street: query.street }),
          ...(query.houseNumber !== undefined && { houseNumber: query.houseNumber }),
          ...(query.postcode !== undefined && { postcode: query.postcode }),
        },
      },
    );
    return authorityJson(answer);
  };
  return new Hono()
    .get(
      '/public-services',
      describeRoute({
        tags: ['public services'],
        summary: 'Services by everyday words, best first',
        responses: answers('Services', ServiceListSchema),
      }),
      parsed('query', ServiceSearchSchema),
      async (c) => {
        const { q, ars, limit } = c.req.valid('query');
        const units = ars === undefined ? undefined : unitsOf(ars, placesNow()).map((unit) => unit.ars);
        const found = await searchServices({ database }, { text: q, units });
        return c.json({ services: found.slice(0, limit).map(serviceSummary) });
      },
    )
    .get(
      '/public-services/:id',
      describeRoute({
        tags: ['public services'],
        summary: 'One service with its texts',
        responses: answers('The service', ServiceSchema, [400, 404]),
      }),
      parsed('param', ServiceIdSchema),
      parsed('query', v.strictObject({})),
      async (c) => {
        const service = await findService(database, c.req.valid('param').id);
        return service ? c.json(serviceJson(service)) : problem(c, 404, UNKNOWN);
      },
    )
    .get(
      '/public-services/:id/authority',
      describeRoute({
        tags: ['public services'],
        summary:
          'Who is in charge of a service at a place: one office with the reason, a question, or not known',
        responses: answers('The answer', AuthoritySchema, [400, 404]),
      }),
      parsed('param', ServiceIdSchema),
      parsed('query', PlaceSchema),
      async (c) => {
        const service = await findService(database, c.req.valid('param').id);
        return service ? c.json(await answerFor(service, c.req.valid('query'))) : problem(c, 404, UNKNOWN);
      },
    );
};
