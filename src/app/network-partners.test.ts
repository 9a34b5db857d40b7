import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { aCaseStudy, aStoppedProject } from '../modules/knowledge/library/entry.builder.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/network-partners';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, signIn, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;

const LEEZEN = '010605053053';
const KARLSRUHE = '082120000000';
const FIRM = '0193b7a0-0000-7000-8000-0000000000f1';
const DESK = `/rathaus/${FIRM}/partner`;
let leezen: Browser;
let karlsruhe: Browser;
let firm: Browser;
let named: string;
let unnamed: string;
let stopped: string;

const personOf = async (mail: string): Promise<string> =>
  (await pool.query('select id from accounts.person where mail = $1', [mail])).rows[0].id;
const grant = async (browser: Browser, ars: string, mail: string) =>
  browser.post(`/rathaus/${ars}/menschen/rolle`, {
    person: await personOf(mail),
    role: 'digitalOfficer',
    step: 'grant',
  });
const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const mainOf = async (path: string) =>
  /<main[\s\S]*<\/main>/.exec(await textOf(newBrowser().ask(path)))?.[0] ?? '';

/** A published entry of Leezen. @returns its id. */
const publish = async (kind: string, parts: Record<string, string>): Promise<string> => {
  const created = await leezen.post(`/rathaus/${LEEZEN}/wissen`, { art: kind });
  const at = created.headers.get('location') ?? '';
  await leezen.post(at, { ...parts, revision: '1' });
  assert.equal((await leezen.post(`${at}/veroeffentlichen`)).status, 303);
  return at.split('/').at(-1) ?? '';
};

before(async () => {
  leezen = await administrate('01060053', 'anna@leezen.example');
  karlsruhe = await administrate('08212000', 'eve@karlsruhe.example');
  await grant(leezen, LEEZEN, 'anna@leezen.example');
  await grant(karlsruhe, KARLSRUHE, 'eve@karlsruhe.example');
  named = await publish('caseStudy', aCaseStudy({ partners: 'Feuerwehr, Sensorbau Nord' }));
  unnamed = await publish('caseStudy', aCaseStudy({ title: 'Ohne Firma' }));
  stopped = await publish('stopped', aStoppedProject());
  firm = await signIn('chef@sensorbau.example');
  await pool.query(
    "insert into accounts.organisation (ars, id, kind, name, created_at) values ($1, $2, 'firm', 'Sensorbau Nord GmbH', now())",
    [LEEZEN, FIRM],
  );
  await pool.query(
    "insert into accounts.role (ars, organisation_id, person_id, role, granted_at) values ($1, $2, $3, 'editor', now())",
    [LEEZEN, FIRM, await personOf('chef@sensorbau.example')],
  );
});

const RIGHT = {
  art: 'firm',
  angebot: 'Wir bauen Messstellen an Bächen und schulen den Bauhof.',
  'feld-environment': 'ja',
  rat: 'ja',
  zeigen: 'ja',
};

test('advertising is refused with what was found, and nothing is stored', async () => {
  const refused = await firm.post(DESK, { ...RIGHT, angebot: 'Der führende Anbieter. Ab 99 € im Monat.' });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /»99 €« ist ein Preis[\s\S]*Der führende Anbieter/);
  assert.equal((await pool.query('select from knowledge.partner')).rowCount, 0);
  assert.match(await mainOf('/netzwerk/partner'), /Hier steht noch niemand/);
});

test('a partner is shown under its fields; hidden, it is shown nowhere', async () => {
  assert.equal((await firm.post(DESK, RIGHT)).status, 303);
  assert.match(await mainOf('/netzwerk/partner?feld=environment'), /Sensorbau Nord GmbH[\s\S]*Messstellen/);
  assert.doesNotMatch(await mainOf('/netzwerk/partner?feld=culture'), /Sensorbau/);
  const { zeigen: _, ...hidden } = RIGHT;
  await firm.post(DESK, hidden);
  assert.doesNotMatch(await mainOf('/netzwerk/partner'), /Sensorbau/);
  assert.doesNotMatch(await textOf(newBrowser().ask('/netzwerk/partner.json')), /Sensorbau/);
  await firm.post(DESK, RIGHT);
});

test('a reference counts when the entry names the partner and its town says yes; else it does not', async () => {
  for (const entry of [named, unnamed])
    assert.equal(
      (await firm.post(`${DESK}/nachweise`, { eintrag: `http://a.example/netzwerk/eintrag/${entry}/1` }))
        .status,
      303,
    );
  assert.match(await mainOf('/netzwerk/partner'), /nicht bestätigt: die Gemeinde hat noch nicht geantwortet/);
  const confirm = (browser: Browser, ars: string, entry: string) =>
    browser.post(`/rathaus/${ars}/partner/bestaetigen/${entry}/${FIRM}`, { antwort: 'confirmed' });
  assert.equal((await confirm(karlsruhe, KARLSRUHE, named)).status, 404);
  assert.match(
    await textOf(leezen.ask(`/rathaus/${LEEZEN}/partner`)),
    /Sensorbau Nord GmbH: Wasserstände im Bach/,
  );
  for (const entry of [named, unnamed]) assert.equal((await confirm(leezen, LEEZEN, entry)).status, 303);
  const json = JSON.parse(await textOf(newBrowser().ask('/netzwerk/partner.json'))) as {
    partners: { references: { title: string; state: string }[] }[];
  };
  assert.deepEqual(
    json.partners[0]?.references.map(({ title, state }) => [title, state]),
    [
      ['Wasserstände im Bach', 'confirmed'],
      ['Ohne Firma', 'not-named'],
    ],
  );
  const { rows } = await pool.query(
    "select path from accounts.notice where topic = 'network' and subject like '%beruft sich%'",
  );
  assert.deepEqual(rows[0]?.path, `/rathaus/${LEEZEN}/partner`);
});

test('a stopped project is no reference: its town would be told', async () => {
  const refused = await firm.post(`${DESK}/nachweise`, { eintrag: stopped });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /kein öffentlicher Eintrag/);
});

test('who opted in for the field is asked for advice, and answers; a firm does not ask', async () => {
  const question = { titel: 'Wer baut Messstellen?', frage: 'An drei Bächen.', feld: 'environment' };
  const asked = await karlsruhe.post(`/rathaus/${KARLSRUHE}/rat`, question);
  const at = asked.headers.get('location')?.split('?')[0] ?? '';
  assert.match(
    await textOf(karlsruhe.ask(at)),
    /Sensorbau Nord GmbH[\s\S]*Partner, der zu diesem Handlungsfeld/,
  );
  const there = `/rathaus/${FIRM}/rat/${at.split('/').at(-1)}`;
  assert.equal((await firm.post(`${there}/anbieten`, { weg: 'answer', text: 'Wir.' })).status, 303);
  assert.equal((await firm.ask(`/rathaus/${FIRM}/rat/neu`)).status, 404);
  assert.equal((await firm.post(`/rathaus/${FIRM}/rat`, question)).status, 404);
});
