import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { PublisherScope } from '../desk/publisher-scope.ts';
import type { Answer } from './suggestion-store.ts';

export type OpenReport = {
  ars: string;
  id: string;
  offer_id: string;
  message: string;
  reported_at: Date;
  name: string;
  /** The own entry behind the offer, where it has one. */ entry_id: string | null;
  /** Who says what the offer says, where it is somebody else. */ attribution: string;
};

const visible = ({ ars, deskSourceId, isUnit }: PublisherScope) => sql`
  (${isUnit} and r.ars = ${ars}) or exists (
    select from offers.sighting s where s.ars = r.ars and s.offer_id = r.offer_id and s.source_ars = ${ars}
      and (s.source_id = ${deskSourceId} or (${isUnit} and s.source_id not like 'rathaus-%')))`;

export const listOpenReports = async (
  database: Database,
  scope: PublisherScope,
  limit: number,
): Promise<OpenReport[]> =>
  (
    await sql<OpenReport>`
      select r.ars, r.id, r.offer_id, r.message, r.reported_at, o.name, o.attribution,
        (select e.foreign_id from offers.sighting e where e.ars = r.ars and e.offer_id = r.offer_id
          and e.source_ars = ${scope.ars} and e.source_id = ${scope.deskSourceId} limit 1) as entry_id
      from offers.mistake_report r join offers.offer o on o.ars = r.ars and o.id = r.offer_id
      where r.outcome is null and (${visible(scope)})
      order by r.reported_at, r.id limit ${limit}`.execute(database)
  ).rows;

export const countOpenReports = async (database: Database, scope: PublisherScope): Promise<number> =>
  (
    await sql<{ open: number }>`
      select count(*) as open from offers.mistake_report r where r.outcome is null and (${visible(scope)})`.execute(
      database,
    )
  ).rows[0]?.open ?? 0;

/** @returns the municipality and the offer of the report; undefined where it is not one of ours or is answered. */
export const answerReport = async (
  database: Database,
  scope: PublisherScope,
  id: string,
  { outcome, reason, by, at }: Answer,
): Promise<{ ars: string; offer_id: string } | undefined> =>
  (
    await sql<{ ars: string; offer_id: string }>`
      update offers.mistake_report r
      set outcome = ${outcome}, reason = ${reason}, handled_at = ${at}, handled_by = ${by}
      where r.id = ${id} and r.outcome is null and (${visible(scope)})
      returning r.ars, r.offer_id`.execute(database)
  ).rows[0];

/** Sources that show the offer now: who publishes it must know what is wrong with it. */
export const listPublishers = async (
  database: Database,
  ars: string,
  offerId: string,
): Promise<{ ars: string; id: string }[]> =>
  (
    await sql<{ ars: string; id: string }>`
      select source_ars as ars, source_id as id from offers.sighting
      where ars = ${ars} and offer_id = ${offerId} and vanished_at is null`.execute(database)
  ).rows;
