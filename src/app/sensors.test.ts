import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { watchStreams } from '../modules/sensors/guard/watch-streams.ts';
import { ingest, seedSensorDemonstration } from '../modules/sensors/index.ts';
import { startDesk } from './desk/desk.builder.ts';

const LEEZEN = '010605053053';
const desk = await startDesk(join(mkdtempSync(join(tmpdir(), 'allmende-sensors-')), 'mail'));
const officer = await desk.administrate('01060053', 'anna@leezen.example');
const { pool } = desk.platform.connection;
await pool.query(`
  insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
  select '${LEEZEN}', '${LEEZEN}', id, 'digitalOfficer', now() from accounts.person where mail = 'anna@leezen.example'`);
const resident = desk.newBrowser();
const AT = `/rathaus/${LEEZEN}/sensoren`;

const typed = {
  name: 'Pegel am Steg',
  description: 'Misst das Wasser',
  kind: 'water',
  purpose: 'Früh warnen',
  legalBasis: 'Wassergesetz',
  operator: 'Bauhof',
  contact: 'Rathaus',
  kept: 'ein Jahr',
  dpiaLink: '',
  dpiaApprovedOn: '',
  dpiaApprovedRole: '',
  place: 'Steg',
  lat: '53,86',
  lon: '10.25',
  stream: 'Wasserstand',
  unit: 'cm',
  keptDays: '365',
  expected: '15',
};
const text = async (answer: Response): Promise<string> => (await answer.text()).replaceAll('&#39;', "'");
const thingId = async (): Promise<number> =>
  (await pool.query("select id from sensors.thing where name = 'Pegel am Steg'")).rows[0]?.id;

test('a sensor is entered with its purpose and stands in public, its value unknown until one comes', async () => {
  assert.equal((await officer.post(AT, typed)).status, 303);
  const id = await thingId();
  const list = await text(await resident.ask('/sensoren?ort=01060053'));
  assert.match(list, /Pegel am Steg[\s\S]*letzter Wert: unbekannt/);
  assert.match(list, /data-lat="53.86"/);
  assert.match(await text(await resident.ask('/sensoren?ort=08212000')), /noch kein Sensor eingetragen/);
  const page = await text(await resident.ask(`/sensoren/${id}`));
  for (const said of [
    'Früh warnen',
    'Wassergesetz',
    'Bauhof',
    'ein Jahr; einzelne Werte 365 Tage',
    'kein Wert',
  ])
    assert.ok(page.includes(said), said);
  const { rows } = await pool.query('select id from sensors.datastream where thing_id = $1', [id]);
  const at = desk.platform.clock();
  await ingest(desk.platform, { ars: LEEZEN, datastream: rows[0].id, readings: [{ at, value: 182 }] });
  await ingest(desk.platform, { ars: LEEZEN, datastream: rows[0].id, readings: [{ at, value: 183.5 }] });
  const measured = await text(await resident.ask(`/sensoren/${id}`));
  assert.match(measured, /183,5 cm/);
  assert.match(measured, /korrigiert, zuerst gelesen: 182/);
  assert.match(measured, /<svg class="effect-chart"/);
  assert.match(await text(await resident.ask(`/en/sensoren/${id}`)), /corrected, read at first: 182/);
});

const wrong: [what: string, change: Partial<typeof typed>, said: RegExp][] = [
  ['no purpose', { purpose: '' }, /Das fehlt/],
  ['no place', { lat: 'hier' }, /Hier fehlt eine Zahl/],
  ['a script as link', { dpiaLink: 'javascript:x' }, /Eine Adresse mit https/],
  ['half approved', { dpiaApprovedOn: '2026-01-01' }, /gehören zusammen/],
  ['a camera', { kind: 'camera' }, /brauchen eine genehmigte Folgenabschätzung/],
  [
    'approved in the future',
    { kind: 'plateReader', dpiaLink: '/x', dpiaApprovedOn: '2030-01-01', dpiaApprovedRole: 'DSB' },
    /nicht in der Zukunft/,
  ],
];
test('what lacks its purpose or its assessment is refused, with what was typed', async () => {
  for (const [what, change, said] of wrong) {
    const answer = await officer.post(AT, { ...typed, name: `Neu ${what}`, ...change });
    assert.equal(answer.status, 422, what);
    const page = await text(answer);
    assert.match(page, said, what);
    assert.ok(page.includes(`Neu ${what}`), what);
  }
  const id = await thingId();
  const changed = { ...typed, purpose: 'Warnen und lernen', revision: '1' };
  assert.equal((await officer.post(`${AT}/${id}`, changed)).status, 303);
  assert.equal((await officer.post(`${AT}/${id}`, changed)).status, 422);
  assert.equal(
    (await officer.post(`${AT}/${id}`, { ...changed, revision: '2', kind: 'camera' })).status,
    422,
  );
  assert.match(await text(await resident.ask(`/sensoren/${id}`)), /Warnen und lernen/);
});

