import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { parseConfig } from '../foundation/config/config.ts';
import {
  parkingMoneyWork,
  parkingWork,
  reportYear,
  seedParkingDemonstration,
} from '../modules/parking/index.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';
import { permitAnswers, read, typedSpace } from './desk/parking.builder.ts';
import { pay } from './desk/pay.builder.ts';
import { moneySetting } from './parking.ts';

const FOLDER = 'var/test/parking-money';
rmSync(FOLDER, { recursive: true, force: true });
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, server, places, administrate, signIn, newBrowser } = await startDesk(FOLDER);
const { pool: database } = platform.connection;
const money = moneySetting(platform, parseConfig({ ALLMENDE_DIR: FOLDER, PAYMENT: 'test' }));
const KARLSRUHE = '082120000000';
const TOWN = `/rathaus/${KARLSRUHE}`;
const DESK = `${TOWN}/parken/geld`;

const [time] = parkingWork(platform);
const [follow] = parkingMoneyWork({ ...money, places });
const oneMinute = async () => {
  await time?.run({}, async () => undefined);
  await follow?.run({}, async () => undefined);
};
const isPdf = async (browser: Browser, path: string): Promise<void> => {
  const answer = await browser.ask(path);
  assert.equal(answer.status, 200, path);
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
  const text = Buffer.from(await answer.arrayBuffer()).toString('latin1');
  for (const sign of ['%PDF-1.7', '/StructTreeRoot', '/Lang (de)', '/Marked true', '/DisplayDocTitle true'])
    assert.ok(text.includes(sign), `${path} ${sign}`);
};

const host = await signIn('ada@stadt.example');
const driver = newBrowser();
const answers = permitAnswers();
const space = typedSpace({
  wer: 'household',
  adresse: 'Ahornweg 7',
  anzahl: '2',
  zugang: 'open',
  hinein: '',
});
const wish = () => ({
  anfrage: randomUUID(),
  tag: '2026-11-22',
  zeit: '12:05',
  dauer: '120',
  weg: '350',
  preis: 'egal',
  fahrzeug: 'car',
});
const ask = async (): Promise<string> =>
  ((await driver.post('/parken?lon=8.4037&lat=49.0093', wish())).headers.get('location') ?? '').replace(
    /\?.*/,
    '',
  );
const FACTS = {
  art: 'person',
  vorname: 'Ada',
  nachname: 'Beispiel',
  geboren: '1980-02-29',
  strasse: 'Ahornweg',
  hausnummer: '7',
  plz: '76131',
  ort: 'Karlsruhe',
  steuer: '86 095 742 719',
  ust: 'none',
  inhaber: 'Ada Beispiel',
  iban: 'DE02 1203 0000 0000 2020 51',
};
const IN_TOWN = `/parken/teilen/geld/${KARLSRUHE}`;

test('a driver pays on the page of the test provider, parks, and finds a receipt', async () => {
  assert.equal((await host.post(`/parken/teilen/neu?${answers}`, space)).status, 303);
  const mine = await ask();
  const held = await read(driver, mine);
  assert.match(held, /Noch nicht bezahlt[\s\S]*bis 12:15 Uhr[\s\S]*Reserviert werden 4,00/);
  const page = (await driver.ask(`${mine}/zahlen`)).headers.get('location') ?? '';
  assert.match(page, new RegExp(`^/parken/testkasse/${KARLSRUHE}/[0-9a-f-]{36}\\?zurueck=`));
  assert.match(await read(driver, page), /Testgeld: Hier zahlt niemand wirklich[\s\S]*4,00/);
  assert.doesNotMatch(
    await read(driver, page.replace(/zurueck=.*/, 'zurueck=https%3A%2F%2Fx.example')),
    /href="https:\/\/x\.example/,
  );
  assert.match(await pay(driver, mine), /erledigt=bezahlt/);
  assert.match(await read(driver, mine), /Versprochen[\s\S]*Die Zahlung ist zugesagt/);
  await oneMinute();
  await driver.post(`${mine}/da`);
  await driver.post(`${mine}/ab`);
  await oneMinute();
  const left = await read(driver, mine);
  assert.match(left, /Bezahlt\.[\s\S]*Quittung Q-082120000000-2026-000001/);
  const [, pdf = ''] = /href="([^"]+\/beleg\/[^"]+\.pdf)"/.exec(left) ?? [];
  await isPdf(newBrowser(), pdf);
  const other = await ask();
  assert.equal(
    (await driver.ask(pdf.replace(mine, other))).status,
    404,
    'another booking opens no receipt of this one',
  );
  await driver.post(`${other}/stornieren`);
});

