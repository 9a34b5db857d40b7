import type { Context } from '../../../foundation/database/context.ts';
import type { ApplicationKey } from '../applications/application.ts';
import { listChoices } from './choice-store.ts';
import type { Choice } from './delivery.ts';
import { saveDelivery } from './delivery-store.ts';

/** Where applications of one form go: as chosen for it, else for the town, else into the inbox here. */
export const choiceFor = async (
  { database }: Pick<Context, 'database'>,
  { ars, formId }: { ars: string; formId: string },
): Promise<Choice> => {
  const choices = await listChoices(database, ars);
  return choices.get(formId) ?? choices.get('') ?? { way: 'inbox' };
};

/** Call it with the transaction that sends the application, so that neither stands without the other. */
export const askDelivery = async (
  context: Context,
  { ars, id, formId }: ApplicationKey & { formId: string },
): Promise<void> => {
  const { way } = await choiceFor(context, { ars, formId });
  if (way === 'inbox') return;
  await saveDelivery(context.database, { ars, id, deliveryId: context.newId(), way }, context.clock());
};
