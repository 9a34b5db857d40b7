import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';

/** What somebody was told who looked a service up: an office, a question back, or that nobody knows. */
export type Told = 'one' | 'ask' | 'unknown';

export const countLookUp = async (
  database: Database,
  { ars, serviceId, told }: { ars: string; serviceId: string; told: Told },
  day: Day,
): Promise<void> => {
  await sql`
    insert into public_services.service_use (ars, service_id, day, answer, count)
    values (${ars}, ${serviceId}, ${day}, ${told}, 1)
    on conflict (ars, service_id, day, answer) do update set count = service_use.count + 1`.execute(database);
};

export type ServiceFigures = { id: string; name: string; visited: number; answered: number };

/** The services of a municipality that were looked up most since a day; one that is gone is left out. */
export const listLookUps = async (
  database: Database,
  ars: string,
  since: Day,
  limit: number,
): Promise<ServiceFigures[]> =>
  (
    await sql<ServiceFigures>`
      select s.id, s.name, sum(u.count)::integer as visited,
        coalesce(sum(u.count) filter (where u.answer = 'one'), 0)::integer as answered
      from public_services.service_use u join public_services.public_service s on s.id = u.service_id
      where u.ars = ${ars} and u.day >= ${since}
      group by s.id, s.name order by visited desc, s.name, s.id limit ${limit}`.execute(database)
  ).rows;
