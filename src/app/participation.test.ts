import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/participation';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, server, administrate, grant, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;

const LEEZEN = '010605053053';
const DESK = `/rathaus/${LEEZEN}/mitmachen`;
let editor: Browser;
let resident: Browser;
let goal: string;
const page = async (answer: Response | Promise<Response>): Promise<string> => (await answer).text();

before(async () => {
  editor = await administrate('01060053', 'anna@leezen.example');
  for (const role of ['editor', 'digitalOfficer']) await grant(LEEZEN, 'anna@leezen.example', role);
  resident = newBrowser();
  await editor.post(`/rathaus/${LEEZEN}/agenda/ziele/neu`, {
    title: 'Kurze Wege',
    text: '',
    field: 'mobility',
  });
  goal = (await pool.query('select id from strategy.goal')).rows[0].id;
});

test('a goal is spoken about once it is public', async () => {
  assert.equal((await resident.ask(`/mitmachen/zu/ziel/${goal}`)).status, 404);
  assert.equal((await resident.post(`/mitmachen/zu/ziel/${goal}`, { text: 'Gut' })).status, 404);
  await editor.post(`/rathaus/${LEEZEN}/agenda/veroeffentlichen`);
  const shown = await page(resident.ask('/agenda/leezen-01060053'));
  assert.match(shown, new RegExp(`mitmachen/zu/ziel/${goal}[^>]*>Meinung sagen`));
});

test('what somebody says is shown after a look, with the answer; what was refused is not lost', async () => {
  const at = `/mitmachen/zu/ziel/${goal}`;
  const empty = await resident.post(at, { text: ' ', name: 'Fahrradfreundin' });
  assert.equal(empty.status, 422);
  assert.match(await page(empty), /Fahrradfreundin/);
  const text = 'Bitte <b>sichere</b> Wege zur Schule.';
  assert.equal((await resident.post(at, { text, name: 'Fahrradfreundin' })).status, 303);
  assert.doesNotMatch(await page(resident.ask(at)), /sichere/);
  const desk = await page(editor.ask(DESK));
  const id = /kommentare\/([0-9a-f-]{36})"/.exec(desk)?.[1];
  assert.match(desk, /wartet · Fahrradfreundin/);
  assert.equal((await editor.post(`${DESK}/kommentare/${id}`, { [`decision-${id}`]: '' })).status, 422);
  await editor.post(`${DESK}/kommentare/${id}`, { [`decision-${id}`]: 'show', [`answer-${id}`]: 'Ab 2027.' });
  const shown = await page(resident.ask(at));
  assert.match(shown, /Fahrradfreundin[\s\S]*&lt;b>sichere[\s\S]*Antwort des Rathauses[\s\S]*Ab 2027/);
  assert.match(await page(resident.ask('/agenda/leezen-01060053')), /Meinungen \(1\)/);
  await editor.post(`${DESK}/kommentare/${id}`, { [`decision-${id}`]: 'insult' });
  assert.doesNotMatch(await page(resident.ask(at)), /sichere/);
  const { rows } = await pool.query(
    `select act from accounts.audit_entry where act like '%-comment' order by at`,
  );
  assert.deepEqual(
    rows.map(({ act }) => act),
    ['show-comment', 'decline-comment'],
  );
});

test('who writes again and again is slowed down', async () => {
  const stati: number[] = [];
  for (let at = 0; at < 40 && !stati.includes(429); at += 1)
    stati.push((await resident.post(`/mitmachen/zu/ziel/${goal}`, { text: `Text ${at}` })).status);
  assert.equal(stati.at(-1), 429);
});

const KARLSRUHE = '082120000000';
const MARKET = { lat: '49,00937', lon: '8,40390' };
const told = {
  category: 'light',
  text: 'Laterne vor Haus 3 ist dunkel.',
  address: 'Marktplatz 3',
  ...MARKET,
};