test('declined, the driver is told and the space is free', async () => {
  const mine = await ask();
  const page = (await driver.ask(`${mine}/zahlen`)).headers.get('location') ?? '';
  const back = (await driver.post(page, { antwort: 'nein' })).headers.get('location') ?? '';
  await driver.ask(back);
  assert.match(await read(driver, mine), /Storniert[\s\S]*Zahlung abgelehnt/);
  assert.match(await read(driver, page), /nichts mehr zu entscheiden/);
});

test('a notice without the signature of the provider changes nothing', async () => {
  const mine = await ask();
  await driver.ask(`${mine}/zahlen`);
  const { rows } = await database.query(
    "select reference from parking.payment where state = 'requested' limit 1",
  );
  const body = JSON.stringify({ ars: KARLSRUHE, reference: rows[0].reference });
  for (const signature of ['', 't=1,v1=00', `t=1,v1=${'0'.repeat(64)}`]) {
    const answer = await server.request('/parken/zahlung/meldung', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'payment-signature': signature },
    });
    assert.equal(answer.status, 400);
  }
  assert.match(await read(driver, mine), /Noch nicht bezahlt/);
  await driver.post(`${mine}/stornieren`);
});

test('a host sees the balance, tells the tax office’s facts, faults named, and reads the yearly report', async () => {
  assert.equal((await newBrowser().ask('/parken/teilen/geld')).status, 303);
  assert.match(await read(host, '/parken/teilen'), /href="\/parken\/teilen\/geld"/);
  assert.match(await read(host, '/parken/teilen/geld'), /2,00\s€[\s\S]*brauchen wir Ihre Angaben/);
  const wrong: [Record<string, string>, RegExp][] = [
    [{ steuer: '86095742718' }, /elf Ziffern/],
    [{ iban: 'DE03120300000000202051' }, /IBAN stimmt nicht/],
    [{ geboren: '2026-02-30' }, /Tag stimmt nicht/],
    [{ geboren: '2030-01-01' }, /Tag stimmt nicht/],
    [{ plz: '7613' }, /fünf Ziffern/],
    [{ nachname: '' }, /füllen Sie/],
    [{ art: 'entity' }, /füllen Sie/],
    [{ ustid: 'DE123456789' }, /neun Ziffern/],
  ];
  for (const [change, said] of wrong) {
    const answer = await host.post(`${IN_TOWN}/angaben`, { ...FACTS, ...change });
    assert.equal(answer.status, 422, JSON.stringify(change));
    assert.match(await answer.text(), said);
  }
  assert.equal((await host.post(`${IN_TOWN}/angaben`, FACTS)).status, 303);
  assert.match(await read(host, `${IN_TOWN}/angaben`), /value="86095742719"/);
  assert.match(await read(host, '/parken/teilen/geld?erledigt=angaben'), /Angaben sind vollständig/);
  const report = await read(host, `${IN_TOWN}/2026`);
  assert.match(report, /Ada Beispiel[\s\S]*Ahornweg 7, Karlsruhe \(Hof links\)[\s\S]*4\. Quartal[\s\S]*2,00/);
  await isPdf(host, `${IN_TOWN}/2026.pdf`);
  assert.match(
    await read(host, `${IN_TOWN}/2026.csv`),
    /"Ahornweg 7, Karlsruhe \(Hof links\)";2026-4;2,00;1;0,00/,
  );
  assert.match(await read(host, `${IN_TOWN}/2025`), /nichts zu melden/);
  const data = await read(host, '/konto/daten');
  assert.match(data, /Ihre Angaben für das Finanzamt/);
});

test('nobody else reads a host’s money', async () => {
  const stranger = await signIn('fremd@stadt.example');
  for (const path of ['/angaben', '/2026', '/2026.pdf', '/2026.csv', `/beleg/${randomUUID()}.pdf`])
    assert.equal((await stranger.ask(`${IN_TOWN}${path}`)).status, 404, path);
  assert.equal((await stranger.post(`${IN_TOWN}/angaben`, FACTS)).status, 404);
  assert.match(await read(stranger, '/parken/teilen/geld'), /niemand etwas bezahlt/);
});

