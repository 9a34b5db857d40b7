import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import * as v from 'valibot';
import { aCaseStudy } from '../modules/knowledge/library/entry.builder.ts';
import { EntryReusedSchema, MeasureDraftSchema } from '../modules/knowledge/reuse/contract.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/network-reuse';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;
const LEEZEN = '010605053053';
const KARLSRUHE = '082120000000';
let leezen: Browser;
let karlsruhe: Browser;
let entry: string;

const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const read = (path: string) => textOf(newBrowser().ask(path));

const officer = async (unit: string, organisation: string, mail: string): Promise<Browser> => {
  const browser = await administrate(unit, mail);
  const { rows } = await pool.query('select id from accounts.person where mail = $1', [mail]);
  const grant = { person: rows[0].id, role: 'digitalOfficer', step: 'grant' };
  await browser.post(`/rathaus/${organisation}/menschen/rolle`, grant);
  return browser;
};

before(async () => {
  leezen = await officer('01060053', LEEZEN, 'anna@leezen.example');
  karlsruhe = await officer('08212000', KARLSRUHE, 'ben@karlsruhe.example');
  const created = await leezen.post(`/rathaus/${LEEZEN}/wissen`, { art: 'caseStudy' });
  const at = created.headers.get('location') ?? '';
  entry = at.split('/').at(-1) ?? '';
  await leezen.post(at, { ...aCaseStudy({ title: 'Pegel im Dorf', after: '12 Meldungen' }), revision: '1' });
  assert.equal((await leezen.post(`${at}/veroeffentlichen`)).status, 303);
});

test('the plan for a place tells its costs with the rule, and is taken along without signing in', async () => {
  const page = await read(`/netzwerk/eintrag/${entry}/planen?ort=Karlsruhe`);
  assert.match(page, /So könnte Karlsruhe damit anfangen/);
  assert.match(page, /zwischen 12\.500 € und [\d.]+ €/);
  assert.match(page, /Kosten × √\(Menschen hier ÷ Menschen dort\)/);
  assert.match(page, /Melden Sie sich für Ihr Rathaus an/);
  const draft = JSON.parse(await read(`/netzwerk/eintrag/${entry}/planen.json?ort=Karlsruhe`));
  const { for: town, origin, costOnce } = v.parse(MeasureDraftSchema, draft);
  assert.deepEqual([town.ars, origin.ars, origin.version, costOnce?.there], [KARLSRUHE, LEEZEN, 1, 12_500]);
  const markdown = await read(`/netzwerk/eintrag/${entry}/planen.md?ort=Karlsruhe`);
  assert.match(
    markdown,
    /^# Pegel im Dorf – Karlsruhe\n[\s\S]*- \[ \] \*\*Denselben Fehler vermeiden:\*\* Der erste Sensor/,
  );
  assert.match(
    await read(`/netzwerk/eintrag/${entry}/planen`),
    /12\.500 € dort; für Ihren Ort nicht umgerechnet/,
  );
  assert.equal((await newBrowser().ask(`/netzwerk/eintrag/${KARLSRUHE}/planen`)).status, 404);
});

test('recorded once however often it is pressed: the origin is told, other modules hear of it, the entry counts it', async () => {
  assert.match(
    await textOf(karlsruhe.ask(`/netzwerk/eintrag/${entry}/planen?ort=Karlsruhe`)),
    /Für Karlsruhe festhalten/,
  );
  const record = () => karlsruhe.post(`/rathaus/${KARLSRUHE}/nachnutzung`, { eintrag: entry, genannt: 'ja' });
  const [one, two] = [await record(), await record()];
  assert.equal(one.status, 303);
  assert.equal(two.headers.get('location'), one.headers.get('location'));
  const events = await pool.query("select ars, payload from events.domain_event where type = 'entry-reused'");
  assert.equal(events.rows.length, 1);
  const { draft } = v.parse(EntryReusedSchema, events.rows[0].payload);
  assert.deepEqual([events.rows[0].ars, draft.title], [KARLSRUHE, 'Pegel im Dorf']);
  const notices = await pool.query("select subject from accounts.notice where topic = 'network'");
  assert.deepEqual(notices.rows, [{ subject: 'Karlsruhe plant nach Ihrem Eintrag „Pegel im Dorf“' }]);
  const page = await read(`/netzwerk/eintrag/${entry}`);
  assert.match(page, /1-mal nachgenutzt[\s\S]*Karlsruhe: geplant, seit 22\.11\.2026/);
  assert.match(await textOf(leezen.ask(`/rathaus/${LEEZEN}/nachnutzung`)), /Karlsruhe: Pegel im Dorf/);
});

test('what became of it comes back to the entry, and what was dropped is not counted', async () => {
  const list = await textOf(karlsruhe.ask(`/rathaus/${KARLSRUHE}/nachnutzung`));
  const [at = ''] = /\/rathaus\/082120000000\/nachnutzung\/[0-9a-f-]{36}/.exec(list) ?? [];
  const tell = (typed: Record<string, string>) => karlsruhe.post(at, typed);
  assert.equal((await tell({ stand: 'gelogen', revision: '1' })).status, 422);
  assert.equal((await tell({ stand: 'running', ergebnis: 'x'.repeat(2001), revision: '1' })).status, 422);
  const told = { stand: 'finished', ergebnis: 'Vorher 4, nachher 1 Einsatz.', genannt: 'ja', revision: '1' };
  assert.equal((await tell(told)).status, 303);
  assert.match(await textOf(tell(told)), /Jemand anderes hat es inzwischen geändert/);
  assert.match(
    await read(`/netzwerk/eintrag/${entry}`),
    /Karlsruhe: abgeschlossen[\s\S]*Vorher 4, nachher 1 Einsatz\./,
  );
  await tell({ ...told, genannt: '', revision: '2' });
  const unnamed = await read(`/netzwerk/eintrag/${entry}`);
  assert.match(unnamed, /eine Gemeinde, die nicht genannt werden möchte: abgeschlossen/);
  assert.doesNotMatch(unnamed, /Karlsruhe: abgeschlossen|Vorher 4/);
  await tell({ stand: 'dropped', revision: '3' });
  assert.doesNotMatch(await read(`/netzwerk/eintrag/${entry}`), /nachgenutzt/);
});

test('nobody plans by their own entry, by one that is not there, or at another’s desk', async () => {
  const own = await leezen.post(`/rathaus/${LEEZEN}/nachnutzung`, { eintrag: entry });
  assert.equal(own.status, 422);
  assert.match(await own.text(), /Das ist Ihr eigener Eintrag/);
  const gone = await leezen.post(`/rathaus/${LEEZEN}/nachnutzung`, { eintrag: 'a'.repeat(36) });
  assert.equal(gone.status, 422);
  assert.equal((await leezen.post(`/rathaus/${KARLSRUHE}/nachnutzung`, { eintrag: entry })).status, 404);
});
