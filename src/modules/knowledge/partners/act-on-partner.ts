import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { tellOrganisation } from '../advice/tell-organisation.ts';
import { listOwnersOfEntries } from '../advice/thread-store.ts';
import { partnerMessages } from '../web/index.ts';
import type { PartnerText } from './check-partner.ts';
import type { ReferenceRefusal } from './contract.ts';
import { savePartner } from './partner-store.ts';
import { answerReference, countReferences, deleteReference, insertReference } from './reference-store.ts';

const MOST_REFERENCES = 30;

const record = (context: Context, acting: Acting, act: string, id: string): Promise<void> =>
  recordAct(context, acting, { act, record: { type: 'partner', id } });

export const describePartner = (context: Context, acting: Acting, partner: PartnerText): Promise<void> =>
  context.database.transaction().execute(async (database) => {
    await savePartner(database, acting.organisation, partner, { now: context.clock() });
    await record({ ...context, database }, acting, 'describe-partner', acting.organisation.id);
  });

/** Names an entry as one's work; whose entry it is, is asked. */
export const addReference = (
  context: Context,
  acting: Acting,
  entryId: string,
): Promise<{ done: true } | { refused: ReferenceRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const within = { ...context, database };
    const { organisation } = acting;
    const [owner] = await listOwnersOfEntries(database, [entryId]);
    if (!owner) return { refused: 'no-entry' as const };
    if (owner.ars === organisation.ars && owner.id === organisation.id)
      return { refused: 'own-entry' as const };
    if ((await countReferences(database, organisation)) >= MOST_REFERENCES)
      return { refused: 'too-many' as const };
    const isNew = await insertReference(database, organisation, { entryId, now: context.clock() });
    if (!isNew) return { done: true as const };
    const { notice } = partnerMessages('de');
    const subject = notice.refers(organisation.name, owner.title);
    await tellOrganisation(within, owner, { subject, text: notice.text, path: '/partner' }, acting.personId);
    await record(within, acting, 'add-reference', entryId);
    return { done: true as const };
  });

export const removeReference = (context: Context, acting: Acting, entryId: string): Promise<void> =>
  context.database.transaction().execute(async (database) => {
    await deleteReference(database, acting.organisation, entryId);
    await record({ ...context, database }, acting, 'remove-reference', entryId);
  });

/** Says of one's own entry whether a partner took part. */
export const confirmReference = (
  context: Context,
  acting: Acting,
  answered: { entryId: string; partnerId: string; answer: 'confirmed' | 'refused' },
): Promise<{ done: true } | { refused: 'unknown' }> =>
  context.database.transaction().execute(async (database) => {
    const isThere = await answerReference(database, acting.organisation, {
      ...answered,
      now: context.clock(),
    });
    if (!isThere) return { refused: 'unknown' as const };
    await record({ ...context, database }, acting, 'answer-reference', answered.entryId);
    return { done: true as const };
  });
