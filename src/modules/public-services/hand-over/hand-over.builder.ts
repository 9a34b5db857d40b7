import { sql } from 'kysely';
import { sendApplication } from '../applications/applicant-acts.ts';
import type { ApplicationContext } from '../applications/application.ts';
import type { Access } from '../applications/application-store.ts';
import { FORM, filledDraft, LEEZEN, notice, pages } from '../applications/applications.builder.ts';
import { addFile, fillStep } from '../applications/fill-in.ts';
import { saveChoice } from './choice-store.ts';
import type { DeliverySetting } from './deliver-applications.ts';
import type { Choice, Delivery } from './delivery.ts';
import { findDelivery } from './delivery-store.ts';

/** Anywhere but in an encrypted parcel it may not be found. */
export const EVIDENCE = '%PDF-1.7\nKanarienvogel im Fahrzeugschein\n%%EOF';

/** From now on applications of the demonstration form go there. */
export const choose = (context: ApplicationContext, choice: Choice): Promise<void> =>
  saveChoice(context.database, { ars: LEEZEN, formId: FORM }, choice, context.clock());

/** Of the service that the test of FIT-Connect offers. */
export const withServiceKey = async ({ database }: ApplicationContext, key: string | null): Promise<void> => {
  await sql`update public_services.form set service_key = ${key} where ars = ${LEEZEN} and id = ${FORM}`.execute(
    database,
  );
};

/** An application with a file of evidence that has been sent. */
export const sentWithEvidence = async (
  context: ApplicationContext,
): Promise<{ ars: string; id: string; access: Access; receiptNumber: string }> => {
  const { id, access } = await filledDraft(context);
  const added = await addFile(context, access, { field: 'registration', bytes: Buffer.from(EVIDENCE) });
  if ('refused' in added) throw new Error(added.refused);
  await fillStep(context, access, { stepId: 'end', typed: pages.end ?? {} });
  const sent = await sendApplication(context, access, () => notice);
  if ('refused' in sent) throw new Error(sent.refused);
  return { ars: LEEZEN, id, access, ...sent };
};

export const deliveryOf = async (context: ApplicationContext, id: string): Promise<Delivery> => {
  const found = await findDelivery(context.database, { ars: LEEZEN, id });
  if (!found) throw new Error('There is no delivery.');
  return found;
};

/** Due at this moment, whatever was agreed. */
export const hurry = async ({ database, clock }: ApplicationContext): Promise<void> => {
  await sql`update public_services.delivery set due_at = ${clock()} where due_at is not null`.execute(
    database,
  );
};

export const settingOf = <C extends ApplicationContext>(
  context: C,
  carriers: Pick<DeliverySetting, 'mail' | 'fitConnect'>,
  faults: string[] = [],
): C & DeliverySetting => ({
  ...context,
  ...carriers,
  origin: 'https://allmende.example',
  townOf: () => ({ label: 'Leezen' }),
  onFault: (event, error) => faults.push(`${event}: ${error.message}`),
});
