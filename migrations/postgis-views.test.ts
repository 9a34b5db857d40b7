import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { testDatabase } from '../src/foundation/testing/database.ts';

describe('views for GIS staff', async () => {
  const { connection } = await testDatabase();
  const available = await connection.pool.query(
    "select 1 from pg_available_extensions where name = 'postgis'",
  );
  const skip = available.rowCount === 1 ? false : 'this PostgreSQL has no PostGIS';
  const query = async (text: string) => (await connection.pool.query(text)).rows;

  before(async () => {
    await connection.pool.query(`
      insert into municipalities.municipality (ars, level, kind, name, valid_from, source, source_date) values
        ('08212', 'district', 'urbanDistrictSouthWest', 'Karlsruhe', '2020-01-01', 'Probe', '2020-01-01'),
        ('082120000000', 'municipality', 'town', 'Karlsruhe', '2020-01-01', 'Probe', '2020-01-01'),
        ('082120000001', 'municipality', 'village', 'Nachbar', '2020-01-01', 'Probe', '2020-01-01');
      insert into municipalities.boundary (ars, geometry, edition, source) values
        ('082120000000', '{"type":"MultiPolygon","coordinates":[[[[8,49],[8.5,49],[8.5,49.5],[8,49.5],[8,49]]]]}', '2020-01-01', 'Probe'),
        ('082120000001', '{"type":"MultiPolygon","coordinates":[[[[8.5,49],[9,49],[9,49.5],[8.5,49.5],[8.5,49]]]]}', '2020-01-01', 'Probe');
      insert into offers.offer (ars, id, kind, category, name, lon, lat, pt, schedule, attribution, read_at, created_at,
        changed_at, withdrawn_at, search_text)
      select '082120000000', ('00000000-0000-7000-8000-00000000000' || number)::uuid, kind, 'museum', 'Probe', lon, 49,
        case when lon is not null then point(500000, 5427000) end, schedule, 'Quelle', now(), now(), now(), withdrawn, ''
      from (values (1, 'place', 9.0, null::jsonb, null::timestamptz), (2, 'place', 9.0, null, now()),
        (3, 'event', 9.0, '{}', null)) as r(number, kind, lon, schedule, withdrawn);
      insert into offers.occurrence (ars, offer_id, during, all_day, status, category)
      select ars, id, tstzrange('2026-12-01', '2026-12-02'), true, 'scheduled', category from offers.offer
      where kind = 'event'`);
  });

  test('points stand in EPSG:25832, outlines in EPSG:4326', { skip }, async () => {
    const columns = await query(
      "select f_table_name, type, srid from geometry_columns where f_table_schema = 'gis' order by 1",
    );
    assert.deepEqual(columns, [
      { f_table_name: 'district', type: 'MULTIPOLYGON', srid: 4326 },
      { f_table_name: 'event', type: 'POINT', srid: 25832 },
      { f_table_name: 'municipality', type: 'MULTIPOLYGON', srid: 4326 },
      { f_table_name: 'place', type: 'POINT', srid: 25832 },
    ]);
    const place = await query(
      'select st_x(st_transform(geom, 4326))::numeric(9, 4)::text as lon from gis.place',
    );
    assert.deepEqual(place, [{ lon: '9.0000' }]);
    assert.equal((await query('select 1 from gis.event')).length, 1);
    const [district] = await query(
      'select st_area(geom)::float8 as area, st_numgeometries(geom) as parts from gis.district',
    );
    assert.deepEqual(district, { area: 0.5, parts: 1 });
  });

  test('nobody writes through them', { skip }, async () => {
    const views = await query(
      "select table_name, is_insertable_into from information_schema.tables where table_schema = 'gis' order by 1",
    );
    assert.deepEqual(
      views,
      ['district', 'event', 'municipality', 'place'].map((table_name) => ({
        table_name,
        is_insertable_into: 'NO',
      })),
    );
    await assert.rejects(connection.pool.query("update gis.place set name = 'x'"), /cannot update view/);
  });
});
