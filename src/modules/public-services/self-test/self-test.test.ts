import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { createAccount } from '../../accounts/index.ts';
import { loadPlaceIndex, seedMunicipalities } from '../../municipalities/index.ts';
import { areasOf } from '../areas.ts';
import { seedPublicServices } from '../seed.ts';
import { publicServiceWork } from '../work.ts';
import { describeCoverage } from './describe-coverage.ts';

const context = await testDatabase({ name: 'register', work: seedMunicipalities });
await seedMunicipalities(context);
const places = await loadPlaceIndex(context.database);
await seedPublicServices(context, areasOf(places));
const { pool } = context.connection;
/** Every address that says so is dead. */
const lookAt = async (url: string) => (url.includes('weg') ? 'bad-status: 404' : undefined);
let days = 0;
const later = { ...context, clock: () => new Date(context.clock().getTime() + days * 86_400_000) };
const [job] = publicServiceWork(later, places, lookAt);
const run = async () => (await job?.run({}, async () => undefined)) ?? {};

const MUENSTER = '055150000000';
const created = await createAccount(context, 'redaktion@muenster.example');
assert.ok('personId' in created);
await pool.query(
  `insert into accounts.organisation (ars, id, name, kind, created_at) values ($1, $1, 'Münster', 'municipality', now())`,
  [MUENSTER],
);
await pool.query(
  `insert into accounts.role (ars, organisation_id, person_id, role, granted_at) values ($1, $1, $2, 'editor', now())`,
  [MUENSTER, created.personId],
);

test('every municipality asks for every service; each finding reaches its editors once', async () => {
  const first = await run();
  assert.equal(first.areas, places.municipalities.length);
  assert.equal(first.services, 42);
  assert.equal(
    Number(first.answered) + Number(first.asked) + Number(first.gaps),
    42 * places.municipalities.length,
  );
  assert.equal(first.findings, 1);
  assert.equal(first.told, 1);
  const { rows } = await pool.query('select subject, text from accounts.notice');
  assert.deepEqual(rows, [
    { subject: 'Eine Zuständigkeit ist zu klären', text: 'Beratung zum Baurecht: Die Regel ist abgelaufen.' },
  ]);
  const second = await run();
  assert.equal(second.told, 0);
  assert.equal((await pool.query('select from accounts.notice')).rowCount, 1);
});

test('a town, its state and the country are summed up', async () => {
  const town = await describeCoverage(context, places, '082120000000');
  assert.deepEqual(
    town.sums.map(({ ars, areas }) => [ars, areas]),
    [
      ['082120000000', 1],
      ['08', places.municipalitiesOf('08').length],
      ['', places.municipalities.length],
    ],
  );
  assert.deepEqual(town.gaps?.map((key) => town.names.get(key)).sort(), [
    'BAföG beantragen',
    'Beratung zum Baurecht',
  ]);
  const district = await describeCoverage(context, places, '010605053053');
  assert.ok(
    (district.sums[0]?.answered ?? 0) >= 35,
    'a village is answered by its association and its district',
  );
  const muenster = await describeCoverage(context, places, MUENSTER);
  assert.deepEqual(
    muenster.findings.map(({ kind }) => kind),
    ['expired'],
  );
  const country = await describeCoverage(context, places, undefined);
  assert.equal(country.sums.length, 17);
});

test('what was put right is no finding any more', async () => {
  await pool.query(
    `update public_services.responsibility set facts = facts - 'validTo' where facts ->> 'validTo' = '2025-12-31'`,
  );
  const figures = await run();
  assert.equal(figures.findings, 0);
  assert.equal((await pool.query('select from public_services.coverage_finding')).rowCount, 0);
});

test('two offices of two organisations for one thing are a contradiction, an office without address is found', async () => {
  await pool.query(`
    update public_services.competent_authority set facts = facts || '{"organisation": "Andere"}'
    where foreign_id = 'buero-1' and ars = '082120000000';
    update public_services.competent_authority set facts = jsonb_set(facts, '{address}', '{}')
    where foreign_id = 'standesamt' and ars = '055150000000'`);
  await run();
  const { rows } = await pool.query(
    'select ars, kind, count(*) as count from public_services.coverage_finding group by 1, 2 order by 1',
  );
  assert.deepEqual(rows, [
    { ars: MUENSTER, kind: 'no-address', count: 4 },
    { ars: '082120000000', kind: 'contradiction', count: 13 },
  ]);
});

