import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../accounts/index.ts';
import type { Helper } from '../advice/route-question.ts';
import type { PartnerText } from './check-partner.ts';
import type { PartnerKind } from './contract.ts';

export type StoredPartner = {
  ars: string;
  organisation_id: string;
  name: string;
  kind: PartnerKind;
  offers: string;
  needs: string;
  fields: string[];
  advises: boolean;
  is_shown: boolean;
  demonstration: boolean;
  changed_at: Date;
};

const SELECT = sql`
  select p.ars, p.organisation_id, o.name, p.kind, p.offers, p.needs, p.fields, p.advises, p.is_shown, p.demonstration,
    p.changed_at
  from knowledge.partner p join accounts.organisation o on o.ars = p.ars and o.id = p.organisation_id`;

export const findPartner = async (
  database: Database,
  { ars, id }: OrganisationKey,
): Promise<StoredPartner | undefined> =>
  (await sql<StoredPartner>`${SELECT} where p.ars = ${ars} and p.organisation_id = ${id}`.execute(database))
    .rows[0];

export const savePartner = async (
  database: Database,
  { ars, id }: OrganisationKey,
  { kind, offers, needs, fields, advises, isShown }: PartnerText,
  { now, demonstration = false }: { now: Date; demonstration?: boolean },
): Promise<void> => {
  await sql`
    insert into knowledge.partner (ars, organisation_id, kind, offers, needs, fields, advises, is_shown, demonstration,
      changed_at)
    values (${ars}, ${id}, ${kind}, ${offers}, ${needs}, ${fields}, ${advises}, ${isShown}, ${demonstration}, ${now})
    on conflict (ars, organisation_id) do update set kind = excluded.kind, offers = excluded.offers,
      needs = excluded.needs, fields = excluded.fields, advises = excluded.advises, is_shown = excluded.is_shown,
      demonstration = excluded.demonstration, changed_at = excluded.changed_at`.execute(database);
};

/** Across all towns: who wants to be seen, in alphabetical order. */
export const listPartners = async (database: Database): Promise<StoredPartner[]> =>
  (
    await sql<StoredPartner>`
      ${SELECT} where p.is_shown order by o.name, p.ars, p.organisation_id limit 5000`.execute(database)
  ).rows;

/** Across all towns: who wants to be asked about a field, those first who were asked least. */
export const listAdvisers = async (database: Database, field: string): Promise<Helper[]> =>
  (
    await sql<Helper>`
      select p.ars, p.organisation_id as id, o.name from knowledge.partner p
      join accounts.organisation o on o.ars = p.ars and o.id = p.organisation_id
      where p.is_shown and p.advises and ${field} = any(p.fields)
      order by (select count(*) from knowledge.advice_thread t
        where t.helper_ars = p.ars and t.helper_id = p.organisation_id), o.name, p.organisation_id
      limit 20`.execute(database)
  ).rows;

/** Who has not shown itself for long is forgotten. @returns how many went. */
export const deleteHiddenPartners = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from knowledge.partner where not is_shown and changed_at < ${before}`.execute(database))
      .numAffectedRows ?? 0,
  );
