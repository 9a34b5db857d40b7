import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { deliverEvents } from '../foundation/events/deliver-events.ts';
import { aCaseStudy } from '../modules/knowledge/library/entry.builder.ts';
import { askForWords } from '../modules/strategy/measures/heartbeat.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';
import { consumers } from './domain-events.ts';

const FOLDER = 'var/test/agenda';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, signIn, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;
const LEEZEN = '010605053053';
const DESK = `/rathaus/${LEEZEN}/agenda`;
let leezen: Browser;
let personId: string;

const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const read = (path: string) => textOf(newBrowser().ask(path));
const grant = async (browser: Browser, organisation: string, mail: string, role: string): Promise<string> => {
  const { rows } = await pool.query('select id from accounts.person where mail = $1', [mail]);
  await browser.post(`/rathaus/${organisation}/menschen/rolle`, { person: rows[0].id, role, step: 'grant' });
  return rows[0].id;
};
const deliver = () =>
  deliverEvents(platform, consumers, (_, error) => {
    throw error;
  });
const revisionOf = async (path: string) =>
  /name="revision" value="(\d+)"/.exec(await textOf(leezen.ask(path)))?.[1] ?? '';
/** One part of the form of a measure. */
const fill = async (at: string, section: string, typed: Record<string, string>) =>
  leezen.post(`${at}/${section}`, { revision: await revisionOf(`${at}/${section}`), ...typed });
const begin = async (title: string): Promise<string> =>
  ((await leezen.post(`${DESK}/massnahmen`, { title })).headers.get('location') ?? '').replace(
    /\/grund$/,
    '',
  );
const GROUND = {
  goal: 'Weniger Wege',
  state: 'running',
  'feld-administration': 'ja',
  leadRole: 'Bürgerbüro',
};

before(async () => {
  leezen = await administrate('01060053', 'anna@leezen.example');
  personId = await grant(leezen, LEEZEN, 'anna@leezen.example', 'digitalOfficer');
});

test('vision, period, own fields and goals are kept; what is wrong is said and nothing lost', async () => {
  const revision = await revisionOf(`${DESK}/ziele`);
  const typed = {
    revision,
    vision: 'Alle erreichen alles.',
    fromYear: '2027',
    toYear: '2040',
    ownFields: 'Feuerwehr',
  };
  const refused = await leezen.post(`${DESK}/ziele`, typed);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Zeitraum von 2 bis 10 Jahren[\s\S]*Alle erreichen alles/);
  assert.equal((await leezen.post(`${DESK}/ziele`, { ...typed, toYear: '2031' })).status, 303);
  assert.match(
    await textOf(leezen.post(`${DESK}/ziele`, { ...typed, toYear: '2031' })),
    /inzwischen geändert/,
  );
  const goal = {
    title: 'Anträge ohne Weg ins Amt',
    text: 'Acht von zehn kommen über das Netz.',
    field: 'administration',
  };
  assert.equal((await leezen.post(`${DESK}/ziele/neu`, { ...goal, title: '' })).status, 422);
  assert.equal((await leezen.post(`${DESK}/ziele/neu`, goal)).status, 303);
  assert.match(await textOf(leezen.ask(`${DESK}/ziele`)), /Anträge ohne Weg ins Amt[\s\S]*eigen-1/);
});

test('a measure grows part by part, and each part is taken whole or not at all', async () => {
  const at = await begin('Anträge online');
  const noField = await fill(at, 'grund', { title: 'Anträge online', state: 'running' });
  assert.equal(noField.status, 422);
  assert.match(await noField.text(), /Verwaltung: fehlt|fehlt/);
  const goalId = /ziel-([0-9a-f-]{36})/.exec(await textOf(leezen.ask(`${at}/grund`)))?.[1] ?? '';
  const ground = {
    ...GROUND,
    title: 'Anträge online',
    lead: personId,
    isPublic: 'ja',
    [`ziel-${goalId}`]: 'ja',
  };
  assert.equal((await fill(at, 'grund', ground)).status, 303);
  const wrong = await fill(at, 'geld', { 'once-2027': 'viel' });
  assert.match(await wrong.text(), /einmalig \(€\): ist keine Zahl/);
  await fill(at, 'geld', { 'once-2027': '12.500', 'running-2028': '900', 'staff-2027': '0,2', benefit: '4' });
  await fill(at, 'ablauf', {
    begins: '2027-03',
    ends: '2028-02',
    'stone-0': 'Vergabe',
    'due-0': '2026-11-01',
  });
  await fill(at, 'wirkung', {
    'name-0': 'Anträge im Netz',
    'unit-0': '%',
    'before-0': '10',
    'target-0': '80',
  });
  const outOfOrder = await fill(at, 'ablauf', { begins: '2028-03', ends: '2027-02' });
  assert.match(await outOfOrder.text(), /liegt vor dem Beginn/);
  const sheet = await textOf(leezen.ask(at));
  for (const part of [
    'Zusammen 13.400 € und 0,2 Jahre Arbeitszeit',
    'Vergabe: überfällig seit 01.11.2026',
    'Anträge im Netz: vorher 10 %, noch nicht gemessen, Ziel 80 %',
    'ab 03/2027 bis 02/2028',
    'lebt',
  ])
    assert.ok(sheet.includes(part), part);
  assert.match(
    await textOf(leezen.ask(DESK)),
    /1 Maßnahmen bewegen sich, 0 verstummen oder haben niemanden, 1 Meilensteine sind überfällig/,
  );
});

