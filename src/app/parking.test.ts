import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { parkingWork } from '../modules/parking/index.ts';
import { seedForms } from '../modules/public-services/index.ts';
import { startDesk } from './desk/desk.builder.ts';
import { permitAnswers, read, typedSpace, typedWish } from './desk/parking.builder.ts';
import { pay } from './desk/pay.builder.ts';

const FOLDER = 'var/test/parking';
rmSync(FOLDER, { recursive: true, force: true });
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, signIn, newBrowser } = await startDesk(FOLDER);
await seedForms(platform);
const { pool: database } = platform.connection;

const KARLSRUHE = '08212000';
const HERE = `ort=${KARLSRUHE}`;
const host = await signIn('firma@stadt.example');
const driver = newBrowser();

const firm = permitAnswers();

test('the permit check: green leads to sharing, amber to the application, red names the rule', async () => {
  assert.match(await read(driver, '/parken/darf-ich'), /Wählen Sie zuerst einen Ort/);
  assert.match(await read(driver, `/parken/darf-ich?${HERE}&ground=private`, 422), /<title>Fehler:/);
  const green = await read(driver, `/parken/darf-ich?${firm}`);
  assert.match(green, /Nichts spricht dagegen[\s\S]*§ 12 Abs\. 1 BauNVO/);
  assert.match(green, /href="\/parken\/teilen\/neu\?[^"]*area=MK/);
  const amber = await read(driver, `/parken/darf-ich?${permitAnswers({ area: 'unknown' })}`);
  assert.match(amber, /Bauaufsicht ansehen/);
  const form = /href="(\/antrag\/082120000000\/stellplatz-teilen)"/.exec(amber)?.[1] ?? '';
  assert.match(await read(driver, form), /Bauaufsicht fragen/);
  const red = await read(driver, `/parken/darf-ich?${permitAnswers({ area: 'WA', permit: 'residents' })}`);
  assert.match(red, /So geht es nicht[\s\S]*7 B 1182\/16/);
  assert.doesNotMatch(red, /teilen\/neu/);
  assert.match(await read(driver, `/en/parken/darf-ich?${firm}`), /Nothing speaks against it/);
});

test('a host shares only what the check lets through, within the price of the town', async () => {
  assert.match(
    (await driver.ask(`/parken/teilen/neu?${firm}`)).headers.get('location') ?? '',
    /\/anmelden\?zurueck=/,
  );
  const at = (answers: URLSearchParams) => `/parken/teilen/neu?${answers}`;
  const tried: [answers: URLSearchParams, change: Record<string, string>, said: RegExp][] = [
    [permitAnswers({ area: 'WA', permit: 'residents' }), {}, /noch nicht erlaubt/],
    [new URLSearchParams({ ort: KARLSRUHE }), {}, /noch nicht erlaubt/],
    [firm, { preis: '9' }, /mehr, als hier erlaubt/],
    [firm, { lon: '10.25', lat: '53.87' }, /anderen Gemeinde/],
    [firm, { name: '' }, /füllen Sie dieses Feld/],
  ];
  for (const [answers, change, said] of tried) {
    const answer = await host.post(at(answers), typedSpace(change));
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), said);
  }
  assert.match(await read(host, '/parken/teilen'), /noch keinen Stellplatz/);
  const added = await host.post(at(firm), typedSpace());
  assert.match(
    added.headers.get('location') ?? '',
    /\/parken\/teilen\/082120000000\/[0-9a-f-]{36}\?erledigt=angelegt/,
  );
  const page = await read(host, (added.headers.get('location') ?? '').replace(/\?.*/, ''));
  assert.match(page, /wird geteilt[\s\S]*1,00\s€ je Stunde/);
  const { rows } = await database.query('select p::text as text from parking.pool p');
  assert.doesNotMatch(rows[0].text, /4711/);
});

const CENTRE = 'lon=8.4037&lat=49.0093';
const ask = (change: Record<string, string> = {}) => driver.post(`/parken?${CENTRE}`, typedWish(change));
/** Asked, and paid for at the test provider. */
const book = async (change: Record<string, string> = {}): Promise<string> => {
  const held = ((await ask(change)).headers.get('location') ?? '').replace(/\?.*/, '');
  await pay(driver, held);
  return held;
};
const [time] = parkingWork(platform);
const oneMinute = () => time?.run({}, async () => undefined);

test('a driver without an account is promised a space, is told where, parks, stays longer and leaves', async () => {
  assert.match(await read(driver, '/parken'), /wohin Sie wollen/);
  assert.match(await read(driver, `/parken?${CENTRE}`), /value="12:00"/);
  // So late that the work of the minute does not fix it yet.
  const later = await book({ zeit: '12:45' });
  assert.match(later, /^\/parken\/buchung\/082120000000\/[\w-]{43}$/);
  const first = await read(driver, later);
  assert.match(first, /Versprochen[\s\S]*höchstens 350 m zu Fuß · 2,00\s€/);
  assert.doesNotMatch(first, /Hof links|4711|Beispielweg/, 'nobody is told the place before');
  assert.match((await driver.post(`${later}/stornieren`)).headers.get('location') ?? '', /storniert/);
  const mine = await book();
  await oneMinute();
  const fixed = await read(newBrowser(), mine);
  assert.match(fixed, /Ihr Platz steht fest[\s\S]*Hof links, Stellplatz 1[\s\S]*Schranke 4711/);
  assert.equal((await driver.post(`${mine}/da`)).status, 303);
  assert.match((await driver.post(`${mine}/laenger`)).headers.get('location') ?? '', /verlaengert/);
  assert.match(await read(driver, mine), /2,50\s€/);
  assert.match((await driver.post(`${mine}/ab`)).headers.get('location') ?? '', /abgefahren/);
  const left = await read(driver, mine);
  assert.match(left, /Zu zahlen: 2,50\s€/);
  assert.doesNotMatch(left, /4711/, 'the code is told no longer than it is needed');
  assert.equal((await driver.post(`${mine}/ab`)).status, 422);
});

