import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { canonicalHash } from '../../foundation/text/canonical-hash.ts';
import { addDays, berlinDay } from '../../foundation/time/zone.ts';
import { startDesk } from './desk.builder.ts';

const FOLDER = 'var/test/parking-pilot';
rmSync(FOLDER, { recursive: true, force: true });
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;

const ARS = '082120000000';
const DESK = `/rathaus/${ARS}/parken/wirkung`;
const officer = await administrate('08212000', 'eve@karlsruhe.example');
const { rows: people } = await pool.query('select id from accounts.person');
await officer.post(`/rathaus/${ARS}/menschen/rolle`, {
  person: people[0].id,
  role: 'digitalOfficer',
  step: 'grant',
});
const visitor = newBrowser();

const today = berlinDay(platform.clock());
const typed = (change: Record<string, string> = {}) => ({
  name: 'Teilen in der Südstadt',
  gebiet: 'Südstadt',
  lage: 'Zwischen Bahnhof und Zoo',
  vergleich: 'Oststadt',
  vergleichslage: 'Am Hauptfriedhof',
  vorher_von: addDays(today, 10),
  vorher_bis: addDays(today, 40),
  nachher_von: addDays(today, 60),
  nachher_bis: addDays(today, 90),
  tage: '20',
  fahrten: '40',
  mindestens: '20',
  ...change,
});

const planId = (answer: Response): string =>
  /wirkung\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
const textOf = async (answer: Response | Promise<Response>): Promise<string> => (await answer).text();
const send = (id: string, csv: string | Uint8Array<ArrayBuffer>): Promise<Response> => {
  const form = new FormData();
  form.set('datei', new File([csv], 'fahrten.csv', { type: 'text/csv' }));
  return officer.post(`${DESK}/${id}/fahrten`, form);
};

let draft = '';

test('a plan with faults is refused field by field, a sound one says what it can see', async () => {
  const wrong = await officer.post(DESK, typed({ vergleich: 'südstadt', tage: '2', nachher_bis: '' }));
  assert.equal(wrong.status, 422);
  const said = await wrong.text();
  for (const fault of ['muss ein anderes sein', 'ganze Zahl', 'Schreiben Sie einen Tag'])
    assert.ok(said.includes(fault), fault);
  assert.equal((await pool.query('select from parking.pilot_plan')).rowCount, 0);

  draft = planId(await officer.post(DESK, typed()));
  const page = await textOf(officer.ask(`${DESK}/${draft}`));
  assert.match(
    page,
    /Mit 20 Tagen vorher, 20 Tagen nachher und je 40 Fahrten sehen Sie eine Änderung von 20 % in \d+ von 100 Fällen/,
  );
  assert.match(page, /Das ist zu wenig für einen Nachweis/);
  assert.match(page, /40 × 300/);
  assert.match(page, /Abweichung/);
  assert.match(await textOf(officer.ask(`/rathaus/${ARS}/parken`)), /Wirkung messen/);
  assert.match(await textOf(officer.ask(`/en${DESK}/${draft}`)), /What this plan can see/);
});

test('a draft is nobody’s business and takes no drives', async () => {
  assert.equal((await visitor.ask(`/parken/wirkung/${ARS}/${draft}`)).status, 404);
  const answer = await send(draft, `Tag;Gebiet;Stunde;Sekunden\n${addDays(today, 11)};pilot;9;60`);
  assert.equal(answer.status, 422);
  assert.match(await answer.text(), /Erst wenn der Plan festgeschrieben ist/);
});

test('frozen, it is public with its hash, and the database itself refuses every change', async () => {
  await officer.post(`${DESK}/${draft}/festschreiben`);
  const page = await textOf(visitor.ask(`/parken/wirkung/${ARS}/${draft}`));
  const { rows } = await pool.query('select plan, plan_hash from parking.pilot_plan where id = $1', [draft]);
  assert.equal(rows[0].plan_hash, canonicalHash(rows[0].plan));
  assert.ok(page.includes(rows[0].plan_hash));
  const file = await textOf(visitor.ask(`/parken/wirkung/${ARS}/${draft}/plan.json`));
  assert.equal(
    createHash('sha256').update(file).digest('hex'),
    rows[0].plan_hash,
    'whoever doubts can check',
  );
  assert.equal((await visitor.ask(`/parken/wirkung/${ARS}/${draft}/tage.csv`)).status, 404);
  assert.equal((await visitor.ask(`/parken/wirkung/${ARS}/${'-'.repeat(36)}`)).status, 404);
  assert.match(page, /Es wird gemessen: unter 10 Fahrten bisher/);
  assert.match(
    await textOf(visitor.ask('/parken/wirkung?ort=08212000')),
    /Versuche, die hier gemessen werden[\s\S]*Teilen in der Südstadt/,
  );
  for (const change of [
    `update parking.pilot_plan set plan = jsonb_set(plan, '{days}', '5') where id = $1`,
    'update parking.pilot_plan set frozen_at = null, plan_hash = null where id = $1',
    `update parking.pilot_plan set power = '{}' where id = $1`,
    'delete from parking.pilot_plan where id = $1',
  ])
    await assert.rejects(pool.query(change, [draft]), /a frozen plan does not change/, change);
  await officer.post(`${DESK}/${draft}/verwerfen`);
  assert.equal((await officer.ask(`${DESK}/${draft}`)).status, 200);
  // Municipalities merge: the key follows, and nothing else.
  await pool.query(`update parking.pilot_plan set ars = '010605053053' where id = $1`, [draft]);
  await pool.query(`update parking.pilot_plan set ars = '${ARS}' where id = $1`, [draft]);
});

