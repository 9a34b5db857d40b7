import { Hono } from 'hono';
import { typedBody } from '../../../../../foundation/http/typed-body.ts';
import { type DeskEnvironment, permit } from '../../../../accounts/index.ts';
import { FormPage, SurePage } from '../../../web/index.ts';
import { findForm } from '../../form-store.ts';
import { listVersions } from '../draft-store.ts';
import { moveQuestion, moveStep, removeQuestion, removeStep } from '../edit-definition.ts';
import { closeForm, discardDraft, publishDraft, reviseForm, saveDraft } from '../edit-draft.ts';
import {
  type EditorSetting,
  findOwnDraft,
  formAt,
  formsAt,
  noteOf,
  ONE,
  onwards,
  type Page,
  seenRevision,
  townOf,
  wordsOf,
} from './editor-page.ts';
import { formView } from './present-form.ts';

const answerForm = async (c: Page, setting: EditorSetting): Promise<Response> => {
  const ars = townOf(c);
  if (ars === undefined) return c.notFound() as Response;
  const id = c.req.param('form') ?? '';
  const draft = await findOwnDraft(c, setting);
  const form = await findForm(setting.database, ars, id);
  const definition = draft?.definition ?? form?.definition;
  if (!definition) return c.notFound() as Response;
  const versions = await listVersions(setting.database, { ars, id });
  const title = definition.title[c.var.language];
  const view = formView(c, { title, draft, versions, note: noteOf(c) });
  return c.var.page({ title, body: <FormPage view={view} t={wordsOf(c)} />, isIndexed: false });
};

const wordOf = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** Moves or removes a page or a question, as the buttons beside them say. */
const arrange = async (c: Page, setting: EditorSetting): Promise<Response> => {
  const draft = await findOwnDraft(c, setting);
  if (!draft) return c.notFound() as Response;
  const typed = await typedBody(c);
  const { seite = '', frage, wohin } = typed;
  const group = wordOf(typed.gruppe);
  const { definition: before } = draft;
  const direction = wohin === 'up' || wohin === 'down' ? wohin : undefined;
  const isQuestion = frage !== undefined;
  const isRemoval = wohin === 'weg';
  if (!direction && !isRemoval) return c.redirect(formAt(c), 303);
  const moved = direction
    ? isQuestion
      ? moveQuestion(before, frage, direction, group)
      : moveStep(before, seite, direction)
    : isQuestion
      ? removeQuestion(before, frage, group)
      : removeStep(before, seite);
  const result = await saveDraft(setting, c.var.acting, {
    ...draft,
    definition: moved,
    revision: seenRevision(typed),
  });
  return 'refused' in result || isRemoval ? onwards(c, result, 'saved') : c.redirect(formAt(c), 303);
};

/** A form at a glance, and what is done with it as a whole. */
export const formPages = (setting: EditorSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const mayEdit = permit('edit-forms');
  pages.get(ONE, mayEdit, (c) => answerForm(c, setting));
  pages.post(`${ONE}/ordnen`, mayEdit, (c) => arrange(c, setting));

  pages.post(`${ONE}/entwurf`, mayEdit, async (c) => {
    if (townOf(c) === undefined) return c.notFound();
    const version = Number((await typedBody(c)).fassung ?? Number.NaN);
    const result = await reviseForm(setting, c.var.acting, {
      id: c.req.param('form'),
      version: Number.isInteger(version) && version > 0 && version < 1e9 ? version : undefined,
    });
    return 'refused' in result && result.refused === 'unknown-form'
      ? c.notFound()
      : onwards(c, result, 'saved');
  });

  pages.post(`${ONE}/veroeffentlichen`, mayEdit, async (c) => {
    if (!(await findOwnDraft(c, setting))) return c.notFound();
    const revision = seenRevision(await typedBody(c));
    const result = await publishDraft(setting, c.var.acting, { id: c.req.param('form'), revision });
    return onwards(c, result, 'published');
  });

  pages.get(`${ONE}/verwerfen`, mayEdit, async (c) => {
    const draft = await findOwnDraft(c, setting);
    if (!draft) return c.notFound();
    const t = wordsOf(c);
    const title = draft.definition.title[c.var.language];
    const body = <SurePage title={title} action={formAt(c, '/verwerfen')} back={formAt(c)} t={t} />;
    return c.var.page({ title: t.sure.title, body, isIndexed: false });
  });
  pages.post(`${ONE}/verwerfen`, mayEdit, async (c) => {
    if (!(await findOwnDraft(c, setting))) return c.notFound();
    await discardDraft(setting, c.var.acting, { id: c.req.param('form') });
    return c.redirect(formsAt(c, '?erledigt=discarded'), 303);
  });

  pages.post(`${ONE}/schliessen`, mayEdit, async (c) => {
    const ars = townOf(c);
    const id = c.req.param('form');
    const form = ars === undefined ? undefined : await findForm(setting.database, ars, id);
    if (!form) return c.notFound();
    const isClosed = (await typedBody(c)).offen !== '1';
    const result = await closeForm(setting, c.var.acting, { id, isClosed });
    return onwards(c, result, isClosed ? 'closed' : 'reopened');
  });
  return pages;
};