test('the space is taken: another one at once; where there is none, nothing is charged', async () => {
  const added = await host.post(
    `/parken/teilen/neu?${firm}`,
    typedSpace({ name: 'Hof rechts', lat: '49.0100', preis: '0,50' }),
  );
  assert.equal(added.status, 303);
  const mine = await book();
  await oneMinute();
  assert.match((await driver.post(`${mine}/belegt`)).headers.get('location') ?? '', /umgesetzt/);
  assert.match(await read(driver, mine), /Hof rechts/);
  assert.equal((await ask()).status, 303);
  assert.match((await driver.post(`${mine}/belegt`)).headers.get('location') ?? '', /ohne/);
  assert.match(await read(driver, mine), /Sie zahlen nichts[\s\S]*0,00\s€|0,00\s€[\s\S]*Sie zahlen nichts/);
});

test('sent twice it is promised once', async () => {
  await database.query('delete from parking.booking; delete from parking.slot_load');
  const twice = typedWish({ zeit: '14:00' });
  const [one, two] = await Promise.all([1, 2].map(() => driver.post(`/parken?${CENTRE}`, twice)));
  assert.equal(one?.headers.get('location'), two?.headers.get('location'));
  assert.equal((await database.query('select from parking.booking')).rowCount, 1);
});

test('what cannot be is said, and nothing is booked', async () => {
  const before = (await database.query('select from parking.booking')).rowCount;
  const cases: [Record<string, string>, RegExp][] = [
    [{ tag: 'morgen' }, /prüfen Sie Ihre Angaben/],
    [{ tag: '2026-02-30' }, /prüfen Sie Ihre Angaben/],
    [{ zeit: '25:00' }, /prüfen Sie Ihre Angaben/],
    [{ dauer: '99999' }, /prüfen Sie Ihre Angaben/],
    [{ tag: '2020-01-01' }, /vorbei/],
    [{ tag: '2026-11-23' }, /zu Ihren Angaben und Ihrer Zeit/],
    [{ stufenlos: 'ja' }, /zu Ihren Angaben/],
    [{ zeit: '15:00', preis: '0' }, /nicht zu diesem Preis/],
  ];
  for (const [change, said] of cases) {
    const answer = await ask(change);
    assert.equal(answer.status, 422, JSON.stringify(change));
    assert.match(await answer.text(), said, JSON.stringify(change));
  }
  assert.equal((await database.query('select from parking.booking')).rowCount, before);
});

test('a link that nobody was given opens nothing, and another host sees no space', async () => {
  for (const key of ['x', 'A'.repeat(43), '%00'])
    for (const path of ['', '/da', '/ab', '/belegt', '/stornieren', '/laenger']) {
      const at = `/parken/buchung/082120000000/${key}${path}`;
      assert.equal((path === '' ? await driver.ask(at) : await driver.post(at)).status, 404, at);
    }
  const other = await signIn('fremd@stadt.example');
  const { rows } = await database.query('select id from parking.pool limit 1');
  assert.equal((await other.ask(`/parken/teilen/082120000000/${rows[0].id}`)).status, 404);
  assert.equal((await other.post(`/parken/teilen/082120000000/${rows[0].id}`)).status, 404);
});

test('a host who deletes the account leaves nothing behind: the space is stopped, then forgotten', async () => {
  const leaving = await signIn('geht@stadt.example');
  const added = await leaving.post(
    `/parken/teilen/neu?${firm}`,
    typedSpace({ name: 'Hof der Familie', adresse: 'Ahornweg 7', lat: '49.0150', hinein: 'Code 9876' }),
  );
  assert.equal(added.status, 303);
  const near = (change: Record<string, string>) =>
    newBrowser().post('/parken?lon=8.4037&lat=49.0150', typedWish({ weg: '200', ...change }));
  const mine = ((await near({ zeit: '13:00' })).headers.get('location') ?? '').replace(/\?.*/, '');
  assert.match(mine, /buchung/);
  await database.query("delete from accounts.person where mail = 'geht@stadt.example'");
  await oneMinute();
  const textOf = async () =>
    (
      await database.query(
        "select string_agg(p::text || h::text, ' ') as text from parking.pool p join parking.host h on h.id = p.host_id",
      )
    ).rows[0].text;
  assert.match(await textOf(), /Ahornweg/, 'a promise that was given is kept');
  assert.equal((await near({ zeit: '17:00' })).status, 422);
  await driver.post(`${mine}/stornieren`);
  await oneMinute();
  assert.doesNotMatch(await textOf(), /Ahornweg|Familie|geht@/);
});

test('stopped, a space is promised to nobody', async () => {
  const { rows } = await database.query('select id from parking.pool');
  for (const { id } of rows) await host.post(`/parken/teilen/082120000000/${id}`);
  const answer = await ask({ zeit: '18:00' });
  assert.match(await answer.text(), /teilt zu dieser Zeit niemand/);
});
