import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { findForOffice } from '../applications/office-acts.ts';
import { findDelivery, saveProgress, settleDelivery } from './delivery-store.ts';

/** Somebody at the desk wants it handed over once more, after whatever was wrong has been put right. */
export const tryDeliveryAgain = (
  context: Context,
  acting: Acting,
  { id }: { id: string },
): Promise<{ asked: true } | { refused: 'unknown-application' | 'not-failed' }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const application = await findForOffice(inside, acting, id, true);
    if (!application) return { refused: 'unknown-application' };
    const delivery = await findDelivery(database, application, true);
    if (delivery?.state !== 'failed') return { refused: 'not-failed' };
    const now = context.clock();
    // A submission that the service no longer knows: whether it arrived there is for this person to know.
    if (delivery.reasons.includes('unknown-submission')) await saveProgress(database, delivery, null);
    await settleDelivery(database, delivery, { state: 'waiting', tries: 0, changed_at: now, due_at: now });
    await recordAct(inside, acting, { act: 'try-delivery-again', record: { type: 'application', id } });
    return { asked: true };
  });