test('a key is shown once, writes, and is worth nothing once it is ended', async () => {
  const page = await text(await officer.post(`${AT}/schluessel`, { schluesselname: 'Gateway' }));
  const key = /<code>([^<]+)<\/code>/.exec(page)?.[1] ?? '';
  const secret = key.split('.')[1] ?? 'none';
  assert.ok(secret.length >= 40);
  assert.ok(!(await text(await officer.ask(AT))).includes(secret));
  const write = () =>
    desk.server.request('/sta/v1.1/Sensors', {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify({ name: 'Neu' }),
    });
  assert.equal((await write()).status, 201);
  assert.match(await text(await officer.ask(AT)), /Gateway[\s\S]*zuletzt benutzt am/);
  assert.equal((await officer.post(`${AT}/schluessel/${key.split('.')[0]}/beenden`)).status, 303);
  assert.equal((await write()).status, 401);
  const { rows } = await pool.query('select row_to_json(k)::text as k from sensors.access_key k');
  assert.ok(rows.every(({ k }) => !k.includes(secret)));
});

test('somebody objects without an account, and the town hall answers', async () => {
  const id = await thingId();
  assert.equal((await resident.post(`/sensoren/${id}/widerspruch`, { text: ' ' })).status, 422);
  const sent = await resident.post(`/sensoren/${id}/widerspruch`, {
    text: 'Nicht vor meinem Haus',
    erreichbar: 'ines@example.org',
  });
  assert.equal(sent.status, 303);
  assert.ok(!(await text(await resident.ask(`/sensoren/${id}`))).includes('meinem Haus'));
  assert.match(await text(await officer.ask(AT)), /Nicht vor meinem Haus[\s\S]*ines@example.org/);
  const { rows } = await pool.query('select id from sensors.objection');
  assert.equal((await officer.post(`${AT}/widersprueche/${rows[0].id}`)).status, 303);
  assert.match(await text(await officer.ask(AT)), /erledigt/);
});

test('devices send by themselves: their keys go nowhere, a repeated uplink counts once', async () => {
  const page = await text(await officer.post(`${AT}/schluessel`, { schluesselname: 'Netz' }));
  const key = /<code>([^<]+)<\/code>/.exec(page)?.[1] ?? '';
  const uplink = {
    end_device_ids: { dev_eui: '70B3D57ED0000001', dev_addr: '26011CAB' },
    uplink_message: {
      received_at: '2026-11-20T10:00:00.123456789Z',
      decoded_payload: { cm: 42 },
      app_s_key: { key: 'GEHEIM' },
    },
  };
  const send = (path: string, body: unknown, authorization = `Bearer ${key}`) =>
    desk.server.request(`/api/sensors/${path}`, {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify(body),
    });
  const map = `ttn?map=${encodeURIComponent('cm=Füllstand:cm')}`;
  assert.deepEqual(await (await send(map, uplink)).json(), {
    created: 1,
    corrected: 0,
    repeated: 0,
    refused: [],
  });
  assert.equal((await (await send(map, uplink)).json()).repeated, 1);
  assert.equal((await send('ttn', uplink)).status, 422);
  assert.equal((await send(map, uplink, 'Bearer x')).status, 401);
  const push = { esp8266id: '93', sensordatavalues: [{ value_type: 'SDS_P1', value: '18.83' }] };
  const basic = `Basic ${Buffer.from(key.replace('.', ':')).toString('base64')}`;
  assert.equal((await (await send('airrohr', push, basic)).json()).created, 1);
  const answer = await desk.server.request(
    `/sta/v1.1/Datastreams?$expand=Thing,Observations&$filter=unitOfMeasurement/symbol eq 'cm'`,
  );
  const shown = await answer.text();
  assert.match(shown, /Füllstand[\s\S]*"result":42/);
  assert.doesNotMatch(shown, /GEHEIM|26011CAB|70b3d57ed0000001/i);
});

