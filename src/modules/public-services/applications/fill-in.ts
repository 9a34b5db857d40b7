import { berlinDay } from '../../../foundation/time/zone.ts';
import { type FieldFault, firstOpenStep, missingIn, readTyped, type Typed } from '../forms/check-answers.ts';
import { askedOf } from '../forms/condition.ts';
import { MOST_FILES } from '../forms/form-definition.ts';
import { findOpenForm } from '../forms/form-store.ts';
import { type Known, prefill } from '../forms/prefill.ts';
import { asAsked } from '../forms/representation.ts';
import { countUse } from '../metrics/use-store.ts';
import { actOnOwn, type OwnRefusal } from './act-on-own.ts';
import { type ApplicationContext, type ApplicationKey, MOST_FILES_AT_ALL } from './application.ts';
import { type Access, saveApplication, stampApplication } from './application-store.ts';
import { checkFile, type FileRefusal } from './check-file.ts';
import { deleteFile, listFiles } from './enclosure-store.ts';
import { openApplication, sealAnswers, sealFile } from './open-application.ts';
import { hashOfSecret, newSecret } from './secret.ts';

/** A draft with what is known of the person already. @returns the secret that opens it: it is told once and stored nowhere. */
export const beginApplication = (
  context: ApplicationContext,
  {
    ars,
    formId,
    personId,
    known = {},
  }: { ars: string; formId: string; personId: string | null; known?: Known },
): Promise<{ id: string; secret: string } | { refused: 'unknown-form' }> =>
  context.database.transaction().execute(async (database) => {
    const form = await findOpenForm(database, ars, formId);
    if (!form) return { refused: 'unknown-form' };
    const id = context.newId();
    const secret = newSecret();
    const place = { ars, applicationId: id, kind: 'answers' } as const;
    const answers = Buffer.from(JSON.stringify(prefill(asAsked(form.definition, {}), known)));
    const { keyNumber, sealed } = await context.keys.seal({ ...context, database }, place, answers);
    const { version: formVersion, definition } = form;
    const { keptDays } = definition;
    const secretHash = hashOfSecret(secret);
    await saveApplication(
      database,
      { ars, id, formId, formVersion, secretHash, personId, keyNumber, sealed, keptDays },
      context.clock(),
    );
    const day = berlinDay(context.clock());
    await countUse(database, { ars, formId, happening: 'started' }, day);
    return { id, secret };
  });

export const uploadedFields = async (
  { database }: Pick<ApplicationContext, 'database'>,
  key: ApplicationKey,
): Promise<Set<string>> => new Set((await listFiles(database, key)).map(({ field }) => field));

export type FillRefusal =
  | OwnRefusal
  | { refused: 'unknown-step' }
  | { refused: 'faulty'; faults: FieldFault[] };

/** Saves one page. With a fault nothing of it is saved. `isLenient`: rows are added, what is missing may still come. */
export const fillStep = (
  context: ApplicationContext,
  access: Access,
  { stepId, typed, isLenient = false }: { stepId: string; typed: Typed; isLenient?: boolean },
): Promise<{ next: string | undefined } | FillRefusal> =>
  actOnOwn<{ next: string | undefined } | FillRefusal>(
    context,
    access,
    ['fill', 'correct'],
    async (inside, application) => {
      const { form, answers } = await openApplication(inside, application);
      const asked = askedOf(form.definition, answers).steps.find(({ step }) => step.id === stepId);
      if (!asked) return { refused: 'unknown-step' };
      // All fields of the page are read: an answer on it may bring up another one of the same page.
      const read = readTyped(form.definition, asked.step.fields, typed);
      const others = Object.entries(answers).filter(
        ([at]) => !asked.step.fields.some(({ name }) => name === at),
      );
      const all = { ...Object.fromEntries(others), ...read.answers };
      const now = askedOf(form.definition, all);
      const shown = now.steps.find(({ step }) => step.id === stepId)?.fields ?? [];
      const shownFaults = read.faults.filter(({ at }) => shown.some(({ name }) => name === at.split('.')[0]));
      const uploaded = await uploadedFields(inside, application);
      const missing = isLenient ? [] : missingIn(form.definition, shown, all, uploaded);
      const faults = [
        ...shownFaults,
        ...missing.filter(({ at }) => !shownFaults.some((fault) => fault.at === at)),
      ];
      if (faults.length > 0) return { refused: 'faulty', faults };
      await sealAnswers(inside, application, all);
      const ids = now.steps.map(({ step }) => step.id);
      return { next: ids[ids.indexOf(stepId) + 1] };
    },
  );

export type UploadRefusal = OwnRefusal | { refused: FileRefusal | 'unknown-field' | 'too-many-files' };

/** Adds a file to a field of the form, or, with an empty field, to what has already been sent. */
export const addFile = async (
  context: ApplicationContext,
  access: Access,
  { field, bytes }: { field: string; bytes: Uint8Array },
): Promise<{ fileId: string } | UploadRefusal> => {
  // Before the transaction: drawing a picture anew takes a while, and holds nobody up.
  const clean = await checkFile(bytes);
  if ('refused' in clean) return clean;
  const acts = field === '' ? (['addDocument'] as const) : (['fill', 'correct'] as const);
  return actOnOwn<{ fileId: string } | UploadRefusal>(
    context,
    access,
    [...acts],
    async (inside, application) => {
      const { form, answers } = await openApplication(inside, application);
      const files = await listFiles(inside.database, application);
      if (files.length >= MOST_FILES_AT_ALL) return { refused: 'too-many-files' };
      if (field !== '') {
        const fields = askedOf(form.definition, answers).steps.flatMap((step) => step.fields);
        const asked = fields.find(({ name, kind }) => name === field && kind === 'upload');
        if (!asked) return { refused: 'unknown-field' };
        const there = files.filter((file) => file.field === field).length;
        if (there >= Math.min(asked.most ?? 1, MOST_FILES)) return { refused: 'too-many-files' };
      }
      const fileId = await sealFile(inside, application, { field, ...clean });
      await stampApplication(inside.database, application, { changed_at: inside.clock() });
      return { fileId };
    },
  );
};

/** Takes a file out again before the form is sent. */
export const removeFile = (
  context: ApplicationContext,
  access: Access,
  { fileId }: { fileId: string },
): Promise<{ removed: true } | OwnRefusal> =>
  actOnOwn(context, access, ['fill'], async ({ database }, application) => {
    await deleteFile(database, application, fileId);
    return { removed: true as const };
  });

/** Where somebody goes on: the first page that is not done; undefined: everything is there. */
export const openStepOf = async (
  context: ApplicationContext,
  { application, form, answers }: Awaited<ReturnType<typeof openApplication>>,
): Promise<string | undefined> =>
  firstOpenStep(form.definition, answers, await uploadedFields(context, application));