test('a report goes to the town in which its point lies, is read first, and its way can be followed', async () => {
  const clerk = await administrate('08212000', 'eve@karlsruhe.example');
  await grant(KARLSRUHE, 'eve@karlsruhe.example', 'editor');
  const at = `/rathaus/${KARLSRUHE}/mitmachen/meldungen`;
  await clerk.post(`${at}/stellen`, { 'stelle-light': 'Stadtwerke, Beleuchtung' });
  const reporter = newBrowser();
  const faulty = await reporter.post('/mitmachen/melden?ort=08212000', { ...told, lat: '80', category: '' });
  assert.equal(faulty.status, 422);
  assert.match(await page(faulty), /in keiner Gemeinde[\s\S]*Laterne vor Haus 3/);
  const made = await reporter.post('/mitmachen/melden?ort=01060053', told);
  const own = made.headers.get('location')?.replace(/\?.*/, '') ?? '';
  assert.match(own, /^\/mitmachen\/meldung\/[\w-]{43}$/);
  assert.match(
    await page(reporter.ask(own)),
    /eingegangen[\s\S]*Laterne vor Haus 3[\s\S]*Stadtwerke, Beleuchtung/,
  );
  const listed = await page(newBrowser().ask('/mitmachen/meldungen?ort=08212000'));
  assert.match(listed, /Straßenlaterne[\s\S]*Der Text ist noch nicht gelesen/);
  assert.doesNotMatch(listed, /Laterne vor Haus/);
  const id = /meldungen\/([0-9a-f-]{36})"/.exec(listed)?.[1];
  assert.equal((await editor.ask(`/rathaus/${LEEZEN}/mitmachen/meldungen/${id}`)).status, 404);
  const move = (state: string, note = '') => clerk.post(`${at}/${id}`, { state, note });
  assert.equal((await move('declined')).status, 422);
  assert.equal((await move('received')).status, 422);
  await move('in-progress', 'Wird morgen getauscht.');
  await move('fixed');
  const shown = await page(newBrowser().ask(`/mitmachen/meldungen/${id}`));
  assert.match(
    shown,
    /behoben[\s\S]*Laterne vor Haus 3[\s\S]*in Arbeit · Rathaus[\s\S]*Wird morgen getauscht/,
  );
  assert.equal((await reporter.post(own, { note: 'Sie flackert.' })).status, 303);
  assert.match(await page(clerk.ask(`${at}/${id}`)), /Sie flackert/);
  assert.equal((await reporter.post(own, {})).status, 422);
});

test('the same within 50 m is offered first, and is no second report unless somebody says so', async () => {
  const near = { ...told, lat: '49,00950', text: 'Alles dunkel.' };
  const asked = await resident.post('/mitmachen/melden?ort=08212000', near);
  assert.equal(asked.status, 422);
  const text = await page(asked);
  assert.match(text, /Ist es das schon\?[\s\S]*14 m entfernt/);
  const support = /action="(\/mitmachen\/meldungen\/[0-9a-f-]{36}\/auch)"/.exec(text)?.[1] ?? '';
  await resident.post(support);
  assert.match(await page(resident.ask(support.replace('/auch', ''))), /eine Person sieht es auch/);
  assert.equal((await resident.post('/mitmachen/melden', { ...near, neu: 'ja' })).status, 303);
  assert.equal((await resident.post('/mitmachen/melden', { ...near, category: 'road' })).status, 303);
  const { rows } = await pool.query('select count(*)::int as reports from participation.report');
  assert.equal(rows[0].reports, 3);
});

test('a picture loses where it was taken; what is no picture is refused', async () => {
  const { default: sharp } = await import('sharp');
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .withExif({ IFD0: { ImageDescription: 'GEHEIMER-ORT' } })
    .jpeg()
    .toBuffer();
  const send = (content: Uint8Array<ArrayBuffer>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...told, category: 'waste' })) body.set(name, value);
    body.set('foto', new File([content], 'a.jpg'));
    return resident.post('/mitmachen/melden', body);
  };
  assert.equal((await send(new TextEncoder().encode('<svg/>'))).status, 422);
  const own = (await send(new Uint8Array(picture))).headers.get('location')?.replace(/\?.*/, '') ?? '';
  const src = /<img class="photo" src="([^"]+)"/.exec(await page(resident.ask(own)))?.[1] ?? '';
  const bytes = Buffer.from(await (await resident.ask(src)).arrayBuffer());
  assert.equal(bytes.subarray(0, 2).toString('hex'), 'ffd8');
  assert.ok(picture.includes('GEHEIMER-ORT') && !bytes.includes('GEHEIMER-ORT'));
  const id = (await pool.query(`select id from participation.report where category = 'waste'`)).rows[0].id;
  assert.equal((await resident.ask(`/mitmachen/meldungen/${id}/bild/${src.split('/').at(-1)}`)).status, 404);
});

