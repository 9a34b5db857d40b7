import { formatDate, formatDistance } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import type { StoredAuthority } from '../catalogue/catalogue-store.ts';
import type { Reason } from '../responsibility/decide-authority.ts';
import type { AuthorityAnswer } from '../responsibility/find-authority.ts';
import type { Rule } from '../responsibility/responsibility.ts';
import { type AnswerView, type ServiceMessages, serviceMessages } from '../web/index.ts';
import { officeView, type Words } from './present-office.ts';

/** Why this office, one sentence for each step of the decision. */
export const reasonWords = (reason: Reason, language: Language): string[] => {
  const t = serviceMessages(language);
  const { unit, part, nearestOf, isContactOnly, actingFor } = reason;
  const [from] = actingFor;
  return [
    ...(from && unit ? [t.reason.acting(from.name, unit.name)] : []),
    unit ? t.reason[unit.level](unit.name) : t.reason.country,
    ...(part === undefined ? [] : [part === '' ? t.reason.partUnnamed : t.reason.part(part)]),
    ...(nearestOf ? [t.reason.nearest(nearestOf.offices, formatDistance(language, nearestOf.metres))] : []),
    ...(isContactOnly ? [t.reason.contact] : []),
  ];
};

const ageWords = ({ readAt, source }: Pick<Rule, 'readAt' | 'source'>, language: Language): string =>
  serviceMessages(language).reason.age(formatDate(language, readAt), source.attribution);

export const unknownWords = (
  answer: Pick<Extract<AuthorityAnswer, { kind: 'unknown' }>, 'why'>,
  t: ServiceMessages,
): string => t.unknown[answer.why];

const FIELDS = {
  street: ['strasse', 'hausnummer'],
  houseNumber: ['strasse', 'hausnummer'],
  postcode: ['plz'],
} as const;

type Asked = { path: string; values: Record<string, string> };

export const answerView = (
  answer: AuthorityAnswer,
  offices: readonly StoredAuthority[],
  { path, values }: Asked,
  words: Words,
): AnswerView => {
  const { t, language, here } = words;
  const hidden = Object.entries(here?.parameters ?? {});
  if (answer.kind === 'unknown') return { kind: 'unknown', reason: unknownWords(answer, t) };
  if (answer.kind === 'ask-place')
    return {
      kind: 'ask',
      question: t.ask.municipality,
      choices: answer.candidates.map(({ municipality, label, hint }) => ({
        href: withPlace(undefined, path, { ort: municipality.ags ?? municipality.ars }),
        label,
        note: hint,
      })),
    };
  if (answer.kind === 'one') {
    const office = offices.find(({ id }) => id === answer.rule.authority.id);
    if (!office) return { kind: 'unknown', reason: t.unknown['no-rule'] };
    return {
      kind: 'one',
      office: officeView(office, words),
      reasons: reasonWords(answer.reason, language),
      age: ageWords(answer.rule, language),
      isDemonstration: answer.rule.source.demonstration,
    };
  }
  const choices = answer.choices.map(({ authority }) => {
    const office = offices.find(({ id }) => id === authority.id);
    return {
      href: withPlace(here, localPath(language, `/amt/${authority.id}`)),
      label: authority.name,
      note: office && officeView(office, words).address.join(', '),
    };
  });
  const field =
    answer.by === 'office' || answer.by === 'point'
      ? undefined
      : { names: [...FIELDS[answer.by]], action: path, hidden, values };
  return { kind: 'ask', question: t.ask[answer.by], choices, ...(field && { field }) };
};
