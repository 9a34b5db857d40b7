import { formatDate, formatNumber } from '../../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../../foundation/i18n/language.ts';
import { type EntryKind, fieldsOfAction, kinds, type Part } from '../../../library/contract.ts';
import { partsOf } from '../../../library/kind-rule.ts';
import { cardOf, entryPath, type Words } from '../../../library/pages/present-entry.ts';
import type { PublicEntry } from '../../../library/public-store.ts';
import {
  type AskView,
  libraryMessages,
  type ReviewMessages,
  type ReviewView,
  reviewMessages,
} from '../../../web/index.ts';
import type { AskRefusal } from '../ask-for-completion.ts';
import { type Weakness, weaknesses } from '../contract.ts';
import type { AskedRequest } from '../request-store.ts';
import { thinnessOf } from '../thin-entry.ts';

export type ReviewChoice = {
  weakness: Weakness | undefined;
  kind: EntryKind | undefined;
  field: string | undefined;
  page: number;
};

const among = <T extends string>(list: readonly T[], text: string | undefined): T | undefined =>
  list.find((one) => one === text);

export const readChoice = (query: Record<string, string>): ReviewChoice => ({
  weakness: among(weaknesses, query.fehlt),
  kind: among(kinds, query.art),
  field: among(fieldsOfAction, query.feld),
  page: Math.max(1, Number(/^\d{1,4}$/.exec(query.seite ?? '')?.[0] ?? 1)),
});

const inAddress = ({ weakness, kind, field }: ReviewChoice): Record<string, string> => ({
  ...(weakness && { fehlt: weakness }),
  ...(kind && { art: kind }),
  ...(field && { feld: field }),
});

const PER_PAGE = 25;

type Around = {
  now: Date;
  asked: ReadonlySet<string>;
  requests: readonly AskedRequest[];
  /** An address of the desk. */ at: (path: string) => string;
};

const wordsFor = (language: Language): Words & { r: ReviewMessages } => ({
  language,
  t: libraryMessages(language),
  r: reviewMessages(language),
});

const namesOf = ({ t }: Words, parts: readonly Part[]): string =>
  parts.map((part) => t.parts[part]).join(', ');

const filtersOf = ({ t, r }: ReturnType<typeof wordsFor>, choice: ReviewChoice): ReviewView['filters'] => {
  const select = (
    name: string,
    label: string,
    empty: string,
    value: string | undefined,
    choices: [string, string][],
  ) => ({
    name,
    control: 'select' as const,
    label,
    empty,
    value: value ?? '',
    choices: choices.map(([one, said]) => ({ value: one, label: said })),
  });
  return [
    select(
      'fehlt',
      r.filter,
      r.anyWeakness,
      choice.weakness,
      weaknesses.map((one) => [one, r.weaknesses[one]]),
    ),
    select(
      'art',
      r.kind,
      r.anyKind,
      choice.kind,
      kinds.map((one) => [one, t.kinds[one]]),
    ),
    select(
      'feld',
      r.field,
      r.anyField,
      choice.field,
      fieldsOfAction.map((one) => [one, t.choices[one] ?? one]),
    ),
  ];
};

const requestsOf = (
  words: ReturnType<typeof wordsFor>,
  entries: ReadonlyMap<string, PublicEntry>,
  requests: readonly AskedRequest[],
): ReviewView['requests'] => {
  const { language, t, r } = words;
  return requests.map((request) => {
    const entry = entries.get(request.entry_id);
    const day = formatDate(language, request.answered_at ?? request.asked_at);
    const blank = request.parts.filter((part) => entry?.parts[part] === undefined);
    return {
      key: request.id,
      title: entry?.parts.title ?? r.gone,
      href: entry && localPath(language, entryPath(entry.id)),
      lines: [
        r.askedOn(namesOf(words, request.parts), formatDate(language, request.asked_at)),
        r.quoted(request.sentence),
        ...(request.answered_at === null ? [r.waits] : []),
        ...(request.version === null ? [] : [r.answeredBy(request.version, day)]),
        ...(request.version !== null && entry && blank.length > 0
          ? [r.stillBlank(blank.map((part) => t.parts[part]).join(', '))]
          : []),
        ...(request.reason === null ? [] : [r.declined(request.reason, day)]),
      ],
    };
  });
};

