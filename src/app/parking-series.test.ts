import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { parkingWork, seedParkingDemonstration } from '../modules/parking/index.ts';
import { startDesk } from './desk/desk.builder.ts';
import { read, SQUARE, typedWish } from './desk/parking.builder.ts';
import { pay } from './desk/pay.builder.ts';
import { derivedSecret } from './secrets.ts';

const FOLDER = 'var/test/parking-series';
rmSync(FOLDER, { recursive: true, force: true });
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, signIn, newBrowser } = await startDesk(FOLDER);
await seedParkingDemonstration({ ...platform, secret: derivedSecret({ folder: FOLDER }, 'parking') });
const driver = newBrowser();

const wish = (change: Record<string, string> = {}) =>
  typedWish({ tag: '2026-12-27', zeit: '12:00', dauer: '60', weg: '500', ...change });

test('every week: a promise for each day, a page for all, the days without are named, cancelled at once', async () => {
  const series = wish({ wiederholen: 'woche', bis: '2027-01-31' });
  for (const change of [{ bis: '' }, { bis: '2026-12-01' }, { wiederholen: 'stündlich' }])
    assert.equal((await driver.post(SQUARE, { ...series, ...change })).status, 422, JSON.stringify(change));
  const location = (await driver.post(SQUARE, series)).headers.get('location') ?? '';
  // Sixty days ahead nothing is promised.
  assert.match(
    location,
    /\/parken\/serie\/082120000000\/[\w-]{43}\?erledigt=versprochen&ohne=2027-01-24%2C2027-01-31$/,
  );
  assert.equal((await driver.post(SQUARE, series)).headers.get('location'), location, 'sent twice');
  assert.match(await read(driver, location), /4 Termine sind bis 12:15 Uhr für Sie gehalten/);
  assert.match(await pay(driver, location), /erledigt=bezahlt/);
  const page = await read(driver, location);
  assert.match(
    page,
    /4 Termine sind versprochen[\s\S]*nichts versprechen:[\s\S]*24\. Januar[\s\S]*31\. Januar/,
  );
  const links = [...page.matchAll(/href="(\/parken\/buchung\/[^"]+)"/g)].map(([, href = '']) => href);
  assert.equal(links.length, 4);
  assert.match(await read(driver, links[2] ?? ''), /10\. Januar/);
  const mine = location.replace(/\?.*/, '');
  assert.doesNotMatch(await read(driver, `/parken/serie/082120000000/${'A'.repeat(43)}`), /buchung/);
  const cancelled = (await driver.post(`${mine}/stornieren`)).headers.get('location') ?? '';
  assert.match(await read(driver, cancelled), /4 Termine sind storniert/);
});

test('booked for somebody else it stands in nobody’s account', async () => {
  const helper = await signIn('hilft@stadt.example');
  const answer = await helper.post(SQUARE, wish({ andere: 'ja' }));
  const held = answer.headers.get('location') ?? '';
  await pay(driver, held);
  assert.match(await read(driver, held), /Geben Sie den Link/);
  const owners = await platform.connection.pool.query(
    'select from parking.booking where person_id is not null',
  );
  assert.equal(owners.rowCount, 0);
});

test('who has an account finds the booking again, and is told when the space is fixed', async () => {
  const person = await signIn('faehrt@stadt.example');
  assert.match((await newBrowser().ask('/parken/meine')).headers.get('location') ?? '', /anmelden/);
  assert.match(await read(person, '/parken/meine'), /nichts gebucht/);
  await platform.connection.pool.query('update parking.pool set cents_per_hour = 0');
  // Twelve o'clock is now.
  const answer = await person.post(SQUARE, wish({ tag: '2026-11-22', zeit: '12:15', dauer: '30' }));
  const location = (answer.headers.get('location') ?? '').replace(/\?.*/, '');
  await parkingWork(platform)[0]?.run({}, async () => undefined);
  const page = await read(person, '/parken/meine');
  assert.match(page, /12:15 Uhr bis 12:45 Uhr: Ihr Platz steht fest/);
  assert.ok(page.includes(`href="${location}"`));
  assert.match(await read(person, '/konto/nachrichten'), /Ihr Stellplatz für 12:15 Uhr steht fest/);
  const { rows } = await platform.connection.pool.query(
    "select due_at from accounts.notice where topic = 'parking'",
  );
  assert.deepEqual(rows, [{ due_at: platform.clock() }], 'at once, on a Sunday too');
});
