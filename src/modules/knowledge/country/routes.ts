import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { answers, parsed } from '../../../foundation/http/api-route.ts';
import { stateOf } from '../../municipalities/index.ts';
import { countryMessages } from '../web/index.ts';
import {
  CountryAnswerSchema,
  CountryTownsAnswerSchema,
  CountryTownsQuerySchema,
  NoCountryQuerySchema,
  type SignName,
} from './contract.ts';
import { type Figures, signsOf, townsBehind } from './count-towns.ts';
import type { Country } from './open-country.ts';

/** `/api/network/country`, to be mounted at /api. */
export const countryRoutes = (country: Country) => {
  const routes = new Hono();

  routes.get(
    '/network/country',
    describeRoute({
      tags: ['network'],
      summary: 'How many municipalities do what, as far as this house knows, by state, size and field',
      responses: answers('The picture of the country', CountryAnswerSchema),
    }),
    parsed('query', NoCountryQuerySchema),
    async (c) => {
      const { countedAt, signs, total, states, sizes, fields } = await country.read();
      return c.json({
        countedAt: countedAt.toISOString(),
        signs: signs.map((sign) => ({
          sign,
          de: countryMessages('de').columns[sign],
          en: countryMessages('en').columns[sign],
        })),
        country: figuresJson(total, signs),
        states: states.map(({ state, name, figures }) => ({ state, name, ...figuresJson(figures, signs) })),
        sizes: sizes.map(({ size, figures }) => ({ size, ...figuresJson(figures, signs) })),
        fields: fields.map(({ field: { id, de, en }, figures }) => ({
          field: id,
          de,
          en,
          ...figuresJson(figures, signs),
        })),
      });
    },
  );

  routes.get(
    '/network/country/towns',
    describeRoute({
      tags: ['network'],
      summary: 'The municipalities behind one number of the picture of the country',
      responses: answers('Municipalities by name', CountryTownsAnswerSchema),
    }),
    parsed('query', CountryTownsQuerySchema),
    async (c) => {
      const { limit, offset, ...choice } = c.req.valid('query');
      const { countedAt, towns, known } = await country.read();
      const found = townsBehind(towns, known, choice);
      return c.json({
        countedAt: countedAt.toISOString(),
        count: found.length,
        offset,
        towns: found.slice(offset, offset + limit).map(({ state, ...town }) => ({
          ...town,
          state: stateOf(state),
          signs: signsOf(known, town.ars),
        })),
      });
    },
  );

  return routes;
};

const figuresJson = (figures: Figures, signs: readonly SignName[]) => ({
  municipalities: figures.towns,
  known: figures.known,
  unknown: figures.unknown,
  signs: Object.fromEntries(signs.map((sign) => [sign, figures.signs[sign]])),
});
