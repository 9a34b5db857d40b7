import type { Migration } from '../src/foundation/database/migrate.ts';

// A reference table for the whole country: small, replicated on a cluster, therefore not keyed by tenant.
// One row for each level: state (2 digits), region (3), district (5), association (9), municipality (12).
export const municipalitiesRegister: Migration = {
  name: '0001-municipalities-register',
  sql: `
    create extension if not exists btree_gist;
    create extension if not exists pg_trgm;
    create schema municipalities;

    create table municipalities.municipality (
      ars text primary key check (ars ~ '^[0-9]{2,12}$'),
      ags text check (ags ~ '^[0-9]{2,8}$'),
      level text not null check (level in ('state', 'region', 'district', 'association', 'municipality')),
      kind text not null,
      name text not null,
      suffix text,
      seat text,
      parent_ars text references municipalities.municipality (ars) deferrable initially deferred,
      population integer,
      area_km2 numeric(10, 2),
      postcode text,
      lon double precision,
      lat double precision,
      pt point,
      valid_from date not null,
      valid_to date,
      source text not null,
      source_date date not null,
      check ((lon is null) = (lat is null) and (lon is null) = (pt is null))
    );
    create index on municipalities.municipality (ags);
    create index on municipalities.municipality (parent_ars);

    create table municipalities.succession (
      old_ags text not null check (old_ags ~ '^[0-9]{5,8}$'),
      ars text not null references municipalities.municipality (ars),
      part smallint not null default 1,
      old_name text not null,
      changed_by date not null,
      source text not null,
      primary key (old_ags, ars)
    );

    create table municipalities.boundary (
      ars text primary key references municipalities.municipality (ars),
      geometry json not null,
      edition date not null,
      source text not null
    );
    -- Taking 11,000 outlines apart (jsonb) and compressing them is most of a first start; they are only read whole.
    alter table municipalities.boundary alter column geometry set storage external;

    create table municipalities.postcode (
      postcode text not null check (postcode ~ '^[0-9]{5}$'),
      ars text not null references municipalities.municipality (ars),
      source text not null,
      primary key (postcode, ars)
    );
  `,
};
