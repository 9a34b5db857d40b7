import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import { type LonLat, toMetres } from '../../../../foundation/geo/point.ts';

/** What the sources of public parking say of a centre. */
export type KnownSpaces = {
  kerb: number;
  /** Car parks and open places, not at the kerb. */ offStreet: number;
  sources: string[];
  readAt: Date | null;
};

/** Spaces for cars within a radius of a point, in one municipality. */
export const sumSpaces = async (
  database: Database,
  ars: string,
  { around, radiusMetres }: { around: LonLat; radiusMetres: number },
): Promise<KnownSpaces> => {
  const { x, y } = toMetres(around);
  const { rows } = await sql<KnownSpaces>`
    select coalesce(sum(s.capacity) filter (where s.kind in ('street', 'spot')), 0)::integer as kerb,
      coalesce(sum(s.capacity) filter (where s.kind in ('surface', 'garage', 'underground')), 0)::integer as "offStreet",
      coalesce(array_agg(distinct q.attribution), '{}') as sources, max(q.read_at) as "readAt"
    from parking.site s join parking.source q on q.ars = s.source_ars and q.id = s.source_id
    where s.ars = ${ars} and s.withdrawn_at is null and s.purpose = 'car' and not q.demonstration
      and s.pt <@ circle(point(${x}::float8, ${y}::float8), ${radiusMetres}::float8)`.execute(database);
  return rows[0] ?? { kerb: 0, offStreet: 0, sources: [], readAt: null };
};
