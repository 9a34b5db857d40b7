import { grouped } from './grouped.ts';
import { displayName, type Municipality } from './municipality.ts';
import { agsOfArs } from './municipality-key.ts';
import type { KeyAnswer } from './place-answers.ts';
import type { Succession } from './succession.ts';

/** Keys, parents and successions of all units. */
export type UnitTree = {
  /** A current unit by its ARS. */ get: (ars: string) => Municipality | undefined;
  byAgs: (key: string) => KeyAnswer;
  /** From the unit up to its state; an association of only one municipality is left out. */ chain: (
    ars: string,
  ) => Municipality[];
  children: (ars: string) => Municipality[];
  /** All municipalities in a unit of any level. */ municipalitiesOf: (ars: string) => Municipality[];
};

export const growTree = (units: Municipality[], successions: Succession[]): UnitTree => {
  const current = units.filter(({ validTo }) => validTo === null);
  const byArs = new Map(current.map((unit) => [unit.ars, unit]));
  const byAgs = new Map(current.flatMap((unit) => (unit.ags === null ? [] : [[unit.ags, unit] as const])));
  const byParent = grouped(current, ({ parentArs }) => parentArs);
  const bySuccession = grouped(successions, ({ oldAgs }) => oldAgs);
  const municipalities = current.filter(({ level }) => level === 'municipality');
  const get = (ars: string) => byArs.get(ars);
  return {
    get,
    children: (ars) => byParent.get(ars) ?? [],
    municipalitiesOf: (ars) => municipalities.filter((unit) => unit.ars.startsWith(ars)),
    chain: (ars) => {
      const chain: Municipality[] = [];
      for (let unit = get(ars); unit; unit = unit.parentArs === null ? undefined : get(unit.parentArs))
        if (unit.kind !== 'singleMunicipality' || unit.ars === ars) chain.push(unit);
      return chain;
    },
    byAgs: (key) => {
      // An ARS changes with the association; its AGS then still leads to the municipality.
      const ags = agsOfArs(key) ?? key;
      const unit = byArs.get(key) ?? byAgs.get(ags);
      if (unit) return { kind: 'current', municipality: unit };
      return succeeded(bySuccession.get(ags) ?? [], get);
    },
  };
};

const lists = { de: new Intl.ListFormat('de'), en: new Intl.ListFormat('en-GB') };
const longDate = { dateStyle: 'long', timeZone: 'UTC' } as const;
const dates = {
  de: new Intl.DateTimeFormat('de', longDate),
  en: new Intl.DateTimeFormat('en-GB', longDate),
};

const succeeded = (successions: Succession[], get: (ars: string) => Municipality | undefined): KeyAnswer => {
  const parts = successions.toSorted((a, b) => a.part - b.part);
  const [first, ...others] = parts.flatMap(({ ars }) => get(ars) ?? []);
  const [succession] = parts;
  if (!first || !succession) return { kind: 'unknown' };
  const { oldAgs, oldName, changedBy } = succession;
  const names = [first, ...others].map(displayName);
  const day = new Date(changedBy);
  return {
    kind: 'succeeded',
    successors: [first, ...others],
    succession: { oldName, changedBy },
    note: {
      de: `${oldName} (Schlüssel ${oldAgs}) gibt es so nicht mehr. Das Gebiet gehört spätestens seit ${dates.de.format(day)} zu: ${lists.de.format(names)}.`,
      en: `${oldName} (key ${oldAgs}) no longer exists as such. Since ${dates.en.format(day)} at the latest its area has belonged to: ${lists.en.format(names)}.`,
    },
  };
};
