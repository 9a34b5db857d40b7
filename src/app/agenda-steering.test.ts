import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/agenda-steering';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, signIn, grant } = await startDesk(FOLDER);

const LEEZEN = '010605053053';
const AT = `/rathaus/${LEEZEN}/agenda`;
let officer: Browser;
let clerk: Browser;

before(async () => {
  officer = await administrate('01060053', 'anna@leezen.example');
  await grant(LEEZEN, 'anna@leezen.example', 'digitalOfficer');
  clerk = await signIn('dora@leezen.example');
  await grant(LEEZEN, 'dora@leezen.example', 'caseWorker');
});

const page = async (answer: Response | Promise<Response>): Promise<string> => (await answer).text();
const idIn = (text: string, path: string): string =>
  new RegExp(`${path}/([0-9a-f-]{36})"`).exec(text)?.[1] ?? assert.fail(`no ${path} in the page`);
/** What is typed into the form of a new record carries that behind its names. */
const typed = (form: string, values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${name}-neu-${form}`, value]));

test('a decision stands with its day, its reason and its meeting; without a reason it is refused and nothing typed is lost', async () => {
  const meeting = {
    heldOn: '2026-11-02',
    title: 'Herbstsitzung',
    present: 'Bürgermeisteramt',
    minutes: 'Erstens.\n\nZweitens.',
  };
  assert.equal(
    (await officer.post(`${AT}/steuerung/sitzungen`, typed('steuerung-sitzungen', meeting))).status,
    303,
  );
  const meetingId = idIn(await page(officer.ask(`${AT}/steuerung`)), 'steuerung/sitzungen');
  const decision = { decidedOn: '2026-11-02', text: 'Zuerst das Bürgerbüro', reason: '', meetingId };
  const refused = await officer.post(
    `${AT}/steuerung/entscheidungen`,
    typed('steuerung-entscheidungen', decision),
  );
  assert.equal(refused.status, 422);
  assert.match(await page(refused), /Bitte füllen Sie dieses Feld aus[\s\S]*Zuerst das Bürgerbüro/);
  await officer.post(
    `${AT}/steuerung/entscheidungen`,
    typed('steuerung-entscheidungen', { ...decision, reason: 'Dort warten die meisten.' }),
  );
  const shown = await page(clerk.ask(`${AT}/steuerung`));
  assert.match(
    shown,
    /Zuerst das Bürgerbüro[\s\S]*02\.11\.2026: Herbstsitzung[\s\S]*Grund: Dort warten die meisten/,
  );
  assert.doesNotMatch(shown, /Entscheidung eintragen/);
  const pdf = Buffer.from(
    await (await clerk.ask(`${AT}/steuerung/sitzungen/${meetingId}/protokoll.pdf`)).arrayBuffer(),
  );
  assert.ok(pdf.includes('/StructTreeRoot'));
  assert.equal((await clerk.post(`${AT}/steuerung/sitzungen/${meetingId}/loeschen`, {})).status, 403);
  await officer.post(`${AT}/steuerung/sitzungen/${meetingId}/loeschen`, {});
  assert.match(await page(officer.ask(`${AT}/steuerung`)), /Zuerst das Bürgerbüro/);
});

test('what is wanted meets what colleagues offer; nobody changes the offer of another one', async () => {
  await officer.post(
    `${AT}/mitarbeit/gesucht`,
    typed('mitarbeit-gesucht', { topic: 'Barrierefreie Dokumente' }),
  );
  assert.match(await page(officer.ask(`${AT}/mitarbeit`)), /Das bietet hier noch niemand an/);
  await clerk.post(`${AT}/mitarbeit/angeboten`, typed('mitarbeit-angeboten', { topic: 'Dokumente prüfen' }));
  const shown = await page(officer.ask(`${AT}/mitarbeit`));
  assert.match(shown, /Das könnte: dora@leezen\.example/);
  const id = idIn(await page(clerk.ask(`${AT}/mitarbeit`)), 'angeboten');
  await officer.post(`${AT}/mitarbeit/angeboten/${id}/loeschen`, {});
  await officer.post(`${AT}/mitarbeit/angeboten/${id}`, { [`topic-${id}`]: 'Anderes' });
  assert.match(await page(officer.ask(`${AT}/mitarbeit`)), /Dokumente prüfen/);
  await clerk.post(`${AT}/mitarbeit/angeboten/${id}/loeschen`, {});
  assert.doesNotMatch(await page(officer.ask(`${AT}/mitarbeit`)), /Dokumente prüfen/);
});

test('of two who want the last seat of a training one gets it', async () => {
  const training = { title: 'PDF für alle', topic: 'Dokumente', heldOn: '2026-12-10', seats: '1' };
  await officer.post(`${AT}/mitarbeit/schulungen`, typed('mitarbeit-schulungen', training));
  const id = idIn(await page(officer.ask(`${AT}/mitarbeit`)), 'schulungen');
  const at = `${AT}/mitarbeit/schulungen/${id}`;
  const answers = await Promise.all([officer, clerk].map((one) => one.post(`${at}/teilnehmen`, {})));
  const led = answers.map((one) => one.headers.get('location')?.split('=')[1]).toSorted();
  assert.deepEqual(led, ['gespeichert', 'voll']);
  assert.match(await page(officer.ask(`${AT}/mitarbeit`)), /1 von 1 Plätzen belegt/);
  await Promise.all([officer, clerk].map((one) => one.post(`${at}/absagen`, {})));
  const { rows } = await platform.connection.pool.query('select from strategy.training_seat');
  assert.equal(rows.length, 0);
});

test('emergency sheets: the most urgent first, what is missing is named, all on paper', async () => {
  const add = (service: string, tolerableHours: string, more = {}) =>
    officer.post(`${AT}/notfall/blaetter`, typed('notfall-blaetter', { service, tolerableHours, ...more }));
  assert.equal((await add('Sterbefall', 'bald')).status, 422);
  await add('Wohngeld', '336');
  await add('Sterbefall', '24', { decides: 'Standesamt, Telefon 1', triedOn: '2026-05-01' });
  const shown = await page(clerk.ask(`${AT}/notfall`));
  assert.match(
    shown,
    /Sterbefall[\s\S]*höchstens 24 Stunden[\s\S]*geübt am 01\.05\.2026[\s\S]*Wohngeld[\s\S]*noch nie/,
  );
  assert.match(shown, /fehlt: Wie geht es von Hand weiter/);
  const pdf = Buffer.from(await (await clerk.ask(`${AT}/notfall.pdf`)).arrayBuffer());
  assert.ok(pdf.includes('/StructTreeRoot'));
});

test('a strategy is read from a file at the desk; read again nothing doubles, and nonsense is refused', async () => {
  const send = (name: string, text: string) => {
    const body = new FormData();
    body.set('datei', new File([text], name));
    return officer.post(`${AT}/einlesen`, body);
  };
  const csv =
    'art;titel;handlungsfeld\nZiel;Kurze Wege;Mobilität\nMaßnahme;Radweg am See;Mobilität\nUnsinn;x;y';
  assert.match(
    await page(send('plan.csv', csv)),
    /Neue Ziele: 1\. Neue Ideen: 1\. Schon da: 0[\s\S]*Nicht gelesen/,
  );
  assert.match(await page(send('plan.csv', csv)), /Neue Ziele: 0\. Neue Ideen: 0\. Schon da: 2/);
  assert.equal((await send('plan.csv', 'a;b')).status, 422);
  assert.equal((await officer.post(`${AT}/einlesen`, new FormData())).status, 422);
  const { rows } = await platform.connection.pool.query(
    `select count(*)::int as acts from accounts.audit_entry where act = 'write-agenda' and person_id is not null`,
  );
  assert.ok(rows[0].acts > 0);
});

test('the form of a Land is answered by the same statements, in each of its towns; an unknown statement is refused', async () => {
  const form = (lines: string) =>
    typed('selbstcheck-raster-boegen', { title: 'Bogen 2026', source: 'Land', lines });
  const at = `${AT}/selbstcheck`;
  assert.equal((await officer.post(`${at}/raster/boegen`, form('Frage 1 = gibt-es-nicht'))).status, 422);
  assert.equal(
    (await officer.post(`${at}/raster/boegen`, form('1. Führung = lead-owner, admin-online'))).status,
    303,
  );
  await officer.post(at, {
    'heute-lead-owner': '1',
    'ziel-lead-owner': '3',
    'heute-admin-online': '2',
    'ziel-admin-online': '3',
  });
  const { pool } = platform.connection;
  // As its Land would have entered it.
  await pool.query(
    `insert into accounts.organisation (ars, id, kind, name, created_at) values ('01', '01', 'state', 'Land', now())`,
  );
  await pool.query(
    `insert into strategy.agenda (ars, from_year, to_year, changed_at) values ('01', 2027, 2031, now())`,
  );
  await pool.query(`update strategy.own_frame set ars = '01'`);
  assert.match(await page(officer.ask(`${at}/ergebnis`)), /Bogen 2026: 1\. Führung<\/td><td[^>]*>1,5</);
});