test('a draft can be discarded; too late, it can no longer be frozen', async () => {
  const other = planId(await officer.post(DESK, typed({ name: 'Anders', mindestens: '30' })));
  await officer.post(`${DESK}/${other}/verwerfen`);
  assert.equal((await officer.ask(`${DESK}/${other}`)).status, 404);
  const days = { vorher_von: addDays(today, -40), vorher_bis: addDays(today, -10) };
  const late = planId(await officer.post(DESK, typed({ ...days, name: 'Zu spät' })));
  await officer.post(`${DESK}/${late}/festschreiben`);
  assert.equal((await visitor.ask(`/parken/wirkung/${ARS}/${late}`)).status, 404);
  assert.match(await textOf(officer.ask(`${DESK}/${late}`)), /ist kein Versprechen/);
});

/** A pilot whose last day of measuring was some days ago, frozen in its time. */
const measuredPilot = async (
  name: string,
  endedDaysAgo: number,
): Promise<{ id: string; from: string; after: string }> => {
  const [from, after] = [addDays(today, -endedDaysAgo - 80), addDays(today, -endedDaysAgo - 30)];
  const id = platform.newId();
  await pool.query(
    `insert into parking.pilot_plan (ars, id, plan, power, changed_at, frozen_at, plan_hash)
     select ars, $1, plan || $2::jsonb, power, $3, $3, plan_hash from parking.pilot_plan where id = $4`,
    [
      id,
      { name, beforeFrom: from, beforeTo: addDays(from, 29), afterFrom: after, afterTo: addDays(after, 30) },
      from,
      draft,
    ],
  );
  return { id, from, after };
};

/** Search as if everything fell by a tenth, and in the pilot district by what is given on top. */
const drivesOf = ({ from, after }: { from: string; after: string }, change: number): string => {
  const rows = ['Tag;Gebiet;Stunde;Sekunden'];
  let state = 20261122;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  for (let day = 0; day < 24; day += 1)
    for (const isAfter of [false, true])
      for (const isPilot of [true, false])
        for (let drive = 0; drive < 30; drive += 1) {
          const noise = 0.2 + 1.6 * random();
          const mean = 150 * (isAfter ? 0.9 : 1) * (isAfter && isPilot ? 1 + change : 1);
          rows.push(
            `${addDays(isAfter ? after : from, day)};${isPilot ? 'pilot' : 'Oststadt'};${8 + (drive % 10)};${Math.round(mean * noise)}`,
          );
        }
  return rows.join('\n');
};

test('drives are counted and refused row by row, a file with people in it as a whole, and twice is once', async () => {
  const pilot = await measuredPilot('Gemessen', 3);
  const row = `${pilot.from};pilot;9;60`;
  for (const [csv, said] of [
    [`Tag;Gebiet;Stunde;Sekunden;Kennzeichen\n${row};KA-QX 987`, /mehr als die vier Spalten/],
    ['Tag;Gebiet\n', /Es fehlt eine der Spalten/],
    ['', /Wählen Sie eine Datei/],
    [`Tag;Gebiet;Stunde;Sekunden\n${today};pilot;9;KA-QX 987`, /Keine einzige Zeile/],
  ] as const) {
    const answer = await send(pilot.id, csv);
    assert.equal(answer.status, 422, csv);
    assert.match(await answer.text(), said);
  }
  const packed = await send(pilot.id, new Uint8Array(gzipSync(`Tag;Gebiet;Stunde;Sekunden\n${row}`)));
  assert.match(await packed.text(), /Das ist keine Tabelle/);
  const csv = `${drivesOf(pilot, -0.25)}\n${pilot.from};Mond;9;60\n${pilot.from};pilot;9;KA-QX 987`;
  const answer = await send(pilot.id, csv);
  assert.equal(answer.status, 200);
  const page = await answer.text();
  assert.match(page, /2\.880 Fahrten sind übernommen, 2 Zeilen abgewiesen/);
  assert.match(page, /Zeile 2\.882: weder Pilot- noch Vergleichsgebiet/);
  assert.doesNotMatch(page, /QX|Mond/);
  assert.match(await textOf(send(pilot.id, csv)), /Genau diese Datei ist schon da/);
  assert.equal((await pool.query('select from parking.pilot_drive')).rowCount, 2880);
  // The result is not out yet: nobody looks into it.
  const soFar = await textOf(visitor.ask(`/parken/wirkung/${ARS}/${pilot.id}`));
  assert.match(soFar, /Es wird gemessen: 2\.880 Fahrten bisher/);
  assert.doesNotMatch(soFar, /Gesunken|Nicht gezeigt/);

  const { rows } = await pool.query('select id from parking.pilot_upload');
  await officer.post(`${DESK}/${pilot.id}/fahrten/${rows[0].id}/zurueckziehen`);
  assert.match(
    await textOf(visitor.ask(`/parken/wirkung/${ARS}/${pilot.id}`)),
    /unter 10 Fahrten bisher[\s\S]*Zurückgezogene Dateien: 1/,
  );
  assert.equal((await send(pilot.id, csv)).status, 200, 'after it was withdrawn it may come again');
  assert.match(await textOf(officer.ask(`/rathaus/${ARS}/protokoll`)), /Messfahrten zurückgezogen/);
});

