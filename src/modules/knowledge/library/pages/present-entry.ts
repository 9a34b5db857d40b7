import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import { fromBerlin } from '../../../../foundation/time/zone.ts';
import { displayName, type PlaceIndex, slugOf } from '../../../municipalities/index.ts';
import { isPlannable } from '../../reuse/draft-measure.ts';
import type { EntryCard, EntryView, LibraryMessages } from '../../web/index.ts';
import { ageOf, evidenceOf } from '../badge.ts';
import type { Part } from '../contract.ts';
import { isAnonymous, partsOf } from '../kind-rule.ts';
import { partForms } from '../part-rule.ts';
import type { PublicEntry } from '../public-store.ts';

export type Words = { language: Language; t: LibraryMessages };

/** What the heading and the summary say already. */
const SHOWN_ABOVE: readonly Part[] = ['title', 'summary'];
const EUROS: readonly Part[] = ['costOnce', 'costYearly'];

/** A value as people read it. */
const valueText = ({ language, t }: Words, part: Part, value: string): string => {
  const { form } = partForms[part];
  if (form === 'choice') return t.choices[value] ?? value;
  if (form === 'day') return formatDate(language, fromBerlin(value));
  if (form === 'month') return value.split('-').reverse().join('/');
  if (form !== 'number') return value;
  const count = formatNumber(language, Number(value));
  return EUROS.includes(part) ? t.euros(count) : t.months(count);
};

const badgesOf = ({ language, t }: Words, entry: PublicEntry, now: Date): string[] => {
  const { kind, parts, confirmed_at } = entry;
  const age = ageOf({ kind, parts, lastSign: confirmed_at }, now);
  return [
    ...(kind === 'caseStudy' ? [t.badge.evidence(t.evidence[evidenceOf(parts)])] : []),
    t.badge.age[age](formatDate(language, confirmed_at)),
    ...(entry.reuses > 0 ? [t.badge.reuses(entry.reuses)] : []),
    ...(entry.demonstration ? [t.demonstration] : []),
  ];
};

const originOf = ({ t }: Words, { kind, organisation }: PublicEntry): string =>
  isAnonymous(kind) || organisation === null ? t.anonymousOrigin : organisation;

export const entryPath = (id: string, version?: number): string =>
  `/netzwerk/eintrag/${id}${version === undefined ? '' : `/${version}`}`;

type Around = {
  places: PlaceIndex;
  now: Date;
  /** Absent in a preview. */ published?: {
    origin: string;
    versions: number[];
    reuses: EntryView['reuses'];
    living: EntryView['living'];
    effects: EntryView['effects'];
  };
};

const placeOf = (language: Language, places: PlaceIndex, ars: string | null): EntryView['place'] => {
  const unit = ars === null ? undefined : places.get(ars);
  return unit && { label: displayName(unit), href: localPath(language, `/ort/${slugOf(unit)}`) };
};

export const presentEntry = (words: Words, entry: PublicEntry, around: Around): EntryView => {
  const { language, t } = words;
  const { id, kind, version, parts } = entry;
  const title = parts.title ?? t.desk.untitled;
  const at = (number?: number) => localPath(language, entryPath(id, number));
  const [newest = version, ...others] = around.published?.versions ?? [];
  const day = formatDate(language, entry.published_at);
  const address = `${around.published?.origin ?? ''}${at(version)}`;
  return {
    kind: t.kinds[kind],
    title,
    origin: originOf(words, entry),
    place: placeOf(language, around.places, entry.ars),
    badges: badgesOf(words, entry, around.now),
    isOld: ageOf({ kind, parts, lastSign: entry.confirmed_at }, around.now) === 'old',
    isDemonstration: entry.demonstration,
    summary: parts.summary ?? '',
    parts: partsOf(kind)
      .filter((part) => !SHOWN_ABOVE.includes(part))
      .map((part) => {
        const value = parts[part];
        return {
          label: t.parts[part],
          text: value === undefined ? undefined : valueText(words, part, value),
          href: partForms[part].form === 'link' && value?.startsWith('http') ? value : undefined,
        };
      }),
    source: entry.source === null ? undefined : t.source(entry.source),
    citation: around.published && t.citation(originOf(words, entry), title, version, day, address),
    versions: [newest, ...others].map((number) => ({
      label: t.version(number),
      href: number === version ? undefined : at(number),
    })),
    plan: around.published && isPlannable(kind) ? `${at()}/planen` : undefined,
    reuses: around.published?.reuses ?? [],
    living: around.published?.living,
    effects: around.published?.effects ?? [],
    older: version < newest ? { text: t.olderVersion(version), href: at() } : undefined,
  };
};

const LONGEST_SUMMARY = 240;

export const cardOf = (words: Words, entry: PublicEntry, now: Date): EntryCard => {
  const { summary = '', title = words.t.desk.untitled } = entry.parts;
  return {
    key: entry.id,
    href: localPath(words.language, entryPath(entry.id)),
    title,
    kind: words.t.kinds[entry.kind],
    origin: originOf(words, entry),
    summary: summary.length > LONGEST_SUMMARY ? `${summary.slice(0, LONGEST_SUMMARY).trimEnd()} …` : summary,
    badges: badgesOf(words, entry, now),
  };
};
