import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { answers, parsed } from '../../foundation/http/api-route.ts';
import { problem } from '../../foundation/http/problem.ts';
import {
  type Facts,
  KeyAnswerSchema,
  KeyParameter,
  NameAnswerSchema,
  NameQuery,
  NoParameters,
  PointAnswerSchema,
  PointQuery,
  PostcodeAnswerSchema,
  PostcodeParameter,
  type Unit,
} from './contract.ts';
import { displayName, type Municipality, slugOf } from './municipality.ts';
import { kindLabel } from './municipality-kind.ts';
import type { NameHit } from './place-answers.ts';
import type { PlaceIndex } from './place-index.ts';

const TAGS = ['municipalities'];

/**
 * `/api/municipalities`, to be mounted there.
 * @param places is asked at each request: the index is made anew when the register changes.
 */
export const municipalityRoutes = (places: () => PlaceIndex): Hono => {
  const routes = new Hono();
  addLookUps(routes, places);
  addFacts(routes, places);
  return routes;
};

const addLookUps = (routes: Hono, places: () => PlaceIndex): void => {
  routes.get(
    '/',
    describeRoute({
      tags: TAGS,
      summary: 'Municipalities by name, for typing aids',
      responses: answers('Best match first', NameAnswerSchema),
    }),
    parsed('query', NameQuery),
    (c) => {
      const { name, limit } = c.req.valid('query');
      return c.json({ municipalities: places().byName(name, limit).map(hit) });
    },
  );
  routes.get(
    '/at',
    describeRoute({
      tags: TAGS,
      summary: 'The municipality at a point (WGS84)',
      responses: answers('Inside, approximate or outside', PointAnswerSchema),
    }),
    parsed('query', PointQuery),
    (c) => {
      const answer = places().byPoint(c.req.valid('query'));
      return c.json(
        answer.kind === 'outside' ? answer : { ...answer, municipality: facts(answer.municipality) },
      );
    },
  );
  routes.get(
    '/by-postcode/:postcode',
    describeRoute({
      tags: TAGS,
      summary: 'The municipality, or the municipalities, of a postcode',
      responses: answers('One, several to ask for, or none', PostcodeAnswerSchema),
    }),
    parsed('param', PostcodeParameter),
    parsed('query', NoParameters),
    (c) => {
      const answer = places().byPostcode(c.req.valid('param').postcode);
      if (answer.kind === 'one') return c.json({ ...answer, municipality: facts(answer.municipality) });
      return c.json(answer.kind === 'ask' ? { ...answer, candidates: answer.candidates.map(hit) } : answer);
    },
  );
};

const addFacts = (routes: Hono, places: () => PlaceIndex): void => {
  routes.get(
    '/:key',
    describeRoute({
      tags: TAGS,
      summary: 'Facts, responsible levels and neighbours by AGS or ARS, old keys included',
      responses: answers('The unit of today', KeyAnswerSchema, [400, 404]),
    }),
    parsed('param', KeyParameter),
    parsed('query', NoParameters),
    (c) => {
      const { key } = c.req.valid('param');
      const index = places();
      const answer = index.byAgs(key);
      if (answer.kind === 'unknown')
        return problem(c, 404, {
          de: `Der Schlüssel ${key} steht nicht im Gemeindeverzeichnis`,
          en: `The register has no key ${key}`,
        });
      const [municipality, ...others] = answer.kind === 'current' ? [answer.municipality] : answer.successors;
      return c.json({
        municipality: facts(municipality),
        chain: index.chain(municipality.ars).slice(1).map(unit),
        neighbours: index.neighbours(municipality.ars).map(unit),
        ...(answer.kind === 'succeeded' && { note: answer.note, oldName: answer.succession.oldName }),
        ...(others.length > 0 && { others: others.map(unit) }),
      });
    },
  );
};

const unit = (municipality: Municipality): Unit => {
  const { ars, ags, level, kind, name, suffix } = municipality;
  const path = ags === null ? null : `/ort/${slugOf(municipality)}`;
  const label = kindLabel(kind, 'de');
  return {
    ars,
    ags,
    level,
    kind,
    kindLabel: label,
    name,
    suffix,
    displayName: displayName(municipality),
    path,
  };
};

const facts = (municipality: Municipality): Facts => {
  const { seat, population, areaKm2, postcode, point, validFrom, source, sourceDate } = municipality;
  const place = { lon: point?.lon ?? null, lat: point?.lat ?? null };
  return {
    ...unit(municipality),
    seat,
    population,
    areaKm2,
    postcode,
    ...place,
    validFrom,
    source,
    sourceDate,
  };
};

const hit = ({ municipality, ...rest }: NameHit) => ({ municipality: unit(municipality), ...rest });
