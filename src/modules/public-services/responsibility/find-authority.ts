import type { Context } from '../../../foundation/database/context.ts';
import type { LonLat } from '../../../foundation/geo/point.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import {
  displayName,
  kindLabel,
  type Municipality,
  type NameHit,
  type PlaceIndex,
} from '../../municipalities/index.ts';
import { type Decision, decideAuthority, type Unit } from './decide-authority.ts';
import { listRules, type ServiceKeys } from './rule-store.ts';
import type { Spot } from './town-part.ts';

/** Where somebody is, in whatever form it is known. */
export type Whereabouts = { point: LonLat } | { ars: string } | { postcode: string } | { text: string };

export type AuthorityQuestion = {
  service: ServiceKeys;
  place: Whereabouts;
  /** What is known beyond the place: answers to a question put back. */ spot?: Spot;
};

export type AuthorityAnswer =
  | (Decision & { municipality: { ars: string; name: string } })
  | { kind: 'ask-place'; candidates: NameHit[] }
  | { kind: 'unknown'; why: 'no-place' | 'outside' };

/** Which of the register's look-ups are needed. */
export type Register = Pick<
  PlaceIndex,
  'byPoint' | 'byPostcode' | 'resolvePlace' | 'chain' | 'get' | 'byAgs'
>;

const COUNTRY = '';
const MOST_HANDINGS = 4;

/**
 * One office with the reason, or a question, or an honest "not known".
 * @param context the register answers in the process; rules are read by one statement.
 */
export const findAuthority = async (
  { database, clock, places }: Pick<Context, 'database' | 'clock'> & { places: Register },
  { service, place, spot = {} }: AuthorityQuestion,
): Promise<AuthorityAnswer> => {
  const located = locate(place, places);
  if (located.kind !== 'here') return located;
  const chain = unitsOf(located.ars, places);
  const areas = [...chain.map(({ ars }) => ars), COUNTRY];
  const rules = await listRules(database, service, areas);
  for (let round = 0; round < MOST_HANDINGS; round += 1) {
    const further = rules
      .flatMap(({ actingArs }) => (actingArs === undefined ? [] : unitsOf(actingArs, places)))
      .map(({ ars }) => ars)
      .filter((ars, at, all) => !areas.includes(ars) && all.indexOf(ars) === at);
    if (further.length === 0) break;
    areas.push(...further);
    rules.push(...(await listRules(database, service, further)));
  }
  const decision = decideAuthority(rules, { ...located.spot, ...spot, chain }, berlinDay(clock()), (ars) =>
    unitsOf(ars, places),
  );
  return { ...decision, municipality: { ars: located.ars, name: chain[0]?.name ?? located.ars } };
};

/** Two units may share a name: people have to see that the association is meant, not its largest village. */
const nameOf = (unit: Municipality): string =>
  unit.level === 'association' ? `${kindLabel(unit.kind, 'de')} ${unit.name}` : displayName(unit);

export const unitsOf = (ars: string, places: Pick<PlaceIndex, 'chain'>): Unit[] =>
  places.chain(ars).map((unit) => ({ ars: unit.ars, level: unit.level, name: nameOf(unit) }));

type Located =
  | { kind: 'here'; ars: string; spot: Spot }
  | Extract<AuthorityAnswer, { kind: 'ask-place' } | { why: 'no-place' | 'outside' }>;

const NO_PLACE = { kind: 'unknown', why: 'no-place' } as const;

const locate = (place: Whereabouts, places: Register): Located => {
  if ('point' in place) {
    const answer = places.byPoint(place.point);
    if (answer.kind === 'outside') return { kind: 'unknown', why: 'outside' };
    return { kind: 'here', ars: answer.municipality.ars, spot: { point: place.point } };
  }
  if ('ars' in place) {
    // An old key still leads to whoever took over.
    const answer = places.byAgs(place.ars);
    if (answer.kind === 'unknown') return NO_PLACE;
    if (answer.kind === 'current') return { kind: 'here', ars: answer.municipality.ars, spot: {} };
    return answer.successors.length === 1
      ? { kind: 'here', ars: answer.successors[0].ars, spot: {} }
      : {
          kind: 'ask-place',
          candidates: answer.successors.map((unit) => ({
            municipality: unit,
            label: displayName(unit),
            hint: '',
            match: 'exact',
          })),
        };
  }
  return 'postcode' in place ? byText(place.postcode, places) : byText(place.text, places);
};

/** "Lindenweg 3, 80331 München": what follows the last comma is the place, what stands before it the street. */
const byText = (text: string, places: Register): Located => {
  const cut = text.lastIndexOf(',');
  const answer = places.resolvePlace(text.slice(cut + 1));
  if (answer.kind === 'ask') return { kind: 'ask-place', candidates: answer.candidates };
  if (answer.kind === 'none') return NO_PLACE;
  const postcode = /\b\d{5}\b/.exec(text.slice(cut + 1))?.[0];
  const [, street, houseNumber] =
    /^\s*(.*?)\s*(\d+\s?[a-z]?)?\s*$/i.exec(cut < 0 ? '' : text.slice(0, cut)) ?? [];
  return {
    kind: 'here',
    ars: answer.municipality.ars,
    spot: {
      ...(postcode !== undefined && { postcode }),
      ...(street && { street }),
      ...(houseNumber !== undefined && { houseNumber }),
    },
  };
};
