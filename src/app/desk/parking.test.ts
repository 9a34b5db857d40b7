import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { parkingWork, seedParkingDemonstration } from '../../modules/parking/index.ts';
import { derivedSecret } from '../secrets.ts';
import { startDesk } from './desk.builder.ts';
import { pay } from './pay.builder.ts';

const FOLDER = 'var/test/parking-desk';
rmSync(FOLDER, { recursive: true, force: true });
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser } = await startDesk(FOLDER);
const { pool: database } = platform.connection;
await seedParkingDemonstration({
  ...platform,
  secret: derivedSecret({ folder: FOLDER }, 'parking'),
});

const TOWN = '/rathaus/082120000000';
const DESK = `${TOWN}/parken`;
const officer = await administrate('08212000', 'eve@karlsruhe.example');
const { rows: people } = await database.query('select id from accounts.person');
for (const role of ['digitalOfficer', 'caseWorker'])
  await officer.post(`${TOWN}/menschen/rolle`, { person: people[0].id, role, step: 'grant' });

const square = {
  type: 'Polygon',
  coordinates: [
    [
      [8.39, 49],
      [8.42, 49],
      [8.42, 49.02],
      [8.39, 49],
    ],
  ],
};
const zone = (change: Record<string, string> = {}) => ({
  name: 'Südstadt',
  deckel: '0,80',
  umriss: JSON.stringify(square),
  ...change,
});

test('a town sets a cap for an area; what is no area is refused and nothing is stored', async () => {
  const wrong: [Record<string, string>, RegExp][] = [
    [{ name: '' }, /füllen Sie dieses Feld/],
    [{ deckel: 'viel' }, /1,50/],
    [{ deckel: '99' }, /1,50/],
    [{ umriss: '{}' }, /kein Polygon/],
    [{ umriss: 'null' }, /kein Polygon/],
    [
      {
        umriss: JSON.stringify({
          ...square,
          coordinates: [
            [
              [0, 0],
              [1, 1],
              [2, 2],
              [0, 0],
            ],
          ],
        }),
      },
      /kein Polygon/,
    ],
    [{ erwuenscht: 'ja', beschluss: '' }, /füllen Sie dieses Feld/],
  ];
  const count = async () => (await database.query('select from parking.zone')).rowCount;
  const before = await count();
  for (const [change, said] of wrong) {
    const answer = await officer.post(DESK, zone(change));
    assert.equal(answer.status, 422, JSON.stringify(change));
    assert.match(await answer.text(), said);
  }
  assert.equal(await count(), before);
  assert.equal((await officer.post(DESK, zone({ erwuenscht: 'ja', beschluss: 'GR 12/2026' }))).status, 303);
  const page = await (await officer.ask(DESK)).text();
  assert.match(page, /Südstadt: höchstens 0,80\s€ je Stunde, Teilen erwünscht \(GR 12\/2026\)/);
  assert.match(await (await officer.ask(`${TOWN}/protokoll`)).text(), /Gebiet für Parken gespeichert/);
  assert.equal((await officer.post(DESK, zone({ name: 'Weg', mindestens: '101' }))).status, 422);
  await officer.post(DESK, zone({ name: 'Weg', mindestens: '40' }));
  const both = await (await officer.ask(DESK)).text();
  assert.match(both, /Weg: [^<]*mindestens 40 % der Wünsche \(letzte 7 Tage: zu wenige Wünsche\)/);
  const [, id = ''] = /Weg: (?:(?!value=)[\s\S])*value="([0-9a-f-]{36})"/.exec(both) ?? [];
  await officer.post(`${DESK}/gebiet-weg`, { gebiet: id });
  await officer.post(`${DESK}/gebiet-weg`, { gebiet: 'x' });
  assert.doesNotMatch(await (await officer.ask(DESK)).text(), /Weg: /);
});