test('the town hall states thresholds; what passes one stands in public and in the mail, what is silent at the desk', async () => {
  const { rows } = await pool.query(
    "select d.id from sensors.datastream d join sensors.thing t on t.id = d.thing_id where t.name = 'Pegel am Steg'",
  );
  const datastream = rows[0].id;
  const at = `${AT}/reihen/${datastream}`;
  const rule = { silentAfter: '4', frozenAfter: '', lowest: '0', highest: '900,5', jumpBeyond: '' };
  assert.equal((await officer.post(at, rule)).status, 303);
  assert.match(await text(await officer.ask(at)), /value="900,5"/);
  const threshold = { thresholdName: 'Vorwarnung', direction: 'above', raiseAt: '200', clearAt: '190' };
  for (const [where, wrong] of [
    [at, { ...rule, lowest: '1000' }],
    [at, { ...rule, silentAfter: '1' }],
    [`${at}/schwellen`, { ...threshold, clearAt: '210' }],
    [`${at}/schwellen`, { ...threshold, thresholdName: '' }],
    [`${at}/schwellen`, { ...threshold, raiseAt: 'hoch' }],
  ] as const)
    assert.equal((await officer.post(where, wrong)).status, 422, JSON.stringify(wrong));
  assert.equal((await officer.post(`${at}/schwellen`, threshold)).status, 303);
  const now = desk.platform.clock();
  const earlier = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const readings = [180, 210].map((value, index) => ({ at: earlier(90 - index), value }));
  await ingest(desk.platform, { ars: LEEZEN, datastream, readings });
  await pool.query('delete from sensors.observation where datastream_id = $1 and at > $2', [
    datastream,
    earlier(80),
  ]);
  const done = await watchStreams(desk.platform);
  assert.deepEqual([done.findings, done.alerts], [1, 1]);
  assert.match(
    await text(await resident.ask('/sensoren?ort=01060053')),
    /Vorwarnung: 210 cm, ausgelöst[\s\S]*besteht/,
  );
  assert.match(
    await text(await resident.ask(`/en/sensoren/${await thingId()}`)),
    /Vorwarnung: 210 cm, raised/,
  );
  const list = await text(await officer.ask(AT));
  assert.match(list, /Pegel am Steg schweigt[\s\S]*ab 4 Abständen[\s\S]*offen seit/);
  const notices = await pool.query(
    "select topic, subject from accounts.notice where topic in ('sensors', 'alerts') order by topic",
  );
  assert.deepEqual(
    notices.rows.map(({ topic, subject }) => `${topic}: ${subject}`),
    ['alerts: Warnung: Pegel am Steg, Vorwarnung', 'sensors: Pegel am Steg schweigt'],
  );
  const [, remove = ''] = /action="([^"]*entfernen)"/.exec(await text(await officer.ask(at))) ?? [];
  assert.equal((await officer.post(remove)).status, 303);
  assert.doesNotMatch(await text(await resident.ask('/sensoren?ort=01060053')), /Vorwarnung/);
});

test('traffic, water and energy in use: with sentences, charts and tables, and honest where nothing is known', async () => {
  const town = '?ort=08212000';
  for (const [path, none] of [
    ['verkehr', /noch keine Zählstelle/],
    ['wasser', /noch keinen Pegel/],
    ['energie', /noch kein Gebäude/],
  ] as const)
    assert.match(await text(await resident.ask(`/sensoren/${path}${town}`)), none, path);
  await seedSensorDemonstration(desk.platform, '082120000000', { lon: 8.4, lat: 49 });
  await watchStreams(desk.platform);
  const cases: [string, RegExp[]][] = [
    [
      `/sensoren/verkehr${town}`,
      [
        /Radzählstelle am Markt/,
        /erfunden/,
        /Letzte Woche/,
        /Hinweis, kein Vorfall/,
        /Die nächsten 24 Stunden/,
        /ganz gezählt/,
        /<svg class="effect-chart"/,
      ],
    ],
    [
      `/sensoren/wasser${town}`,
      [
        /Pegel am Steg/,
        /In 24 Stunden (um [\d,]+ cm (gestiegen|gefallen)|gleich)/,
        /Vorwarnung: löst aus bei 210 cm/,
        /keine amtliche Hochwasserwarnung/,
      ],
    ],
    [
      `/sensoren/energie${town}`,
      [
        /Schule, Wärmezähler/,
        /Heizkurve eingestellt/,
        /Einsparung [\d.]+ kWh \([\d.]+ bis [\d.]+\) in 1(49|50) Tagen/,
        /VDI 2067/,
      ],
    ],
    [`/en/sensoren/energie${town}`, [/Saving [\d,]+ kWh/, /Degree days G20\/15/]],
  ];
  for (const [path, said] of cases) {
    const answer = await resident.ask(path);
    assert.equal(answer.status, 200, path);
    const page = await text(answer);
    for (const one of said) assert.match(page, one, path);
  }
  assert.equal((await resident.ask(`/sensoren/verkehr${town}&reihe=x`)).status, 200);
  assert.match(await text(await resident.ask(`/sensoren${town}`)), /sensoren\/energie\?ort=08212000/);
});
