import { answersWith, type FieldFault, isStepDone, type Typed } from '../../forms/check-answers.ts';
import { askedOf } from '../../forms/condition.ts';
import { dayInWords } from '../../forms/date-in-words.ts';
import {
  type Answers,
  type LayoutField,
  MOST_ROWS,
  type Row,
  type Value,
} from '../../forms/form-definition.ts';
import type { FieldView, GroupView, StepView, UploadView } from '../../web/index.ts';
import type { FileInfo, OpenedApplication } from '../application.ts';
import { mineAt, type Page, wordsOf } from './application-page.ts';

/** What stands in a field: what was just typed, else what is stored, as people write it. */
const shown = (c: Page, { kind }: LayoutField, value: Value | undefined): string => {
  if (value === undefined || Array.isArray(value)) return '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (kind === 'date') return dayInWords(c.var.language, String(value));
  return kind === 'number' && c.var.language === 'de' ? String(value).replace('.', ',') : String(value);
};

const INPUT_MODES = {
  number: 'decimal',
  postcode: 'numeric',
  taxId: 'numeric',
  mail: 'email',
  phone: 'tel',
} as const;

const MOST_RADIOS = 6;

const controlOf = ({ kind, choices = [] }: LayoutField): FieldView['control'] => {
  if (kind === 'yesNo') return 'radios';
  if (kind === 'choice') return choices.length > MOST_RADIOS ? 'select' : 'radios';
  if (kind === 'declaration') return 'tick';
  return kind === 'longText' ? 'area' : 'line';
};

type Shown = { typed?: Typed | undefined; faults: FieldFault[]; required: ReadonlySet<string> };

const fieldView = (
  c: Page,
  field: LayoutField,
  at: string,
  value: Value | undefined,
  { typed, faults, required }: Shown,
): FieldView => {
  const t = wordsOf(c);
  const { language } = c.var;
  const fault = faults.find((one) => one.at === at);
  const isChosen = field.kind === 'yesNo' || field.kind === 'choice';
  const reason = isChosen && fault?.reason === 'missing' ? 'not-a-choice' : fault?.reason;
  const isInner = at !== field.name;
  const label = field.label[language];
  return {
    name: at,
    control: controlOf(field),
    label: required.has(field.name) || isInner ? label : t.step.optional(label),
    hint: field.hint?.[language],
    value: typed ? (typed[at] ?? '') : shown(c, field, value),
    error: reason && t.faults[reason],
    autocomplete: field.autocomplete,
    inputMode: INPUT_MODES[field.kind as keyof typeof INPUT_MODES],
    ...(field.kind === 'yesNo' && {
      choices: [
        { value: 'ja', label: t.step.yes },
        { value: 'nein', label: t.step.no },
      ],
    }),
    ...(field.kind === 'choice' && {
      choices: (field.choices ?? []).map((choice) => ({
        value: choice.value,
        label: choice.label[language],
      })),
    }),
  };
};

const rowsOf = (value: Value | undefined): Row[] => (Array.isArray(value) ? value : []);

const groupView = (c: Page, field: LayoutField, value: Value | undefined, shownAs: Shown): GroupView => {
  const t = wordsOf(c);
  const { language } = c.var;
  const most = Math.min(field.most ?? MOST_ROWS, MOST_ROWS);
  const stored = rowsOf(value);
  const typedRows = Object.keys(shownAs.typed ?? {})
    .filter((at) => at.startsWith(`${field.name}.`))
    .map((at) => Number(at.split('.')[1]) + 1)
    .filter((number) => number <= most);
  const count = Math.min(most, Math.max(stored.length + 1, 1, ...typedRows));
  const fault = shownAs.faults.find(({ at }) => at === field.name);
  return {
    name: field.name,
    label: t.step.optional(field.label[language]),
    error: fault && t.faults[fault.reason],
    mayGrow: count < most,
    rows: Array.from({ length: count }, (_, number) =>
      (field.fields ?? []).map((inner) => {
        const at = `${field.name}.${number}.${inner.name}`;
        const view = fieldView(c, inner, at, stored[number]?.[inner.name], shownAs);
        return { ...view, label: t.step.row(view.label, String(number + 1)) };
      }),
    ),
  };
};

const uploadView = (
  c: Page,
  field: LayoutField,
  files: FileInfo[],
  error: string | undefined,
  mayRemove: boolean,
): UploadView => {
  const t = wordsOf(c);
  const own = files.filter((file) => file.field === field.name);
  return {
    name: field.name,
    label: field.label[c.var.language],
    hint: field.hint?.[c.var.language],
    error,
    files: own.map(({ id, kind }, at) => ({
      id,
      label: `${t.status.file(String(at + 1))} (${kind.toUpperCase()})`,
      href: mineAt(c, `/datei/${id}`),
    })),
    mayAdd: own.length < (field.most ?? 1),
    mayRemove,
  };
};

type Wrong = {
  typed?: Typed;
  faults?: FieldFault[];
  /** What is wrong with a file, by its field. */ upload?: { field: string; error: string };
};

/** A page of the form; undefined where it is not asked of this person. */
export const stepView = (
  c: Page,
  { application, form, answers }: OpenedApplication,
  files: FileInfo[],
  stepId: string,
  { typed, faults = [], upload }: Wrong = {},
): StepView | undefined => {
  const t = wordsOf(c);
  const now = typed ? answersWith(form.definition, stepId, answers, typed) : answers;
  const { steps } = askedOf(form.definition, now);
  const at = steps.findIndex(({ step }) => step.id === stepId);
  const asked = steps[at];
  if (!asked) return undefined;
  const shownAs: Shown = { typed, faults, required: new Set(form.definition.schema.required) };
  const fields = asked.fields
    .filter(({ kind }) => kind !== 'upload')
    .map((field) =>
      field.kind === 'group'
        ? groupView(c, field, answers[field.name], shownAs)
        : fieldView(c, field, field.name, answers[field.name], shownAs),
    );
  const uploads = asked.fields
    .filter(({ kind }) => kind === 'upload')
    .map((field) => {
      const fault = faults.find((one) => one.at === field.name);
      const error = upload?.field === field.name ? upload.error : fault && t.faults[fault.reason];
      return uploadView(c, field, files, error, application.state === 'draft');
    });
  return {
    title: asked.step.title[c.var.language],
    lead: asked.step.lead?.[c.var.language],
    position: t.step.position(String(at + 1), String(steps.length)),
    action: mineAt(c, `/seite/${stepId}`),
    uploadAction: mineAt(c, '/datei'),
    removeAction: mineAt(c, '/datei-entfernen'),
    stepId,
    back: mineAt(c),
    fields,
    uploads,
    faults: faultLines(fields, uploads),
  };
};

const faultLines = (fields: (FieldView | GroupView)[], uploads: UploadView[]): StepView['faults'] =>
  [...uploads, ...fields.flatMap((field) => ('rows' in field ? [field, ...field.rows.flat()] : [field]))].map(
    ({ name, label, error }) => [name, error && `${label}${label.endsWith('?') ? '' : ':'} ${error}`],
  );

/** The pages as tasks, with what is done. A page that asks nothing that must be answered counts once it was passed. */
export const tasksOf = (
  c: Page,
  { form, answers }: { form: OpenedApplication['form']; answers: Answers },
  uploaded: ReadonlySet<string>,
) => {
  const asked = askedOf(form.definition, answers);
  return asked.steps.map(({ step, fields }) => ({
    id: step.id,
    label: step.title[c.var.language],
    href: mineAt(c, `/seite/${step.id}`),
    isDone: isStepDone(form.definition, fields, asked.answers, uploaded),
  }));
};
