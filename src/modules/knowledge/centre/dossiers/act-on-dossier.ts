import type { Context } from '../../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../../accounts/index.ts';
import { listPublicEntriesOf } from '../../library/public-store.ts';
import type { Dossier, DossierFaults } from './contract.ts';
import {
  insertDossier,
  lockOwnDossier,
  publishDossierVersion,
  type StoredDossier,
  saveDossier,
  takeBackStoredDossier,
} from './dossier-store.ts';
import { faultsBeforePublishing, isEntryId } from './read-dossier.ts';

export type DossierRefusal = 'unknown' | 'changed-meanwhile' | 'not-public';
type DossierAct = 'write-dossier' | 'publish-dossier' | 'take-back-dossier';

const record = (context: Context, acting: Acting, act: DossierAct, id: string): Promise<void> =>
  recordAct(context, acting, { act, record: { type: 'dossier', id } });

/** A new draft. @returns its id. */
export const writeDossier = (context: Context, acting: Acting): Promise<string> =>
  context.database.transaction().execute(async (database) => {
    const id = context.newId();
    const content: Dossier = { title: '', introduction: '', items: [] };
    await insertDossier(database, acting.organisation, { id, content, now: context.clock() });
    await record({ ...context, database }, acting, 'write-dossier', id);
    return id;
  });

/** Does something with the stored dossier and writes that it was done, both or neither. */
const actOn = <Done extends object>(
  context: Context,
  acting: Acting,
  { id, act }: { id: string; act: DossierAct },
  work: (dossier: StoredDossier, database: Context['database']) => Promise<Done>,
): Promise<Done | { refused: DossierRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const dossier = await lockOwnDossier(database, acting.organisation, id);
    if (!dossier) return { refused: 'unknown' as const };
    const done = await work(dossier, database);
    if (!('refused' in done) && !('faults' in done)) await record({ ...context, database }, acting, act, id);
    return done;
  });

/** Keeps what was typed, right or wrong: a draft may be both. */
export const keepDossier = (
  context: Context,
  acting: Acting,
  { id, revision, content }: { id: string; revision: number; content: Dossier },
) =>
  actOn(context, acting, { id, act: 'write-dossier' }, async (dossier, database) =>
    (await saveDossier(database, dossier, { content, revision, now: context.clock() }))
      ? { done: true as const }
      : { refused: 'changed-meanwhile' as const },
  );

/** What stands between a stored dossier and everybody now. */
const faultsOf = async (
  { database }: Pick<Context, 'database'>,
  content: Dossier,
): Promise<DossierFaults> => {
  const ids = content.items.map(({ entry }) => entry).filter(isEntryId);
  const found = new Set((await listPublicEntriesOf(database, ids)).map(({ id }) => id));
  return faultsBeforePublishing(content, (entry) => found.has(entry));
};

/** Shows the draft to everybody as a new version, if nothing is missing. */
export const publishDossier = (context: Context, acting: Acting, id: string) =>
  actOn(context, acting, { id, act: 'publish-dossier' }, async (dossier, database) => {
    const { content } = dossier;
    const faults = await faultsOf({ database }, content);
    if (Object.keys(faults).length > 0) return { faults };
    return { version: await publishDossierVersion(database, dossier, { content, now: context.clock() }) };
  });

export const takeBackDossier = (context: Context, acting: Acting, id: string) =>
  actOn(context, acting, { id, act: 'take-back-dossier' }, async (dossier, database) =>
    (await takeBackStoredDossier(database, dossier, context.clock()))
      ? { done: true as const }
      : { refused: 'not-public' as const },
  );
