import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import { type AuthorityFacts, addressLines } from '../catalogue/competent-authority.ts';
import type { ResponsibilityFacts, Rule } from './responsibility.ts';

/** Under which keys the rules of a service are found. */
export type ServiceKeys = { id: string; leikaKeys: readonly string[] };

type Row = {
  rule: string;
  area_ars: string;
  acting_ars: string | null;
  is_of_text: boolean;
  facts: ResponsibilityFacts;
  read_at: Date;
  source: Rule['source'];
  authority_id: string | null;
  authority: AuthorityFacts | null;
};

/** The bare statement: rules of a service in some areas or in all, whoever wrote them down. */
const rulesStatement = ({ id, leikaKeys }: ServiceKeys, areas: readonly string[] | 'all') => sql<Row>`
  select k.ars || ' ' || k.source_id || ' ' || k.foreign_id as rule, k.area_ars, r.acting_ars,
    bool_or(k.service_key = ${id}) as is_of_text, r.facts, r.read_at,
    jsonb_build_object('name', s.name, 'attribution', s.attribution, 'demonstration', s.demonstration) as source,
    a.id as authority_id, a.facts as authority
  from public_services.responsibility_key k
  join public_services.responsibility r on r.ars = k.ars and r.source_id = k.source_id and r.foreign_id = k.foreign_id
  join public_services.source s on s.ars = k.ars and s.id = k.source_id
  left join public_services.competent_authority a on a.ars = k.ars and a.source_id = k.source_id
    and a.foreign_id = r.facts ->> 'authorityForeignId' and a.withdrawn_at is null
  where k.service_key = any(${[id, ...leikaKeys]}::text[]) and ${areas === 'all' ? sql`true` : sql`k.area_ars = any(${areas}::text[])`}
    and r.withdrawn_at is null
  group by k.ars, k.source_id, k.foreign_id, k.area_ars, r.acting_ars, r.facts, r.read_at, s.ars, s.id, a.ars, a.source_id, a.foreign_id`;

export const listRules = async (
  database: Database,
  service: ServiceKeys,
  areas: readonly string[] | 'all',
): Promise<Rule[]> => (await rulesStatement(service, areas).execute(database)).rows.map(ruleOf);

/** Rules of many federal keys in some areas, for each key apart. */
export const listRulesOfKeys = async (
  database: Database,
  keys: readonly string[],
  areas: readonly string[],
): Promise<Map<string, Rule[]>> => {
  const found = await sql<{ rule: string; key: string }>`
    select k.ars || ' ' || k.source_id || ' ' || k.foreign_id as rule, k.service_key as key
    from public_services.responsibility_key k
    where k.service_key = any(${keys}::text[]) and k.area_ars = any(${areas}::text[])`.execute(database);
  const { rows } = await rulesStatement({ id: '', leikaKeys: keys }, areas).execute(database);
  const byRule = Map.groupBy(rows, ({ rule }) => rule);
  const byKey = new Map<string, Rule[]>();
  for (const [key, uses] of Map.groupBy(found.rows, (use) => use.key))
    byKey.set(
      key,
      [...new Set(uses.map(({ rule }) => rule))].flatMap((rule) => byRule.get(rule) ?? []).map(ruleOf),
    );
  return byKey;
};

const ruleOf = ({
  area_ars,
  acting_ars,
  is_of_text,
  facts,
  read_at,
  source,
  authority_id,
  authority,
}: Row): Rule => ({
  areaArs: area_ars,
  isOfText: is_of_text,
  role: facts.role,
  source,
  readAt: read_at,
  ...(acting_ars !== null && { actingArs: acting_ars }),
  ...(facts.part && { part: facts.part }),
  ...(facts.validFrom !== undefined && { validFrom: facts.validFrom }),
  ...(facts.validTo !== undefined && { validTo: facts.validTo }),
  ...(authority_id !== null &&
    authority && {
      authority: {
        id: authority_id,
        name: authority.name,
        isAddressKnown: addressLines(authority.address).length > 0,
        ...(authority.organisation !== undefined && { organisation: authority.organisation }),
        ...(authority.point && { point: authority.point }),
      },
    }),
});
