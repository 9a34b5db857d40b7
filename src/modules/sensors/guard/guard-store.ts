import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { ThingKind } from '../contract.ts';
import type { StreamKey } from '../observations/rollup-store.ts';
import type { Value } from './judge-values.ts';
import type { FindingKind, StreamRule } from './rule.ts';

export type WatchedStream = StreamKey &
  StreamRule & {
    thing: number;
    thingName: string;
    name: string;
    kind: ThingKind;
    unit: string;
    expectedSeconds: number | null;
    hasRule: boolean;
    lastAt: Date | null;
    lastIsRaw: boolean;
    hasThresholds: boolean;
    hasFindings: boolean;
  };

const WATCHED = sql`
  select d.ars, d.id as datastream, d.thing_id as thing, t.name as "thingName", d.name, t.kind, d.unit_symbol as unit,
    d.expected_seconds as "expectedSeconds", r.datastream_id is not null as "hasRule", r.silent_after as "silentAfter",
    r.frozen_after as "frozenAfter", r.lowest, r.highest, r.jump_beyond as "jumpBeyond",
    last.at as "lastAt", coalesce(last.quality = 0, false) as "lastIsRaw",
    exists (select from sensors.threshold x where x.ars = d.ars and x.datastream_id = d.id) as "hasThresholds",
    exists (select from sensors.finding f where f.ars = d.ars and f.datastream_id = d.id and f.closed_at is null) as "hasFindings"
  from sensors.datastream d
  join sensors.thing t on t.ars = d.ars and t.id = d.thing_id
  left join sensors.stream_rule r on r.ars = d.ars and r.datastream_id = d.id
  left join lateral (
    select at, quality from sensors.observation o
    where o.ars = d.ars and o.datastream_id = d.id order by at desc limit 1) last on true`;

/** Across towns: streams of which it is known how often they speak, or for which somebody has stated a rule. */
export const listWatched = async (database: Database): Promise<WatchedStream[]> =>
  (
    await sql<WatchedStream>`
      ${WATCHED} where d.expected_seconds is not null or r.datastream_id is not null
        or exists (select from sensors.threshold x where x.ars = d.ars and x.datastream_id = d.id)
      order by d.ars, d.id limit 20000`.execute(database)
  ).rows;

export const findWatched = async (
  database: Database,
  { ars, datastream }: StreamKey,
): Promise<WatchedStream | undefined> =>
  (await sql<WatchedStream>`${WATCHED} where d.ars = ${ars} and d.id = ${datastream}`.execute(database))
    .rows[0];

export type StoredValue = Value & { quality: number };

/** The last values until now, oldest first. */
export const listRecentValues = async (
  database: Database,
  { ars, datastream }: StreamKey,
  { now, limit }: { now: Date; limit: number },
): Promise<StoredValue[]> =>
  (
    await sql<StoredValue>`
      select at, value, quality from (
        select at, value, quality from sensors.observation
        where ars = ${ars} and datastream_id = ${datastream} and at <= ${now} order by at desc limit ${limit}) recent
      order by at`.execute(database)
  ).rows;

/** Only what nobody has looked at: a correction or a check by a person stands above the rule. */
export const markValues = async (
  database: Database,
  { ars, datastream }: StreamKey,
  marks: readonly { at: Date; quality: number; reason: string | null }[],
): Promise<void> => {
  await sql`
    update sensors.observation o set quality = m.quality, reason = coalesce(o.reason, m.reason)
    from unnest(${marks.map(({ at }) => at.toISOString())}::timestamptz[],
      ${marks.map(({ quality }) => quality)}::smallint[], ${marks.map(({ reason }) => reason)}::text[]) m(at, quality, reason)
    where o.ars = ${ars} and o.datastream_id = ${datastream} and o.at = m.at and o.quality = 0`.execute(
    database,
  );
};

export type StoredFinding = {
  id: string;
  datastream: number;
  kind: FindingKind;
  openedAt: Date;
  closedAt: Date | null;
  seen: number | null;
  bound: number;
};

const FINDING = sql`f.id, f.datastream_id as datastream, f.kind, f.opened_at as "openedAt", f.closed_at as "closedAt",
  f.seen, f.bound`;

export const listOpenFindings = async (
  database: Database,
  { ars, datastream }: StreamKey,
): Promise<StoredFinding[]> =>
  (
    await sql<StoredFinding>`
      select ${FINDING} from sensors.finding f
      where f.ars = ${ars} and f.datastream_id = ${datastream} and f.closed_at is null`.execute(database)
  ).rows;

export type FindingOfTown = StoredFinding & {
  thing: number;
  thingName: string;
  stream: string;
  unit: string;
};

/** What is open in a town first, then what was closed last. */
export const listFindings = async (database: Database, ars: string): Promise<FindingOfTown[]> =>
  (
    await sql<FindingOfTown>`
      select ${FINDING}, t.id as thing, t.name as "thingName", d.name as stream, d.unit_symbol as unit
      from sensors.finding f
      join sensors.datastream d on d.ars = f.ars and d.id = f.datastream_id
      join sensors.thing t on t.ars = d.ars and t.id = d.thing_id
      where f.ars = ${ars} order by f.closed_at desc nulls first, f.opened_at desc limit 50`.execute(database)
  ).rows;

export const openFinding = async (
  database: Database,
  { ars, datastream }: StreamKey,
  one: { id: string; kind: FindingKind; seen: number | null; bound: number; now: Date },
): Promise<void> => {
  await sql`
    insert into sensors.finding (ars, id, datastream_id, kind, opened_at, last_seen_at, seen, bound)
    values (${ars}, ${one.id}, ${datastream}, ${one.kind}, ${one.now}, ${one.now}, ${one.seen}, ${one.bound})
    on conflict do nothing`.execute(database);
};

export const closeFinding = async (database: Database, ars: string, id: string, now: Date): Promise<void> => {
  await sql`update sensors.finding set closed_at = ${now} where ars = ${ars} and id = ${id}`.execute(
    database,
  );
};

export const saveRule = async (
  database: Database,
  { ars, datastream }: StreamKey,
  rule: StreamRule,
): Promise<void> => {
  await sql`
    insert into sensors.stream_rule (ars, datastream_id, silent_after, frozen_after, lowest, highest, jump_beyond)
    values (${ars}, ${datastream}, ${rule.silentAfter}, ${rule.frozenAfter}, ${rule.lowest}, ${rule.highest}, ${rule.jumpBeyond})
    on conflict (ars, datastream_id) do update set silent_after = excluded.silent_after,
      frozen_after = excluded.frozen_after, lowest = excluded.lowest, highest = excluded.highest,
      jump_beyond = excluded.jump_beyond`.execute(database);
};
