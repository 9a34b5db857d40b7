import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { AuthorityFacts } from '../catalogue/competent-authority.ts';
import type { ResponsibilityFacts, Rule } from './responsibility.ts';

/** Under which keys the rules of a service are found. */
export type ServiceKeys = { id: string; leikaKeys: readonly string[] };

type Row = {
  rule: string;
  service_key: string;
  area_ars: string;
  acting_ars: string | null;
  facts: ResponsibilityFacts;
  read_at: Date;
  name: string;
  attribution: string;
  demonstration: boolean;
  authority_id: string | null;
  authority: AuthorityFacts | null;
};

/** Rules of a service in some areas or in all, whoever wrote them down. */
const readRules = async (
  database: Database,
  keys: readonly string[],
  areas: readonly string[] | 'all',
): Promise<Row[]> => {
  const isThere = areas === 'all' ? sql`true` : sql`k.area_ars = any(${areas}::text[])`;
  return (
    await sql<Row>`
      select k.ars || ' ' || k.source_id || ' ' || k.foreign_id || ' ' || k.area_ars as rule, k.service_key, k.area_ars,
        r.acting_ars, r.facts, r.read_at, s.name, s.attribution, s.demonstration, a.id as authority_id, a.facts as authority
      from public_services.responsibility_key k
      join public_services.responsibility r on r.ars = k.ars and r.source_id = k.source_id and r.foreign_id = k.foreign_id
      join public_services.source s on s.ars = k.ars and s.id = k.source_id
      left join public_services.competent_authority a on a.ars = k.ars and a.source_id = k.source_id
        and a.foreign_id = r.facts ->> 'authorityForeignId' and a.withdrawn_at is null
      where k.service_key = any(${keys}::text[]) and ${isThere} and r.withdrawn_at is null`.execute(database)
  ).rows;
};

export const listRules = async (
  database: Database,
  { id, leikaKeys }: ServiceKeys,
  areas: readonly string[] | 'all',
): Promise<Rule[]> => {
  const rules = new Map<string, Rule>();
  // Found under the text and under its federal key, a rule is one rule: for this very text.
  for (const row of await readRules(database, [id, ...leikaKeys], areas))
    if (row.service_key === id || !rules.has(row.rule))
      rules.set(row.rule, ruleOf(row, row.service_key === id));
  return [...rules.values()];
};

/** Rules of many federal keys in some areas, for each key apart. */
export const listRulesOfKeys = async (
  database: Database,
  keys: readonly string[],
  areas: readonly string[],
): Promise<Map<string, Rule[]>> => {
  const rows = await readRules(database, keys, areas);
  return new Map(
    [...Map.groupBy(rows, (row) => row.service_key)].map(([key, own]) => [
      key,
      own.map((row) => ruleOf(row, false)),
    ]),
  );
};

const ruleOf = (row: Row, isOfText: boolean): Rule => {
  const { area_ars, acting_ars, facts, read_at, name, attribution, demonstration, authority_id, authority } =
    row;
  return {
    areaArs: area_ars,
    isOfText,
    role: facts.role,
    source: { name, attribution, demonstration },
    readAt: read_at,
    ...(acting_ars !== null && { actingArs: acting_ars }),
    ...(facts.part && { part: facts.part }),
    ...(facts.validFrom !== undefined && { validFrom: facts.validFrom }),
    ...(facts.validTo !== undefined && { validTo: facts.validTo }),
    ...(authority_id !== null && authority && { authority: { ...authority, id: authority_id } }),
  };
};
