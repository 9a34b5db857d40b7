import { distanceMetres } from '../foundation/geo/point.ts';
import type { FundingSetting, Neighbour } from '../modules/funding/index.ts';
import { listShownCooperations } from '../modules/knowledge/index.ts';
import { displayName, type PlaceIndex } from '../modules/municipalities/index.ts';
import {
  agendaFields,
  chooseFunding,
  listMeasures,
  listPublicMeasuresIn,
} from '../modules/strategy/index.ts';
import type { FrameSetting } from './frame.tsx';
import { originOf } from './here.ts';
import type { Platform } from './platform.ts';

const NEAR_KM = 50;
const MOST_NEIGHBOURS = 20;

const kmBetween = (places: PlaceIndex, a: string, b: string): number | undefined => {
  const [from, to] = [places.get(a)?.point, places.get(b)?.point];
  return from && to ? Math.round(distanceMetres(from, to) / 1000) : undefined;
};

type Found = { key: string; ars: string; title: string; path: string; isInvited: boolean };

/** Towns within 50 km that plan publicly in the same field, or that have opened a gap to this one. */
const neighboursOf = async (
  { database }: Platform,
  places: PlaceIndex,
  ars: string,
  fields: readonly string[],
): Promise<Neighbour[]> => {
  const measures = (await listPublicMeasuresIn(database, fields)).map(
    ({ id, ...one }): Found => ({ ...one, key: id, path: `/agenda/massnahme/${id}`, isInvited: false }),
  );
  const shown = (await listShownCooperations({ database, places }, { ars, id: ars }))
    .filter(({ field }) => fields.includes(agendaFields[field] ?? ''))
    .map((one): Found => ({ ...one, isInvited: true }));
  return [...shown, ...measures]
    .flatMap(({ ars: other, ...one }) => {
      const [unit, km] = [places.get(other), kmBetween(places, ars, other)];
      const isNear = km !== undefined && km <= NEAR_KM && other !== ars;
      return isNear && unit ? [{ ...one, town: displayName(unit), km }] : [];
    })
    .toSorted((a, b) => a.km - b.km || (a.title < b.title ? -1 : 1))
    .slice(0, MOST_NEIGHBOURS);
};

/** What funding needs of the settings and of the other modules. */
export const fundingSetting = (
  platform: Platform,
  { config, places }: Pick<FrameSetting, 'config' | 'places'>,
): FundingSetting => ({
  ...platform,
  places,
  origin: originOf(config.publicUrl),
  listMeasures: async (ars) =>
    (await listMeasures(platform.database, ars)).map(({ id, facts: { title, fields, years, funding } }) => ({
      id,
      title,
      fields,
      years,
      funding,
    })),
  chooseFunding: (acting, choice) => chooseFunding(platform, acting, choice),
  listNeighbours: (ars, fields) => neighboursOf(platform, places, ars, fields),
});
