import type { Context } from '../../../foundation/database/context.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import { displayName, isUnincorporated, type PlaceIndex, stateOf } from '../../municipalities/index.ts';
import { type SignName, type SizeClass, signNames, sizeClasses } from './contract.ts';
import { countTowns, type Figures, type Town } from './count-towns.ts';
import { countsFor, type Fact, gather, type Known, type Told } from './known.ts';
import { sizeClassOf } from './size-class.ts';

/** A module's answer by one sign; several modules may tell of the same sign. */
export type SignSource = { sign: SignName; read: () => Promise<readonly Fact[]> };

export type Field = { id: string } & Message;

export type CountrySetting = Pick<Context, 'clock'> & {
  places: PlaceIndex;
  sources: readonly SignSource[];
  fields: readonly Field[];
  /** Units whose desks are invented to demonstrate: whatever they do is not counted. */
  invented: readonly string[];
};

/** The whole count of one moment. */
export type Picture = {
  countedAt: Date;
  towns: readonly Town[];
  known: Known;
  /** The signs that somebody tells of here. */ signs: readonly SignName[];
  /** Municipalities left out because their desks are invented. */ invented: readonly Town[];
  total: Figures;
  states: readonly { state: string; name: string; figures: Figures }[];
  sizes: readonly { size: SizeClass; figures: Figures }[];
  fields: readonly { field: Field; figures: Figures }[];
};

export type Country = { places: PlaceIndex; fields: readonly Field[]; read: () => Promise<Picture> };

/** After that the house counts anew: all modules are asked at most six times an hour. */
const FRESH_MS = 10 * 60_000;
/** So old a count is still shown, with its time, while a new one is made: nobody waits for it. */
const SHOWN_MS = 24 * 60 * 60_000;

/** One count for all pages and machines, made when somebody asks. */
export const openCountry = (setting: CountrySetting): Country => {
  const { places, clock, fields } = setting;
  let towns: Town[] | undefined;
  let kept: Picture | undefined;
  let making: Promise<Picture> | undefined;
  const make = async (): Promise<Picture> => {
    try {
      towns ??= townsOf(places);
      kept = await count(setting, towns);
      return kept;
    } finally {
      making = undefined;
    }
  };
  return {
    places,
    fields,
    read: async () => {
      const age = kept ? clock().getTime() - kept.countedAt.getTime() : Number.POSITIVE_INFINITY;
      if (kept && age < FRESH_MS) return kept;
      making ??= make();
      if (!kept || age >= SHOWN_MS) return making;
      // What fails is tried again by the next who asks, and told once no count can be shown any more.
      making.catch(() => undefined);
      return kept;
    },
  };
};

const byName = new Intl.Collator('de');

const townsOf = (places: PlaceIndex): Town[] =>
  places.municipalities
    .filter(({ kind }) => !isUnincorporated(kind))
    .map((unit) => ({
      ars: unit.ars,
      ags: unit.ags,
      name: displayName(unit),
      state: unit.ars.slice(0, 2),
      population: unit.population,
      size: sizeClassOf(unit.population),
    }))
    .sort((a, b) => byName.compare(a.name, b.name) || byName.compare(a.ars, b.ars));

const count = async (setting: CountrySetting, towns: Town[]): Promise<Picture> => {
  const { sources, fields, clock, invented } = setting;
  const countedAt = clock();
  const told: Told[] = await Promise.all(
    sources.map(async ({ sign, read }) => ({ sign, facts: await read() })),
  );
  const members = Map.groupBy(towns, ({ ars }) => ars.slice(0, 9));
  const current = new Set(towns.map(({ ars }) => ars));
  const membersOf = (key: string) => (members.get(key) ?? []).map(({ ars }) => ars);
  const leftOut = new Set(invented.flatMap((key) => countsFor(key, membersOf)));
  const known = gather(told, (key) =>
    countsFor(key, membersOf).filter((ars) => current.has(ars) && !leftOut.has(ars)),
  );
  return {
    countedAt,
    towns,
    known,
    signs: signNames.filter((sign) => sources.some((source) => source.sign === sign)),
    invented: towns.filter(({ ars }) => leftOut.has(ars)),
    total: countTowns(towns, known),
    states: [...Map.groupBy(towns, ({ state }) => state)]
      .map(([state, own]) => ({ state, name: stateOf(state), figures: countTowns(own, known) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'de')),
    sizes: sizeClasses.flatMap((size) => {
      const own = towns.filter((town) => town.size === size);
      return own.length > 0 ? [{ size, figures: countTowns(own, known) }] : [];
    }),
    fields: fields.map((field) => ({ field, figures: countTowns(towns, known, field.id) })),
  };
};