test('what is shared is summed by kind; what was refused by hour, and few are not told', async () => {
  const driver = newBrowser();
  const wish = {
    anfrage: randomUUID(),
    tag: '2026-11-23',
    zeit: '3:00',
    dauer: '60',
    weg: '200',
    preis: 'egal',
    fahrzeug: 'van',
  };
  for (let tries = 0; tries < 11; tries += 1) await driver.post('/parken?lon=8.4037&lat=49.0093', wish);
  await driver.post('/parken?lon=8.4037&lat=49.0093', { ...wish, zeit: '5:00' });
  const page = await (await officer.ask(DESK)).text();
  assert.match(page, /Kirche<\/td>[\s\S]*?>6<\/td>/);
  assert.match(page, /3 Uhr<\/td>[\s\S]*?nichts Passendes<\/td>[\s\S]*?>11<\/td>/);
  assert.match(page, /5 Uhr<\/td>[\s\S]*?unter 10<\/td>/);
});

test('a warden is told yes only for the plate that is booked now, and the log names no plate', async () => {
  const driver = newBrowser();
  const wish = {
    anfrage: randomUUID(),
    tag: '2026-11-22',
    zeit: '12:10',
    dauer: '60',
    weg: '500',
    preis: 'egal',
    fahrzeug: 'car',
    kennzeichen: 'ka–qx 987',
  };
  const held = await driver.post('/parken?lon=8.4037&lat=49.0093', wish);
  await pay(driver, held.headers.get('location') ?? '');
  const ask = async (kennzeichen: string) => (await officer.post(`${DESK}/pruefen`, { kennzeichen })).text();
  await parkingWork(platform)[0]?.run({}, async () => undefined);
  assert.match(await ask('KA QX 987'), /Ja, es darf stehen[\s\S]*Stellplatz 1/);
  assert.match(await ask('KA QX 988'), /Nein/);
  assert.match(await ask(''), /Kennzeichen prüfen/);
  const log = await (await officer.ask(`${TOWN}/protokoll`)).text();
  assert.match(log, /Kennzeichen geprüft/);
  assert.doesNotMatch(log, /QX/);
  const { rows } = await database.query(
    `select string_agg(e::text, ' ') as text from accounts.audit_entry e`,
  );
  // The chain of hashes in it may well hold three digits of a plate by chance.
  assert.doesNotMatch(rows[0].text, /QX/i);
});

test('staff book for who calls: the space is named at once, read out, and found again by its number', async () => {
  const call = (change: Record<string, string> = {}) =>
    officer.post(`${DESK}/buchen`, {
      anfrage: randomUUID(),
      ziel: 'punkt',
      lat: '49,0093',
      lon: '8,4037',
      tag: '2026-11-22',
      zeit: '18:00',
      dauer: '120',
      weg: '500',
      preis: 'egal',
      fahrzeug: 'car',
      ...change,
    });
  assert.match(await (await officer.ask(`${DESK}/buchen`)).text(), /Ortsmitte[\s\S]*Innenstadt \(Beispiel\)/);
  for (const change of [{ lat: '53.86', lon: '10.25' }, { lat: 'x' }, { ziel: 'unbekannt' }] as Record<
    string,
    string
  >[]) {
    const answer = await call(change);
    assert.equal(answer.status, 422, JSON.stringify(change));
    assert.match(await answer.text(), /nicht in Ihrer Gemeinde/);
  }
  const sheet = (await call()).headers.get('location') ?? '';
  assert.match(sheet, /\/parken\/buchen\/[\w-]{43}$/);
  const text = await (await officer.ask(sheet)).text();
  const [, number = ''] = /Buchung ([0-9A-F]{6})/.exec(text) ?? [];
  assert.match(text, /steht fest[\s\S]*18:00[\s\S]*Stellplatz[\s\S]*4711/);
  assert.match(await (await officer.ask(`${DESK}/buchen`)).text(), new RegExp(`${number}: `));
  const [, booking = ''] = /href="(\/parken\/buchung\/[^"]+)"/.exec(text) ?? [];
  await newBrowser().post(`${booking}/stornieren`);
  assert.match(await (await officer.ask(sheet)).text(), /Storniert/);
  assert.doesNotMatch(await (await officer.ask(sheet)).text(), /4711/, 'what is over opens nothing');
  const full = await call({ tag: '2026-11-23', zeit: '3:00', fahrzeug: 'van' });
  assert.equal(full.status, 422);
  assert.match(await full.text(), /Stattdessen: öffentliche Parkplätze/);
  const own =
    (
      await newBrowser().post('/parken?lon=8.4037&lat=49.0093', {
        anfrage: randomUUID(),
        tag: '2026-11-22',
        zeit: '19:00',
        dauer: '60',
        weg: '500',
        preis: 'egal',
        fahrzeug: 'car',
      })
    ).headers.get('location') ?? '';
  const [, secret = ''] = /buchung\/\d+\/([\w-]{43})/.exec(own) ?? [];
  assert.equal(
    (await officer.ask(`${DESK}/buchen/${secret}`)).status,
    404,
    'what others booked is not shown',
  );
});

