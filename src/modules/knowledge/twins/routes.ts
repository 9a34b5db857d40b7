import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { answers, parsed } from '../../../foundation/http/api-route.ts';
import { problem } from '../../../foundation/http/problem.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';
import { numericFeatures, TwinAnswerSchema, TwinQuerySchema } from '../contract.ts';
import { explainTwin } from './explain-twin.ts';
import { openTwinFinder } from './open-twin-finder.ts';
import type { Profile } from './profile.ts';
import { reasonText } from './put-into-words.ts';
import { notComparedIn, type Twin } from './twin-finder.ts';
import { saysNothing, type Weights, weightsOf } from './weights.ts';

/** `/api/network/twins`, to be mounted at /api. */
export const twinRoutes = (places: () => PlaceIndex) =>
  new Hono().get(
    '/network/twins',
    describeRoute({
      tags: ['network'],
      summary: 'The municipalities most like one, nearest first, with the reasons in German and English',
      responses: answers('Twins', TwinAnswerSchema, [400, 404]),
    }),
    parsed('query', TwinQuerySchema),
    (c) => {
      const { key, preset, weights: own, limit } = c.req.valid('query');
      const weights = weightsOf(preset, own);
      if (saysNothing(weights))
        return problem(c, 400, {
          de: 'Mindestens ein Gewicht muss über 0 sein.',
          en: 'At least one weight must be above 0.',
        });
      const index = places();
      const answer = index.byAgs(key);
      const unit = answer.kind === 'current' ? answer.municipality : undefined;
      const finder = openTwinFinder(index);
      const profile = unit && finder.profileOf(unit.ars);
      if (!unit || !profile)
        return problem(c, 404, {
          de: `${key} ist kein heutiger Schlüssel einer bewohnten Gemeinde.`,
          en: `${key} is no present key of an inhabited municipality.`,
        });
      const twins = finder.nearest({ ars: unit.ars, weights, limit }) ?? [];
      return c.json({
        municipality: facts(profile),
        weights,
        twins: twins.map((twin) => twinJson(profile, twin, weights)),
        source: unit.source,
        sourceDate: unit.sourceDate,
      });
    },
  );

const facts = ({ ars, ags, name, numbers, words }: Profile) => ({
  ars,
  ags,
  name,
  state: words.state ?? '',
  kind: words.kind ?? '',
  administration: words.administration ?? null,
  figures: Object.fromEntries(
    numericFeatures.map((feature) => [feature, twoDigits(numbers[feature]) ?? null]),
  ),
});

const twoDigits = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value * 100) / 100;

const twinJson = (own: Profile, twin: Twin, weights: Weights) => ({
  ...facts(twin.profile),
  distance: Math.round(twin.distance * 10_000) / 10_000,
  reasons: explainTwin(own, twin, weights).map((reason) => ({
    feature: reason.feature,
    likeness: reason.likeness,
    de: reasonText('de', reason),
    en: reasonText('en', reason),
  })),
  notCompared: notComparedIn(twin, weights),
});