/** Its drives were uploaded while it was open; then it ended. */
const endedPilot = async (name: string, change: number): Promise<string> => {
  const open = await measuredPilot(`${name} (offen)`, 3);
  const ended = await measuredPilot(name, 40);
  const answer = await send(open.id, drivesOf(open, change));
  assert.equal(answer.status, 200);
  const shift = 37;
  await pool.query(
    `with copied as (
       insert into parking.pilot_upload (ars, plan_id, id, file_hash, taken, refused, uploaded_at)
       select ars, $2, gen_random_uuid(), file_hash, taken, refused, uploaded_at from parking.pilot_upload where plan_id = $1
       returning ars, id)
     insert into parking.pilot_drive (ars, upload_id, line, day, hour, is_pilot, seconds)
     select c.ars, c.id, d.line, d.day - ${shift}, d.hour, d.is_pilot, d.seconds
     from parking.pilot_drive d join parking.pilot_upload u on u.ars = d.ars and u.id = d.upload_id and u.plan_id = $1
     cross join copied c`,
    [open.id, ended.id],
  );
  return ended.id;
};

test('after the end everybody sees what was shown, with the naive comparison and why it misleads', async () => {
  const id = await endedPilot('Wirkt', -0.25);
  const page = (await textOf(visitor.ask(`/parken/wirkung/${ARS}/${id}`))).replaceAll('\u00a0', ' ');
  assert.match(page, /Gesunken/);
  const found = Number(/dauert die Suche um (\d+) % kürzer/.exec(page)?.[1]);
  assert.ok(Math.abs(found - 25) <= 3, `${found}`);
  const naive = Number(/bekäme −(\d+) %/.exec(page)?.[1]);
  assert.ok(naive >= 30, `before and after alone: ${naive}`);
  assert.match(page, /führt in die Irre/);
  assert.match(page, /Woche für Woche/);
  assert.match(await textOf(visitor.ask(`/en/parken/wirkung/${ARS}/${id}`)), /Fallen/);
  const days = (await textOf(visitor.ask(`/parken/wirkung/${ARS}/${id}/tage.csv`))).split('\r\n');
  assert.equal(days.length, 1 + 4 * 24);
  assert.match(days[1] ?? '', /^\d{4}-\d\d-\d\d;(pilot|control);30;\d+$/);
  const over = await send(id, 'Tag;Gebiet;Stunde;Sekunden\n');
  assert.equal(over.status, 422);
  assert.match(await over.text(), /Messung ist zu Ende/);
});

test('no effect is said as plainly as an effect, and nothing is said of nothing', async () => {
  const none = await endedPilot('Wirkt nicht', 0);
  const page = await textOf(visitor.ask(`/parken/wirkung/${ARS}/${none}`));
  assert.match(page, /Nicht gezeigt[\s\S]*Der Versuch hat keine Wirkung gezeigt/);
  assert.match(page, /bekäme −10/);
  const { id } = await measuredPilot('Leer', 40);
  const empty = await textOf(visitor.ask(`/parken/wirkung/${ARS}/${id}`));
  assert.match(empty, /Nicht messbar: zu wenige Fahrten/);
  assert.doesNotMatch(empty, /NaN|Infinity/);
});

test('whoever may not manage parking sees and does nothing here', async () => {
  const warden = newBrowser();
  assert.notEqual((await warden.post(DESK, typed())).status, 200);
  const leezen = await administrate('01060053', 'anna@leezen.example');
  for (const path of ['', `/${draft}`]) assert.equal((await leezen.ask(`${DESK}${path}`)).status, 404);
});