test('a link that leads nowhere on three days is a finding, until it works or is gone', async () => {
  await pool.query(`
    delete from public_services.coverage_finding;
    update public_services.competent_authority set facts = facts || '{"web": "https://amt.example/weg"}'
      where foreign_id = 'kfz' and ars = '055150000000';
    update public_services.source set demonstration = false where ars = '055150000000'`);
  const dead = async () =>
    (await pool.query(`select service_key from public_services.coverage_finding where kind = 'dead-link'`))
      .rows;
  const looked = [];
  for (days = 0; days < 3; days += 1) {
    assert.deepEqual(await dead(), []);
    looked.push((await run()).links);
  }
  assert.deepEqual(looked, [1, 1, 1]);
  assert.deepEqual(await dead(), [{ service_key: 'https://amt.example/weg' }]);
  await pool.query(
    `update public_services.competent_authority set facts = facts - 'web' where foreign_id = 'kfz'`,
  );
  assert.equal((await run()).links, 0);
  assert.deepEqual(await dead(), []);
});

test('rules of a town that was merged hold for its successor', async () => {
  const old = '160560000000';
  await pool.query(
    `update public_services.responsibility_key set area_ars = $1 where area_ars = '010605053'`,
    [old],
  );
  await pool.query(
    `update public_services.responsibility set areas = array[$1] where '010605053' = any(areas)`,
    [old],
  );
  const { moved } = await run();
  assert.ok(Number(moved) > 0);
  const eisenach = places.resolvePlace('16056000');
  assert.ok(eisenach.kind === 'one');
  const coverage = await describeCoverage(context, places, eisenach.municipality.ars);
  assert.ok((coverage.sums[0]?.answered ?? 0) > 20);
});

const isLarge = process.env.ALLMENDE_LARGE === '1';
test('the whole country with a rule in every municipality for a hundred services', {
  skip: isLarge ? false : 'ALLMENDE_LARGE=1 plays a million rules',
}, async (t) => {
  await pool.query(
    `
    set statement_timeout = 0;
    insert into public_services.source (ars, id, name, format, attribution) values ('01', 'gross', 'x', 'csv', 'x');
    insert into public_services.competent_authority (ars, source_id, foreign_id, id, facts, content_hash, run_id, read_at, changed_at)
      select '01', 'gross', ars, gen_random_uuid(), jsonb_build_object('name', name, 'address', '{"town": "x"}'::jsonb, 'access', '{}'::jsonb),
        'x', gen_random_uuid(), now(), now()
      from municipalities.municipality where level = 'municipality' and valid_to is null;
    insert into public_services.responsibility (ars, source_id, foreign_id, id, facts, areas, content_hash, run_id, read_at, changed_at)
      select '01', 'gross', m.ars || s, gen_random_uuid(), jsonb_build_object('service', jsonb_build_object('leikaKey', '9999900' || lpad(s::text, 7, '0')),
        'areaKeys', jsonb_build_array(m.ars), 'authorityForeignId', m.ars, 'role', 'responsible'), array[m.ars], 'x', gen_random_uuid(), now(), now()
      from municipalities.municipality m, generate_series(1, 100) s where level = 'municipality' and valid_to is null;
    insert into public_services.responsibility_key
      select ars, source_id, foreign_id, facts -> 'service' ->> 'leikaKey', areas[1] from public_services.responsibility where source_id = 'gross';
    analyze public_services.responsibility; analyze public_services.responsibility_key; analyze public_services.competent_authority`,
  );
  const started = performance.now();
  const figures = await run();
  const seconds = (performance.now() - started) / 1000;
  t.diagnostic(
    `${JSON.stringify(figures)} in ${seconds.toFixed(1)} s, heap ${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} MB`,
  );
  assert.equal(figures.services, 100);
  assert.equal(figures.answered, 100 * places.municipalities.length);
  assert.ok(seconds < 600);
});
