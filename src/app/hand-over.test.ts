import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parseConfig } from '../foundation/config/config.ts';
import { createLog } from '../foundation/log/log.ts';
import {
  makeCertificate,
  openMailOf,
} from '../modules/public-services/hand-over/mail/certificate.builder.ts';
import { seedForms } from '../modules/public-services/index.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';
import { backgroundWork } from './work.ts';

const FOLDER = 'var/test/hand-over';
rmSync(FOLDER, { recursive: true, force: true });
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const desk = await startDesk(FOLDER);
const { platform, administrate, newBrowser, signIn } = desk;
const { pool } = platform.connection;

const LEEZEN = '010605053053';
const FORM = 'bewohnerparkausweis';
const CANARY = 'Kanarienvogelweg';
const at = (path: string) => `/rathaus/${LEEZEN}${path}`;
const office = makeCertificate();
const lines: string[] = [];
/** @param clock of the house while it works; the desk stands still. */
const work = async (clock = platform.clock) => {
  const log = createLog('debug', (line) => lines.push(line));
  const config = parseConfig({ ALLMENDE_DIR: FOLDER });
  const jobs = backgroundWork({ ...platform, clock }, config, desk.places, log);
  return jobs.find(({ name }) => name === 'application-deliveries')?.run({}, async () => undefined);
};

let anna: Browser;
before(async () => {
  await seedForms(platform);
  anna = await administrate('01060053', 'anna@leezen.example');
  const { rows } = await pool.query(`select id from accounts.person where mail = 'anna@leezen.example'`);
  await anna.post(at('/menschen/rolle'), { person: rows[0].id, role: 'caseWorker', step: 'grant' });
});

const choose = (fields: Record<string, string>, certificate = ''): Promise<Response> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('zertifikat', new File([certificate], 'amt.pem'));
  return anna.post(at('/uebergabe'), form);
};
const page = async (path: string, browser = anna): Promise<string> => (await browser.ask(path)).text();

const send = async (): Promise<{ id: string; number: string }> => {
  const browser = newBrowser();
  const draft = (await browser.post(`/antrag/${LEEZEN}/${FORM}`)).headers.get('location') ?? '';
  const person = { name: 'Anna Muster', street: CANARY, houseNumber: '3', postcode: '23816' };
  const pages = {
    person,
    vehicle: { plate: 'se-ab 12', isOwnVehicle: 'ja' },
    evidence: {},
    end: { isTrue: 'ja' },
  };
  for (const [step, typed] of Object.entries(pages)) await browser.post(`${draft}/seite/${step}`, typed);
  assert.equal((await browser.post(`${draft}/absenden`)).status, 303);
  const { rows } = await pool.query(
    "select id, receipt_number from public_services.application where state <> 'draft' order by id desc limit 1",
  );
  return { id: rows[0].id, number: rows[0].receipt_number };
};

test('who administrates sees where applications go: into the inbox', async () => {
  const text = await page(at('/uebergabe'));
  assert.match(
    text,
    /alle Formulare[\s\S]*nur Posteingang hier[\s\S]*Bewohnerparkausweis[\s\S]*wie für alle/,
  );
  assert.match(text, /FIT-Connect noch nicht eingerichtet/);
  assert.match(await page(`/en${at('/uebergabe')}`), /Where applications go[\s\S]*inbox here only/);
});

test('what is wrong is named beside its field, what was typed stays, and nothing is chosen', async () => {
  const mail = 'amt@leezen.example';
  const wrong: [fields: Record<string, string>, certificate: string, said: RegExp][] = [
    [{ formular: '', weg: 'mail', mail }, '', /Unverschlüsselt schicken wir keine Anträge/],
    [{ formular: '', weg: 'mail', mail }, office.privateKey, /geheimen Schlüssel/],
    [{ formular: '', weg: 'mail', mail: 'amt' }, office.certificate, /href="#mail"[\s\S]*value="amt"/],
    [{ formular: 'gibt-es-nicht', weg: 'mail', mail }, office.certificate, /href="#formular"/],
    [{ formular: '', weg: 'fax' }, '', /href="#weg"/],
    [{ formular: '', weg: 'asTown' }, '', /href="#weg"/],
    [
      { formular: '', weg: 'fitConnect', schema: 'x', zustellpunkt: 'y' },
      '',
      /#weg[\s\S]*#zustellpunkt[\s\S]*#schema/,
    ],
  ];
  for (const [fields, certificate, said] of wrong) {
    const answer = await choose(fields, certificate);
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(await answer.text(), said);
  }
  assert.equal((await pool.query('select from public_services.delivery_choice')).rowCount, 0);
});

