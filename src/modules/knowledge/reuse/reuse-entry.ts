import type { Context } from '../../../foundation/database/context.ts';
import { tellEvent } from '../../../foundation/events/tell-event.ts';
import { type Acting, findHolders, notify, recordAct } from '../../accounts/index.ts';
import { displayName, type PlaceIndex } from '../../municipalities/index.ts';
import { findPublicEntry, type PublicEntry } from '../library/public-store.ts';
import type { MeasureDraft, ReuseState } from './contract.ts';
import { draftMeasure, isPlannable } from './draft-measure.ts';
import { findOrigin, findOwnReuse, findReuseOf, insertReuse, saveOutcome } from './reuse-store.ts';
import { outcomeNotice, reusedNotice } from './tell-origin.ts';

export type ReuseRefusal = 'unknown' | 'own-entry' | 'not-plannable' | 'changed-meanwhile' | 'too-long';
export type ReuseAct = 'reuse-knowledge' | 'tell-outcome';

export const LONGEST_RESULT = 2000;

type Setting = Context & { places: PlaceIndex };

/** The measure that an entry makes for a municipality; nothing is written. */
export const draftFor = (
  entry: PublicEntry,
  { places, address }: { places: PlaceIndex; address: (id: string, version: number) => string },
  here: { ars: string; name: string },
): MeasureDraft =>
  draftMeasure(
    {
      ...entry,
      address: address(entry.id, entry.version),
      population: (entry.ars && places.get(entry.ars)?.population) || null,
    },
    { ...here, population: places.get(here.ars)?.population ?? null },
  );

/** Those who answer for an organisation's digital work. */
const answering = async (context: Context, organisation: { ars: string; id: string }): Promise<string[]> => [
  ...new Set([
    ...(await findHolders(context, organisation, 'digitalOfficer')),
    ...(await findHolders(context, organisation, 'editor')),
  ]),
];

/**
 * Plans an entry of another organisation here: the draft is kept, the origin is told, the other modules hear of it.
 * Asked again, the same reuse.
 */
export const reuseEntry = (
  setting: Setting,
  acting: Acting,
  {
    entryId,
    isNamed,
    address,
  }: { entryId: string; isNamed: boolean; address: (id: string, version: number) => string },
): Promise<{ id: string } | { refused: ReuseRefusal }> =>
  setting.database.transaction().execute(async (database) => {
    const context = { ...setting, database };
    const { organisation } = acting;
    const entry = await findPublicEntry(database, entryId);
    const origin = entry && (await findOrigin(database, entryId));
    if (!entry || !origin) return { refused: entry ? 'not-plannable' : 'unknown' };
    if (!isPlannable(entry.kind)) return { refused: 'not-plannable' };
    if (origin.ars === organisation.ars && origin.organisation_id === organisation.id)
      return { refused: 'own-entry' };
    const unit = setting.places.get(organisation.ars);
    const name = unit ? displayName(unit) : organisation.name;
    const draft = draftFor(entry, { ...setting, address }, { ars: organisation.ars, name });
    const id = setting.newId();
    const isNew = await insertReuse(database, organisation, {
      id,
      entry_ars: origin.ars,
      entry_organisation_id: origin.organisation_id,
      draft,
      is_named: isNamed,
      demonstration: origin.demonstration,
      now: setting.clock(),
    });
    if (!isNew) {
      const known = await findReuseOf(database, organisation, entryId);
      return known ? { id: known.id } : { refused: 'unknown' };
    }
    await recordAct(context, acting, { act: 'reuse-knowledge', record: { type: 'knowledge-reuse', id } });
    await tellEvent(context, {
      ars: organisation.ars,
      type: 'entry-reused',
      payload: { reuse: id, organisation: organisation.id, draft },
    });
    const told = { ars: origin.ars, id: origin.organisation_id };
    await notify(context, {
      personIds: await answering(context, told),
      topic: 'network',
      ...reusedNotice(draft, told.id),
    });
    return { id };
  });

/** What became of it here; it stands at the entry, and the origin is told. */
export const tellOutcome = (
  setting: Context,
  acting: Acting,
  told: { id: string; state: ReuseState; result: string; isNamed: boolean; revision: number },
): Promise<{ done: true } | { refused: ReuseRefusal }> =>
  setting.database.transaction().execute(async (database) => {
    const context = { ...setting, database };
    if (told.result.length > LONGEST_RESULT) return { refused: 'too-long' as const };
    const reuse = await findOwnReuse(database, acting.organisation, told.id);
    if (!reuse) return { refused: 'unknown' as const };
    if (!(await saveOutcome(database, reuse, { ...told, now: setting.clock() })))
      return { refused: 'changed-meanwhile' as const };
    await recordAct(context, acting, {
      act: 'tell-outcome',
      record: { type: 'knowledge-reuse', id: reuse.id },
    });
    const origin = { ars: reuse.entry_ars, id: reuse.entry_organisation_id };
    if (told.state !== reuse.state || told.result !== reuse.result)
      await notify(context, {
        personIds: await answering(context, origin),
        topic: 'network',
        ...outcomeNotice({ ...reuse, state: told.state, result: told.result }),
      });
    return { done: true as const };
  });
