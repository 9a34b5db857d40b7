import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { EntryKind, Parts } from '../modules/knowledge/library/contract.ts';
import { aCaseStudy, aStoppedProject } from '../modules/knowledge/library/entry.builder.ts';
import { insertEntry, publishVersion } from '../modules/knowledge/library/entry-store.ts';
import type { Browser } from './desk/desk.builder.ts';
import { startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/network-merge';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;
const LEEZEN = '010605053053';
const KARLSRUHE = '082120000000';
const CENTRE = `/rathaus/${KARLSRUHE}/netzwerk/zusammenfuehren`;
let leezen: Browser;
let centre: Browser;

const grant = async (browser: Browser, ars: string, mail: string, role: string) => {
  const { rows } = await pool.query('select id from accounts.person where mail = $1', [mail]);
  await browser.post(`/rathaus/${ars}/menschen/rolle`, { person: rows[0].id, role, step: 'grant' });
};

/** Published at once, in a town. */
const publish = async (ars: string, kind: EntryKind, parts: Parts): Promise<string> => {
  const [id, now] = [platform.newId(), platform.clock()];
  const words = { name: (parts.title ?? '').toLowerCase(), body: '' };
  await insertEntry(platform.database, { ars, id: ars }, { id, kind, parts, now });
  await publishVersion(platform.database, { ars, id }, { parts, words, now });
  return id;
};

before(async () => {
  leezen = await administrate('01060053', 'anna@leezen.example');
  await grant(leezen, LEEZEN, 'anna@leezen.example', 'digitalOfficer');
  centre = await administrate('08212000', 'eve@karlsruhe.example');
  await grant(centre, KARLSRUHE, 'eve@karlsruhe.example', 'networkModerator');
});

const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
const read = async (path: string) => mainOf(await textOf(newBrowser().ask(path)));
const isListed = async (id: string) => (await read('/netzwerk/bibliothek')).includes(id);
const pairOf = (one: string, other: string) => [one, other].sort().join('/');

test('alike titles of one field are proposed; without a yes of the other desk nothing changes, and a no ends it', async () => {
  const chief = await publish(KARLSRUHE, 'caseStudy', aCaseStudy({ title: 'Wasserstand am Bach messen' }));
  const other = await publish(LEEZEN, 'caseStudy', aCaseStudy({ title: 'Wasserstand im Bach messen' }));
  await publish(LEEZEN, 'caseStudy', aCaseStudy({ title: 'Etwas ganz anderes' }));
  const list = mainOf(await textOf(centre.ask(CENTRE)));
  assert.match(list, /Wasserstand am Bach messen – Wasserstand im Bach messen/);
  assert.doesNotMatch(list, /ganz anderes/);
  const pair = `${CENTRE}/${pairOf(chief, other)}`;
  const unchosen = await centre.post(pair, { satz: 'Dasselbe' });
  assert.deepEqual([unchosen.status, /welcher der Haupteintrag/.test(await unchosen.text())], [422, true]);
  const asked = await centre.post(pair, { haupt: chief, satz: 'Dasselbe Vorhaben.' });
  assert.match(asked.headers.get('location') ?? '', /erledigt=asked/);
  assert.equal(await isListed(other), true);
  const draft = `/rathaus/${LEEZEN}/wissen/${other}`;
  assert.match(await textOf(leezen.ask(draft)), /auf einen anderen zeigen\?[\s\S]*Dasselbe Vorhaben/);
  await leezen.post(`${draft}/zusammenfuehren`, { antwort: 'no' });
  assert.equal(await isListed(other), true);
  assert.match(mainOf(await textOf(centre.ask(CENTRE))), /abgelehnt/);
});

test('with a yes it stays at its address and points; lists, search and exports leave it out; both sides can undo', async () => {
  const chief = await publish(KARLSRUHE, 'caseStudy', aCaseStudy({ title: 'Ratsinformation für alle' }));
  const other = await publish(LEEZEN, 'caseStudy', aCaseStudy({ title: 'Ratsinformationen für alle' }));
  const pair = `${CENTRE}/${pairOf(chief, other)}`;
  const draft = `/rathaus/${LEEZEN}/wissen/${other}`;
  await centre.post(pair, { haupt: chief, satz: 'Dasselbe.' });
  await leezen.post(`${draft}/zusammenfuehren`, { antwort: 'yes' });
  assert.deepEqual([await isListed(other), await isListed(chief)], [false, true]);
  for (const path of ['/netzwerk/eintraege.json', '/netzwerk/eintraege.csv', '/netzwerk/neues.atom'])
    assert.ok(!(await textOf(newBrowser().ask(path))).includes(other), path);
  assert.ok(!(await read('/netzwerk/bibliothek?q=Ratsinformationen')).includes(other));
  for (const path of [`/netzwerk/eintrag/${other}`, `/netzwerk/eintrag/${other}/1`]) {
    const page = await read(path);
    assert.match(page, /Zusammengeführt mit einem anderen Eintrag[\s\S]*Ratsinformation für alle/);
    assert.match(page, /Ratsinformationen für alle/);
  }
  const chain = await centre.post(`${CENTRE}/${pairOf(chief, other)}`, { haupt: other, satz: 'Umgekehrt.' });
  assert.equal(chain.status, 422);
  await leezen.post(`${draft}/zusammenfuehren`, { antwort: 'undo' });
  assert.equal(await isListed(other), true);
  await centre.post(pair, { haupt: chief, satz: 'Noch einmal.' });
  await leezen.post(`${draft}/zusammenfuehren`, { antwort: 'yes' });
  const undo = /action="([^"]*\/trennen)"/.exec(await textOf(centre.ask(CENTRE)))?.[1] ?? '';
  await centre.post(undo);
  assert.equal(await isListed(other), true);
  const { rows } = await pool.query('select version from knowledge.entry_version where entry_id = $1', [
    other,
  ]);
  assert.deepEqual(rows, [{ version: 1 }]);
});

test('an own entry needs nobody’s yes; if the chief one goes, the other stands for itself again', async () => {
  const chief = await publish(LEEZEN, 'guide', { title: 'Leitfaden Radwege', field: 'mobility' });
  const other = await publish(KARLSRUHE, 'guide', { title: 'Leitfaden Radweg', field: 'mobility' });
  const merged = await centre.post(`${CENTRE}/${pairOf(chief, other)}`, { haupt: chief, satz: 'Dasselbe.' });
  assert.match(merged.headers.get('location') ?? '', /erledigt=agreed/);
  assert.equal(await isListed(other), false);
  await leezen.post(`/rathaus/${LEEZEN}/wissen/${chief}/zuruecknehmen`);
  assert.equal(await isListed(other), true);
});

test('accounts without origin are proposed by field alone, and neither page tells their town', async () => {
  const one = await publish(LEEZEN, 'stopped', aStoppedProject({ title: 'Digitale Parkscheibe' }));
  const other = await publish(LEEZEN, 'stopped', aStoppedProject({ title: 'Digitale Parkscheiben' }));
  await publish(LEEZEN, 'stopped', aStoppedProject({ title: 'Digitale Parkscheibe X', field: 'data' }));
  const list = mainOf(await textOf(centre.ask(CENTRE)));
  assert.match(list, /Digitale Parkscheibe – Digitale Parkscheiben/);
  assert.doesNotMatch(list, /Parkscheibe X/);
  const pair = mainOf(await textOf(centre.ask(`${CENTRE}/${pairOf(one, other)}`)));
  for (const shown of [list, pair]) assert.doesNotMatch(shown, /Leezen|01060/);
});
