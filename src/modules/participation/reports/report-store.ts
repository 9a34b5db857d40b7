import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import { type LonLat, toMetres } from '../../../foundation/geo/point.ts';
import type { ReportCategory, ReportState, StepBy } from '../contract.ts';
import { type Report, SAME_WITHIN_METRES, type Step } from './report.ts';

type Row = Omit<Report, 'point'> & { lon: number; lat: number };
type Key = { ars: string; id: string };

const COLUMNS = sql`r.ars, r.id, r.category, r.text, r.address, r.lon, r.lat, r.state, r.supporters,
  r.reported_at as "reportedAt", r.changed_at as "changedAt", r.closed_at as "closedAt"`;

const reportOf = ({ lon, lat, ...row }: Row): Report => ({ ...row, point: { lon, lat } });

export type NewReport = Pick<Report, 'ars' | 'id' | 'category' | 'text' | 'address' | 'point'> & {
  secretHash: string;
  way: 'page' | 'open311';
};

export const insertReport = async (database: Database, report: NewReport, now: Date): Promise<void> => {
  const { ars, id, category, text, address, point, secretHash, way } = report;
  const { x, y } = toMetres(point);
  await sql`
    insert into participation.report (ars, id, category, text, address, lon, lat, pt, state, secret_hash, way, reported_at, changed_at)
    values (${ars}, ${id}, ${category}, ${text}, ${address}, ${point.lon}, ${point.lat}, point(${x}, ${y}), 'received',
      ${secretHash}, ${way}, ${now}, ${now})`.execute(database);
};

export const insertStep = async (database: Database, { ars, id }: Key, step: Step): Promise<void> => {
  await sql`
    insert into participation.report_step (ars, report_id, id, state, note, made_by, made_at)
    values (${ars}, ${id}, ${step.id}, ${step.state}, ${step.note}, ${step.by}, ${step.at})`.execute(
    database,
  );
};

/** Its state as it is now, held until the transaction ends. */
export const lockReport = async (database: Database, { ars, id }: Key): Promise<Report | undefined> => {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from participation.report r where ars = ${ars} and id = ${id} for update`.execute(
    database,
  );
  return rows[0] && reportOf(rows[0]);
};

export const setReportState = async (
  database: Database,
  { ars, id }: Key,
  { state, isClosed, now }: { state: ReportState; isClosed: boolean; now: Date },
): Promise<void> => {
  await sql`
    update participation.report set state = ${state}, changed_at = ${now}, closed_at = ${isClosed ? now : null}
    where ars = ${ars} and id = ${id}`.execute(database);
};

export const listSteps = async (database: Database, { ars, id }: Key): Promise<Step[]> =>
  (
    await sql<Step>`
      select id, state, note, made_by as by, made_at as at from participation.report_step
      where ars = ${ars} and report_id = ${id} order by made_at, id limit 200`.execute(database)
  ).rows;

/** Reports of the same kind that are open within 50 m, the nearest first. */
export const listNear = async (
  database: Database,
  ars: string,
  { category, point }: { category: ReportCategory; point: LonLat },
): Promise<(Report & { metres: number })[]> => {
  const { x, y } = toMetres(point);
  const { rows } = await sql<Row & { metres: number }>`
    select ${COLUMNS}, r.pt <-> point(${x}, ${y}) as metres from participation.report r
    where ars = ${ars} and category = ${category} and state in ('received', 'accepted', 'in-progress')
      and pt <@ circle(point(${x}, ${y}), ${SAME_WITHIN_METRES})
    order by pt <-> point(${x}, ${y}), id limit 5`.execute(database);
  return rows.map(({ metres, ...row }) => ({ ...reportOf(row), metres }));
};

/** The newest first; without a town of all towns. */
export const listReports = async (
  database: Database,
  {
    ars,
    ids,
    state,
    category,
    from,
    to,
    isPublic,
    most,
    offset = 0,
  }: {
    ars?: string | undefined;
    ids?: readonly string[] | undefined;
    state?: 'open' | 'closed' | undefined;
    category?: ReportCategory | undefined;
    from?: Date | undefined;
    to?: Date | undefined;
    isPublic: boolean;
    most: number;
    offset?: number;
  },
): Promise<Report[]> =>
  (
    await sql<Row>`
      select ${COLUMNS} from participation.report r
      where (${ars ?? null}::text is null or ars = ${ars ?? null})
        and (${ids ? [...ids] : null}::uuid[] is null or id = any(${ids ? [...ids] : null}::uuid[]))
        and (${state ?? null}::text is null or (closed_at is null) = (${state ?? null} = 'open'))
        and (${category ?? null}::text is null or category = ${category ?? null})
        and reported_at >= coalesce(${from ?? null}::timestamptz, '-infinity')
        and reported_at <= coalesce(${to ?? null}::timestamptz, 'infinity')
        and (not ${isPublic}::boolean or state <> 'declined')
      order by reported_at desc, id desc limit ${most} offset ${offset}`.execute(database)
  ).rows.map(reportOf);

/** Across municipalities: a report by its id, for its public page. */
export const findReport = async (database: Database, id: string): Promise<Report | undefined> => {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from participation.report r where id = ${id}`.execute(database);
  return rows[0] && reportOf(rows[0]);
};

