import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { aCaseStudy, aStoppedProject } from '../modules/knowledge/library/entry.builder.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/network-advice';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;

const LEEZEN = '010605053053';
const DROCHTERSEN = '033590013013';
const KARLSRUHE = '082120000000';
const LEEZEN_DESK = `/rathaus/${LEEZEN}/rat`;
let leezen: Browser;
let drochtersen: Browser;
let karlsruhe: Browser;

const person = async (mail: string): Promise<string> =>
  (await pool.query('select id from accounts.person where mail = $1', [mail])).rows[0].id;

/** A town hall with somebody who administers and holds a role. */
const townHall = async (key: string, ars: string, mail: string, role: string): Promise<Browser> => {
  const browser = await administrate(key, mail);
  await browser.post(`/rathaus/${ars}/menschen/rolle`, { person: await person(mail), role, step: 'grant' });
  return browser;
};
const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const noticesOf = async (mail: string): Promise<{ subject: string; text: string; path: string }[]> =>
  (
    await pool.query(
      `select subject, text, path from accounts.notice where topic = 'network' and person_id = $1 order by created_at, id`,
      [await person(mail)],
    )
  ).rows;

const publish = async (browser: Browser, ars: string, kind: string, parts: Record<string, string>) => {
  const at = (await browser.post(`/rathaus/${ars}/wissen`, { art: kind })).headers.get('location') ?? '';
  const revision = /name="revision" value="(\d+)"/.exec(await textOf(browser.ask(at)))?.[1] ?? '';
  await browser.post(at, { ...parts, revision });
  assert.equal((await browser.post(`${at}/veroeffentlichen`)).status, 303);
};

before(async () => {
  leezen = await townHall('01060053', LEEZEN, 'anna@leezen.example', 'digitalOfficer');
  drochtersen = await townHall('03359013', DROCHTERSEN, 'ben@drochtersen.example', 'editor');
  karlsruhe = await townHall('08212000', KARLSRUHE, 'eve@karlsruhe.example', 'networkModerator');
  await publish(drochtersen, DROCHTERSEN, 'caseStudy', aCaseStudy({ title: 'Wasserstände mit LoRaWAN' }));
  await publish(drochtersen, DROCHTERSEN, 'stopped', aStoppedProject({ title: 'Pegel ohne Strom' }));
});

const QUESTION = {
  titel: 'Wer misst Wasserstände?',
  frage: 'Welche Sensoren halten den Winter aus?',
  feld: 'environment',
  woerter: 'Wasserstände LoRaWAN',
  menschen: '20.000',
};
const ask = async (changes: Record<string, string> = {}): Promise<string> => {
  const asked = await leezen.post(LEEZEN_DESK, { ...QUESTION, ...changes });
  assert.equal(asked.status, 303);
  return /rat\/([^?]*)/.exec(asked.headers.get('location') ?? '')?.[1] ?? '';
};

test('a question that lacks something is not sent, and what was typed stays', async () => {
  const refused = await leezen.post(LEEZEN_DESK, { ...QUESTION, titel: '', menschen: 'wenige' });
  assert.equal(refused.status, 422);
  const page = await refused.text();
  assert.match(page, /Hier fehlt etwas[\s\S]*ganze Zahl[\s\S]*halten den Winter aus/);
  assert.equal((await pool.query('select from knowledge.advice_question')).rowCount, 0);
});

test('asked, routed with reasons, offered, answered, closed with hours, and made a draft entry', async () => {
  const id = await ask();
  const shown = await textOf(leezen.ask(`${LEEZEN_DESK}/${id}?erledigt=gefragt`));
  assert.match(shown, /Ihre Frage ist bei 2 Stellen/);
  assert.match(shown, /Drochtersen[\s\S]*hat einen Eintrag dazu: Wasserstände mit LoRaWAN/);
  assert.match(shown, /Karlsruhe[\s\S]*Kompetenzzentrum, das alle Fragen sieht/);
  const [notice] = await noticesOf('ben@drochtersen.example');
  assert.match(notice?.subject ?? '', /Leezen fragt: Wer misst Wasserstände\?/);
  assert.match(notice?.text ?? '', /hat einen Eintrag dazu/);
  assert.equal(notice?.path, `/rathaus/${DROCHTERSEN}/rat/${id}`);

  const there = `/rathaus/${DROCHTERSEN}/rat`;
  assert.match(await textOf(drochtersen.ask(there)), /wartet auf Ihre Antwort/);
  assert.match(await textOf(drochtersen.ask(`${there}/${id}`)), /Warum Sie gefragt sind/);
  const half = await drochtersen.post(`${there}/${id}/anbieten`, { weg: 'visit', tag1: '2026-12-03' });
  assert.equal(half.status, 422);
  assert.match(await half.text(), /zwei verschiedene Tage/);
  const days = { tag1: '2026-12-03', tag2: '2026-12-04' };
  await drochtersen.post(`${there}/${id}/anbieten`, { weg: 'visit', ...days, text: 'Kommen Sie vorbei.' });
  await drochtersen.post(`${there}/${id}/anbieten`, { weg: 'visit', ...days, text: 'Nehmen Sie Lithium.' });
  assert.match((await noticesOf('anna@leezen.example'))[0]?.subject ?? '', /Drochtersen antwortet auf/);

  const back = {
    helfer: DROCHTERSEN,
    [`tag-${DROCHTERSEN}`]: '2026-12-04',
    [`text-${DROCHTERSEN}`]: 'Gern!',
  };
  assert.equal((await leezen.post(`${LEEZEN_DESK}/${id}/antworten`, back)).status, 303);
  assert.match(await textOf(leezen.ask(`${LEEZEN_DESK}/${id}`)), /Vereinbart: 04\.12\.2026[\s\S]*Gern!/);
  const early = await drochtersen.post(`${there}/${id}/stunden`, { stunden: '2' });
  assert.equal(early.status, 404);

  const wrong = await leezen.post(`${LEEZEN_DESK}/${id}/schliessen`, { [`stunden-${DROCHTERSEN}`]: 'viele' });
  assert.equal(wrong.status, 422);
  await leezen.post(`${LEEZEN_DESK}/${id}/schliessen`, { [`stunden-${DROCHTERSEN}`]: '1,5', dank: 'Danke!' });
  const closed = await textOf(drochtersen.ask(`${there}/${id}`));
  assert.match(closed, /Leezen schreibt zum Abschluss[\s\S]*Danke!/);
  await drochtersen.post(`${there}/${id}/stunden`, { stunden: '2' });
  assert.match(await textOf(drochtersen.ask(`${there}/${id}`)), /Sie haben 2 Stunden Rat gegeben/);
  const late = await drochtersen.post(`${there}/${id}/anbieten`, { weg: 'decline' });
  assert.equal(late.status, 303);

  const made = await drochtersen.post(`${there}/${id}/eintrag`, { art: 'guide' });
  const draft = await textOf(drochtersen.ask(made.headers.get('location') ?? ''));
  assert.match(draft, /Wer misst Wasserstände\?[\s\S]*Kommen Sie vorbei\.\s+Nehmen Sie Lithium\./);
  assert.doesNotMatch(draft, /Leezen|Gern!/);
  const again = await drochtersen.post(`${there}/${id}/eintrag`, { art: 'guide' });
  assert.equal(again.headers.get('location'), made.headers.get('location'));
});

