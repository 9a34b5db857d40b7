import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Choice, Way } from './delivery.ts';

type ChoiceRow = {
  form_id: string;
  way: Way;
  mail: string | null;
  certificate: string | null;
  destination_id: string | null;
  schema_uri: string | null;
};

const choiceOf = ({ way, mail, certificate, destination_id, schema_uri }: ChoiceRow): Choice => {
  if (way === 'mail' && mail !== null && certificate !== null) return { way, mail, certificate };
  if (way === 'fitConnect' && schema_uri !== null)
    return { way, destinationId: destination_id, schemaUri: schema_uri };
  return { way: 'inbox' };
};

/** What a town has chosen, by form; the empty form stands for all others. */
export const listChoices = async (database: Database, ars: string): Promise<Map<string, Choice>> =>
  new Map(
    (
      await sql<ChoiceRow>`
        select form_id, way, mail, certificate, destination_id, schema_uri from public_services.delivery_choice
        where ars = ${ars}`.execute(database)
    ).rows.map((row) => [row.form_id, choiceOf(row)]),
  );

export const saveChoice = async (
  database: Database,
  { ars, formId }: { ars: string; formId: string },
  choice: Choice,
  now: Date,
): Promise<void> => {
  const mail = choice.way === 'mail' ? choice : undefined;
  const fitConnect = choice.way === 'fitConnect' ? choice : undefined;
  await sql`
    insert into public_services.delivery_choice
      (ars, form_id, way, mail, certificate, destination_id, schema_uri, chosen_at)
    values (${ars}, ${formId}, ${choice.way}, ${mail?.mail ?? null}, ${mail?.certificate ?? null},
      ${fitConnect?.destinationId ?? null}, ${fitConnect?.schemaUri ?? null}, ${now})
    on conflict (ars, form_id) do update set way = excluded.way, mail = excluded.mail,
      certificate = excluded.certificate, destination_id = excluded.destination_id,
      schema_uri = excluded.schema_uri, chosen_at = excluded.chosen_at`.execute(database);
};

export const deleteChoice = async (
  database: Database,
  { ars, formId }: { ars: string; formId: string },
): Promise<void> => {
  await sql`
    delete from public_services.delivery_choice where ars = ${ars} and form_id = ${formId}`.execute(database);
};
