import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';

/** In whose name the town's own claims stand, and where they are paid. */
export type TownAccount = {
  ars: string;
  name: string;
  address: string;
  iban: string;
  /** Creditor identifier of the SEPA scheme; empty: no direct debit. */ creditorId: string;
  vatPercent: number;
  taxNumber: string;
};

export const findTownAccount = async (database: Database, ars: string): Promise<TownAccount | undefined> => {
  const [row] = (
    await sql<{
      ars: string;
      name: string;
      address: string;
      iban: string;
      creditor_id: string;
      vat_percent: number;
      tax_number: string;
    }>`select * from parking.town_account where ars = ${ars}`.execute(database)
  ).rows;
  return (
    row && {
      ars: row.ars,
      name: row.name,
      address: row.address,
      iban: row.iban,
      creditorId: row.creditor_id,
      vatPercent: row.vat_percent,
      taxNumber: row.tax_number,
    }
  );
};

export const saveTownAccount = async (database: Database, town: TownAccount, now: Date): Promise<void> => {
  await sql`
    insert into parking.town_account (ars, name, address, iban, creditor_id, vat_percent, tax_number, changed_at)
    values (${town.ars}, ${town.name}, ${town.address}, ${town.iban}, ${town.creditorId}, ${town.vatPercent},
      ${town.taxNumber}, ${now})
    on conflict (ars) do update set name = excluded.name, address = excluded.address, iban = excluded.iban,
      creditor_id = excluded.creditor_id, vat_percent = excluded.vat_percent, tax_number = excluded.tax_number,
      changed_at = excluded.changed_at`.execute(database);
};
