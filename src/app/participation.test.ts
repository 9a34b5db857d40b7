import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/participation';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, grant, newBrowser } = await startDesk(FOLDER);
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
