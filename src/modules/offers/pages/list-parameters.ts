import * as v from 'valibot';
import type { LonLat } from '../../../foundation/geo/point.ts';
import { addDays, berlinDay, dayInterval, fromBerlin } from '../../../foundation/time/zone.ts';
import { type Category, isCategory } from '../category.ts';
import { LARGEST_RADIUS_METRES, type OfferQuery, PAGE_SIZE } from '../search/offer-query.ts';

export const RADII_KM = [1, 2, 5, 10, 25, 50] as const;
const USUAL_RADIUS_KM = 10;
const DAYS_AHEAD = 7;

const flag = v.optional(
  v.pipe(
    v.literal('1'),
    v.transform(() => true),
  ),
);

/**
 * The addresses that people share and keep: a wrong value falls back to the usual one instead of an error page;
 * machines use /api, which refuses.
 */
const ListParametersSchema = v.object({
  kategorie: v.fallback(
    v.optional(v.custom<Category>((value) => typeof value === 'string' && isCategory(value))),
    undefined,
  ),
  heute: v.fallback(flag, undefined),
  offen: v.fallback(flag, undefined),
  frei: v.fallback(flag, undefined),
  stufenlos: v.fallback(flag, undefined),
  umkreis: v.fallback(v.pipe(v.string(), v.transform(Number), v.picklist(RADII_KM)), USUAL_RADIUS_KM),
  was: v.fallback(v.picklist(['alles', 'orte', 'veranstaltungen']), 'alles'),
  q: v.fallback(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''),
  seite: v.fallback(v.pipe(v.string(), v.regex(/^[1-9]\d?$/), v.transform(Number), v.maxValue(20)), 1),
  ansicht: v.fallback(v.optional(v.literal('karte')), undefined),
});

export type ListParameters = v.InferOutput<typeof ListParametersSchema>;

export const parseListParameters = (query: Record<string, string>): ListParameters =>
  v.parse(ListParametersSchema, query);

const KINDS: Record<ListParameters['was'], OfferQuery['kinds']> = {
  alles: ['place', 'event'],
  orte: ['place'],
  veranstaltungen: ['event'],
};

/** From now until midnight, or for a week; "today" asks for events, since a place has no date. */
export const queryOf = (parameters: ListParameters, around: LonLat, now: Date): OfferQuery => {
  const today = berlinDay(now);
  return {
    around,
    radiusMetres: Math.min(parameters.umkreis * 1000, LARGEST_RADIUS_METRES),
    categories: parameters.kategorie ? [parameters.kategorie] : [],
    kinds: parameters.heute ? ['event'] : KINDS[parameters.was],
    window: {
      start: now,
      end: parameters.heute ? dayInterval(today).end : fromBerlin(addDays(today, DAYS_AHEAD)),
    },
    openNow: parameters.offen ?? false,
    free: parameters.frei ?? false,
    stepFree: parameters.stufenlos ?? false,
    ...(parameters.q && { text: parameters.q }),
    offset: (parameters.seite - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  };
};

/** The parameters that differ from the usual, as they stand in an address. */
export const inAddress = (parameters: Partial<ListParameters>): Record<string, string> => {
  const { kategorie, heute, offen, frei, stufenlos, umkreis, was, q, seite, ansicht } = parameters;
  return {
    ...(kategorie && { kategorie }),
    ...(heute && { heute: '1' }),
    ...(offen && { offen: '1' }),
    ...(frei && { frei: '1' }),
    ...(stufenlos && { stufenlos: '1' }),
    ...(umkreis && umkreis !== USUAL_RADIUS_KM && { umkreis: String(umkreis) }),
    ...(was && was !== 'alles' && { was }),
    ...(q && { q }),
    ...(seite && seite > 1 && { seite: String(seite) }),
    ...(ansicht && { ansicht }),
  };
};
