import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';

/** A driver's leave to debit an account, given to one town. */
export type Mandate = {
  ars: string;
  id: string;
  reference: string;
  personId: string | null;
  /** Sealed: name, address, account. */ holder: string;
  signedOn: string;
  uses: number;
};

type MandateRow = {
  ars: string;
  id: string;
  reference: string;
  person_id: string | null;
  holder: string;
  signed_on: string;
  uses: number;
};

const COLUMNS = sql`ars, id, reference, person_id, holder, signed_on::text as signed_on, uses`;

const mandateOf = (row: MandateRow): Mandate => ({
  ars: row.ars,
  id: row.id,
  reference: row.reference,
  personId: row.person_id,
  holder: row.holder,
  signedOn: row.signed_on,
  uses: row.uses,
});

export const insertMandate = async (database: Database, mandate: Mandate, now: Date): Promise<void> => {
  const { ars, id, reference, personId, holder, signedOn } = mandate;
  await sql`
    insert into parking.mandate (ars, id, reference, person_id, holder, signed_on, used_at)
    values (${ars}, ${id}, ${reference}, ${personId}, ${holder}, ${signedOn}, ${now})`.execute(database);
};

export const findMandate = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
  isLocked = false,
): Promise<Mandate | undefined> => {
  const [row] = (
    await sql<MandateRow>`
      select ${COLUMNS} from parking.mandate where ars = ${ars} and id = ${id}
      ${isLocked ? sql`for update` : sql``}`.execute(database)
  ).rows;
  return row && mandateOf(row);
};

/** What a person has given a town. */
export const listMandatesOf = async (
  database: Database,
  { ars, personId }: { ars: string; personId: string },
): Promise<Mandate[]> =>
  (
    await sql<MandateRow>`
      select ${COLUMNS} from parking.mandate where ars = ${ars} and person_id = ${personId} order by used_at desc limit 50`.execute(
      database,
    )
  ).rows.map(mandateOf);

/** Once more: the first collection is announced otherwise than those that follow. */
export const useMandate = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
  now: Date,
): Promise<void> => {
  await sql`
    update parking.mandate set uses = uses + 1, used_at = ${now} where ars = ${ars} and id = ${id}`.execute(
    database,
  );
};

/** Mandates that nobody has used since: fourteen months is as long as a debit can be disputed, and one more. */
export const deleteMandates = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from parking.mandate where used_at < ${before}`.execute(database)).numAffectedRows ?? 0,
  );
