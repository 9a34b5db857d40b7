import { formatDate, formatNumber } from '../../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../../foundation/i18n/language.ts';
import { berlinDay, fromBerlin } from '../../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../../foundation/ui/Control.tsx';
import { fieldsOfAction } from '../../../library/contract.ts';
import { type CallMessages, type CallsView, callMessages, libraryMessages } from '../../../web/index.ts';
import { callStateOf } from '../call-state.ts';
import type { PublicCall } from '../call-store.ts';
import type { CallFacts, CallFaults, CallState } from '../contract.ts';

export const CALLS_AT = '/netzwerk/aufrufe';

const ORDER: CallState[] = ['open', 'ahead', 'unknown', 'closed'];
const SHOWN = ['giver', 'area', 'eligible', 'amount', 'field', 'words'] as const;

const dayText = (language: Language, day: string): string => formatDate(language, fromBerlin(day));

const cardOf = (language: Language, { id, facts, organisation, demonstration }: PublicCall) => {
  const t = callMessages(language);
  const library = libraryMessages(language);
  const text = (fact: (typeof SHOWN)[number]): string => {
    const value = facts[fact];
    if (value === undefined) return library.blank;
    return fact === 'field' ? (library.choices[value] ?? value) : value;
  };
  return {
    key: id,
    id: `a-${id}`,
    title: facts.title,
    tag: demonstration ? library.demonstration : undefined,
    days: [
      ...(facts.opens ? [t.from(dayText(language, facts.opens))] : []),
      ...(facts.closes ? [t.until(dayText(language, facts.closes))] : []),
    ],
    facts: SHOWN.map((fact) => ({ label: t.facts[fact], text: text(fact) })),
    source: {
      href: facts.sourceUrl,
      state: facts.sourceState ? t.sourceState(facts.sourceState) : t.noSourceState,
      keptBy: t.keptBy(organisation),
    },
  };
};

/** Open calls by their deadline; the others by title. */
export const presentCalls = (language: Language, calls: readonly PublicCall[], now: Date): CallsView => {
  const t = callMessages(language);
  const today = berlinDay(now);
  const groups = ORDER.map((state) => ({
    state,
    calls: calls
      .filter(({ facts }) => callStateOf(facts, today) === state)
      .toSorted((a, b) =>
        state === 'closed' ? 0 : (a.facts.closes ?? '').localeCompare(b.facts.closes ?? ''),
      ),
  })).filter((group) => group.calls.length > 0);
  return {
    groups: groups.map((group) => ({
      key: group.state,
      heading: t.states[group.state],
      note: t.notes[group.state],
      count: t.count(formatNumber(language, group.calls.length)),
      cards: group.calls.map((call) => cardOf(language, call)),
    })),
    calendar: localPath(language, `${CALLS_AT}.ics`),
    json: `${CALLS_AT}.json`,
  };
};

/** How the facts are called in the form, in its order. */
export const FORM: Record<keyof CallFacts, string> = {
  title: 'titel',
  giver: 'geber',
  area: 'gebiet',
  eligible: 'berechtigt',
  amount: 'hoehe',
  field: 'feld',
  opens: 'beginn',
  closes: 'frist',
  isSaidClosed: 'geschlossen',
  words: 'worte',
  sourceState: 'stand',
  sourceUrl: 'quelle',
};

const controlOf = (fact: keyof CallFacts): FieldView['control'] => {
  if (fact === 'field') return 'select';
  return fact === 'isSaidClosed' ? 'tick' : 'line';
};

export const callFields = (
  language: Language,
  t: CallMessages,
  values: Partial<Record<keyof CallFacts, string>>,
  faults: CallFaults = {},
): FieldView[] =>
  (Object.entries(FORM) as [keyof CallFacts, string][]).map(([fact, name]) => {
    const fault = faults[fact];
    return {
      name,
      control: controlOf(fact),
      label: t.facts[fact],
      hint: t.hints[fact],
      value: values[fact] ?? '',
      error: fault && t.faults[fault],
      isDay: fact === 'opens' || fact === 'closes',
      ...(fact === 'field' && {
        empty: t.desk.choose,
        choices: fieldsOfAction.map((one) => ({
          value: one,
          label: libraryMessages(language).choices[one] ?? one,
        })),
      }),
    };
  });

/** Stored facts as they stand in the form. */
export const valuesOf = ({
  isSaidClosed,
  ...facts
}: CallFacts): Partial<Record<keyof CallFacts, string>> => ({
  ...facts,
  ...(isSaidClosed && { isSaidClosed: 'ja' }),
});
