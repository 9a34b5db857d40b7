import type { Context } from '../../../foundation/database/context.ts';
import { foldText } from '../../../foundation/text/search-text.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';
import { tellOrganisation } from '../advice/tell-organisation.ts';
import { cooperationMessages } from '../web/index.ts';
import type { NewCooperation } from './check-cooperation.ts';
import {
  endCooperation,
  findOwnCooperation,
  insertCooperation,
  listOwnCooperations,
} from './cooperation-store.ts';
import { findMatches } from './find-matches.ts';

const MOST_OPEN = 20;

const record = (context: Context, acting: Acting, act: string, id: string): Promise<void> =>
  recordAct(context, acting, { act, record: { type: 'cooperation', id } });

/** Opens a gap or a plan to towns nearby with the same one, and tells those that there are. */
export const openCooperation = (
  context: Context & { places: PlaceIndex },
  acting: Acting,
  cooperation: NewCooperation,
): Promise<{ id: string } | { refused: 'too-many' }> =>
  context.database.transaction().execute(async (database) => {
    const { organisation } = acting;
    const within = { ...context, database };
    const open = (await listOwnCooperations(database, organisation)).filter((one) => one.ended_at === null);
    if (open.length >= MOST_OPEN) return { refused: 'too-many' as const };
    const id = context.newId();
    const folded = foldText(`${cooperation.title} ${cooperation.text}`);
    await insertCooperation(database, organisation, { ...cooperation, id, folded, now: context.clock() });
    await record(within, acting, 'open-cooperation', id);
    const own = await findOwnCooperation(database, organisation, id);
    const { notice } = cooperationMessages('de');
    for (const { other } of own ? await findMatches(within, own) : []) {
      const subject = notice.subject(organisation.name, cooperation.title);
      const told = { subject, text: notice.text(other.title), path: '/zusammenarbeit' };
      await tellOrganisation(within, { ars: other.ars, id: other.organisation_id }, told, acting.personId);
    }
    return { id };
  });

/** Shows it to nobody any more. */
export const closeCooperation = (context: Context, acting: Acting, id: string): Promise<boolean> =>
  context.database.transaction().execute(async (database) => {
    const isEnded = await endCooperation(database, acting.organisation, { id, now: context.clock() });
    if (isEnded) await record({ ...context, database }, acting, 'end-cooperation', id);
    return isEnded;
  });
