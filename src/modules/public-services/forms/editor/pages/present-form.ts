import { formatNumber } from '../../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../../foundation/i18n/language.ts';
import type { EditorNote, FormView, QuestionLine } from '../../../web/index.ts';
import { checkDefinition } from '../../check-definition.ts';
import type { FormDefinition, LayoutField } from '../../form-definition.ts';
import type { FormDraft, FormVersion } from '../draft-store.ts';
import { stepOf } from '../question.ts';
import { dateText, formAt, formsAt, type Page, wordsOf } from './editor-page.ts';
import { conditionText } from './present-condition.ts';

const questionAt = (c: Page, name: string, group?: string): string =>
  formAt(c, `/frage/${name}${group === undefined ? '' : `?gruppe=${group}`}`);

const newQuestionAt = (c: Page, stepId: string, group?: string): string =>
  formAt(c, `/frage?${new URLSearchParams({ seite: stepId, ...(group && { gruppe: group }) })}`);

const lineOf = (
  c: Page,
  definition: FormDefinition,
  stepId: string,
  field: LayoutField,
  group?: string,
): QuestionLine => {
  const t = wordsOf(c);
  const { language } = c.var;
  const isRequired = group === undefined && definition.schema.required?.includes(field.name);
  return {
    name: field.name,
    label: field.label[language],
    href: questionAt(c, field.name, group),
    group,
    facts: [
      t.question.kinds[field.kind],
      ...(isRequired ? [t.over.required] : []),
      ...(field.when ? [t.over.onlyIf(conditionText(definition, field.when, { language, t }))] : []),
    ],
    ...(field.kind === 'group' && {
      inner: {
        lines: (field.fields ?? []).map((one) => lineOf(c, definition, stepId, one, field.name)),
        add: newQuestionAt(c, stepId, field.name),
      },
    }),
  };
};

/** Where on the desk a fault of the definition is mended, and what is called what there. */
const faultLine = (c: Page, definition: FormDefinition, at: string): { href: string; what: string } => {
  const t = wordsOf(c);
  const { language } = c.var;
  const name = at.replace(/^step /, '');
  const [outer = '', inner] = name.split('.');
  const step = definition.steps.find(({ id }) => id === name);
  if (step) return { href: formAt(c, `/seite/${step.id}`), what: step.title[language] };
  if (outer === 'fees') return { href: formAt(c, '/gebuehren'), what: t.over.fees };
  if (at === 'actingFor' || at === 'secondSigner')
    return { href: formAt(c, '/unterschriften'), what: t.over.signing };
  if (at === 'steps') return { href: formAt(c, '/seite'), what: t.over.pages };
  const field = stepOf(definition, outer)?.fields.find((one) => one.name === outer);
  if (!field) return { href: formAt(c, '/allgemein'), what: t.over.general };
  const one = field.fields?.find((row) => row.name === inner) ?? field;
  return {
    href: one === field ? questionAt(c, outer) : questionAt(c, one.name, outer),
    what: one.label[language],
  };
};

const draftView = (c: Page, { definition, revision }: FormDraft): FormView['draft'] => {
  const t = wordsOf(c);
  const { language } = c.var;
  return {
    revision,
    general: formAt(c, '/allgemein'),
    fees: formAt(c, '/gebuehren'),
    signing: formAt(c, '/unterschriften'),
    pages: definition.steps.map((step) => ({
      id: step.id,
      title: step.title[language],
      href: formAt(c, `/seite/${step.id}`),
      facts: step.when ? [t.over.onlyIf(conditionText(definition, step.when, { language, t }))] : [],
      add: newQuestionAt(c, step.id),
      lines: step.fields.map((field) => lineOf(c, definition, step.id, field)),
    })),
    addPage: formAt(c, '/seite'),
    move: formAt(c, '/ordnen'),
    faults: checkDefinition(definition).map(({ at, fault }, number) => {
      const { href, what } = faultLine(c, definition, at);
      return { key: `${number}`, href, label: `${what}: ${t.faults[fault]}` };
    }),
    publish: formAt(c, '/veroeffentlichen'),
    discard: formAt(c, '/verwerfen'),
  };
};

const statesOf = (c: Page, draft: FormDraft | undefined, newest: FormVersion | undefined): string[] => {
  const { over } = wordsOf(c);
  return [
    ...(draft ? [over.draftNote(dateText(c, draft.changedAt))] : []),
    ...(newest ? [over.publishedNote(String(newest.version), dateText(c, newest.published_at))] : []),
    ...(newest?.closed_at ? [over.closedNote(dateText(c, newest.closed_at))] : []),
  ];
};

type Shown = {
  title: string;
  draft: FormDraft | undefined;
  versions: FormVersion[];
  note?: EditorNote | undefined;
};

export const formView = (c: Page, { title, draft, versions, note }: Shown): FormView => {
  const { language, acting } = c.var;
  const [newest] = versions;
  const isClosed = newest?.closed_at != null;
  return {
    title,
    note,
    states: statesOf(c, draft, newest),
    back: formsAt(c),
    preview: formAt(c, draft ? '/ausprobieren' : `/ausprobieren?fassung=${newest?.version ?? 1}`),
    ...(newest &&
      !isClosed && {
        address: localPath(language, `/antrag/${acting.organisation.ars}/${c.req.param('form')}`),
      }),
    draft: draft && draftView(c, draft),
    revise: formAt(c, '/entwurf'),
    closing: newest && { action: formAt(c, '/schliessen'), isClosed },
    versions: versions.map(({ version, published_at, applications }) => ({
      number: version,
      version: formatNumber(language, version),
      published: dateText(c, published_at),
      applications: formatNumber(language, applications),
      see: formAt(c, `/ausprobieren?fassung=${version}`),
    })),
  };
};
