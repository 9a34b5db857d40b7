import type { Context } from '../../../foundation/database/context.ts';
import { findHolders, notify } from '../../accounts/index.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';
import { serviceMessages } from '../web/index.ts';
import { listUntold, markTold, nameKeys } from './coverage-store.ts';

const MOST_NAMED = 20;

/** Each finding is told once, to the editors of the unit whose rule it is about. @returns how many units were told. */
export const tellFindings = async (context: Context, places: Pick<PlaceIndex, 'get'>): Promise<number> => {
  const { coverage: t } = serviceMessages('de');
  const untold = await listUntold(context.database);
  const names = await nameKeys(context.database, [...new Set(untold.map(({ service_key }) => service_key))]);
  let told = 0;
  for (const [ars, findings] of Map.groupBy(untold, (finding) => finding.ars)) {
    const personIds = await findHolders(context, { ars, id: ars }, 'editor');
    // Nobody is there yet: whoever comes later is told then.
    if (personIds.length === 0) continue;
    const lines = findings.map(({ service_key: key, kind }) => `${names.get(key) ?? key}: ${t.kinds[kind]}`);
    await context.database.transaction().execute(async (database) => {
      await notify(
        { ...context, database },
        {
          personIds,
          topic: 'links',
          subject: t.noticeSubject(findings.length),
          text: lines.slice(0, MOST_NAMED).join('\n'),
          path: `/leistungen/abdeckung?ort=${places.get(ars)?.ags ?? ars}`,
        },
      );
      await markTold(database, ars, context.clock());
    });
    told += 1;
  }
  return told;
};
