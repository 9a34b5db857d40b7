import { sql } from 'kysely';
import { parseConfig } from '../../foundation/config/config.ts';
import { toMetres } from '../../foundation/geo/point.ts';
import { createLog } from '../../foundation/log/log.ts';
import type { testDatabase } from '../../foundation/testing/database.ts';
import { shippedPlaceIndex } from '../../modules/municipalities/shipped-place-index.builder.ts';
import { createServer } from '../server.tsx';

const CATEGORIES = ['playground', 'museum', 'library', 'toilet'];

/** Generated offers of one kind, spread over the middle of Germany on a grid without chance. */
const generatedOffers = (kind: 'place' | 'event', count: number) =>
  Array.from({ length: count }, (_, number) => {
    const lon = 7 + ((number * 7_919) % 6_000) / 1_000;
    const lat = 48 + ((number * 104_729) % 5_000) / 1_000;
    const { x, y } = toMetres({ lon, lat });
    return {
      ars: `${String(1 + (number % 16)).padStart(2, '0')}0010000000`,
      id: `00000000-0000-7000-8000-${kind === 'place' ? 'a' : 'e'}${String(number).padStart(11, '0')}`,
      kind,
      category: kind === 'place' ? (CATEGORIES[number % CATEGORIES.length] ?? '') : 'concert',
      name: `Ort ${number}`,
      address: number % 2 ? { town: 'Musterstadt' } : {},
      lon,
      lat,
      x,
      y,
      schedule: kind === 'event' ? { start: '2026-12-01', allDay: true } : null,
    };
  });

/** The server over a test database with generated offers and the shipped register. */
export const ogcWorld = async (
  context: Awaited<ReturnType<typeof testDatabase>>,
  counts: { place: number; event: number },
) => {
  const rows = [...generatedOffers('place', counts.place), ...generatedOffers('event', counts.event)];
  await sql`
    insert into offers.offer (ars, id, kind, category, name, address, lon, lat, pt, schedule, attribution, read_at,
      created_at, changed_at, search_text)
    select ars, id, kind, category, name, address, lon, lat, point(x, y), schedule, 'Quelle', '2026-11-01', '2026-11-01',
      '2026-11-01', name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(ars text, id uuid, kind text, category text, name text,
      address jsonb, lon float8, lat float8, x float8, y float8, schedule jsonb)`.execute(context.database);
  await sql`
    insert into offers.occurrence (ars, offer_id, during, all_day, status, category, pt)
    select ars, id, tstzrange('2026-12-01T18:00Z', '2026-12-01T20:00Z'), false, 'scheduled', category, pt
    from offers.offer where kind = 'event'`.execute(context.database);
  const platform = { ...context, server: context.config, close: async () => undefined };
  const places = await shippedPlaceIndex();
  const setting = {
    config: parseConfig({}),
    assets: { app: '/app.css', page: '/page.js', map: '/map.js' },
    version: '0.0.0',
    places,
  };
  return { server: createServer(platform, setting, createLog('error')), places };
};