test('the town: facts, an open claim with its invoice, paid by hand; a refund; everything in the log', async () => {
  const officer = await administrate('08212000', 'eve@karlsruhe.example');
  const { rows: people } = await database.query(
    "select id from accounts.person where mail = 'eve@karlsruhe.example'",
  );
  await officer.post(`${TOWN}/menschen/rolle`, {
    person: people[0].id,
    role: 'digitalOfficer',
    step: 'grant',
  });
  await database.query("update parking.pool set state = 'stopped'");
  await seedParkingDemonstration({ ...platform, secret: money.secret });
  await database.query(
    "update parking.pool set state = 'stopped' where host_id in (select id from parking.host where kind <> 'municipal')",
  );
  assert.match(await read(officer, `${TOWN}/parken`), /Geld aus den Parkplätzen der Stadt/);
  const account = {
    name: 'Stadt Karlsruhe',
    anschrift: 'Marktplatz 1, 76131 Karlsruhe',
    iban: 'DE02120300000000202051',
    glaeubiger: 'DE98ZZZ09999999999',
    ust: '19',
  };
  for (const change of [{ iban: 'DE1' }, { glaeubiger: 'DE97ZZZ09999999999' }, { ust: '7' }, { name: '' }])
    assert.equal((await officer.post(`${DESK}/angaben`, { ...account, ...change })).status, 422);
  assert.equal((await officer.post(`${DESK}/angaben`, account)).status, 303);
  const mine = await ask();
  const form = await read(driver, `${mine}/zahlen`);
  assert.match(form, /Gläubiger: Stadt Karlsruhe[\s\S]*DE98ZZZ09999999999/);
  const debit = {
    art: 'debit',
    name: 'Bo',
    strasse: 'Weg 1',
    plz: '76131',
    ort: 'Karlsruhe',
    iban: 'DE02500105170137075030',
  };
  assert.match(await (await driver.post(`${mine}/zahlen`, debit)).text(), /Ohne Ihre Erlaubnis/);
  assert.equal((await driver.post(`${mine}/zahlen`, { ...debit, mandat: 'ja' })).status, 303);
  await oneMinute();
  await driver.post(`${mine}/da`);
  await driver.post(`${mine}/ab`);
  await oneMinute();
  const page = await read(officer, DESK);
  assert.match(page, /R-082120000000-2026-000001[\s\S]*Als bezahlt buchen/);
  const [, pdf = ''] = /href="([^"]+\/beleg\/[0-9a-f-]+)"/.exec(page) ?? [];
  await isPdf(officer, pdf);
  assert.match(
    await (await officer.post(`${DESK}/lastschriften`, { tag: '2026-11-22' })).text(),
    /späteren Bankarbeitstag/,
  );
  assert.equal((await officer.post(`${DESK}/lastschriften`, { tag: '2026-11-24' })).status, 303);
  const [, file = ''] =
    /href="([^"]+\/lastschriften\/[0-9a-f-]+)"/.exec(await read(officer, `${DESK}?erledigt=datei`)) ?? [];
  assert.match(await read(officer, file), /pain\.008\.001\.08[\s\S]*<Nm>Bo<\/Nm>/);
  const { rows: claims } = await database.query(
    "select booking_id from parking.payment where payee = 'town'",
  );
  assert.equal((await officer.post(`${DESK}/${claims[0].booking_id}/bezahlt`)).status, 303);
  assert.equal((await officer.post(`${DESK}/${claims[0].booking_id}/bezahlt`)).status, 422);
  assert.equal((await officer.post(`${DESK}/zurueck`, { nummer: 'Q-1' })).status, 422);
  assert.equal((await officer.post(`${DESK}/zurueck`, { nummer: 'Q-082120000000-2026-000001' })).status, 303);
  await oneMinute();
  assert.match(await read(host, '/parken/teilen/geld'), /0,00\s€/);
  const log = await read(officer, `${TOWN}/protokoll`);
  for (const said of ['Angaben der Stadt', 'als bezahlt gebucht', 'Lastschriftdatei', 'zurückgegeben'])
    assert.match(log, new RegExp(said), said);
  assert.doesNotMatch(log, /DE0250|Bo\b/);
});

test('a host who deletes the account leaves what the tax office is told, and nothing else', async () => {
  await database.query("delete from accounts.person where mail = 'ada@stadt.example'");
  await oneMinute();
  const { rows } = await database.query(
    "select string_agg(p::text || h::text, ' ') as text from parking.pool p join parking.host h on h.id = p.host_id where h.kind = 'household'",
  );
  assert.doesNotMatch(rows[0].text, /Ahornweg|Hof links|Ada/);
  const operator = {
    name: 'X',
    taxId: '1',
    street: 'Weg',
    number: '1',
    postcode: '76131',
    city: 'Karlsruhe',
  };
  const report = await reportYear(money, operator, 2026);
  assert.equal(report.reported, 1);
  assert.match(report.text, /<dpi:LastName>Beispiel<[\s\S]*Ahornweg 7, Karlsruhe \(Hof links\)/);
});
