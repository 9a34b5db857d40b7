import { displayName, type Municipality, officialName } from './municipality.ts';
import { isUnincorporated } from './municipality-kind.ts';
import { foldName } from './municipality-name.ts';
import type { NameIndex } from './name-index.ts';
import type { KeyAnswer, NameHit, NameMatch, PlaceAnswer, PostcodeAnswer } from './place-answers.ts';

type LookUps = {
  byAgs: (key: string) => KeyAnswer;
  byPostcode: (postcode: string) => PostcodeAnswer;
  names: NameIndex;
  hit: (municipality: Municipality, match: NameMatch) => NameHit;
  chain: (ars: string) => Municipality[];
};

const MOST_CANDIDATES = 20;

/** A name, "Münster (Hessen)", a postcode with or without a name, an AGS or an ARS. */
export const resolveText = (text: string, lookUps: LookUps): PlaceAnswer => {
  const typed = text.trim();
  if (/^\d{5}$/.test(typed)) return fromPostcode(lookUps.byPostcode(typed));
  if (/^(\d{8}|\d{12})$/.test(typed)) return fromKey(lookUps.byAgs(typed), lookUps);
  const [, postcode, town] = /^(\d{5})\s+(\D.*)$/.exec(typed) ?? [];
  if (postcode && town) return inPostcode(postcode, town, lookUps);
  return foldName(typed) === '' ? { kind: 'none' } : fromName(typed, lookUps);
};

const fromPostcode = (answer: PostcodeAnswer): PlaceAnswer => {
  return answer.kind === 'one' ? { kind: 'one', municipality: answer.municipality } : answer;
};

const fromKey = (answer: KeyAnswer, { hit }: LookUps): PlaceAnswer => {
  if (answer.kind === 'unknown') return { kind: 'none' };
  if (answer.kind === 'current') return { kind: 'one', municipality: answer.municipality };
  const { successors, succession, note } = answer;
  if (successors.length === 1) return { kind: 'one', municipality: successors[0], succession, note };
  return { kind: 'ask', candidates: successors.map((unit) => hit(unit, 'exact')), note };
};

/** "48143 Münster": what both agree on; where they do not, the name counts. */
const inPostcode = (postcode: string, town: string, lookUps: LookUps): PlaceAnswer => {
  const answer = lookUps.byPostcode(postcode);
  const there = new Set(
    answer.kind === 'one'
      ? [answer.municipality]
      : answer.kind === 'ask'
        ? answer.candidates.map(({ municipality }) => municipality)
        : [],
  );
  const both = lookUps.names
    .search(town, Number.POSITIVE_INFINITY)
    .filter(({ municipality }) => there.has(municipality));
  const exact = both.filter(({ match }) => match === 'exact');
  return decide(exact.length > 0 ? exact : both, lookUps) ?? fromName(town, lookUps);
};

const fromName = (text: string, lookUps: LookUps): PlaceAnswer => {
  const { whole, base } = lookUps.names.named(text);
  const namesakes = asWritten(text, inhabitedFirst([...new Set([...whole, ...base])]));
  const [only] = namesakes;
  // "Freiburg" is the base of "Freiburg (Elbe)" only, yet most people mean "Freiburg im Breisgau": that is asked.
  if (only && namesakes.length === 1 && whole.includes(only)) return { kind: 'one', municipality: only };
  const hits = lookUps.names.search(text, MOST_CANDIDATES);
  if (whole.length > 0) return ask(namesakes, lookUps);
  const qualified = fromQualifier(text, lookUps);
  if (qualified) return qualified;
  return (
    decide(largestFirst(beginWith(text, hits)), lookUps) ?? decide(hits, lookUps, 'ask') ?? { kind: 'none' }
  );
};

const inhabitedFirst = (units: Municipality[]): Municipality[] => {
  const inhabited = units.filter(({ kind }) => !isUnincorporated(kind));
  return inhabited.length > 0 ? inhabited : units;
};

/** Who types "Münster" does not mean Munster; who types "Munster" may mean both. */
const asWritten = (text: string, units: Municipality[]): Municipality[] => {
  const typed = text.trim().toLowerCase();
  const same = units.filter((unit) => officialName(unit).toLowerCase().startsWith(typed));
  return /[äöüß]/.test(typed) && same.length > 0 ? same : units;
};

/** Names of which the text is the first whole word or words, or that are the text with words abbreviated. */
const beginWith = <Hit extends { municipality: Municipality; match: NameMatch }>(
  text: string,
  hits: Hit[],
): Hit[] => {
  const folded = foldName(text);
  const words = folded.split(' ').length;
  return hits.filter(({ municipality: { name, kind }, match }) => {
    const other = foldName(name);
    const isAbbreviated = match === 'word' && words > 1 && other.split(' ').length === words;
    return (
      match !== 'similar' &&
      !isUnincorporated(kind) &&
      (`${other} `.startsWith(`${folded} `) || isAbbreviated)
    );
  });
};

/** "Neuenkirchen, Landkreis Osnabrück" and "Münster (Bayern)": the part behind tells namesakes apart. */
const fromQualifier = (text: string, lookUps: LookUps): PlaceAnswer | undefined => {
  const [, name, rest] = /^([^,(]+)[,(]\s*([^)]+)\)?\s*$/.exec(text) ?? [];
  if (!name || !rest) return undefined;
  const { whole, base } = lookUps.names.named(name);
  const namesakes = asWritten(name, inhabitedFirst([...new Set([...whole, ...base])]));
  const qualifier = foldName(rest);
  const fitting = namesakes.filter((unit) => {
    const [, ...above] = lookUps.chain(unit.ars);
    const words = [unit.suffix ?? '', ...above.flatMap((one) => [one.name, displayName(one)])].map(foldName);
    return words.some((word) => word === qualifier || ` ${word} `.includes(` ${qualifier} `));
  });
  if (fitting.length === 1 && fitting[0]) return { kind: 'one', municipality: fitting[0] };
  return fitting.length > 1 ? ask(fitting, lookUps) : undefined;
};

const largestFirst = <Hit extends { municipality: Municipality }>(hits: Hit[]): Hit[] =>
  hits.toSorted((a, b) => (b.municipality.population ?? 0) - (a.municipality.population ?? 0));

const ask = (units: Municipality[], { hit }: LookUps): PlaceAnswer => ({
  kind: 'ask',
  candidates: largestFirst(units.map((municipality) => ({ municipality }))).map(({ municipality }) =>
    hit(municipality, 'exact'),
  ),
});

const decide = (
  hits: { municipality: Municipality; match: NameMatch }[],
  { hit }: LookUps,
  single: 'one' | 'ask' = 'one',
): PlaceAnswer | undefined => {
  const [first] = hits;
  if (!first) return undefined;
  if (hits.length === 1 && single === 'one') return { kind: 'one', municipality: first.municipality };
  return { kind: 'ask', candidates: hits.map(({ municipality, match }) => hit(municipality, match)) };
};
