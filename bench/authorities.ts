import type { Platform } from '../src/app/platform.ts';
import type { PlaceIndex } from '../src/modules/municipalities/index.ts';
import { findAuthority } from '../src/modules/public-services/responsibility/find-authority.ts';
import { createApp } from './answers.ts';
import { type Engine, freshDatabase } from './database.ts';
import { median, type Section, short } from './figures.ts';
import { rateOf } from './rate.ts';

const SERVICES = 100;
const ROUNDS = 3;
const AT_ONCE = 8;

/** A rule in every municipality for each of the services, written by one state: more than a country really has. */
const RULES = `
  set statement_timeout = 0;
  insert into public_services.source (ars, id, name, format, attribution) values ('01', 'bench', 'Bench', 'csv', 'Bench');
  insert into public_services.public_service (ars, source_id, foreign_id, id, facts, search_name, search_words, search_body,
      content_hash, run_id, read_at, changed_at)
    select '01', 'bench', s, ('00000000-0000-4000-8000-' || lpad(s::text, 12, '0'))::uuid,
      jsonb_build_object('name', 'Service ' || s, 'names', '{}'::jsonb, 'leikaKeys', jsonb_build_array('9999900' || lpad(s::text, 7, '0')),
        'texts', '[]'::jsonb, 'keywords', '[]'::jsonb, 'lifeEvents', '[]'::jsonb, 'channels', '[]'::jsonb, 'forms', '[]'::jsonb, 'reach', 'country'),
      'service', '', '', 'x', gen_random_uuid(), now(), now() from generate_series(1, ${SERVICES}) s;
  insert into public_services.competent_authority (ars, source_id, foreign_id, id, facts, content_hash, run_id, read_at, changed_at)
    select '01', 'bench', ars, gen_random_uuid(), jsonb_build_object('name', name, 'address', '{"town": "x"}'::jsonb, 'access', '{}'::jsonb),
      'x', gen_random_uuid(), now(), now() from municipalities.municipality where level = 'municipality' and valid_to is null;
  insert into public_services.responsibility (ars, source_id, foreign_id, id, facts, areas, content_hash, run_id, read_at, changed_at)
    select '01', 'bench', m.ars || s, gen_random_uuid(), jsonb_build_object('service', jsonb_build_object('leikaKey', '9999900' || lpad(s::text, 7, '0')),
      'areaKeys', jsonb_build_array(m.ars), 'authorityForeignId', m.ars, 'role', 'responsible'), array[m.ars], 'x', gen_random_uuid(), now(), now()
    from municipalities.municipality m, generate_series(1, ${SERVICES}) s where level = 'municipality' and valid_to is null;
  insert into public_services.responsibility_key
    select ars, source_id, foreign_id, facts -> 'service' ->> 'leikaKey', areas[1] from public_services.responsibility;
  analyze public_services.responsibility; analyze public_services.responsibility_key;
  analyze public_services.competent_authority; analyze public_services.public_service`;

/** The least that anybody could ask: the office by key and area, with every area above named beforehand. */
const BARE = `
  select a.id, a.facts, r.facts as rule from public_services.responsibility_key k
  join public_services.responsibility r on r.ars = k.ars and r.source_id = k.source_id and r.foreign_id = k.foreign_id
  join public_services.competent_authority a on a.ars = k.ars and a.source_id = k.source_id
    and a.foreign_id = r.facts ->> 'authorityForeignId' and a.withdrawn_at is null
  where k.service_key = $1 and k.area_ars = any($2::text[]) and r.withdrawn_at is null`;

type Ask = { key: string; id: string; lon: number; lat: number; areas: string[] };

const asksOf = (index: PlaceIndex): Ask[] =>
  index.municipalities
    .filter((_, at) => at % 11 === 0)
    .flatMap(({ ars, point }, at) => {
      if (!point) return [];
      const service = String((at % SERVICES) + 1);
      return [
        {
          key: `9999900${service.padStart(7, '0')}`,
          id: `00000000-0000-4000-8000-${service.padStart(12, '0')}`,
          ...point,
          areas: [...index.chain(ars).map((unit) => unit.ars), ''],
        },
      ];
    });

/** Eight who ask on and on, one question after the other of all. */
const askers = (work: (ask: Ask) => Promise<unknown>, asks: readonly Ask[]): (() => Promise<unknown>)[] => {
  let count = 0;
  const next = () => {
    const ask = asks[count % asks.length];
    count += 1;
    return ask ? work(ask) : Promise.resolve();
  };
  return Array.from({ length: AT_ONCE }, () => next);
};

/** Who is in charge at a position, over the interface for machines, against the bare statement on the same rows. */
export const measureAuthorities = async (
  engine: Engine,
  index: PlaceIndex,
  seconds: number,
): Promise<Section> => {
  const platform: Platform = await freshDatabase(engine, 'bench_authorities');
  const { pool } = platform.connection;
  await pool.query(RULES);
  const app = createApp(platform, index);
  const asks = asksOf(index);
  const overHttp = async ({ id, lon, lat }: Ask): Promise<void> => {
    const answer = await app.request(`/api/public-services/${id}/authority?lon=${lon}&lat=${lat}`);
    const { kind } = (await answer.json()) as { kind: string };
    if (kind !== 'one') throw new Error(`${kind} at ${lon} ${lat}`);
  };
  const bare = ({ key, areas }: Ask) => pool.query(BARE, [key, areas]);
  const verb = ({ id, key, lon, lat }: Ask) =>
    findAuthority(
      { ...platform, places: index },
      { service: { id, leikaKeys: [key] }, place: { point: { lon, lat } } },
    );
  await rateOf(askers(bare, asks), 1);
  await rateOf(askers(verb, asks), 1);
  await rateOf(askers(overHttp, asks), 1);
  const rates = { bare: [] as number[], verb: [] as number[], app: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.bare.push(await rateOf(askers(bare, asks), seconds));
    rates.verb.push(await rateOf(askers(verb, asks), seconds));
    rates.app.push(await rateOf(askers(overHttp, asks), seconds));
  }
  await platform.close();
  const share = (rate: number[]): string => short(median(rate) / median(rates.bare));
  return {
    title: `Who is in charge: ${SERVICES} services, a rule in each of ${index.municipalities.length.toLocaleString('en-GB')} municipalities`,
    head: ['', 'answers per second', 'share of the bare statement'],
    rows: [
      ['bare statement, areas named beforehand', short(median(rates.bare)), '1'],
      ['position → office with the reason', short(median(rates.verb)), share(rates.verb)],
      ['the same as a whole answer of the interface', short(median(rates.app)), share(rates.app)],
    ],
    notes: [
      `${AT_ONCE} questions at a time; the whole answer reads the service as well, and says the reason in two languages.`,
    ],
  };
};
