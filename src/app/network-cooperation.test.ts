import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/network-cooperation';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, places, administrate } = await startDesk(FOLDER);
const { pool } = platform.connection;

const LEEZEN = '010605053053';
const KARLSRUHE = '082120000000';
/** Another village of the same association. */
const NEIGHBOUR = places.neighbours(LEEZEN).find(({ ars }) => ars.startsWith('010605053')) ?? assert.fail();

const desk = (ars: string) => `/rathaus/${ars}/zusammenarbeit`;
let leezen: Browser;
let neighbour: Browser;
let karlsruhe: Browser;

const townHall = async (key: string, ars: string, mail: string): Promise<Browser> => {
  const browser = await administrate(key, mail);
  const { rows } = await pool.query('select id from accounts.person where mail = $1', [mail]);
  await browser.post(`/rathaus/${ars}/menschen/rolle`, { person: rows[0].id, role: 'editor', step: 'grant' });
  return browser;
};
const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');

before(async () => {
  leezen = await townHall('01060053', LEEZEN, 'anna@leezen.example');
  neighbour = await townHall(NEIGHBOUR.ars, NEIGHBOUR.ars, 'nina@nachbar.example');
  karlsruhe = await townHall('08212000', KARLSRUHE, 'eve@karlsruhe.example');
});

const GAP = { art: 'gap', feld: 'data', titel: 'Niemand pflegt Geodaten', text: 'Es fehlt eine Stelle.' };
const show = (browser: Browser, ars: string, changes: Record<string, string> = {}) =>
  browser.post(desk(ars), { ...GAP, ...changes });
const idOf = async (ars: string): Promise<string> =>
  (await pool.query('select id from knowledge.cooperation where ars = $1 order by began_at, id', [ars]))
    .rows[0].id;

test('incomplete it is not shown, and what was typed stays', async () => {
  const refused = await show(leezen, LEEZEN, { titel: '' });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Hier fehlt etwas[\s\S]*Es fehlt eine Stelle/);
});

test('who shows nothing sees nothing; who is far away neither', async () => {
  assert.equal((await show(leezen, LEEZEN)).status, 303);
  await show(karlsruhe, KARLSRUHE);
  assert.doesNotMatch(await textOf(neighbour.ask(desk(NEIGHBOUR.ars))), /Niemand pflegt Geodaten/);
  const far = await textOf(karlsruhe.ask(desk(KARLSRUHE)));
  assert.match(far, /zeigt noch niemand dasselbe/);
  assert.doesNotMatch(far, /Leezen/);
});

test('two nearby that show the same see each other with the reason, and the first is told', async () => {
  await show(neighbour, NEIGHBOUR.ars, { art: 'plan', titel: 'Geodaten gemeinsam pflegen' });
  const seen = await textOf(leezen.ask(desk(LEEZEN)));
  assert.match(
    seen,
    /Geodaten gemeinsam pflegen[\s\S]*in derselben Verwaltung: [^<]*Leezen[\s\S]*km entfernt[\s\S]*dasselbe Handlungsfeld/,
  );
  assert.match(await textOf(neighbour.ask(desk(NEIGHBOUR.ars))), /Leezen: Niemand pflegt Geodaten/);
  const { rows } = await pool.query("select subject, path from accounts.notice where topic = 'network'");
  assert.equal(rows.length, 1);
  assert.match(rows[0].subject, /zeigt dasselbe Thema wie Sie: Geodaten gemeinsam pflegen/);
  assert.equal(rows[0].path, desk(LEEZEN));
});

test('a draft of a joint project: a page, a file, for the two alone', async () => {
  const [own, other] = [await idOf(LEEZEN), await idOf(NEIGHBOUR.ars)];
  const path = `${desk(LEEZEN)}/${own}/${other}`;
  assert.match(
    await textOf(leezen.ask(path)),
    /Gemeinsames Vorhaben: Leezen und[\s\S]*Wer führt[\s\S]*Zweckverband/,
  );
  const file = await leezen.ask(`${path}/entwurf.md`);
  assert.match(file.headers.get('content-type') ?? '', /text\/markdown/);
  assert.match(
    await file.text(),
    /^# Gemeinsames Vorhaben[\s\S]*> Es fehlt eine Stelle\.[\s\S]*keine Rechtsberatung/,
  );
  const foreign = await karlsruhe.ask(`${desk(KARLSRUHE)}/${await idOf(KARLSRUHE)}/${own}`);
  assert.equal(foreign.status, 404);
  assert.equal((await karlsruhe.ask(`${desk(KARLSRUHE)}/${own}/${other}/entwurf.md`)).status, 404);
});

test('ended, neither sees the other any more', async () => {
  const [own, other] = [await idOf(LEEZEN), await idOf(NEIGHBOUR.ars)];
  assert.equal((await karlsruhe.post(`${desk(KARLSRUHE)}/${own}/beenden`)).status, 404);
  assert.equal((await leezen.post(`${desk(LEEZEN)}/${own}/beenden`)).status, 303);
  assert.doesNotMatch(await textOf(neighbour.ask(desk(NEIGHBOUR.ars))), /Leezen: Niemand pflegt/);
  assert.doesNotMatch(await textOf(leezen.ask(desk(LEEZEN))), /Geodaten gemeinsam pflegen/);
  assert.equal((await leezen.ask(`${desk(LEEZEN)}/${own}/${other}`)).status, 404);
});
