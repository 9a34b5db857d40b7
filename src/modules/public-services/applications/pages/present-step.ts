import type { Language } from '../../../../foundation/i18n/language.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
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
import type { ApplicationMessages, GroupView, StepView, UploadView } from '../../web/index.ts';
import type { Application, FileInfo, OpenedApplication } from '../application.ts';

/** The language of a page, and where its addresses lie. */
export type Frame = { language: Language; t: ApplicationMessages; at: (path?: string) => string };

/** What stands in a field: what was just typed, else what is stored, as people write it. */
const shown = (language: Language, { kind }: LayoutField, value: Value | undefined): string => {
  if (value === undefined || Array.isArray(value)) return '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (kind === 'date') return dayInWords(language, String(value));
  return kind === 'number' && language === 'de' ? String(value).replace('.', ',') : String(value);
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
  frame: Frame,
  field: LayoutField,
  at: string,
  value: Value | undefined,
  { typed, faults, required }: Shown,
): FieldView => {
  const { language, t } = frame;
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
    value: typed ? (typed[at] ?? '') : shown(language, field, value),
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

const groupView = (frame: Frame, field: LayoutField, value: Value | undefined, shownAs: Shown): GroupView => {
  const { language, t } = frame;
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
        const view = fieldView(frame, inner, at, stored[number]?.[inner.name], shownAs);
        return { ...view, label: t.step.row(view.label, String(number + 1)) };
      }),
    ),
  };
};

const uploadView = (
  frame: Frame,
  field: LayoutField,
  files: FileInfo[],
  error: string | undefined,
  mayRemove: boolean,
): UploadView => {
  const { language, t, at: addressOf } = frame;
  const own = files.filter((file) => file.field === field.name);
  return {
    name: field.name,
    label: field.label[language],
    hint: field.hint?.[language],
    error,
    files: own.map(({ id, kind }, at) => ({
      id,
      label: `${t.status.file(String(at + 1))} (${kind.toUpperCase()})`,
      href: addressOf(`/datei/${id}`),
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

type Stepped = Pick<OpenedApplication, 'form' | 'answers'> & { application: Pick<Application, 'state'> };

/** A page of the form; undefined where it is not asked of this person. */
export const stepView = (
  frame: Frame,
  { application, form, answers }: Stepped,
  files: FileInfo[],
  stepId: string,
  { typed, faults = [], upload }: Wrong = {},
): StepView | undefined => {
  const { language, t, at: addressOf } = frame;
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
        ? groupView(frame, field, answers[field.name], shownAs)
        : fieldView(frame, field, field.name, answers[field.name], shownAs),
    );
  const uploads = asked.fields
    .filter(({ kind }) => kind === 'upload')
    .map((field) => {
      const fault = faults.find((one) => one.at === field.name);
      const error = upload?.field === field.name ? upload.error : fault && t.faults[fault.reason];
      return uploadView(frame, field, files, error, application.state === 'draft');
    });
  return {
    title: asked.step.title[language],
    lead: asked.step.lead?.[language],
    position: t.step.position(String(at + 1), String(steps.length)),
    action: addressOf(`/seite/${stepId}`),
    uploadAction: addressOf('/datei'),
    removeAction: addressOf('/datei-entfernen'),
    stepId,
    back: addressOf(),
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
  { language, at: addressOf }: Frame,
  { form, answers }: { form: OpenedApplication['form']; answers: Answers },
  uploaded: ReadonlySet<string>,
) => {
  const asked = askedOf(form.definition, answers);
  return asked.steps.map(({ step, fields }) => ({
    id: step.id,
    label: step.title[language],
    href: addressOf(`/seite/${step.id}`),
    isDone: isStepDone(form.definition, fields, asked.answers, uploaded),
  }));
};