test('Open311 GeoReport v2: services, reports out in both formats, a report in, and faults in its own form', async () => {
  const ask = (path: string, init: RequestInit = {}) =>
    server.request(`http://localhost:3000/open311/v2${path}`, init);
  const services = (await (await ask('/services.json')).json()) as { service_code: string }[];
  assert.ok(services.some(({ service_code: code }) => code === 'light'));
  const form = new URLSearchParams({ service_code: 'road', description: 'Loch', lat: '48.40', long: '9.99' });
  const made = await ask('/requests.json', { method: 'POST', body: form });
  const [{ service_request_id: id = '' } = {}] = (await made.json()) as Record<string, string>[];
  assert.equal(made.status, 201);
  const [request] = (await (await ask(`/requests/${id}.json`)).json()) as Record<string, unknown>[];
  assert.deepEqual([request?.status, request?.description, request?.lat], ['open', '', 48.4]);
  const all = (await (await ask('/requests.json?jurisdiction_id=08212000&status=open')).json()) as unknown[];
  assert.equal(all.length, 4);
  assert.match(
    await (await ask('/requests.xml?page_size=1')).text(),
    /<service_requests>\s+<request>\s+<service_request_id>/,
  );
  assert.match(await (await ask('/discovery.json')).text(), /GeoReport_v2/);
  const refused = await ask('/requests.xml', { method: 'POST', body: new URLSearchParams({ lat: 'x' }) });
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /<errors>[\s\S]*Bitte wählen Sie, worum es geht/);
  for (const path of [
    '/requests.json?status=lost',
    '/requests.json?x=1',
    '/requests.json?start_date=gestern',
  ])
    assert.equal((await ask(path)).status, 400, path);
  assert.equal((await ask('/services/gibt-es-nicht.json')).status, 404);
});

test('a survey: refused with what is wrong, unchangeable once open, counted from five answers on, texts for the town hall', async () => {
  const at = `/rathaus/${LEEZEN}/mitmachen/umfragen`;
  const typed = {
    title: 'Wege zur Schule',
    closesOn: '2026-12-24',
    questions: 'Sicher? | Skala\nWas fehlt? | Text',
    about: '',
  };
  const wrong = await editor.post(at, { ...typed, questions: 'Sicher?', about: 'https://böse.example' });
  assert.equal(wrong.status, 422);
  assert.match(await page(wrong), /Frage \| Skala[\s\S]*Wege zur Schule/);
  const made = (await editor.post(at, typed)).headers.get('location') ?? '';
  const id = made.split('/').at(-1);
  const open = `/mitmachen/umfragen/${id}`;
  assert.equal((await newBrowser().ask(open)).status, 404);
  await editor.post(`${made}/oeffnen`);
  await editor.post(made, { ...typed, title: 'Anders' });
  assert.match(
    await page(newBrowser().ask('/mitmachen/umfragen?ort=01060053')),
    /Wege zur Schule[\s\S]*offen bis 24\.12\.2026/,
  );
  assert.equal((await newBrowser().post(open, { 'frage-0': '9' })).status, 422);
  for (const [at, text] of ['1', '5', '5', '4', '5'].entries()) {
    assert.match(await page(newBrowser().ask(open)), /Ab fünf Antworten/);
    const said = await newBrowser().post(open, {
      'frage-0': text,
      'frage-1': at === 0 ? 'Ein Zebrastreifen' : '',
    });
    assert.equal(said.status, 303);
  }
  const shown = await page(newBrowser().ask(open));
  assert.match(shown, /5 – sehr<\/td><td[^>]*>3<\/td><td[^>]*>60/);
  assert.doesNotMatch(shown, /Zebrastreifen/);
  assert.match(await page(editor.ask(made)), /Zebrastreifen/);
  assert.match(await page(editor.ask(`${made}/antworten.csv`)), /Sicher\?;Was fehlt\?\r\n/);
});