test('a town sends one form by mail: from the desk to the office, and never in clear', async () => {
  assert.equal(
    (await choose({ formular: FORM, weg: 'mail', mail: 'amt@leezen.example' }, office.certificate)).status,
    303,
  );
  assert.match(
    await page(at('/uebergabe?gespeichert')),
    /Gespeichert[\s\S]*Zertifikat von CN=Ordnungsamt Leezen/,
  );
  assert.match(await page(at('/protokoll')), /Weg der Anträge gewählt/);
  const { id, number } = await send();
  assert.match(await page(at(`/antraege/${id}`)), /E-Mail, verschlüsselt: wartet/);
  assert.deepEqual(await work(), { delivered: 1, refused: 0, followed: 0 });
  const folder = join(FOLDER, 'mail');
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  const opened = openMailOf(readFileSync(join(folder, file)), office).toString('latin1');
  const [, json = ''] = /filename=antrag-[^\r]*\.json[\s\S]*?\r\n\r\n([\s\S]*?)--/.exec(opened) ?? [];
  assert.equal(JSON.parse(Buffer.from(json, 'base64').toString()).answers.street, CANARY);
  assert.match(await page(at(`/antraege/${id}`)), /E-Mail, verschlüsselt: übergeben/);
  assert.match(await page(at('/antraege/uebergaben')), new RegExp(`${number}[\\s\\S]*übergeben`));
  assert.match(
    await page(at('/antraege')),
    new RegExp(`${number}[\\s\\S]*href="${at('/antraege/uebergaben')}"`),
  );
});

test('the address changes, the certificate stays; a form goes back to the choice of the town', async () => {
  const shown = await page(at(`/uebergabe?formular=${FORM}`));
  assert.match(shown, /value="amt@leezen.example"/);
  assert.equal((await choose({ formular: FORM, weg: 'mail', mail: 'neu@leezen.example' })).status, 303);
  assert.match(await page(at('/uebergabe')), /neu@leezen\.example, Zertifikat von CN=Ordnungsamt Leezen/);
  assert.equal((await choose({ formular: FORM, weg: 'asTown' })).status, 303);
  assert.equal((await pool.query('select from public_services.delivery_choice')).rowCount, 0);
});

test('a certificate that ran out: the application stays, is tried again by hand, the administrator knows', async () => {
  await choose({ formular: '', weg: 'mail', mail: 'amt@leezen.example' }, office.certificate);
  const { id, number } = await send();
  assert.deepEqual(await work(() => new Date('2027-01-10T11:00:00Z')), {
    delivered: 0,
    refused: 1,
    followed: 0,
  });
  const failed = await page(at('/antraege/uebergaben'));
  assert.match(
    failed,
    new RegExp(`${number}[\\s\\S]*gescheitert \\(1 Versuch\\)[\\s\\S]*Zertifikat der Stelle`),
  );
  assert.match(
    await page('/konto/nachrichten'),
    new RegExp(`Antrag ${number} konnte nicht übergeben werden`),
  );
  assert.match(await page(at(`/antraege/${id}`)), new RegExp(CANARY));
  const again = at(`/antraege/${id}/uebergabe`);
  assert.match(failed, new RegExp(`action="${again}"`));
  assert.equal((await anna.post(again)).headers.get('location'), `${at('/antraege/uebergaben')}?erledigt=ja`);
  assert.deepEqual(await work(), { delivered: 1, refused: 0, followed: 0 });
  assert.match((await anna.post(again)).headers.get('location') ?? '', /erledigt=nein/);
  assert.equal((await anna.post(at(`/antraege/${LEEZEN}/uebergabe`))).status, 404);
});

test('who only works on applications chooses nothing, and a stranger finds nothing', async () => {
  await anna.post(at('/menschen/einladen'), { mail: 'wanda@leezen.example', role: 'caseWorker' });
  const wanda = await signIn('wanda@leezen.example');
  await pool.query(`
    insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
    select '${LEEZEN}', '${LEEZEN}', id, 'caseWorker', now() from accounts.person where mail = 'wanda@leezen.example'`);
  assert.equal((await wanda.ask(at('/uebergabe'))).status, 403);
  assert.equal((await wanda.post(at('/uebergabe'))).status, 403);
  assert.equal((await wanda.ask(at('/antraege/uebergaben'))).status, 200);
  const eve = await administrate('08212000', 'eve@karlsruhe.example');
  for (const path of ['/uebergabe', '/antraege/uebergaben'])
    assert.equal((await eve.ask(at(path))).status, 404);
});

test('the canary is nowhere: not in a row, a file, a line of the log', async () => {
  const { rows: tables } = await pool.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`);
  let rows = 0;
  for (const { name } of tables) {
    const found = await pool.query(`select t::text as row from ${name} t`);
    rows += found.rows.length;
    for (const { row } of found.rows) assert.doesNotMatch(row, /Kanarienvogel/i, name);
  }
  assert.ok(tables.length > 40 && rows > 1_000, `${tables.length} tables, ${rows} rows`);
  const files = readdirSync(join(FOLDER, 'mail')).map((name) => readFileSync(join(FOLDER, 'mail', name)));
  assert.ok(files.length >= 4);
  // Base64 hides a word from a search, unless it is undone.
  for (const file of files) {
    const text = file.toString('latin1');
    const body = Buffer.from(text.slice(text.indexOf('\r\n\r\n')), 'base64').toString('latin1');
    assert.doesNotMatch(text + body, /Kanarienvogel/i);
  }
  assert.doesNotMatch(lines.join(''), /Kanarienvogel/i);
});
