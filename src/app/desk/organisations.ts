import type { Organisation } from '../../modules/accounts/index.ts';
import {
  displayName,
  type Municipality,
  type PlaceIndex,
  slugOf,
} from '../../modules/municipalities/index.ts';

const organisationOf = (unit: Municipality): Organisation => ({
  ars: unit.ars,
  id: unit.ars,
  kind: unit.level,
  name: displayName(unit),
});

/** Units of the register, as organisations that somebody can act for. */
export const organisationsOf = (places: PlaceIndex) => ({
  /** By any official key, AGS or ARS. */
  find: (key: string): Organisation | undefined => {
    const answer = places.byAgs(key);
    const unit = places.get(key) ?? (answer.kind === 'current' ? answer.municipality : undefined);
    return unit && organisationOf(unit);
  },
  nameOf: (id: string): string => {
    const unit = places.get(id);
    return unit ? displayName(unit) : id;
  },
  /** Its public page. */
  townOf: (ars: string): { label: string; path: string } | undefined => {
    const unit = places.get(ars);
    return unit && { label: displayName(unit), path: `/ort/${slugOf(unit)}` };
  },
  /** Levels above that can take tasks over, the nearest first. */
  superiorsOf: ({ ars }: Organisation): Organisation[] =>
    places
      .chain(ars)
      .filter((unit) => unit.ars !== ars && unit.level !== 'state')
      .map(organisationOf),
});
