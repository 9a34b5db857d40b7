import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { listSightings, lockSource, saveSource, vanishSightings } from '../import/run/import-store.ts';
import type { Source } from '../import/run/source.ts';
import { countSources, findSource, forgetAddress } from './source-store.ts';

/** What an editor can subscribe to without help; other formats need a mapping, and come by the command. */
export const subscribableFormats = ['icalendar', 'feed', 'geojson-osm', 'schema-org', 'csv'] as const;

const MOST_SOURCES = 100;

const nameIn = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
const addressIn = v.pipe(v.string(), v.trim(), v.maxLength(2_000), v.url(), v.regex(/^https?:\/\//));
const licenceIn = v.pipe(v.string(), v.trim(), v.maxLength(100));

export type SubscribeFault = 'name-missing' | 'address-unreadable' | 'format-unknown' | 'licence-too-long';

type Typed = Record<'name' | 'url' | 'format' | 'licence', unknown>;

const read = ({ name, url, format, licence }: Typed) => ({
  name: v.safeParse(nameIn, name),
  url: v.safeParse(addressIn, url),
  format: v.safeParse(v.picklist(subscribableFormats), format),
  licence: v.safeParse(licenceIn, licence),
});

/** A calendar, a feed or a file of somebody else that is read into the own offers from now on. */
export const subscribeSource = async (
  context: Context,
  acting: Acting,
  typed: Typed,
): Promise<
  { sourceId: string } | { refused: 'faulty'; faults: SubscribeFault[] } | { refused: 'too-many-sources' }
> => {
  const { name, url, format, licence } = read(typed);
  if (!name.success || !url.success || !format.success || !licence.success)
    return {
      refused: 'faulty',
      faults: [
        ...(name.success ? [] : ['name-missing' as const]),
        ...(url.success ? [] : ['address-unreadable' as const]),
        ...(format.success ? [] : ['format-unknown' as const]),
        ...(licence.success ? [] : ['licence-too-long' as const]),
      ],
    };
  const { organisation } = acting;
  return context.database.transaction().execute(async (database) => {
    if ((await countSources(database, organisation.ars)) >= MOST_SOURCES)
      return { refused: 'too-many-sources' };
    const sourceId = context.newId();
    await saveSource(database, {
      ars: organisation.ars,
      id: sourceId,
      name: name.output,
      format: format.output,
      url: url.output,
      attribution: organisation.name,
      demonstration: false,
      ...(licence.output !== '' && { licence: licence.output }),
    });
    await recordAct({ ...context, database }, acting, {
      act: 'subscribe-source',
      record: { type: 'source', id: sourceId },
      detail: { format: format.output },
    });
    return { sourceId };
  });
};

/** Reads it no more; what it brought is withdrawn, but for what another source shows as well. */
export const cancelSource = (
  context: Context,
  acting: Acting,
  sourceId: string,
): Promise<{ cancelled: true; withdrawn: number } | { refused: 'unknown-source' }> =>
  context.database.transaction().execute(async (database) => {
    const { ars } = acting.organisation;
    const source = await findSource(database, ars, sourceId);
    if (!source || source.format === 'desk' || !(await lockSource(database, source)))
      return { refused: 'unknown-source' };
    const withdrawn = await withdrawAll(context, database, source);
    if (source.url === undefined && withdrawn === 0) return { refused: 'unknown-source' };
    await forgetAddress(database, ars, sourceId);
    await recordAct({ ...context, database }, acting, {
      act: 'cancel-source',
      record: { type: 'source', id: sourceId },
      detail: { withdrawn },
    });
    return { cancelled: true, withdrawn };
  });

const withdrawAll = async (
  context: Context,
  database: Context['database'],
  source: Source,
): Promise<number> => {
  const shown = (await listSightings(database, source)).filter(({ vanished }) => !vanished);
  if (shown.length > 0) await vanishSightings(database, source, shown, context.clock());
  return shown.length;
};
