import type { Typed } from '../check-answers.ts';
import { type FieldKind, type FormDefinition, fieldKinds, type LayoutField } from '../form-definition.ts';
import { conditionChoices } from './condition-choice.ts';
import { freshName } from './edit-definition.ts';
import { findQuestion, type Place, type Question } from './question.ts';
import { type EditFaults, reading } from './typed.ts';

const LONGEST_LABEL = 300;
const LONGEST_HINT = 600;
const LONGEST_CHOICE = 200;
const MOST_CHOICES = 100;

/** Inside a repeating group only what fits into a row. */
export const kindsFor = ({ group }: Pick<Place, 'group'>): FieldKind[] =>
  fieldKinds.filter((kind) => group === undefined || !['group', 'upload', 'declaration'].includes(kind));

/** What a browser may fill in by itself (WCAG 1.3.5), where the kind of the field does not say it already. */
export const autocompletes = ['name', 'address-line1', 'address-level2', 'organization', 'bday'] as const;

const AUTOCOMPLETE: Partial<Record<FieldKind, string>> = {
  postcode: 'postal-code',
  mail: 'email',
  phone: 'tel',
};

type Reader = ReturnType<typeof reading>;

/** One answer a line, German before the bar and English behind it. Known answers keep the value they are stored under. */
const readChoices = (reader: Reader, known: LayoutField['choices'] = []): LayoutField['choices'] => {
  const lines = reader.lines('antworten');
  const taken = new Set<string>();
  const choices = lines.slice(0, MOST_CHOICES).map((line) => {
    const [de = '', en = ''] = line.split('|').map((part) => part.trim());
    const before = known.find(({ label }) => label.de === de)?.value;
    const value = before !== undefined && !taken.has(before) ? before : freshName(de, taken);
    taken.add(value);
    return { value, label: { de, en: en || de } };
  });
  if (choices.length < 2) reader.wrong('antworten', 'too-few-choices');
  if (lines.length > MOST_CHOICES) reader.wrong('antworten', 'too-many');
  if (choices.some(({ label }) => label.de.length > LONGEST_CHOICE)) reader.wrong('antworten', 'too-long');
  if (new Set(choices.map(({ label }) => label.de)).size < choices.length)
    reader.wrong('antworten', 'choice-twice');
  return choices;
};

const takenNames = ({ steps }: FormDefinition, group: string | undefined): Set<string> => {
  const fields = steps.flatMap((step) => step.fields);
  const inside = group === undefined ? fields : fields.find(({ name }) => name === group)?.fields;
  return new Set(inside?.map(({ name }) => name));
};

const WITH_LIMITS: FieldKind[] = ['text', 'longText', 'number', 'group', 'upload'];

/**
 * A question as the editor typed it. @param name of the question that is changed; absent: a new one, last at its place.
 */
export const readQuestion = (
  definition: FormDefinition,
  { stepId, group, name }: Place & { name?: string | undefined },
  typed: Typed,
): { question: Question } | { faults: EditFaults } => {
  const reader = reading(typed);
  const known = name === undefined ? undefined : findQuestion(definition, name, group)?.field;
  const kind = kindsFor({ group }).find((one) => one === typed.art);
  if (!kind) reader.wrong('art', 'unknown-choice');
  const label = reader.message('frage', LONGEST_LABEL);
  if (!label) reader.wrong('frageDe', 'missing');
  const hint = reader.message('hinweis', LONGEST_HINT);
  const isLimited = kind !== undefined && WITH_LIMITS.includes(kind) && group === undefined;
  const least = isLimited ? reader.number('mindestens') : undefined;
  const most = isLimited ? reader.number('hoechstens') : undefined;
  if (least !== undefined && most !== undefined && least > most)
    reader.wrong('hoechstens', 'least-above-most');
  const choices = kind === 'choice' ? readChoices(reader, known?.choices) : undefined;
  const offered = conditionChoices(definition, name === undefined ? { onNewOf: stepId } : { before: name });
  const when = group === undefined ? reader.condition(offered, known?.when) : undefined;
  const autocomplete =
    (kind && AUTOCOMPLETE[kind]) ??
    (kind === 'text' || kind === 'date'
      ? autocompletes.find((one) => one === typed.vorausfuellen)
      : undefined);
  if (!kind || !label || Object.keys(reader.faults).length > 0) return { faults: reader.faults };
  const field: LayoutField = {
    name: name ?? freshName(label.de, takenNames(definition, group)),
    kind,
    label,
    ...(hint && { hint }),
    ...(autocomplete && { autocomplete }),
    ...(when && { when }),
    ...(choices && { choices }),
    ...(kind === 'group' && { fields: known?.fields ?? [] }),
    ...((kind === 'group' || kind === 'upload') && most !== undefined && { most }),
  };
  const isRequired = kind === 'declaration' || reader.isTicked('pflicht');
  return { question: { field, isRequired, least, most, isWhole: reader.isTicked('ganzzahlig') } };
};
