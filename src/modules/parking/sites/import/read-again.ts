import type { Context } from '../../../../foundation/database/context.ts';
import type { Fetch, Locate, SiteRefusal, SiteReport } from '../source.ts';
import { findParkingSource } from '../source-store.ts';
import { importParkingSites } from './import-sites.ts';
import { markUnchanged, saveFailure } from './import-store.ts';

/** Reads a source from its address, if it changed there since the last time. */
export const readParkingSourceAgain = async (
  context: Context,
  key: { ars: string; id: string },
  setting: { fetch: Fetch; locate: Locate },
): Promise<
  SiteReport | SiteRefusal | { unchanged: true } | { refused: string; detail: string } | undefined
> => {
  const found = await findParkingSource(context.database, key.ars, key.id);
  if (found?.source.url === undefined) return undefined;
  const fetched = await setting.fetch(found.source.url, found.revision);
  const now = context.clock();
  if ('bytes' in fetched) return importParkingSites(context, found.source, fetched, setting.locate);
  if ('refused' in fetched)
    await saveFailure(context.database, key, now, `${fetched.refused}: ${fetched.detail}`);
  else await markUnchanged(context.database, key, now);
  return 'refused' in fetched ? fetched : { unchanged: true };
};
