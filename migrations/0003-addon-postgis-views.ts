import type { Migration } from '../src/foundation/database/migrate.ts';

// The same as in the product: an offer was read with its own change, or unchanged with the whole of its source.
const READ_AT = `greatest(o.read_at, (
  select max(s.read_at) from offers.sighting g join offers.source s on s.ars = g.source_ars and s.id = g.source_id
  where g.ars = o.ars and g.offer_id = o.id and g.vanished_at is null))`;

// For staff with a geographic information system on the database itself. Nothing in the product reads these views;
// a server without PostGIS does without them.
export const addonPostgisViews: Migration = {
  name: '0003-addon-postgis-views',
  requires: 'postgis',
  sql: `
    create extension if not exists postgis with schema public;
    create schema gis;
    comment on schema gis is 'Read-only views for geographic information systems; needs PostGIS';

    -- "offset 0" makes a simple view one that takes no writes: a GIS is refused instead of changing imported rows.
    create view gis.place as
      select o.ars, o.id, o.category, o.name, o.organisation, o.address ->> 'street' as street,
        o.address ->> 'houseNumber' as house_number, o.address ->> 'postcode' as postcode,
        o.address ->> 'town' as town, o.opening_hours, o.price ->> 'kind' as price,
        o.access ->> 'stepFree' as step_free, o.licence, o.attribution, o.demonstration, ${READ_AT} as read_at,
        st_setsrid(st_makepoint(o.pt[0], o.pt[1]), 25832)::geometry(point, 25832) as geom
      from offers.offer o
      where o.kind = 'place' and o.withdrawn_at is null
      offset 0;

    create view gis.event as
      select o.ars, o.id, o.category, o.name, o.organisation, o.address ->> 'town' as town,
        lower(c.during) as starts, case when c.all_day or o.schedule ->> 'end' is not null then upper(c.during) end as ends, c.all_day, c.status,
        o.price ->> 'kind' as price, o.access ->> 'stepFree' as step_free, o.licence, o.attribution,
        o.demonstration, ${READ_AT} as read_at,
        st_setsrid(st_makepoint(o.pt[0], o.pt[1]), 25832)::geometry(point, 25832) as geom
      from offers.offer o
      join offers.occurrence c on c.ars = o.ars and c.offer_id = o.id
      where o.kind = 'event' and o.withdrawn_at is null;

    create view gis.municipality as
      select m.ars, m.ags, m.kind, m.name, m.suffix, m.parent_ars, m.population, m.area_km2, m.postcode,
        m.source, m.source_date, b.edition, b.source as boundary_source,
        st_setsrid(st_multi(st_geomfromgeojson(b.geometry)), 4326)::geometry(multipolygon, 4326) as geom
      from municipalities.municipality m
      join municipalities.boundary b on b.ars = m.ars
      where m.valid_to is null;

    create view gis.district as
      select d.ars, d.ags, d.kind, d.name, d.population, d.area_km2, d.source, d.source_date,
        st_multi(st_union(st_makevalid(g.geom)))::geometry(multipolygon, 4326) as geom
      from municipalities.municipality d
      join gis.municipality g on g.ars like d.ars || '%'
      where d.level = 'district' and d.valid_to is null
      group by d.ars;
  `,
};
