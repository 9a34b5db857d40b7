import { berlinDay } from '../foundation/time/zone.ts';
import {
  type Country,
  listUnitsWithEntries,
  listUnitsWithReuses,
  nameFields,
  openCountry,
} from '../modules/knowledge/index.ts';
import { groupLabels, listTownsWithOffers, listUnitsWithOfferSources } from '../modules/offers/index.ts';
import { listTownsWithParking, listUnitsWithParkingSources } from '../modules/parking/index.ts';
import {
  listAreasWithRules,
  listUnitsWithCatalogues,
  listUnitsWithForms,
} from '../modules/public-services/index.ts';
import { listUnitsWithAgendas, listUnitsWithMeasuresByField } from '../modules/strategy/index.ts';
import { demonstrationStaff } from './demonstration.ts';
import type { FrameSetting } from './frame.tsx';
import type { Platform } from './platform.ts';

/** Fields of action of the same names. */
const [ADMINISTRATION, MOBILITY] = ['administration', 'mobility'];

const inField =
  (field: string) =>
  <T extends { ars: string }>(facts: T[]): (T & { field: string })[] =>
    facts.map((fact) => ({ ...fact, field }));

/** Each module tells through its door which units do what; the picture knows none of their tables. */
const sourcesOf = ({ database, clock }: Platform): Parameters<typeof openCountry>[0]['sources'] => {
  const administration = inField(ADMINISTRATION);
  const mobility = inField(MOBILITY);
  return [
    { sign: 'offers', read: () => listTownsWithOffers(database) },
    { sign: 'sources', read: () => listUnitsWithOfferSources(database) },
    { sign: 'sources', read: async () => administration(await listUnitsWithCatalogues(database)) },
    { sign: 'sources', read: async () => mobility(await listUnitsWithParkingSources(database)) },
    {
      sign: 'services',
      read: async () => administration(await listAreasWithRules(database, berlinDay(clock()))),
    },
    { sign: 'forms', read: async () => administration(await listUnitsWithForms(database)) },
    { sign: 'parking', read: async () => mobility(await listTownsWithParking(database)) },
    { sign: 'entries', read: () => listUnitsWithEntries(database) },
    { sign: 'reuses', read: () => listUnitsWithReuses(database) },
    { sign: 'agenda', read: () => listUnitsWithAgendas(database) },
    { sign: 'measures', read: () => listUnitsWithMeasuresByField(database) },
  ];
};

const opened = new WeakMap<FrameSetting, Country>();

/** One count for the pages of both languages and the API. */
export const countryOf = (platform: Platform, setting: FrameSetting): Country => {
  const known = opened.get(setting);
  if (known) return known;
  const { places, config } = setting;
  // A group of offers and a field of action of one name are one field.
  const fields = new Map(Object.entries(groupLabels).map(([id, label]) => [id, { id, ...label }]));
  for (const field of nameFields()) fields.set(field.id, field);
  const country = openCountry({
    clock: platform.clock,
    places,
    sources: sourcesOf(platform),
    fields: [...fields.values()],
    invented: config.isDemonstration ? demonstrationStaff.map(({ key }) => key) : [],
  });
  opened.set(setting, country);
  return country;
};
