import { createHash } from 'node:crypto';
import type { Context, Database } from '../../../../foundation/database/context.ts';
import { readParkingFile } from '../../feeds/formats.ts';
import { storable } from '../../feeds/said.ts';
import {
  countedAt,
  type ParkingSite,
  type Reading,
  type Rejection,
  type SiteCount,
} from '../parking-site.ts';
import type { Input, Locate, ParkingSource, SiteFigures, SiteRefusal, SiteReport } from '../source.ts';
import {
  type CountRow,
  type KnownSite,
  listKnownSites,
  lockSource,
  type SiteRow,
  saveCounts,
  saveFailure,
  saveReading,
  saveSites,
  withdrawSites,
} from './import-store.ts';

const UNKNOWN: SiteRefusal = {
  refused: 'unknown-source',
  reason: { de: 'Die Quelle ist nicht eingetragen.', en: 'The source is not registered.' },
};
const OUTSIDE = {
  de: 'Der Punkt liegt in keiner deutschen Gemeinde.',
  en: 'The point lies in no German municipality.',
};
const NO_SITE = {
  de: 'Zu dieser Zählung gibt es keinen Parkplatz.',
  en: 'There is no site for this count.',
};
// Raised when the stored form changes, so that the next reading writes every site anew.
const EDITION = '1';

/**
 * Reads a file of a source into sites and counts, in one transaction: either all of it stands afterwards, or nothing of it.
 * A file of counts alone withdraws no site.
 */
export const importParkingSites = async (
  context: Context,
  source: ParkingSource,
  input: Input,
  locate: Locate,
): Promise<SiteReport | SiteRefusal> => {
  const now = context.clock();
  const reading = await readParkingFile(source.format, input);
  if ('refused' in reading) {
    await saveFailure(context.database, source, now, reading.reason.de);
    return reading;
  }
  const { located, outside } = await locateSites(reading, locate);
  return context.database.transaction().execute(async (database) => {
    if (!(await lockSource(database, source))) return UNKNOWN;
    const owner = { ars: source.ars, id: source.countsFor ?? source.id };
    const written = await writeSites({ ...context, database }, source, located, now);
    const { counted, unmatched } = await writeCounts(
      database,
      owner,
      { counts: reading.counts, located },
      now,
    );
    const rejected = [...reading.rejected, ...outside, ...unmatched];
    const figures: SiteFigures = {
      ...written,
      read: located.length + reading.counts.length,
      counted,
      rejected: rejected.length,
      skipped: reading.skipped,
    };
    await saveReading(database, source, now, { figures, rejected, revision: input.revision });
    return { figures, rejected };
  });
};

type Located = { ars: string; site: ParkingSite };

const locateSites = async ({ sites }: Reading, locate: Locate) => {
  const located: Located[] = [];
  const outside: Rejection[] = [];
  for (const site of sites) {
    const place = await locate(site.point);
    if (place) located.push({ ars: place.ars, site });
    else outside.push({ position: storable(`${site.foreignId} ${site.name}`, 100), reason: OUTSIDE });
  }
  return { located, outside };
};

const hashOf = ({ occupancy: _, ...facts }: ParkingSite): string =>
  createHash('sha256').update(EDITION).update(JSON.stringify(facts)).digest('base64url').slice(0, 27);

/** A site that crossed a border is withdrawn there and new here. */
const writeSites = async (
  { database, newId }: Pick<Context, 'database' | 'newId'>,
  source: ParkingSource,
  located: Located[],
  now: Date,
) => {
  const figures = { created: 0, changed: 0, unchanged: 0, withdrawn: 0 };
  if (source.countsFor !== undefined || located.length === 0) return figures;
  const known = new Map(
    (await listKnownSites(database, source)).map((one) => [`${one.ars} ${one.foreignId}`, one]),
  );
  const rows: SiteRow[] = [];
  for (const { ars, site } of located) {
    const key = `${ars} ${site.foreignId}`;
    const before = known.get(key);
    known.delete(key);
    const hash = hashOf(site);
    if (before && !before.isWithdrawn && before.hash === hash) figures.unchanged += 1;
    else {
      figures[before ? 'changed' : 'created'] += 1;
      rows.push({ ars, id: before?.id ?? newId(), hash, site });
    }
  }
  const gone = [...known.values()].filter(({ isWithdrawn }) => !isWithdrawn);
  figures.withdrawn = gone.length;
  if (rows.length > 0) await saveSites(database, source, rows, now);
  if (gone.length > 0) await withdrawSites(database, source, gone, now);
  return figures;
};

const writeCounts = async (
  database: Database,
  owner: Pick<ParkingSource, 'ars' | 'id'>,
  { counts, located }: Pick<Reading, 'counts'> & { located: Located[] },
  now: Date,
) => {
  const said: SiteCount[] = [
    ...counts,
    ...located.flatMap(({ site: { foreignId, occupancy } }) => (occupancy ? [{ foreignId, occupancy }] : [])),
  ];
  if (said.length === 0) return { counted: 0, unmatched: [] };
  const known = new Map<string, KnownSite>();
  for (const site of await listKnownSites(database, owner))
    if (!site.isWithdrawn) known.set(site.foreignId, site);
  const rows: CountRow[] = [];
  const unmatched: Rejection[] = [];
  for (const { foreignId, occupancy } of said) {
    const site = known.get(foreignId);
    if (site)
      rows.push({ ars: site.ars, id: site.id, occupancy: countedAt(occupancy, site.capacity ?? undefined) });
    else unmatched.push({ position: storable(foreignId, 100), reason: NO_SITE });
  }
  if (rows.length > 0) await saveCounts(database, owner, rows, now);
  return { counted: rows.length, unmatched };
};
