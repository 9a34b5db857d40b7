import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { ThingKind } from '../contract.ts';

export type UseStream = {
  ars: string;
  id: number;
  name: string;
  thing: number;
  thingName: string;
  unit: string;
  demonstration: boolean;
  attribution: string;
};

/** Across towns where none is named: the streams of one kind of thing. */
export const listUseStreams = async (
  database: Database,
  { ars, kind }: { ars: string | undefined; kind: ThingKind },
): Promise<UseStream[]> =>
  (
    await sql<UseStream>`
      select d.ars, d.id, d.name, t.id as thing, t.name as "thingName", d.unit_symbol as unit, t.demonstration,
        t.description as attribution
      from sensors.thing t join sensors.datastream d on d.ars = t.ars and d.thing_id = t.id
      where t.kind = ${kind} and ${ars ? sql`t.ars = ${ars}` : sql`true`}
      order by t.name, d.id limit 300`.execute(database)
  ).rows;
