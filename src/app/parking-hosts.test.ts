import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { parkingWork } from '../modules/parking/index.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';
import { locationOf, permitAnswers, read, SQUARE, typedSpace, typedWish } from './desk/parking.builder.ts';

const FOLDER = 'var/test/parking-hosts';
rmSync(FOLDER, { recursive: true, force: true });
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, signIn, newBrowser } = await startDesk(FOLDER);
const { pool: database } = platform.connection;

const KARLSRUHE = '082120000000';
const TOWN = `/rathaus/${KARLSRUHE}`;
const host = await signIn('firma@stadt.example');
const officer = await administrate('08212000', 'eve@karlsruhe.example');
const { rows: people } = await database.query("select id from accounts.person where mail like 'eve%'");
await officer.post(`${TOWN}/menschen/rolle`, { person: people[0].id, role: 'digitalOfficer', step: 'grant' });

const green = permitAnswers({ price: 'free' });
const space = (change: Record<string, string> = {}) =>
  typedSpace({ anzahl: '2', preis: '0', tag1: 'ja', tag7: '', ...change });
const ask = (change: Record<string, string> = {}) =>
  newBrowser().post(
    SQUARE,
    typedWish({ tag: '2026-11-23', zeit: '12:00', dauer: '60', weg: '500', ...change }),
  );
const add = async (change: Record<string, string> = {}) =>
  locationOf(await host.post(`/parken/teilen/neu?${green}`, space(change)));