test('what decides about scarce spaces is open to everybody, and few pools stay untold', async () => {
  const page = async (query = '?ort=08212000') => (await newBrowser().ask(`/parken/preise${query}`)).text();
  assert.match(await page(''), /Für welchen Ort/);
  assert.match(await page(), /noch nichts gelernt/);
  const learn = (pools: number) =>
    database.query(
      `insert into parking.price_set (ars, day_class, made_at, days, kappa, replay, prices)
       values ('082120000000', 'weekday', now(), 6, 0.85, '{"own": 120, "firstCome": 100}', $1)
       on conflict (ars, day_class) do update set prices = excluded.prices`,
      [
        JSON.stringify({
          from: 0,
          byPool: Object.fromEntries(
            Array.from({ length: pools }, (_, at) => [String(at), Array.from({ length: 288 }, () => 0.25)]),
          ),
        }),
      ],
    );
  await learn(2);
  assert.match(await page(), /weniger als drei Orte/);
  await learn(3);
  assert.match(
    await page(),
    /8 bis 9 Uhr[\s\S]*?>3<\/td>[\s\S]*120 Minuten Suche erspart[\s\S]*wären es 100/,
  );
});

test('public parking comes from sources that the desk adds, changes and deletes', async () => {
  const sources = `${DESK}/quellen`;
  const source = (change: Record<string, string> = {}) =>
    officer.post(sources, {
      kennung: 'parkhaeuser',
      name: 'Parkhäuser',
      format: 'datex2',
      adresse: 'https://stadt.example/parken.xml',
      herkunft: 'Stadt',
      ...change,
    });
  const wrong: [Record<string, string>, RegExp][] = [
    [{ kennung: 'Groß' }, /Nur kleine Buchstaben/],
    [{ format: 'pdf' }, /eines der Formate/],
    [{ adresse: 'javascript:alert(1)' }, /keine Adresse/],
    [{ adresse: 'https://wer:geheim@stadt.example/' }, /keine Adresse/],
    [{ name: ' ' }, /füllen Sie dieses Feld/],
  ];
  for (const [change, said] of wrong) {
    const answer = await source(change);
    assert.equal(answer.status, 422, JSON.stringify(change));
    assert.match(await answer.text(), said);
  }
  assert.equal((await source()).status, 303);
  assert.equal((await source({ name: 'Parkhäuser und Höfe' })).status, 303);
  const page = async () => (await officer.ask(sources)).text();
  assert.match(
    await page(),
    /Parkhäuser und Höfe[\s\S]*datex2: 0 Parkplätze[\s\S]*noch nie gelesen[\s\S]*Ohne Lizenz/,
  );
  const { rows } = await database.query('select id, name from parking.source');
  assert.deepEqual(rows, [{ id: 'parkhaeuser', name: 'Parkhäuser und Höfe' }]);
  await officer.post(`${sources}/weg`, { kennung: 'parkhaeuser' });
  assert.match(await page(), /Noch keine Quelle/);
});
