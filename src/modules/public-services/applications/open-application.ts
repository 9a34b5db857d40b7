import type { Answers, Form } from '../forms/form-definition.ts';
import { findForm } from '../forms/form-store.ts';
import { asAsked } from '../forms/representation.ts';
import type {
  Application,
  ApplicationContext,
  ApplicationKey,
  ApplicationMessage,
  OpenedApplication,
} from './application.ts';
import { saveAnswers } from './application-store.ts';
import { findStoredFile, listStoredMessages, saveFile, saveMessage } from './enclosure-store.ts';
import { openSigning } from './signing/open-signing.ts';

/** What is sealed of an application, opened. */
export const openApplication = async (
  context: Pick<ApplicationContext, 'database' | 'keys'>,
  application: Application,
): Promise<OpenedApplication> => {
  const { ars, id, keyNumber, sealedAnswers, formId, formVersion } = application;
  const form: Form | undefined = await findForm(context.database, ars, formId, formVersion);
  if (!form) throw new Error(`There is no form ${formId} ${formVersion} of ${ars}.`);
  const plain = await context.keys.open(
    context,
    { ars, applicationId: id, kind: 'answers' },
    keyNumber,
    sealedAnswers,
  );
  const answers = JSON.parse(plain.toString()) as Answers;
  const { actingFor, secondSigner } = form.definition;
  const signing = actingFor || secondSigner ? await openSigning(context, { ars, id }) : undefined;
  return {
    application,
    form: { ...form, definition: asAsked(form.definition, answers) },
    answers,
    signing,
  };
};

/** Call it inside the transaction that holds the application. */
export const sealAnswers = async (
  context: ApplicationContext,
  { ars, id }: ApplicationKey,
  answers: Answers,
): Promise<void> => {
  const place = { ars, applicationId: id, kind: 'answers' } as const;
  const sealed = await context.keys.seal(context, place, Buffer.from(JSON.stringify(answers)));
  await saveAnswers(context.database, { ars, id }, sealed, context.clock());
};

export const sealMessage = async (
  context: ApplicationContext,
  { ars, id }: ApplicationKey,
  message: Pick<ApplicationMessage, 'writtenBy' | 'kind' | 'text'>,
): Promise<void> => {
  const place = { ars, applicationId: id, kind: 'message' } as const;
  const { keyNumber, sealed } = await context.keys.seal(context, place, Buffer.from(message.text));
  const { writtenBy, kind } = message;
  await saveMessage(
    context.database,
    { ars, id },
    { id: context.newId(), writtenBy, kind, keyNumber, content: sealed, writtenAt: context.clock() },
  );
};

export const listMessages = async (
  context: ApplicationContext,
  { ars, id }: ApplicationKey,
): Promise<ApplicationMessage[]> => {
  const place = { ars, applicationId: id, kind: 'message' } as const;
  const messages: ApplicationMessage[] = [];
  for (const { keyNumber, content, ...message } of await listStoredMessages(context.database, { ars, id })) {
    const text = (await context.keys.open(context, place, keyNumber, content)).toString();
    messages.push({ ...message, text });
  }
  return messages;
};

export const sealFile = async (
  context: ApplicationContext,
  { ars, id }: ApplicationKey,
  file: { field: string; kind: 'pdf' | 'png' | 'jpeg'; bytes: Uint8Array },
): Promise<string> => {
  const fileId = context.newId();
  const place = { ars, applicationId: id, kind: 'file' } as const;
  const { keyNumber, sealed } = await context.keys.seal(context, place, file.bytes);
  const { field, kind, bytes } = file;
  await saveFile(
    context.database,
    { ars, id },
    { id: fileId, field, kind, bytes: bytes.length, keyNumber, content: sealed, addedAt: context.clock() },
  );
  return fileId;
};

export const openFile = async (
  context: ApplicationContext,
  { ars, id }: ApplicationKey,
  fileId: string,
): Promise<{ kind: 'pdf' | 'png' | 'jpeg'; bytes: Buffer } | undefined> => {
  const stored = await findStoredFile(context.database, { ars, id }, fileId);
  if (!stored) return undefined;
  const place = { ars, applicationId: id, kind: 'file' } as const;
  const bytes = await context.keys.open(context, place, stored.keyNumber, stored.content);
  return { kind: stored.kind, bytes };
};
