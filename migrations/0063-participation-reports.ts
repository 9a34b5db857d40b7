import type { Migration } from '../src/foundation/database/migrate.ts';

export const participationReports: Migration = {
  name: '0063-participation-reports',
  sql: `
    -- What is broken or missing at a point, and what becomes of it.
    create table participation.report (
      ars text not null references municipalities.municipality (ars) on update cascade,
      id uuid not null,
      category text not null,
      text text not null default '' check (length(text) <= 4000),
      address text not null default '' check (length(address) <= 200),
      lon double precision not null check (lon between -180 and 180),
      lat double precision not null check (lat between -90 and 90),
      -- EPSG:25832, metres.
      pt point not null,
      state text not null check (state in ('received', 'accepted', 'in-progress', 'fixed', 'declined')),
      -- Of the link by which who reported it comes back; no address is asked.
      secret_hash text not null,
      supporters integer not null default 0 check (supporters >= 0),
      way text not null check (way in ('page', 'open311')),
      reported_at timestamptz not null,
      changed_at timestamptz not null,
      closed_at timestamptz,
      primary key (ars, id),
      unique (ars, secret_hash),
      check ((closed_at is null) = (state in ('received', 'accepted', 'in-progress')))
    );
    create index report_by_secret on participation.report (secret_hash);
    create index report_near on participation.report using gist (pt);
    create index report_in_town on participation.report (ars, changed_at desc);

    -- One step of its way, the first one included.
    create table participation.report_step (
      ars text not null,
      report_id uuid not null,
      id uuid not null,
      state text not null,
      note text not null default '' check (length(note) <= 2000),
      made_by text not null check (made_by in ('town', 'reporter')),
      made_at timestamptz not null,
      primary key (ars, report_id, id),
      foreign key (ars, report_id) references participation.report (ars, id) on update cascade on delete cascade
    );

    create table participation.report_picture (
      ars text not null,
      report_id uuid not null,
      id uuid not null,
      made_by text not null check (made_by in ('town', 'reporter')),
      content bytea not null,
      made_at timestamptz not null,
      primary key (ars, report_id, id),
      foreign key (ars, report_id) references participation.report (ars, id) on update cascade on delete cascade
    );

    -- Who takes care of a kind of report, in the words of the town.
    create table participation.report_route (
      ars text not null references municipalities.municipality (ars) on update cascade,
      category text not null,
      office text not null check (length(office) between 1 and 200),
      changed_at timestamptz not null,
      primary key (ars, category)
    );
  `,
};
