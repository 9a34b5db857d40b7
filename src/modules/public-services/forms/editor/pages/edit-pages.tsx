import { Hono } from 'hono';
import { typedBody } from '../../../../../foundation/http/typed-body.ts';
import { type DeskEnvironment, permit } from '../../../../accounts/index.ts';
import { EditPage, type EditView } from '../../../web/index.ts';
import type { Typed } from '../../check-answers.ts';
import type { FormDraft } from '../draft-store.ts';
import { putQuestion, putStep } from '../edit-definition.ts';
import { saveDraft } from '../edit-draft.ts';
import { findQuestion, stepOf } from '../question.ts';
import { readFees } from '../read-fees.ts';
import { readGeneral } from '../read-general.ts';
import { readQuestion } from '../read-question.ts';
import { readSigning } from '../read-signing.ts';
import { readStep } from '../read-step.ts';
import type { EditFaults } from '../typed.ts';
import type { Shown } from './edit-fields.ts';
import {
  type EditorSetting,
  findOwnDraft,
  formAt,
  ONE,
  onwards,
  type Page,
  seenRevision,
  wordsOf,
} from './editor-page.ts';
import type { Words } from './present-condition.ts';
import {
  feeGroups,
  generalGroups,
  signingGroups,
  stepGroups,
  typedFees,
  typedGeneral,
  typedSigning,
  typedStep,
} from './present-edit.ts';
import { questionGroups, typedQuestion } from './present-question.ts';

/** One page of the editor: how it shows what is there, and what becomes of what was typed. */
type Edit = {
  title: string;
  lead?: string;
  action: string;
  typed: Typed;
  groups: (words: Words, shown: Shown) => EditView['groups'];
  apply: (typed: Typed) => Partial<FormDraft> | { faults: EditFaults };
  remove?: EditView['remove'];
};

/** @returns undefined where the draft has no such page or question. */
type EditOf = (c: Page, draft: FormDraft) => Edit | undefined;

const general: EditOf = (c, { definition, serviceKey, isDemonstration }) => ({
  title: wordsOf(c).general.title,
  action: formAt(c, '/allgemein'),
  typed: typedGeneral(definition, serviceKey, isDemonstration),
  groups: (words, shown) => generalGroups(definition, words, shown),
  apply: (typed) => readGeneral(definition, typed),
});

const fees: EditOf = (c, { definition }) => ({
  title: wordsOf(c).fee.title,
  lead: wordsOf(c).fee.more,
  action: formAt(c, '/gebuehren'),
  typed: typedFees(definition),
  groups: (words, shown) => feeGroups(definition, words, shown),
  apply: (typed) => readFees(definition, typed),
});

const signing: EditOf = (c, { definition }) => ({
  title: wordsOf(c).signing.title,
  action: formAt(c, '/unterschriften'),
  typed: typedSigning(definition),
  groups: (words, shown) => signingGroups(definition, words, shown),
  apply: (typed) => readSigning(definition, typed),
});

const step: EditOf = (c, { definition }) => {
  const id = c.req.param('seite');
  const known = definition.steps.find((one) => one.id === id);
  if (id !== undefined && !known) return undefined;
  const { step: words } = wordsOf(c);
  return {
    title: known ? words.title : words.newTitle,
    action: formAt(c, known ? `/seite/${known.id}` : '/seite'),
    typed: typedStep(definition, id),
    groups: (both, shown) => stepGroups(definition, id, both, shown),
    apply: (typed) => {
      const read = readStep(definition, id, typed);
      return 'faults' in read ? read : { definition: putStep(definition, read.step) };
    },
    ...(known && {
      remove: {
        action: formAt(c, '/ordnen'),
        label: words.remove,
        fields: { seite: known.id, wohin: 'weg' },
      },
    }),
  };
};

const question: EditOf = (c, { definition }) => {
  const name = c.req.param('frage');
  const group = c.req.query('gruppe');
  const stepId =
    name === undefined ? (c.req.query('seite') ?? '') : (stepOf(definition, group ?? name)?.id ?? '');
  const page = definition.steps.find(({ id }) => id === stepId);
  const outer = group === undefined ? undefined : page?.fields.find((field) => field.name === group);
  const isThere = name === undefined || findQuestion(definition, name, group) !== undefined;
  if (!page || !isThere || (group !== undefined && outer?.kind !== 'group')) return undefined;
  const { question: words } = wordsOf(c);
  const place = { stepId, group, name };
  const query = new URLSearchParams({
    ...(name === undefined && { seite: stepId }),
    ...(group && { gruppe: group }),
  });
  return {
    title: name === undefined ? words.newTitle : words.title,
    ...(outer && { lead: words.inGroup(outer.label[c.var.language]) }),
    action: formAt(c, `/frage${name === undefined ? '' : `/${name}`}?${query}`),
    typed: typedQuestion(definition, place),
    groups: (both, shown) => questionGroups(definition, place, both, shown),
    apply: (typed) => {
      const read = readQuestion(definition, place, typed);
      return 'faults' in read ? read : { definition: putQuestion(definition, place, read.question) };
    },
    ...(name !== undefined && {
      remove: {
        action: formAt(c, '/ordnen'),
        label: words.remove,
        fields: { frage: name, ...(group && { gruppe: group }), wohin: 'weg' },
      },
    }),
  };
};

const answer = (
  c: Page,
  { revision }: FormDraft,
  edit: Edit,
  { typed, faults, note }: Shown & { note?: string },
): Response => {
  const t = wordsOf(c);
  const words = { language: c.var.language, t };
  const { title, lead, action, remove } = edit;
  const view: EditView = {
    title,
    lead,
    action,
    remove,
    revision,
    back: formAt(c),
    groups: edit.groups(words, { typed, faults }),
    note: note === undefined ? undefined : { kind: 'danger', title: note },
  };
  const isWrong = note !== undefined || Object.keys(faults).length > 0;
  return c.var.page(
    {
      title: isWrong ? `${t.errorTitle} ${title}` : title,
      body: <EditPage view={view} t={t} />,
      isIndexed: false,
    },
    isWrong ? 422 : 200,
  );
};

const save = async (c: Page, setting: EditorSetting, editOf: EditOf): Promise<Response> => {
  const draft = await findOwnDraft(c, setting);
  const edit = draft && editOf(c, draft);
  if (!edit) return c.notFound() as Response;
  const typed = await typedBody(c);
  const change = edit.apply(typed);
  if ('faults' in change) return answer(c, draft, edit, { typed, faults: change.faults });
  const changed = { ...draft, ...change, revision: seenRevision(typed) };
  const result = await saveDraft(setting, c.var.acting, changed);
  if (!('refused' in result)) return onwards(c, result, 'saved');
  return answer(c, draft, edit, { typed, faults: {}, note: wordsOf(c).refusals[result.refused] });
};

/** What is said of a form, its pages, its questions and its fees. */
export const editPages = (setting: EditorSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const ways: [string, EditOf][] = [
    ['/allgemein', general],
    ['/gebuehren', fees],
    ['/unterschriften', signing],
    ['/seite', step],
    ['/seite/:seite', step],
    ['/frage', question],
    ['/frage/:frage', question],
  ];
  for (const [path, editOf] of ways) {
    pages.get(`${ONE}${path}`, permit('edit-forms'), async (c) => {
      const draft = await findOwnDraft(c, setting);
      const edit = draft && editOf(c, draft);
      return edit ? answer(c, draft, edit, { typed: edit.typed, faults: {} }) : c.notFound();
    });
    pages.post(`${ONE}${path}`, permit('edit-forms'), (c) => save(c, setting, editOf));
  }
  return pages;
};
