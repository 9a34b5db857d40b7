import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, normalisedMail, recordAct } from '../../accounts/index.ts';
import { findForm } from '../forms/form-store.ts';
import { deleteChoice, listChoices, saveChoice } from './choice-store.ts';
import type { Choice } from './delivery.ts';
import { type CertificateFault, checkCertificate } from './mail/check-certificate.ts';

export const AS_TOWN = 'asTown';

/** As it was typed and uploaded. */
export type ChoiceWish = {
  /** Empty: all forms. */ formId: string;
  way: string;
  mail: string;
  certificate: Uint8Array;
  destinationId: string;
  schemaUri: string;
};
export type ChoiceField = keyof ChoiceWish;
export type ChoiceFault = {
  field: ChoiceField;
  reason:
    | CertificateFault
    | 'unknown-form'
    | 'unknown-way'
    | 'not-a-mail-address'
    | 'not-a-destination'
    | 'not-a-schema'
    | 'not-set-up';
};

const isUuid = (text: string): boolean => v.is(v.pipe(v.string(), v.uuid()), text);
const SCHEMA = /^(https:\/\/|urn:)[!-~]{3,500}$/;

const mailChoice = (wish: ChoiceWish, known: Choice | undefined, now: Date): Choice | ChoiceFault[] => {
  const mail = normalisedMail(wish.mail);
  const kept = known?.way === 'mail' && wish.certificate.length === 0 ? known.certificate : wish.certificate;
  const certificate = checkCertificate(kept, now);
  const faults: ChoiceFault[] = [];
  if (mail === undefined) faults.push({ field: 'mail', reason: 'not-a-mail-address' });
  if ('refused' in certificate) faults.push({ field: 'certificate', reason: certificate.refused });
  if (mail === undefined || 'refused' in certificate) return faults;
  return { way: 'mail', mail, certificate: certificate.pem };
};

const fitConnectChoice = (
  { destinationId, schemaUri }: ChoiceWish,
  hasFitConnect: boolean,
): Choice | ChoiceFault[] => {
  const faults: ChoiceFault[] = [];
  if (!hasFitConnect) faults.push({ field: 'way', reason: 'not-set-up' });
  if (destinationId !== '' && !isUuid(destinationId))
    faults.push({ field: 'destinationId', reason: 'not-a-destination' });
  if (!SCHEMA.test(schemaUri)) faults.push({ field: 'schemaUri', reason: 'not-a-schema' });
  if (faults.length > 0) return faults;
  return { way: 'fitConnect', destinationId: destinationId === '' ? null : destinationId, schemaUri };
};

const readChoice = (
  wish: ChoiceWish,
  known: Choice | undefined,
  { now, hasFitConnect }: { now: Date; hasFitConnect: boolean },
): Choice | ChoiceFault[] => {
  if (wish.way === 'inbox') return { way: 'inbox' };
  if (wish.way === 'mail') return mailChoice(wish, known, now);
  if (wish.way === 'fitConnect') return fitConnectChoice(wish, hasFitConnect);
  return [{ field: 'way', reason: 'unknown-way' }];
};

/** A town says where the applications of all its forms, or of one of them, go from now on. */
export const chooseDelivery = (
  context: Context,
  acting: Acting,
  wish: ChoiceWish,
  hasFitConnect: boolean,
): Promise<{ chosen: true } | { refused: 'faulty'; faults: ChoiceFault[] }> =>
  context.database.transaction().execute(async (database) => {
    const { ars } = acting.organisation;
    const { formId } = wish;
    const key = { ars, formId };
    if (formId !== '' && !(await findForm(database, ars, formId)))
      return { refused: 'faulty', faults: [{ field: 'formId', reason: 'unknown-form' }] };
    const isAsTown = formId !== '' && wish.way === AS_TOWN;
    if (isAsTown) await deleteChoice(database, key);
    else {
      const now = context.clock();
      const known = (await listChoices(database, ars)).get(formId);
      const choice = readChoice(wish, known, { now, hasFitConnect });
      if (Array.isArray(choice)) return { refused: 'faulty', faults: choice };
      await saveChoice(database, key, choice, now);
    }
    await recordAct({ ...context, database }, acting, {
      act: 'choose-delivery',
      record: { type: 'delivery-choice', id: formId === '' ? ars : formId },
      detail: { way: wish.way },
    });
    return { chosen: true };
  });