test('published it is read by everybody, from the promise to the effect, without names; a version stays', async () => {
  assert.equal((await newBrowser().ask('/agenda/leezen-01060053')).status, 404);
  await leezen.post(`${DESK}/veroeffentlichen`);
  const agenda = await read('/agenda/leezen-01060053');
  assert.match(agenda, /Digitalagenda Leezen[\s\S]*2027 bis 2031[\s\S]*Alle erreichen alles/);
  const [measure = ''] = /\/agenda\/massnahme\/[0-9a-f-]{36}/.exec(agenda) ?? [];
  const page = await read(measure);
  assert.match(page, /Bürgerbüro[\s\S]*Ein Beschluss|Beschluss/);
  assert.doesNotMatch(page, /anna@/);
  await leezen.post(`${DESK}/ziele/neu`, { title: 'Zweites Ziel', field: 'eigen-1', text: '' });
  await leezen.post(`${DESK}/veroeffentlichen`);
  assert.match(await read('/agenda/leezen-01060053'), /Zweites Ziel[\s\S]*Feuerwehr/);
  const first = await read('/agenda/leezen-01060053/1');
  assert.match(first, /nicht die neueste Fassung/);
  assert.doesNotMatch(first, /Zweites Ziel/);
  await assert.rejects(pool.query("update strategy.agenda_version set content = '{}'"), /does not change/);
  assert.match(await read('/agenda'), /eine öffentliche Agenda[\s\S]*Leezen/);
});

test('who leads is asked by mail, answers with one click without signing in, and a prefetch says nothing', async () => {
  await pool.query("update strategy.measure set created_at = '2026-10-01', confirmed_at = null");
  assert.deepEqual(await askForWords(platform), { asked: 1, handedOver: 0 });
  assert.deepEqual(await askForWords(platform), { asked: 0, handedOver: 0 });
  const { rows } = await pool.query(
    "select path from accounts.notice where topic = 'agenda' and path like '/agenda/%'",
  );
  const path = rows[0].path as string;
  assert.match(await read(path), /Wie steht es um „Anträge online“[\s\S]*Überfällig: Vergabe/);
  const confirmed = async () =>
    (await pool.query('select confirmed_at from strategy.measure')).rows[0].confirmed_at;
  assert.equal(await confirmed(), null);
  const indicator = (
    await pool.query("select facts -> 'indicators' -> 0 ->> 'id' as id from strategy.measure")
  ).rows[0].id;
  const answer = await newBrowser().post(path, {
    state: 'running',
    text: 'Läuft gut.',
    [`wert-${indicator}`]: '34,5',
  });
  assert.equal(answer.status, 303);
  assert.notEqual(await confirmed(), null);
  const [measure = ''] =
    /\/agenda\/massnahme\/[0-9a-f-]{36}/.exec(await read('/agenda/leezen-01060053')) ?? [];
  assert.match(await read(measure), /zuletzt 34,5 % \(22\.11\.2026\)[\s\S]*läuft[\s\S]*Läuft gut\./);
  assert.equal((await newBrowser().ask(`/agenda/bestaetigen/${'x'.repeat(43)}`)).status, 404);
});

test('who holds no role any more leads no longer, and the digital officers are told', async () => {
  await signIn('gone@leezen.example');
  await pool.query(
    "update strategy.measure set lead_id = (select id from accounts.person where mail = 'gone@leezen.example')",
  );
  const { handedOver } = await askForWords(platform);
  assert.equal(handedOver, 1);
  const { rows } = await pool.query('select lead_id from strategy.measure');
  assert.equal(rows[0].lead_id, null);
  assert.match(await textOf(leezen.ask(DESK)), /niemand verantwortlich/);
  const notices = await pool.query(
    "select subject from accounts.notice where subject like 'Wer leitet jetzt%'",
  );
  assert.equal(notices.rows.length, 1);
});

