import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../foundation/testing/database.ts';
import { importLines, KARLSRUHE } from './offers.builder.ts';
import { relocateOffers } from './relocate-offers.ts';

const NORTH = '082150999001';
const SOUTH = '082150999002';

test('offers of a divided town go where they lie, with their dates and sources', async () => {
  const context = await testDatabase();
  await importLines(context, 'id;name;category;lon;lat;start;repeat', [
    '1;Nord;concert;8.404;49.010;2026-11-23;FREQ=DAILY',
    '2;Süd;playground;8.404;48.999;;',
    '3;Ohne Punkt;playground;;;;',
  ]);
  for (const ars of [NORTH, SOUTH])
    await sql`insert into municipalities.municipality (ars, level, kind, name, valid_from, source, source_date)
      values (${ars}, 'municipality', 'town', ${ars}, '2026-01-01', 'Test', '2026-01-01')`.execute(
      context.database,
    );
  const places = {
    locate: ({ lat }: { lat: number }) => ({ ars: lat > 49 ? NORTH : SOUTH }),
    findPlace: () => undefined,
  };
  assert.equal(await relocateOffers(context, KARLSRUHE, SOUTH, places), 3);
  const { rows } = await sql<{ name: string; ars: string; dates: number; sightings: number }>`
    select o.name, o.ars, (select count(*) from offers.occurrence c where c.ars = o.ars and c.offer_id = o.id) > 300 as dates,
      (select count(*) from offers.sighting g where g.ars = o.ars and g.offer_id = o.id and g.source_ars = ${SOUTH}) as sightings
    from offers.offer o order by name`.execute(context.database);
  assert.deepEqual(rows, [
    { name: 'Nord', ars: NORTH, dates: true, sightings: 1 },
    { name: 'Ohne Punkt', ars: SOUTH, dates: false, sightings: 1 },
    { name: 'Süd', ars: SOUTH, dates: false, sightings: 1 },
  ]);
  assert.equal(await relocateOffers(context, KARLSRUHE, SOUTH, places), 0);
});
