import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Dpia, RiskKind, RiskState } from './contract.ts';

type MeasureKey = { ars: string; measureId: string };

export type Risk = {
  id: string;
  kind: RiskKind;
  text: string;
  likelihood: number;
  impact: number;
  mitigation: string;
  ownerRole: string;
  state: RiskState;
};

/** The gravest first. */
export const listRisks = async (database: Database, { ars, measureId }: MeasureKey): Promise<Risk[]> =>
  (
    await sql<Risk>`
      select id, kind, text, likelihood, impact, mitigation, owner_role as "ownerRole", state from strategy.risk
      where ars = ${ars} and measure_id = ${measureId} order by likelihood * impact desc, id limit 100`.execute(
      database,
    )
  ).rows;

export const saveRisk = async (
  database: Database,
  { ars, measureId }: MeasureKey,
  risk: Risk,
  now: Date,
): Promise<void> => {
  await sql`
    insert into strategy.risk (ars, measure_id, id, kind, text, likelihood, impact, mitigation, owner_role, state, changed_at)
    values (${ars}, ${measureId}, ${risk.id}, ${risk.kind}, ${risk.text}, ${risk.likelihood}, ${risk.impact},
      ${risk.mitigation}, ${risk.ownerRole}, ${risk.state}, ${now})
    on conflict (ars, measure_id, id) do update set kind = excluded.kind, text = excluded.text,
      likelihood = excluded.likelihood, impact = excluded.impact, mitigation = excluded.mitigation,
      owner_role = excluded.owner_role, state = excluded.state, changed_at = excluded.changed_at`.execute(
    database,
  );
};

export const deleteRisk = async (
  database: Database,
  { ars, measureId }: MeasureKey,
  id: string,
): Promise<void> => {
  await sql`
    delete from strategy.risk where ars = ${ars} and measure_id = ${measureId} and id = ${id}`.execute(
    database,
  );
};

export type StoredDpia = {
  content: Dpia;
  editorId: string | null;
  signedAt: Date | null;
  signedRole: string | null;
  isShared: boolean;
  revision: number;
};

export const findDpia = async (
  database: Database,
  { ars, measureId }: MeasureKey,
): Promise<StoredDpia | undefined> =>
  (
    await sql<StoredDpia>`
      select content, editor_id as "editorId", signed_at as "signedAt", signed_role as "signedRole",
        is_shared as "isShared", revision
      from strategy.dpia where ars = ${ars} and measure_id = ${measureId}`.execute(database)
  ).rows[0];

/** What is changed is not signed any more. @returns whether it was still the revision that was read. */
export const saveDpia = async (
  database: Database,
  { ars, measureId }: MeasureKey,
  { content, editorId, revision }: { content: Dpia; editorId: string; revision: number },
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      insert into strategy.dpia as d (ars, measure_id, content, editor_id, changed_at)
      values (${ars}, ${measureId}, ${JSON.stringify(content)}::jsonb, ${editorId}, ${now})
      on conflict (ars, measure_id) do update set content = excluded.content, editor_id = excluded.editor_id,
        changed_at = excluded.changed_at, signed_at = null, signed_role = null, is_shared = false,
        revision = d.revision + 1
      where d.revision = ${revision} returning 1`.execute(database)
  ).rows.length === 1;

/** @returns whether it was still the revision that was read. */
export const signDpia = async (
  database: Database,
  { ars, measureId }: MeasureKey,
  { revision, role, isShared, now }: { revision: number; role: string; isShared: boolean; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update strategy.dpia set signed_at = ${now}, signed_role = ${role}, is_shared = ${isShared}, revision = revision + 1
      where ars = ${ars} and measure_id = ${measureId} and revision = ${revision} returning 1`.execute(
      database,
    )
  ).rows.length === 1;

export type Model = { ars: string; measureId: string; title: string; content: Dpia; signedAt: Date };

/** Across municipalities: assessments that their towns have signed and offer as models, the newest first. */
export const listModels = async (database: Database): Promise<Model[]> =>
  (
    await sql<Model>`
      select d.ars, d.measure_id as "measureId", m.facts ->> 'title' as title, d.content, d.signed_at as "signedAt"
      from strategy.dpia d join strategy.measure m on m.ars = d.ars and m.id = d.measure_id
      where d.is_shared order by d.signed_at desc, d.measure_id limit 500`.execute(database)
  ).rows;
