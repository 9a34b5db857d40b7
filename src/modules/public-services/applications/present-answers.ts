import { formatDate, formatEuro, formatNumber, formatTime } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import { askedOf } from '../forms/condition.ts';
import { dayInWords } from '../forms/date-in-words.ts';
import { feesOf } from '../forms/fees.ts';
import type { LayoutField, Value } from '../forms/form-definition.ts';
import { actsFor } from '../forms/representation.ts';
import type { AnswerGroup, ApplicationMessages } from '../web/index.ts';
import type { Application, FileInfo, OpenedApplication } from './application.ts';
import { contentsHash, type Signature, secondSignerOf } from './signing/signing.ts';

type Words = { language: Language; t: ApplicationMessages };
/** A form that is only tried out belongs to no application. */
type Answered = Omit<OpenedApplication, 'application'> & { application?: Application };

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

/** In whose name, and who vouches for it; no group where somebody acts for themself. */
const representationGroup = ({ answers, signing }: Answered, { t: { sign } }: Words): AnswerGroup[] => {
  if (!actsFor(answers)) return [];
  const { member } = signing ?? {};
  const value = member ? sign.member(member.name, member.town) : sign.ownStatement;
  return [{ title: sign.representation, rows: [{ label: sign.proof, value }] }];
};

/** Who signed when, and whether what they signed is what stands there now. */
const signatureGroup = (
  { application, form, answers, signing }: Answered,
  files: FileInfo[],
  { language, t: { sign } }: Words,
): AnswerGroup[] => {
  const { first, second } = signing ?? {};
  if (!application || !first) return [];
  const text = ({ name, at }: Signature) => {
    const then = new Date(at);
    return sign.by(name, `${formatDate(language, then)}, ${formatTime(language, then)}`);
  };
  const who = secondSignerOf(form.definition, answers)?.label[language] ?? '';
  const isChanged = contentsHash(application, answers, files) !== first.contents;
  return [
    {
      title: sign.signatures,
      rows: [
        { label: sign.first, value: text(first) },
        { label: sign.second(who), value: second ? text(second) : sign.stillOpen },
        ...(isChanged ? [{ label: sign.changedLabel, value: sign.changed }] : []),
      ],
    },
  ];
};

/** What the form asked and what it costs, page by page. @param change where a page is corrected; absent: nowhere. */
export const formGroups = (
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

/** All of an application: what was answered, in whose name, and who signed. */
export const answerGroups = (
  opened: OpenedApplication,
  files: FileInfo[],
  words: Words,
  change?: (stepId: string) => string,
): AnswerGroup[] => [
  ...formGroups(opened, files, words, change),
  ...representationGroup(opened, words),
  ...signatureGroup(opened, files, words),
];
