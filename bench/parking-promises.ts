import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { Platform } from '../src/app/platform.ts';
import { toMetres } from '../src/foundation/geo/point.ts';
import { inBerlin } from '../src/foundation/time/zone.ts';
import type { PlaceIndex } from '../src/modules/municipalities/index.ts';
import { askForSpace } from '../src/modules/parking/bookings/ask-for-space.ts';
import { instantOf, SLOTS_A_DAY, slotAt } from '../src/modules/parking/slot.ts';
import { serveApp } from './answers.ts';
import { type Engine, freshDatabase } from './database.ts';
import { median, type Section, short } from './figures.ts';
import { rateOf } from './rate.ts';

const CLIENTS = 64;
const ROUNDS = 3;
const POOLS = 8;
const CAPACITY = 500;
const DAYS = 30;
const KARLSRUHE = '082120000000';
const SQUARE = { lon: 8.4037, lat: 49.0093 };
const SECRET = Buffer.alloc(32, 7);

/** Large enough never to be full, few enough that everybody wants the same rows. */
const SPACES = `
  insert into parking.host (ars, id, kind, name, created_at)
    values ('${KARLSRUHE}', '00000000-0000-4000-8000-000000000001', 'firm', 'Bench', now());
  insert into parking.pool (ars, id, host_id, name, kind, lon, lat, pt, capacity, access_kind, cents_per_hour, permit,
      permit_verdict, permit_checked_at, state, created_at, changed_at)
    select '${KARLSRUHE}', ('00000000-0000-4000-8000-' || lpad(s::text, 12, '0'))::uuid,
      '00000000-0000-4000-8000-000000000001', 'Pool ' || s, 'open', ${SQUARE.lon}, ${SQUARE.lat}, $1, ${CAPACITY}, 'open', 0,
      '{}', 'green', now(), 'shared', now(), now() from generate_series(1, ${POOLS}) s;
  insert into parking.open_time (ars, pool_id, id, is_open, from_minute, to_minute)
    select ars, id, gen_random_uuid(), true, 0, 1440 from parking.pool`;

const whole = (below: number): number => Math.floor(Math.random() * below);
const poolId = (): string => `00000000-0000-4000-8000-${String(1 + whole(POOLS)).padStart(12, '0')}`;
/** Some hours of a day within a month. */
const anyStay = (): { from: number; to: number } => {
  const from = slotAt(new Date()) + 288 + whole((DAYS - 2) * SLOTS_A_DAY);
  return { from, to: from + 12 + 12 * whole(2) };
};

/** The least that keeps two from the same space: the slots with their check and the row of a booking, in one transaction. */
const bareInsert = async ({ connection: { pool } }: Platform): Promise<void> => {
  const [id, booking, { from, to }] = [poolId(), randomUUID(), anyStay()];
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into parking.slot_load (ars, pool_id, slot, used, capacity)
       select '${KARLSRUHE}', $1, slot, 1, ${CAPACITY} from generate_series($2::integer, $3::integer) as slot order by slot
       on conflict (ars, pool_id, slot) do update set used = slot_load.used + 1`,
      [id, from, to + 1],
    );
    await client.query(
      `insert into parking.booking (ars, id, secret_hash, request_key, state, pool_id, lon, lat, from_slot, to_slot,
         held_to_slot, walk_limit_m, cents_per_hour, quoted_cents, asked_at)
       values ('${KARLSRUHE}', $1::uuid, $1::text, $1::uuid, 'promised', $2::uuid, 8, 49, $3::integer, $4::integer, $4::integer + 2, 350, 0, 0, now())`,
      [booking, id, from, to],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
};

const promiseOf = (platform: Platform, places: PlaceIndex) => async (): Promise<void> => {
  const answer = await askForSpace(
    { ...platform, places, secret: () => SECRET },
    {
      destination: SQUARE,
      ...anyStay(),
      walkLimit: 350,
      highestCentsPerHour: 300,
      needs: { vehicleSize: 'car', belongsTo: [] },
      requestKey: randomUUID(),
      label: '',
      personId: null,
      plate: '',
      language: 'de',
      channel: 'web',
    },
  );
  if ('refused' in answer) throw new Error(answer.refused);
};

const post = (agent: http.Agent, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const { from, to } = anyStay();
    const begins = inBerlin(instantOf(from));
    const body = new URLSearchParams({
      anfrage: randomUUID(),
      tag: begins.toPlainDate().toString(),
      zeit: `${begins.hour}:${String(begins.minute).padStart(2, '0')}`,
      dauer: String((to - from) * 5),
      weg: '350',
      preis: 'egal',
      fahrzeug: 'car',
    }).toString();
    const request = http.request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: `/parken?lon=${SQUARE.lon}&lat=${SQUARE.lat}`,
        headers: {
          origin: `http://127.0.0.1:${port}`,
          'content-type': 'application/x-www-form-urlencoded',
          // Everybody comes from another network: who books often from one is slowed down.
          'x-forwarded-for': `10.${whole(256)}.${whole(256)}.${whole(256)}`,
        },
      },
      (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 303 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });

/** Promises a second, everybody for the same few spaces: through the page, in the process, and the bare rows. */
export const measurePromises = async (
  engine: Engine,
  places: PlaceIndex,
  seconds: number,
): Promise<Section> => {
  const platform = await freshDatabase(engine, 'bench_promises');
  const { pool } = platform.connection;
  const { x, y } = toMetres(SQUARE);
  await pool.query(SPACES.replace('$1', `'(${x}, ${y})'`));
  const { port, close } = await serveApp(platform, places, { PROXIES: '1' });
  const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });
  const kinds = [
    { name: 'bare rows', work: () => bareInsert(platform) },
    { name: 'asking, in the process', work: promiseOf(platform, places) },
    { name: 'POST /parken', work: () => post(agent, port) },
  ];
  const rates = kinds.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, { work }] of kinds.entries())
      rates[at]?.push(
        await rateOf(
          Array.from({ length: CLIENTS }, () => work),
          seconds,
        ),
      );
  const { rows } = await pool.query(
    'select count(*) filter (where used > capacity) as over, max(used) as most from parking.slot_load',
  );
  agent.destroy();
  close();
  await platform.close();
  const bare = median(rates[0] ?? []);
  return {
    title: `Parking: promises a second, ${CLIENTS} at once for ${POOLS} pools of ${CAPACITY}`,
    head: ['', 'a second', 'of bare'],
    rows: kinds.map(({ name }, at) => {
      const rate = median(rates[at] ?? []);
      return [name, short(rate), short(rate / bare)];
    }),
    notes: [
      `Bare rows: the slots of a stay with their check and the booking, in one transaction. The page finds the place, looks at pools, windows, loads and prices, promises, notes event and demand, and answers over a socket. ${ROUNDS} interleaved rounds of ${seconds} s; clients, server and PostgreSQL share the machine. Slots above their capacity: ${rows[0].over}; the fullest held ${rows[0].most}.`,
    ],
  };
};
