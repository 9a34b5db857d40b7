import type { Context } from '../../../../foundation/database/context.ts';
import { foldText } from '../../../../foundation/text/search-text.ts';
import { type Acting, recordAct } from '../../../accounts/index.ts';
import type { DefinitionFault } from '../check-definition.ts';
import type { Form, FormDefinition } from '../form-definition.ts';
import { findForm } from '../form-store.ts';
import { publishForm } from '../publish-form.ts';
import {
  deleteDraft,
  type FormDraft,
  findDraft,
  insertDraft,
  listForms,
  setClosed,
  updateDraft,
} from './draft-store.ts';

type Has = Pick<Context, 'database' | 'clock' | 'newId'>;
export type EditRefusal = {
  refused: 'unknown-form' | 'changed-meanwhile' | 'draft-there' | 'too-many-forms';
};

const MOST_FORMS = 300;
const LONGEST_ID = 50;
const FIRST_KEPT_DAYS = 180;

/** Part of the address of a form, from its title. */
export const formIdOf = (title: string): string =>
  foldText(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, LONGEST_ID)
    .replace(/-+$/, '');

export const emptyForm = (title: string): FormDefinition => ({
  title: { de: title, en: title },
  lead: { de: title, en: title },
  needed: [],
  minutes: 5,
  promiseDays: 10,
  keptDays: FIRST_KEPT_DAYS,
  schema: { type: 'object', additionalProperties: false, properties: {}, required: [] },
  steps: [],
});

type Act = 'begin-form' | 'change-form' | 'publish-form' | 'discard-form' | 'close-form' | 'reopen-form';

const within = <Result extends object>(
  context: Has,
  acting: Acting,
  { act, id }: { act: Act; id: string },
  work: (inside: Has) => Promise<Result>,
): Promise<Result> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const result = await work(inside);
    if (!('refused' in result)) await recordAct(inside, acting, { act, record: { type: 'form', id } });
    return result;
  });

/** A new form of this municipality; its address comes from its title and is never that of another. */
export const beginForm = async (
  context: Has,
  acting: Acting,
  { definition, serviceKey, isDemonstration }: Pick<Form, 'definition' | 'serviceKey' | 'isDemonstration'>,
): Promise<{ id: string } | EditRefusal> => {
  const { ars } = acting.organisation;
  const known = new Set((await listForms(context.database, ars)).map(({ id }) => id));
  if (known.size >= MOST_FORMS) return { refused: 'too-many-forms' };
  const wanted = formIdOf(definition.title.de) || 'formular';
  // An id has at least two letters.
  const base = wanted.length < 2 ? `${wanted}-formular` : wanted;
  let id = base;
  for (let number = 2; known.has(id); number += 1) id = `${base}-${number}`;
  return within(context, acting, { act: 'begin-form', id }, async ({ database, clock }) => {
    const draft = { ars, id, definition, serviceKey, isDemonstration };
    return (await insertDraft(database, draft, clock())) ? { id } : { refused: 'draft-there' as const };
  });
};

/** Goes on with a version that was published; that one stays out until the draft is published. */
export const reviseForm = (
  context: Has,
  acting: Acting,
  { id, version }: { id: string; version?: number | undefined },
): Promise<{ id: string } | EditRefusal> =>
  within<{ id: string } | EditRefusal>(
    context,
    acting,
    { act: 'change-form', id },
    async ({ database, clock }) => {
      const form = await findForm(database, acting.organisation.ars, id, version);
      if (!form) return { refused: 'unknown-form' };
      return (await insertDraft(database, form, clock())) ? { id } : { refused: 'draft-there' };
    },
  );

/** Saves over `draft` as the editor saw it. @throws nothing: what changed meanwhile is a refusal, nothing is written. */
export const saveDraft = (
  context: Has,
  acting: Acting,
  draft: FormDraft,
): Promise<{ saved: true } | EditRefusal> =>
  within<{ saved: true } | EditRefusal>(
    context,
    acting,
    { act: 'change-form', id: draft.id },
    async ({ database, clock }) =>
      (await updateDraft(database, draft, clock())) ? { saved: true } : { refused: 'changed-meanwhile' },
  );

/** The draft as a new version that everybody sees, and gone as a draft. */
export const publishDraft = (
  context: Has,
  acting: Acting,
  { id, revision }: { id: string; revision: number },
): Promise<{ version: number } | EditRefusal | { refused: 'faulty'; faults: DefinitionFault[] }> =>
  within<{ version: number } | EditRefusal | { refused: 'faulty'; faults: DefinitionFault[] }>(
    context,
    acting,
    { act: 'publish-form', id },
    async (inside) => {
      const { database, clock } = inside;
      const draft = await findDraft(database, { ars: acting.organisation.ars, id });
      if (!draft) return { refused: 'unknown-form' };
      // Taken first: whoever changes it now waits, and finds it gone.
      if (draft.revision !== revision || !(await updateDraft(database, draft, clock())))
        return { refused: 'changed-meanwhile' };
      const { ars, serviceKey, isDemonstration, definition } = draft;
      const published = await publishForm(inside, { ars, id, serviceKey, isDemonstration, definition });
      if ('refused' in published) return published;
      await deleteDraft(database, draft);
      await setClosed(database, draft, null);
      return published;
    },
  );

export const discardDraft = (context: Has, acting: Acting, { id }: { id: string }): Promise<object> =>
  within(context, acting, { act: 'discard-form', id }, async ({ database }) => {
    await deleteDraft(database, { ars: acting.organisation.ars, id });
    return {};
  });

/** Nobody can begin it any more; what was begun goes on. */
export const closeForm = (
  context: Has,
  acting: Acting,
  { id, isClosed }: { id: string; isClosed: boolean },
): Promise<object> =>
  within(
    context,
    acting,
    { act: isClosed ? 'close-form' : 'reopen-form', id },
    async ({ database, clock }) => {
      await setClosed(database, { ars: acting.organisation.ars, id }, isClosed ? clock() : null);
      return {};
    },
  );