export const presentReview = (
  language: Language,
  entries: readonly PublicEntry[],
  choice: ReviewChoice,
  { now, asked, requests, at }: Around,
): ReviewView => {
  const words = wordsFor(language);
  const { t, r } = words;
  const within = entries.filter(
    ({ kind, parts }) =>
      (choice.kind === undefined || choice.kind === kind) &&
      (choice.field === undefined || choice.field === parts.field),
  );
  const thin = within
    .map((entry) => ({ entry, ...thinnessOf(entry, now) }))
    .filter(({ weak }) => (choice.weakness === undefined ? weak.length > 0 : weak.includes(choice.weakness)))
    .toSorted((a, b) => b.weak.length - a.weak.length || b.blanks.length - a.blanks.length);
  const last = Math.max(1, Math.ceil(thin.length / PER_PAGE));
  const page = Math.min(choice.page, last);
  const to = (number: number) =>
    number < 1 || number > last
      ? undefined
      : `${at('')}?${new URLSearchParams({ ...inAddress(choice), seite: String(number) })}`;
  return {
    action: at(''),
    filters: filtersOf(words, choice),
    count: r.count(formatNumber(language, thin.length), formatNumber(language, within.length)),
    cards: thin.slice((page - 1) * PER_PAGE, page * PER_PAGE).map(({ entry, weak, blanks }) => ({
      ...cardOf(words, entry, now),
      badges: [
        ...weak.map((one) => r.weaknesses[one]),
        ...(asked.has(entry.id) ? [r.asked] : []),
        ...(entry.demonstration ? [t.demonstration] : []),
      ],
      blanks: blanks.length > 0 ? r.blanks(namesOf(words, blanks)) : undefined,
      ask: at(`/eintrag/${entry.id}`),
    })),
    pages:
      last === 1
        ? undefined
        : {
            position: `${page} / ${last}`,
            previous: to(page - 1),
            next: to(page + 1),
            labels: [t.search.previous, t.search.next],
          },
    requests: requestsOf(words, new Map(entries.map((entry) => [entry.id, entry])), requests),
  };
};

export const TICK = 'angabe-';

type Asked = { isSent: boolean; isAsked: boolean; refusal?: AskRefusal; typed?: Record<string, string> };

export const presentAsk = (
  language: Language,
  entry: PublicEntry,
  { isSent, isAsked, refusal, typed = {} }: Asked,
  { now, at }: Pick<Around, 'now' | 'at'>,
): AskView => {
  const words = wordsFor(language);
  const { t, r } = words;
  const card = cardOf(words, entry, now);
  const { weak, blanks } = thinnessOf(entry, now);
  // What is blank can be asked for first; what is there may still be thin.
  const parts = [...blanks, ...partsOf(entry.kind).filter((part) => !blanks.includes(part))];
  return {
    title: card.title,
    facts: `${card.kind} · ${card.origin}`,
    look: card.href,
    badges: weak.map((one) => r.weaknesses[one]),
    isSent,
    isAsked,
    refusal: refusal && r.refusals[refusal],
    action: at(`/eintrag/${entry.id}`),
    parts: parts.map((part) => ({
      name: TICK + part,
      control: 'tick',
      label: blanks.includes(part) ? `${t.parts[part]} (${t.blank})` : t.parts[part],
      value: typed[TICK + part] ?? '',
    })),
    sentence: {
      name: 'satz',
      control: 'area',
      label: r.sentence,
      hint: r.sentenceHint,
      value: typed.satz ?? '',
    },
  };
};