test('who was not asked does not see a question that is not public, and nobody sees another’s thread', async () => {
  const id = await ask({ woerter: 'Rufbus', feld: 'culture' });
  assert.equal((await drochtersen.ask(`/rathaus/${DROCHTERSEN}/rat/${id}`)).status, 404);
  const offered = await drochtersen.post(`/rathaus/${DROCHTERSEN}/rat/${id}/anbieten`, { weg: 'decline' });
  assert.equal(offered.status, 404);
  assert.doesNotMatch(await textOf(newBrowser().ask('/netzwerk/rat')), /Wer misst/);
  const open = await ask();
  await drochtersen.post(`/rathaus/${DROCHTERSEN}/rat/${open}/anbieten`, {
    weg: 'answer',
    text: 'Nur für Sie',
  });
  assert.doesNotMatch(await textOf(karlsruhe.ask(`/rathaus/${KARLSRUHE}/rat/${open}`)), /Nur für Sie/);
});

test('a public question is read by everybody, and taken up by a town that nobody had asked', async () => {
  const id = await ask({
    titel: 'Wer hat einen Rufbus?',
    woerter: 'Rufbus',
    feld: 'culture',
    oeffentlich: 'ja',
  });
  const page = await textOf(newBrowser().ask('/netzwerk/rat'));
  assert.match(page, /Wer hat einen Rufbus\?[\s\S]*Leezen[\s\S]*1 Stelle gefragt, 0 Antworten/);
  const there = `/rathaus/${DROCHTERSEN}/rat`;
  assert.match(await textOf(drochtersen.ask(there)), /Wer hat einen Rufbus/);
  await drochtersen.post(`${there}/${id}/anbieten`, { weg: 'answer', text: 'Wir, seit März.' });
  assert.match(
    await textOf(leezen.ask(`${LEEZEN_DESK}/${id}`)),
    /hat sich selbst gemeldet[\s\S]*Wir, seit März/,
  );
  const json = await textOf(newBrowser().ask('/netzwerk/rat.json'));
  assert.doesNotMatch(json, /Wir, seit März/);
  const { questions } = JSON.parse(json) as {
    questions: { id: string; answered: number; entries: string[] }[];
  };
  assert.deepEqual([questions[0]?.id, questions[0]?.answered, questions[0]?.entries], [id, 1, []]);
});

test('an account of a stopped project routes nobody to its town', async () => {
  const id = await ask({ titel: 'Pegel ohne Strom', woerter: 'Pegel ohne Strom', feld: 'health' });
  assert.doesNotMatch(await textOf(leezen.ask(`${LEEZEN_DESK}/${id}`)), /Drochtersen/);
});

test('ten questions a day are enough', async () => {
  for (let asked = await countOwn(); asked < 10; asked += 1) await ask();
  const refused = await leezen.post(LEEZEN_DESK, QUESTION);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /schon zehn Fragen/);
});

const countOwn = async (): Promise<number> =>
  (await pool.query('select count(*)::integer as asked from knowledge.advice_question')).rows[0].asked;

test('the log tells who asked and answered, without what was written', async () => {
  const { rows } = await pool.query(
    "select distinct act, detail from accounts.audit_entry where record_type = 'advice-question' order by act",
  );
  assert.deepEqual(
    rows.map(({ act }) => act),
    ['ask-advice', 'close-advice', 'draft-from-advice', 'name-advice-hours', 'offer-advice', 'write-advice'],
  );
  assert.ok(rows.every(({ detail }) => Object.keys(detail).length === 0));
});
