import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { aCaseStudy } from '../modules/knowledge/library/entry.builder.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/network-commons';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;

const LEEZEN = '010605053053';
const DROCHTERSEN = '033590013013';
const DESK = `/rathaus/${LEEZEN}/allmende`;
let leezen: Browser;
let drochtersen: Browser;

const townHall = async (key: string, ars: string, mail: string): Promise<Browser> => {
  const browser = await administrate(key, mail);
  const { rows } = await pool.query('select id from accounts.person where mail = $1', [mail]);
  await browser.post(`/rathaus/${ars}/menschen/rolle`, {
    person: rows[0].id,
    role: 'digitalOfficer',
    step: 'grant',
  });
  return browser;
};
const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const read = (path: string) => textOf(newBrowser().ask(path));
const mainOf = async (path: string) => /<main[\s\S]*<\/main>/.exec(await read(path))?.[0] ?? '';

before(async () => {
  leezen = await townHall('01060053', LEEZEN, 'anna@leezen.example');
  drochtersen = await townHall('03359013', DROCHTERSEN, 'ben@drochtersen.example');
  const at = (await drochtersen.post(`/rathaus/${DROCHTERSEN}/wissen`, { art: 'caseStudy' })).headers.get(
    'location',
  );
  await drochtersen.post(at ?? '', { ...aCaseStudy(), revision: '1' });
  await drochtersen.post(`${at}/veroeffentlichen`);
});

/** Asked, answered and closed: each side names its own hours. */
const adviceWith = async (isPublic: boolean): Promise<void> => {
  const question = { titel: 'Wasserstände messen', frage: 'Wie?', feld: 'environment' };
  const asked = await leezen.post(`/rathaus/${LEEZEN}/rat`, {
    ...question,
    ...(isPublic && { oeffentlich: 'ja' }),
  });
  const id = /rat\/([^?]*)/.exec(asked.headers.get('location') ?? '')?.[1] ?? '';
  const there = `/rathaus/${DROCHTERSEN}/rat/${id}`;
  await drochtersen.post(`${there}/anbieten`, { weg: 'answer', text: 'So.' });
  await leezen.post(`/rathaus/${LEEZEN}/rat/${id}/schliessen`, { [`stunden-${DROCHTERSEN}`]: '1,5' });
  await drochtersen.post(`${there}/stunden`, { stunden: '4' });
  await drochtersen.post(`${there}/stunden`, { stunden: '9' });
};

test('hours of a closed question stand on both sides, each as it names them, and once', async () => {
  await adviceWith(true);
  const given = await mainOf(`/netzwerk/allmende/${DROCHTERSEN}`);
  assert.match(given, /gegeben[\s\S]*4 Stunden[\s\S]*Wasserstände messen[\s\S]*Leezen/);
  assert.doesNotMatch(given, /9 Stunden/);
  assert.match(
    await mainOf(`/netzwerk/allmende/${LEEZEN}`),
    /genommen[\s\S]*1,5 Stunden[\s\S]*Wasserstände messen[\s\S]*Drochtersen/,
  );
});

test('of a question that is not public neither words nor parties are told', async () => {
  await pool.query(
    'alter table knowledge.commons_line disable trigger keep_line; delete from knowledge.commons_line',
  );
  await pool.query('alter table knowledge.commons_line enable trigger keep_line');
  await adviceWith(false);
  for (const path of [`/netzwerk/allmende/${DROCHTERSEN}`, '/netzwerk/allmende.csv'])
    assert.doesNotMatch(path.endsWith('csv') ? await read(path) : await mainOf(path), /Wasserstände messen/);
  assert.doesNotMatch(await mainOf(`/netzwerk/allmende/${DROCHTERSEN}`), /Leezen/);
  assert.match(await mainOf(`/netzwerk/allmende/${DROCHTERSEN}`), /nicht öffentlich/);
});

test('pieces are entered by hand, hours of advice are not', async () => {
  const line = { seite: 'given', art: 'form', anzahl: '2', was: '=Hundesteuer', mit: 'Bindlach' };
  assert.equal((await leezen.post(DESK, { ...line, art: 'adviceHours' })).status, 422);
  assert.equal((await leezen.post(DESK, line)).status, 303);
  assert.match(await mainOf(`/netzwerk/allmende/${LEEZEN}`), /Formulare[\s\S]*=Hundesteuer[\s\S]*Bindlach/);
  assert.match(await read('/netzwerk/allmende.csv'), /;gegeben;Formulare;2;'=Hundesteuer;Bindlach;/);
});

test('a mistake is taken back by a further line, once, and by its own town alone', async () => {
  const { rows } = await pool.query("select id from knowledge.commons_line where kind = 'form'");
  const path = `${rows[0].id}/zuruecknehmen`;
  const foreign = await drochtersen.post(`/rathaus/${DROCHTERSEN}/allmende/${path}`);
  assert.equal(foreign.status, 404);
  for (let time = 0; time < 2; time += 1) await leezen.post(`${DESK}/${path}`);
  const all = await pool.query(
    "select amount::float8 from knowledge.commons_line where kind = 'form' order by id",
  );
  assert.deepEqual(
    all.rows.map(({ amount }) => amount),
    [2, -2],
  );
  const page = await mainOf(`/netzwerk/allmende/${LEEZEN}`);
  assert.match(page, /nimmt eine Zeile zurück[\s\S]*zurückgenommen/);
  await assert.rejects(pool.query('update knowledge.commons_line set amount = 5'), /does not change/);
});

test('the overview is alphabetical and has no number; what was taken back is not in it', async () => {
  const overview = await mainOf('/netzwerk/allmende');
  assert.match(overview, /Drochtersen[\s\S]*gegeben: Rat[\s\S]*Leezen[\s\S]*genommen: Rat/);
  assert.doesNotMatch(overview, /Formulare<|gegeben: Formulare/);
  const texts = [...overview.matchAll(/services__note">([^<]*)</g)].map(([, text]) => text);
  assert.equal(texts.length, 2);
  assert.ok(texts.every((text) => !/\d/.test(text ?? '')));
});
