import { Hono } from 'hono';
import { textsIn, typedBody } from '../../../../../foundation/http/typed-body.ts';
import { type DeskEnvironment, permit } from '../../../../accounts/index.ts';
import { stepView } from '../../../applications/pages/present-step.ts';
import { formGroups } from '../../../applications/present-answers.ts';
import { applicationMessages, PreviewEndPage, PreviewPage } from '../../../web/index.ts';
import { answersWith, type FieldFault, missingIn, readTyped, type Typed } from '../../check-answers.ts';
import { checkDefinition } from '../../check-definition.ts';
import { askedOf } from '../../condition.ts';
import type { Answers, Form } from '../../form-definition.ts';
import { findForm } from '../../form-store.ts';
import { asAsked } from '../../representation.ts';
import { type EditorSetting, findOwnDraft, formAt, ONE, type Page, townOf, wordsOf } from './editor-page.ts';

const SO_FAR = 'bisher';

/** The draft, or the version that the address names. A draft that contradicts itself cannot be filled in. */
const findTried = async (c: Page, setting: EditorSetting): Promise<Form | undefined> => {
  const version = c.req.query('fassung');
  const ars = townOf(c);
  if (version === undefined) {
    const draft = await findOwnDraft(c, setting);
    return draft && { ...draft, version: 0 };
  }
  if (ars === undefined || !/^[1-9]\d{0,6}$/.test(version)) return undefined;
  return findForm(setting.database, ars, c.req.param('form') ?? '', Number(version));
};

/** What was typed on the pages before travels with the page: nothing of it is stored. */
const readSoFar = (text: string | undefined): Typed => {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    return textsIn(read);
  } catch {
    return {};
  }
};

const answersOf = (form: Form, typed: Typed): Answers =>
  form.definition.steps.reduce<Answers>(
    (answers, { id }) => answersWith(form.definition, id, answers, typed),
    {},
  );

type Tried = { form: Form; soFar: Typed; stepId: string; typed?: Typed; faults?: FieldFault[] };

const answerPage = (c: Page, { form, soFar, stepId, typed, faults = [] }: Tried): Response => {
  const t = wordsOf(c);
  const version = c.req.query('fassung');
  const query = version === undefined ? '' : `?fassung=${version}`;
  const words = applicationMessages(c.var.language);
  const frame = {
    language: c.var.language,
    t: words,
    at: (path = '') => formAt(c, path === '' ? '' : `/ausprobieren${query}`),
  };
  const trial = { form, answers: answersOf(form, soFar), application: { state: 'draft' as const } };
  const view = stepView(frame, trial, [], stepId, { ...(typed && { typed }), faults });
  if (!view) return c.redirect(formAt(c), 303);
  const shown = {
    ...view,
    uploads: view.uploads.map((one) => ({ ...one, mayAdd: false })),
    hidden: { seite: stepId, [SO_FAR]: JSON.stringify(soFar) },
  };
  const body = <PreviewPage view={shown} t={t} words={words} />;
  const isWrong = faults.length > 0;
  return c.var.page(
    { title: `${t.preview.title}: ${view.title}`, body, isIndexed: false },
    isWrong ? 422 : 200,
  );
};

const answerEnd = (c: Page, form: Form, answers: Answers): Response => {
  const t = wordsOf(c);
  const words = applicationMessages(c.var.language);
  const view = {
    groups: formGroups({ form, answers }, [], { language: c.var.language, t: words }),
    again: formAt(c, '/ausprobieren'),
    back: formAt(c),
  };
  const body = <PreviewEndPage view={view} t={t} words={words} />;
  return c.var.page({ title: t.preview.endTitle, body, isIndexed: false });
};

const goOn = (c: Page, form: Form, body: Typed): Response => {
  const { seite: stepId = '', [SO_FAR]: before, mehr, ...typed } = body;
  const soFar = readSoFar(before);
  const step = form.definition.steps.find(({ id }) => id === stepId);
  if (!step) return c.redirect(formAt(c), 303);
  // A tick that was taken away sends nothing: what this page said before is gone as a whole.
  const isOfStep = (at: string) => step.fields.some(({ name }) => name === at || at.startsWith(`${name}.`));
  const others = Object.fromEntries(Object.entries(soFar).filter(([at]) => !isOfStep(at)));
  const answers = answersWith(form.definition, stepId, answersOf(form, others), typed);
  const asked = askedOf(form.definition, answers);
  const at = asked.steps.findIndex((one) => one.step.id === stepId);
  const fields = asked.steps[at]?.fields ?? [];
  const uploads = new Set(fields.filter(({ kind }) => kind === 'upload').map(({ name }) => name));
  const faults = [
    ...readTyped(form.definition, fields, typed).faults,
    ...missingIn(form.definition, fields, asked.answers, uploads),
  ].filter((fault, index, all) => all.findIndex((one) => one.at === fault.at) === index);
  const now = { ...others, ...Object.fromEntries(Object.entries(typed).filter(([name]) => isOfStep(name))) };
  if (mehr !== undefined) return answerPage(c, { form, soFar: now, stepId, typed });
  if (faults.length > 0) return answerPage(c, { form, soFar: others, stepId, typed, faults });
  const next = asked.steps[at + 1]?.step.id;
  return next === undefined
    ? answerEnd(c, form, asked.answers)
    : answerPage(c, { form, soFar: now, stepId: next });
};

/** Filling in a form before anybody can: page by page, with its conditions and faults, and nothing is kept. */
export const previewPages = (setting: EditorSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const at = `${ONE}/ausprobieren`;
  const sound = async (c: Page): Promise<Form | Response> => {
    const form = await findTried(c, setting);
    if (!form) return c.notFound() as Response;
    return checkDefinition(form.definition).length === 0
      ? { ...form, definition: asAsked(form.definition, {}) }
      : c.redirect(formAt(c, '?abgelehnt=faulty'), 303);
  };
  pages.get(at, permit('edit-forms'), async (c) => {
    const form = await sound(c);
    if (form instanceof Response) return form;
    const first = askedOf(form.definition, {}).steps[0];
    return first ? answerPage(c, { form, soFar: {}, stepId: first.step.id }) : c.redirect(formAt(c), 303);
  });
  pages.post(at, permit('edit-forms'), async (c) => {
    const form = await sound(c);
    return form instanceof Response ? form : goOn(c, form, await typedBody(c));
  });
  return pages;
};
