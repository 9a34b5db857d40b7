import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../accounts/index.ts';
import type { NewCooperation } from './check-cooperation.ts';
import type { CooperationKind } from './contract.ts';

export type StoredCooperation = {
  ars: string;
  organisation_id: string;
  organisation: string;
  id: string;
  kind: CooperationKind;
  field: string;
  title: string;
  text: string;
  demonstration: boolean;
  began_at: Date;
  ended_at: Date | null;
};

const COLUMNS = sql`c.ars, c.organisation_id, o.name as organisation, c.id, c.kind, c.field, c.title, c.text,
  c.demonstration, c.began_at, c.ended_at`;
const FROM = sql`knowledge.cooperation c
  join accounts.organisation o on o.ars = c.ars and o.id = c.organisation_id`;

type Stored = NewCooperation & { id: string; folded: string; now: Date; demonstration?: boolean };

export const insertCooperation = async (
  database: Database,
  { ars, id: organisationId }: OrganisationKey,
  { id, kind, field, title, text, folded, now, demonstration = false }: Stored,
): Promise<void> => {
  await sql`
    insert into knowledge.cooperation (ars, organisation_id, id, kind, field, title, text, folded, demonstration, began_at)
    values (${ars}, ${organisationId}, ${id}, ${kind}, ${field}, ${title}, ${text}, ${folded}, ${demonstration},
      ${now})`.execute(database);
};

/** Of this organisation, open ones first. */
export const listOwnCooperations = async (
  database: Database,
  { ars, id }: OrganisationKey,
): Promise<StoredCooperation[]> =>
  (
    await sql<StoredCooperation>`
      select ${COLUMNS} from ${FROM} where c.ars = ${ars} and c.organisation_id = ${id}
      order by c.ended_at is not null, c.began_at desc, c.id limit 100`.execute(database)
  ).rows;

export const findOwnCooperation = async (
  database: Database,
  { ars, id: organisationId }: OrganisationKey,
  id: string,
): Promise<StoredCooperation | undefined> =>
  (
    await sql<StoredCooperation>`
      select ${COLUMNS} from ${FROM}
      where c.ars = ${ars} and c.organisation_id = ${organisationId} and c.id = ${id}`.execute(database)
  ).rows[0];

/** What other towns have opened, with how alike its words are to one's own; only for somebody who has opened one too. */
export const listOthers = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
): Promise<(StoredCooperation & { alike: number })[]> =>
  (
    await sql<StoredCooperation & { alike: number }>`
      select ${COLUMNS}, similarity(c.folded, own.folded)::float8 as alike
      from knowledge.cooperation own cross join ${FROM}
      where own.ars = ${ars} and own.id = ${id} and own.ended_at is null and c.ars <> own.ars and c.ended_at is null
      order by alike desc, c.id limit 20000`.execute(database)
  ).rows;

/** @returns whether it was open. */
export const endCooperation = async (
  database: Database,
  { ars, id: organisationId }: OrganisationKey,
  { id, now }: { id: string; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update knowledge.cooperation set ended_at = ${now}
      where ars = ${ars} and organisation_id = ${organisationId} and id = ${id} and ended_at is null
      returning 1`.execute(database)
  ).rows.length === 1;

/** @returns how many went. */
export const deleteEnded = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from knowledge.cooperation where ended_at < ${before}`.execute(database))
      .numAffectedRows ?? 0,
  );
