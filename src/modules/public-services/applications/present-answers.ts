import { formatEuro, formatNumber } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import { askedOf } from '../forms/condition.ts';
import { dayInWords } from '../forms/date-in-words.ts';
import { feesOf } from '../forms/fees.ts';
import type { LayoutField, Value } from '../forms/form-definition.ts';
import type { AnswerGroup, ApplicationMessages } from '../web/index.ts';
import type { FileInfo, OpenedApplication } from './application.ts';

type Words = { language: Language; t: ApplicationMessages };

/** A value in words, as the summary, the desk and the letters show it. */
const valueText = (field: LayoutField, value: Value | undefined, words: Words): string => {
  const { language, t } = words;
  if (value === undefined) return t.summary.notAnswered;
  if (Array.isArray(value))
    return value
      .map((row) => (field.fields ?? []).map((inner) => valueText(inner, row[inner.name], words)).join(', '))
      .join('; ');
  if (typeof value === 'boolean') return value ? t.step.yes : t.step.no;
  if (typeof value === 'number') return formatNumber(language, value);
  if (field.kind === 'date') return dayInWords(language, value);
  if (field.kind === 'choice')
    return field.choices?.find((choice) => choice.value === value)?.label[language] ?? value;
  return field.kind === 'iban' ? value.replaceAll(/.{4}(?=.)/g, '$& ') : value;
};

/** The parts of the fee and their sum; no group where the form says nothing of a fee. */
const feeGroup = (
  { definition }: OpenedApplication['form'],
  answers: OpenedApplication['answers'],
  { language, t }: Words,
): AnswerGroup[] => {
  const due = feesOf(definition, answers);
  if (!due) return [];
  const { fees, totalCents } = due;
  const total = totalCents === 0 ? t.summary.free : t.summary.payLater(formatEuro(language, totalCents));
  const parts = fees.map(({ label, cents }) => ({
    label: label[language],
    value: formatEuro(language, cents),
  }));
  return [{ title: t.summary.fee, rows: [...parts, { label: t.summary.total, value: total }] }];
};

/** All that was asked and answered, page by page. @param change where a page is corrected; absent: nowhere. */
export const answerGroups = (
  { form, answers }: Pick<OpenedApplication, 'form' | 'answers'>,
  files: FileInfo[],
  words: Words,
  change?: (stepId: string) => string,
): AnswerGroup[] => [
  ...askedOf(form.definition, answers).steps.map(({ step, fields }) => ({
    title: step.title[words.language],
    change: change?.(step.id),
    rows: fields.map((field) => ({
      label: field.label[words.language],
      value:
        field.kind === 'upload'
          ? words.t.letter.files(String(files.filter((file) => file.field === field.name).length))
          : valueText(field, answers[field.name], words),
    })),
  })),
  ...feeGroup(form, answers, words),
];
