import type { Context } from '../../../foundation/database/context.ts';
import type { FetchOptions } from '../import/run/fetch-source.ts';
import { importFromWeb } from '../import/run/import-from-web.ts';
import type { Places } from '../import/run/source.ts';
import { findSource } from './source-store.ts';

/** Reads one subscribed source. @returns a few figures of the run; undefined where nobody subscribes to it any more. */
export const readSubscribedSource = async (
  context: Context,
  { ars, id }: { ars: string; id: string },
  places: Places,
  options: FetchOptions = {},
): Promise<Record<string, number | string> | undefined> => {
  const source = await findSource(context.database, ars, id);
  if (source?.url === undefined) return undefined;
  const { url } = source;
  const report = await importFromWeb(context, { ...source, url }, places, options);
  // What a publisher serves may be broken for weeks: that is a result, not a fault of the job.
  if ('refused' in report) return { refused: report.refused };
  if ('unchanged' in report) return { unchanged: 'yes' };
  const { read, created, changed, vanished, rejected } = report.counts;
  return { read, created, changed, vanished, rejected };
};
