import { safeUrl } from '../../../foundation/text/link.ts';
import { oneLine, plainText } from '../../../foundation/text/plain-text.ts';
import { wordsOf } from '../../../foundation/text/search-text.ts';
import { isDay } from '../../../foundation/time/zone.ts';
import type { EntryKind, Part, PartFault, Parts } from './contract.ts';
import { isAnonymous, kindRules, partsOf } from './kind-rule.ts';
import { partForms } from './part-rule.ts';

export type PartFaults = Partial<Record<Part, PartFault>>;

/** A draft as it was typed: what is empty stays away, what is wrong is named, what the kind does not have is dropped. */
export const readParts = (
  kind: EntryKind,
  typed: Record<string, string>,
): { parts: Parts; faults: PartFaults } => {
  const parts: Parts = {};
  const faults: PartFaults = {};
  for (const part of partsOf(kind)) {
    const read = readPart(part, typed[part]);
    if (read === undefined) continue;
    if ('fault' in read) faults[part] = read.fault;
    // A wrong value is kept in the draft, so that it can be put right; it is never published.
    parts[part] = 'fault' in read ? read.typed : read.value;
  }
  const late = endsBeforeItStarts(parts);
  if (late) faults[late] ??= 'before-start';
  return { parts, faults };
};

/** The part that ends what has not begun. */
const endsBeforeItStarts = ({ starts, startsAt, ends, endsAt }: Parts): Part | undefined => {
  if (starts !== undefined && ends !== undefined && ends < starts) return 'ends';
  const isOneDay = ends === undefined || ends === starts;
  return isOneDay && startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt
    ? 'endsAt'
    : undefined;
};

type Read = { value: string } | { fault: PartFault; typed: string } | undefined;

const readPart = (part: Part, typed: string | undefined): Read => {
  const form = partForms[part];
  const isLong = form.form === 'text';
  const written = isLong ? plainText(typed, 2 * form.longest) : oneLine(typed, 1000);
  if (written === undefined) return undefined;
  const wrong = (fault: PartFault) => ({ fault, typed: written });
  if (form.form === 'line' || form.form === 'text')
    return written.length > form.longest ? wrong('too-long') : { value: written };
  if (form.form === 'choice') return form.choices.includes(written) ? { value: written } : wrong('no-choice');
  if (form.form === 'number') {
    // "12.500 €" is what people write; a comma would begin cents, which nobody needs here.
    const digits = written.replace(/\s*€$/, '').replace(/(?<=\d)[.\s](?=\d{3}(\D|$))/g, '');
    return /^\d{1,10}$/.test(digits) && Number(digits) <= form.most
      ? { value: String(Number(digits)) }
      : wrong('no-number');
  }
  if (form.form === 'link') {
    const url = safeUrl(written);
    return url?.startsWith('http') ? { value: url } : wrong('no-link');
  }
  if (form.form === 'year') return /^(19|20)\d{2}$/.test(written) ? { value: written } : wrong('no-year');
  if (form.form === 'time')
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(written) ? { value: written } : wrong('no-time');
  if (form.form === 'day') return isDay(written) ? { value: written } : wrong('no-day');
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(written) ? { value: written } : wrong('no-month');
};

/** What stands between a draft and everybody: required parts that are blank, wrong ones, and a name that tells the origin. */
export const faultsBeforePublishing = (
  kind: EntryKind,
  draft: Parts,
  originNames: readonly string[],
): PartFaults => {
  const { parts, faults } = readParts(kind, draft as Record<string, string>);
  const all: PartFaults = { ...faults };
  for (const part of kindRules[kind].required) if (parts[part] === undefined) all[part] = 'missing';
  if (isAnonymous(kind))
    for (const [part, value] of Object.entries(parts) as [Part, string][])
      if (namesOrigin(value, originNames)) all[part] = 'names-origin';
  return all;
};

/** Whether a text names the town: all words of a name in a row, as they stand or with an ending (»Leezener«). */
export const namesOrigin = (text: string, names: readonly string[]): boolean => {
  const said = wordsOf(text);
  return names.some((name) => {
    const words = wordsOf(name);
    return (
      words.length > 0 &&
      said.some((_, from) => words.every((word, at) => isName(said[from + at] ?? '', word)))
    );
  });
};

const SHORT_NAME = 4;
/** »Au« is no reason to refuse »auch«. */
const isName = (said: string, name: string): boolean =>
  name.length <= SHORT_NAME ? said === name : said.startsWith(name);