const picture = (kind: 'jpeg' | 'png' = 'jpeg') =>
  sharp({
    create: {
      width: 2000,
      height: 900,
      channels: 3,
      background: '#888',
      // Larger than any form: what comes out of a camera.
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .withExif({ IFD0: { Copyright: 'Kamera von nebenan' } })
    [kind]()
    .toBuffer();
const withPicture = async (browser: Browser, path: string, content?: Uint8Array<ArrayBuffer>) => {
  const form = new FormData();
  form.set('foto', new File([content ?? new Uint8Array(await picture())], 'foto.jpg'));
  return browser.post(path, form);
};

const anfrage = randomUUID();
const mine = await add({ anfrage });

test('sent twice it is one space, and the id of another’s space is none of one’s own', async () => {
  assert.equal(await add({ anfrage }), mine);
  const [one, two] = await Promise.all(
    [randomUUID()].flatMap((twice) => [
      add({ anfrage: twice, name: 'Hof zwei' }),
      add({ anfrage: twice, name: 'Hof zwei' }),
    ]),
  );
  assert.equal(one, two);
  await host.post(one ?? '');
  const stranger = await signIn('zweite@stadt.example');
  const theirs = locationOf(await stranger.post(`/parken/teilen/neu?${green}`, space({ anfrage })));
  assert.equal((await stranger.ask(theirs)).status, 404);
  assert.equal((await database.query('select from parking.pool')).rowCount, 2);
});

test('details change, the place does not, and how one gets in stays where nothing new is said', async () => {
  assert.match(await read(host, `${mine}/angaben`), /value="Hof links"/);
  const wrong = await host.post(`${mine}/angaben`, space({ preis: '99' }));
  assert.match(await wrong.text(), /mehr, als hier erlaubt/);
  const changed = await host.post(
    `${mine}/angaben`,
    space({ name: 'Hof rechts', hinein: '', lon: '10', lat: '53' }),
  );
  assert.equal(changed.status, 303);
  assert.match(await read(host, mine), /Hof rechts/);
  const { rows } = await database.query('select lon, access_note from parking.pool');
  assert.equal(rows[0].lon, 8.4037);
  assert.ok(rows[0].access_note);
  const stranger = await signIn('fremd@stadt.example');
  for (const path of ['', '/angaben', '/foto']) await read(stranger, `${mine}${path}`, 404);
  for (const path of [
    '',
    '/angaben',
    '/zeiten',
    '/zeiten/weg',
    '/verlegen',
    '/notfall',
    '/foto',
    '/foto/weg',
  ])
    assert.equal((await stranger.post(`${mine}${path}`, space())).status, 404, path);
});

test('more times, single days, and days on which it is shut; each is removed again', async () => {
  assert.equal((await ask({ tag: '2026-11-25' })).status, 422);
  await host.post(`${mine}/zeiten`, { art: 'tage', ab: '2026-11-25', von: '8', bis: '18' });
  assert.equal((await ask({ tag: '2026-11-25' })).status, 303);
  await host.post(`${mine}/zeiten`, {
    art: 'zu',
    ab: '2026-11-30',
    letzter: '2026-12-07',
    von: '0',
    bis: '24:00',
  });
  const page = await read(host, mine);
  assert.match(page, /Mittwoch, 25\. November: 8:00 bis 18:00 Uhr/);
  assert.match(page, /30\. November bis [^:]*7\. Dezember: nicht geteilt, ganztägig/);
  assert.equal((await ask({ tag: '2026-11-30' })).status, 422);
  const wrong = await host.post(`${mine}/zeiten`, { art: 'zu', ab: 'morgen', von: '8', bis: '18' });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Diesen Tag gibt es nicht/);
  const [, shut = ''] = /value="([0-9a-f-]{36})"[^>]*\/><span[^>]*>[^<]*nicht geteilt/.exec(page) ?? [];
  await host.post(`${mine}/zeiten/weg`, { zeit: shut });
  await host.post(`${mine}/zeiten/weg`, { zeit: "'; drop table" });
  assert.equal((await ask({ tag: '2026-11-30' })).status, 303);
});

test('a picture is drawn anew, and only who parks there sees it', async () => {
  const refused = await withPicture(host, `${mine}/foto`, new Uint8Array(Buffer.from('<svg/>')));
  assert.equal(refused.status, 422);
  await read(host, `${mine}/foto`, 404);
  assert.equal((await withPicture(host, `${mine}/foto`, new Uint8Array(await picture('png')))).status, 303);
  const stored = Buffer.from(await (await host.ask(`${mine}/foto`)).arrayBuffer());
  const { width, format, exif } = await sharp(stored).metadata();
  assert.deepEqual([width, format, exif], [1400, 'jpeg', undefined]);
  const booking = locationOf(await ask({ zeit: '15:00' }));
  await read(newBrowser(), `${booking}/foto`, 404);
  await host.post(`${mine}/foto/weg`);
  await read(host, `${mine}/foto`, 404);
});

test('some spaces stay with the neighbourhood', async () => {
  await host.post(`${mine}/angaben`, space({ nachbarn: '1', hinein: '' }));
  const at = { zeit: '19:00' };
  assert.equal((await ask(at)).status, 303);
  assert.equal((await ask(at)).status, 422);
  assert.equal((await ask({ ...at, neighbours: 'ja' })).status, 303);
  assert.match(
    await (await host.post(`${mine}/angaben`, space({ nachbarn: '3' }))).text(),
    /geht hier nicht/,
  );
});

test('taken back, promises move where they can; in an emergency the others end, and the third strike stops all', async () => {
  const stays = async () =>
    (
      await database.query(
        'select state, count(*)::integer from parking.booking where pool_id = $1 group by state order by 1',
        [mine.split('/').at(-1)],
      )
    ).rows;
  const [before] = await stays();
  assert.ok(before.count >= 4);
  const other = await add({ name: 'Hof hinten', anzahl: '1' });
  const recalled = await host.post(`${mine}/verlegen`);
  const page = await read(host, recalled.headers.get('location') ?? '');
  assert.match(page, /Woanders untergebracht: [1-9]\d*\. Bleiben hier: [1-9]\d*\. Ohne Platz: 0\./);
  assert.match(page, /angehalten/);
  const ended = await host.post(`${mine}/notfall`);
  assert.match(await read(host, ended.headers.get('location') ?? ''), /Ohne Platz: [1-9][\s\S]*: Notfall/);
  assert.deepEqual(
    (await stays()).map(({ state }) => state),
    ['failed'],
  );
  const strike = (name: string) =>
    database.query(
      `insert into parking.host_strike (ars, id, host_id, pool_id, cause, at)
       select ars, $1, host_id, id, 'recalled', $2 from parking.pool where name = $3`,
      [randomUUID(), platform.clock(), name],
    );
  await strike('Hof hinten');
  await host.post(other);
  await host.post(other);
  const booked = locationOf(await ask({ tag: '2026-11-23', zeit: '9:00' }));
  assert.match(booked, /buchung/);
  await database.query("update parking.booking set from_slot = from_slot - 288 where state = 'promised'");
  await database.query(
    "update parking.booking set state = 'fixed', unit = 1, from_slot = $1, to_slot = $1 + 12, held_to_slot = $1 + 14 where secret_hash = encode(sha256($2), 'hex')",
    [Math.floor(platform.clock().getTime() / 300_000), booked.split('/').at(-1)],
  );
  const taken = await withPicture(newBrowser(), `${booked}/belegt`);
  assert.match(taken.headers.get('location') ?? '', /erledigt=(ohne|umgesetzt)/);
  const seen = await read(host, other);
  assert.match(seen, /angehalten[\s\S]*Jemand fand den Platz belegt/);
  const [, evidence = ''] = /href="([^"]+\/belegt\/[0-9a-f-]{36}\/?)"/.exec(seen) ?? [];
  assert.equal((await host.ask(evidence)).headers.get('content-type'), 'image/jpeg');
});