test('what is reused from the library becomes an idea with its costs; its word comes back to the entry', async () => {
  const karlsruhe = await administrate('08212000', 'ben@karlsruhe.example');
  await grant(karlsruhe, '082120000000', 'ben@karlsruhe.example', 'digitalOfficer');
  const at =
    (await karlsruhe.post('/rathaus/082120000000/wissen', { art: 'caseStudy' })).headers.get('location') ??
    '';
  await karlsruhe.post(at, { ...aCaseStudy({ title: 'Pegel', before: '2 zu spät' }), revision: '1' });
  await karlsruhe.post(`${at}/veroeffentlichen`);
  const entry = at.split('/').at(-1) ?? '';
  await leezen.post(`/rathaus/${LEEZEN}/nachnutzung`, { eintrag: entry, genannt: 'ja' });
  await deliver();
  await deliver();
  const { rows } = await pool.query(
    "select id, facts from strategy.measure where facts ->> 'title' = 'Pegel'",
  );
  assert.equal(rows.length, 1);
  assert.equal(rows[0].facts.years[0].year, 2027);
  assert.ok(rows[0].facts.years[0].once > 0 && rows[0].facts.years[0].once < 12_500);
  const sheet = `${DESK}/massnahmen/${rows[0].id}`;
  assert.match(await textOf(leezen.ask(sheet)), /Denselben Fehler vermeiden: Der erste Sensor/);
  await leezen.post(`${sheet}/stand`, { state: 'done', text: 'Drei Pegel stehen.' });
  await deliver();
  assert.match(await read(`/netzwerk/eintrag/${entry}`), /Leezen: abgeschlossen[\s\S]*Drei Pegel stehen/);
});

test('a measure is handed on to the library as a draft with its figures, and its entry lives as long as it does', async () => {
  const list = await textOf(leezen.ask(DESK));
  const at = /href="([^"]*massnahmen\/[0-9a-f-]{36})"[^>]*>\s*Anträge online/.exec(list)?.[1] ?? '';
  await leezen.post(`${at}/weitergeben`);
  await leezen.post(`${at}/weitergeben`);
  await deliver();
  const { rows } = await pool.query(
    "select id, parts from knowledge.entry where parts ->> 'title' = 'Anträge online'",
  );
  assert.equal(rows.length, 1);
  assert.equal(rows[0].parts.after, 'Anträge im Netz: 34,5 % (2026-11-22)');
  const draft = `/rathaus/${LEEZEN}/wissen/${rows[0].id}`;
  const rest = { failed: 'Die erste Maske fragte zu viel.', licence: 'CC-BY-4.0', legalBasis: 'OZG' };
  await leezen.post(draft, { ...rows[0].parts, ...rest, revision: '1' });
  assert.equal((await leezen.post(`${draft}/veroeffentlichen`)).status, 303);
  await leezen.post(`${at}/stand`, { state: 'running', text: 'Jetzt mit Bezahlung.' });
  await deliver();
  const entry = `/netzwerk/eintrag/${rows[0].id}`;
  assert.match(await read(entry), /Stand: läuft, zuletzt gemeldet am 22\.11\.2026[\s\S]*Jetzt mit Bezahlung/);
  await pool.query("update knowledge.living set told_at = '2026-07-01'");
  assert.match(await read(entry), /Seit dem 01\.07\.2026 kommt kein Lebenszeichen mehr/);
});

test('another town begins with its goals, not with its measures; a district sees what its towns do', async () => {
  const there = '/rathaus/082120000000/agenda';
  const browser = await signIn('ben@karlsruhe.example');
  const copied = await browser.post(`${there}/ziele/uebernehmen`, { von: LEEZEN });
  assert.match(copied.headers.get('location') ?? '', /erledigt=uebernommen/);
  await browser.post(`${there}/ziele/uebernehmen`, { von: LEEZEN });
  const goals = await pool.query(
    "select title, field from strategy.goal where ars = '082120000000' order by position",
  );
  assert.deepEqual(
    goals.rows.map(({ title }) => title),
    ['Anträge ohne Weg ins Amt', 'Zweites Ziel'],
  );
  assert.equal(goals.rows[1].field, 'Feuerwehr');
  assert.equal((await leezen.ask(`${DESK}/ueberblick`)).status, 404);
  const district = await administrate('01060', 'dirk@kreis.example');
  const { rows } = await pool.query("select id from accounts.person where mail = 'dirk@kreis.example'");
  await district.post('/rathaus/01060/menschen/rolle', {
    person: rows[0].id,
    role: 'digitalOfficer',
    step: 'grant',
  });
  assert.match(
    await textOf(district.ask('/rathaus/01060/agenda/ueberblick')),
    /haben 1 hier eine öffentliche Agenda[\s\S]*Leezen/,
  );
});

test('who may look only sees, and says nothing of measures that others lead', async () => {
  const editor = newBrowser();
  const list = await editor.ask(DESK);
  assert.equal(list.status, 303);
  assert.equal(
    (
      await leezen.post(`${DESK}/massnahmen/${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}/stand`, {
        state: 'done',
      })
    ).status,
    404,
  );
});
