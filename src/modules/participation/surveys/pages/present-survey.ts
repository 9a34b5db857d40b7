import { formatDate, formatNumber } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import { fromBerlin } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import type { ParticipationMessages, TallyView } from '../../web/index.ts';
import { type Question, SCALE, type Survey, type Tally } from '../survey.ts';

type Words = { language: Language; t: ParticipationMessages };

/** Where a survey is answered; without the language. */
export const surveyPath = (id: string): string => `/mitmachen/umfragen/${id}`;

export const stateText = ({ language, t: { surveys: t } }: Words, survey: Survey, today: string): string => {
  if (survey.publishedAt === null) return t.draft;
  const day = formatDate(language, fromBerlin(survey.closesOn));
  return today <= survey.closesOn ? t.openUntil(day) : t.closedOn(day);
};

export const questionFields = (
  { t: { surveys: t } }: Words,
  questions: readonly Question[],
  typed: Readonly<Record<string, string>>,
): FieldView[] =>
  questions.map((question, at) => {
    const field = { name: `frage-${at}`, label: question.text, value: typed[`frage-${at}`] ?? '' };
    if (question.kind === 'text') return { ...field, control: 'area' };
    const choices =
      question.kind === 'scale'
        ? SCALE.map((value) => ({ value: String(value), label: t.scale[value] }))
        : question.choices.map((value) => ({ value, label: value }));
    return { ...field, control: 'radios', choices };
  });

export const tallyView = (
  { language, t: { surveys: t } }: Words,
  tallies: readonly Tally[],
  hasTexts: boolean,
): TallyView[] =>
  tallies.map(({ question, answered, counts, texts }) => ({
    title: question.text,
    note: t.answered(formatNumber(language, answered)),
    rows: counts.map(([text, count]) => ({
      key: text,
      cells: [
        question.kind === 'scale' ? t.scale[Number(text) as (typeof SCALE)[number]] : text,
        formatNumber(language, count),
        answered === 0 ? '–' : `${formatNumber(language, Math.round((100 * count) / answered))} %`,
      ],
    })),
    texts: hasTexts ? texts : [],
    isText: question.kind === 'text',
  }));

export const aboutHref = (language: Language, { about }: Survey): string | undefined =>
  about === '' ? undefined : localPath(language, about);