test('a town shares its own car parks at its desk, and nobody else’s', async () => {
  const desk = `${TOWN}/parken/plaetze`;
  assert.match(await read(officer, desk), /Eigene Stellplätze/);
  const own = (change: Record<string, string> = {}) =>
    officer.post(`${desk}/neu`, { ...space({ name: 'Rathaushof' }), geprueft: 'ja', ...change });
  assert.match(await (await own({ geprueft: '' })).text(), /füllen Sie dieses Feld/);
  assert.match(await (await own({ lon: '10.25', lat: '53.87' })).text(), /anderen Gemeinde/);
  const added = locationOf(await own());
  assert.match(added, /\/parken\/plaetze\/[0-9a-f-]{36}$/);
  assert.match(await read(officer, added), /Rathaushof/);
  assert.equal(
    (await officer.post(`${added}/zeiten`, { art: 'tage', ab: '2026-12-24', von: '8', bis: '18' })).status,
    303,
  );
  assert.match(await read(officer, `${TOWN}/protokoll`), /Eigene Stellplätze geteilt/);
  await read(officer, `${desk}/${mine.split('/').at(-1)}`, 404);
  await officer.post(`${added}/angaben`, space({ name: 'Rathaushof', anzahl: '6', hinein: '' }));
  const feed = await newBrowser().ask('/api/parking/parkapi/v3/parking-sites');
  const { items } = (await feed.json()) as { items: { name: string; capacity: number; address?: string }[] };
  assert.deepEqual(
    items.map(({ name, capacity, address }) => [name, capacity, address]),
    [['Rathaushof', 6, undefined]],
    'what has fewer than five spaces stays here',
  );
  await parkingWork(platform)[0]?.run({}, async () => undefined);
  assert.match(await read(officer, added), /wird geteilt/);
});

test('a local holiday counts as a Sunday for what is shared here', async () => {
  const desk = `${TOWN}/parken/feiertage`;
  const own = locationOf(
    await officer.post(`${TOWN}/parken/plaetze/neu`, {
      ...space({ name: 'Sonntagshof', fuer: 'cargoBike' }),
      tag1: '',
      tag7: 'ja',
      geprueft: 'ja',
    }),
  );
  assert.match(own, /plaetze/);
  const thursday = { tag: '2026-12-10', zeit: '12:00', cargoBike: 'ja' };
  assert.equal((await ask(thursday)).status, 422);
  for (const wrong of [
    { tag: '2026-02-30', name: 'Fest' },
    { tag: '2026-12-10', name: ' ' },
  ])
    assert.equal((await officer.post(desk, wrong)).status, 422);
  assert.equal((await officer.post(desk, { tag: '2026-12-10', name: 'Stadtfest' })).status, 303);
  assert.match(await read(officer, desk), /10\. Dezember: Stadtfest/);
  assert.equal((await ask(thursday)).status, 303);
  await officer.post(`${desk}/weg`, { tag: '2026-12-10' });
  assert.match(await read(officer, desk), /Noch keiner/);
});