/** Across municipalities: the report of who holds its link. */
export const findReportBySecret = async (
  database: Database,
  secretHash: string,
): Promise<Report | undefined> => {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from participation.report r where secret_hash = ${secretHash}`.execute(database);
  return rows[0] && reportOf(rows[0]);
};

export const countReceived = async (database: Database, ars: string): Promise<number> =>
  (
    await sql<{ count: number }>`
      select count(*)::int as count from participation.report where ars = ${ars} and state = 'received'`.execute(
      database,
    )
  ).rows[0]?.count ?? 0;

export const addSupporter = async (database: Database, { ars, id }: Key): Promise<void> => {
  await sql`
    update participation.report set supporters = supporters + 1
    where ars = ${ars} and id = ${id} and closed_at is null`.execute(database);
};

export const insertPicture = async (
  database: Database,
  { ars, id }: Key,
  picture: { id: string; by: StepBy; content: Uint8Array; now: Date },
): Promise<void> => {
  await sql`
    insert into participation.report_picture (ars, report_id, id, made_by, content, made_at)
    values (${ars}, ${id}, ${picture.id}, ${picture.by}, ${Buffer.from(picture.content)}, ${picture.now})`.execute(
    database,
  );
};

export const listPictures = async (
  database: Database,
  { ars, id }: Key,
): Promise<{ id: string; by: StepBy; at: Date }[]> =>
  (
    await sql<{ id: string; by: StepBy; at: Date }>`
      select id, made_by as by, made_at as at from participation.report_picture
      where ars = ${ars} and report_id = ${id} order by made_at, id limit 20`.execute(database)
  ).rows;

export const findPicture = async (
  database: Database,
  { ars, id, pictureId }: Key & { pictureId: string },
): Promise<Uint8Array | undefined> =>
  (
    await sql<{ content: Uint8Array }>`
      select content from participation.report_picture
      where ars = ${ars} and report_id = ${id} and id = ${pictureId}`.execute(database)
  ).rows[0]?.content;

export const listRoutes = async (database: Database, ars: string): Promise<Map<ReportCategory, string>> => {
  const { rows } = await sql<{ category: ReportCategory; office: string }>`
    select category, office from participation.report_route where ars = ${ars}`.execute(database);
  return new Map(rows.map(({ category, office }) => [category, office]));
};

export const saveRoute = async (
  database: Database,
  { ars, category, office }: { ars: string; category: ReportCategory; office: string },
  now: Date,
): Promise<void> => {
  if (office === '')
    await sql`delete from participation.report_route where ars = ${ars} and category = ${category}`.execute(
      database,
    );
  else
    await sql`
      insert into participation.report_route (ars, category, office, changed_at)
      values (${ars}, ${category}, ${office}, ${now})
      on conflict (ars, category) do update set office = excluded.office, changed_at = excluded.changed_at`.execute(
      database,
    );
};

/** Across municipalities: what was closed before a moment. */
export const deleteClosedReports = async (database: Database, before: Date): Promise<number> =>
  (await sql`delete from participation.report where closed_at < ${before} returning 1`.execute(database)).rows
    .length;
