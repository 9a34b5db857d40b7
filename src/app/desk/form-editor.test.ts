import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { type Browser, startDesk } from './desk.builder.ts';

const FOLDER = 'var/test/form-editor';
rmSync(FOLDER, { recursive: true, force: true });
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;

const LEEZEN = '010605053053';
const AT = `/rathaus/${LEEZEN}/formulare`;
const DOG = `${AT}/hund-anmelden`;

const editorOf = async (key: string, ars: string, mail: string): Promise<Browser> => {
  const browser = await administrate(key, mail);
  const { rows } = await pool.query('select id from accounts.person where mail = $1', [mail]);
  await browser.post(`/rathaus/${ars}/menschen/rolle`, { person: rows[0].id, role: 'editor', step: 'grant' });
  return browser;
};
const anna = await editorOf('01060053', LEEZEN, 'anna@leezen.example');

const read = async (path: string, browser = anna): Promise<string> => {
  const answer = await browser.ask(path);
  assert.equal(answer.status, 200, path);
  return answer.text();
};
const revision = async (form = DOG): Promise<string> =>
  /name="stand" value="(\d+)"/.exec(await read(`${form}/allgemein`))?.[1] ?? '';

/** Sends a page of the editor with the draft as it stands now. @returns where it leads. */
const save = async (path: string, typed: Record<string, string>, form = DOG): Promise<string> => {
  const answer = await anna.post(`${form}${path}`, { stand: await revision(form), ...typed });
  assert.equal(answer.status, 303, await answer.clone().text());
  return answer.headers.get('location') ?? '';
};

test('from nothing to a published form, without a technical word', async () => {
  assert.match(await read(AT), /noch keine Formulare/);
  const begun = await anna.post(AT, { titel: 'Hund anmelden' });
  assert.equal(begun.headers.get('location'), `${DOG}?erledigt=begun`);
  assert.match(await read(DOG), /Hier fehlt noch mindestens eine Frage/);
  assert.equal(await save('/seite', { titelDe: 'Ihr Hund', titelEn: 'Your dog' }), `${DOG}?erledigt=saved`);
  await save('/frage?seite=ihrHund', {
    art: 'choice',
    frageDe: 'Größe',
    antworten: 'klein | small\ngroß | large',
    pflicht: 'ja',
  });
  await save('/frage?seite=ihrHund', {
    art: 'text',
    frageDe: 'Rasse des großen Hundes',
    pflicht: 'ja',
    wenn1: 'groesse=gross',
  });
  await save('/frage?seite=ihrHund', { art: 'group', frageDe: 'Weitere Hunde', hoechstens: '3' });
  await save('/frage?seite=ihrHund&gruppe=weitereHunde', { art: 'text', frageDe: 'Name' });
  await save('/frage?seite=ihrHund', { art: 'declaration', frageDe: 'Alles stimmt' });
  await save('/unterschriften', { 'fuer-self': 'ja', 'fuer-child': 'ja' });
  await save('/gebuehren', {
    gebuehr: 'ja',
    fuer0De: 'Steuer im Jahr',
    betrag0: '90',
    'wenn0-1': 'groesse=gross',
  });
  await save('/allgemein', {
    titelDe: 'Hund anmelden',
    textDe: 'Für die Hundesteuer.',
    minuten: '5',
    werktage: '7',
    aufbewahren: '90',
    leistung: '99102009060000',
  });
  const page = await read(DOG);
  assert.match(page, /nur wenn: Größe – groß/);
  assert.match(page, /in sich stimmig/);
  assert.equal((await newBrowser().ask(`/antrag/${LEEZEN}/hund-anmelden`)).status, 404);
  assert.equal(await save('/veroeffentlichen', {}), `${DOG}?erledigt=published`);
  const start = await read(`/antrag/${LEEZEN}/hund-anmelden`, newBrowser());
  assert.match(start, /Für die Hundesteuer/);
  assert.match(await read(AT), /Fassung 1 vom/);
  const { rows } = await pool.query(
    `select act from accounts.audit_entry where record_type = 'form' order by seq desc limit 1`,
  );
  assert.equal(rows[0].act, 'publish-form');
});

test('trying it goes page by page with conditions and faults, and stores nothing', async () => {
  const before = await pool.query('select count(*) from public_services.application');
  const at = `${DOG}/ausprobieren?fassung=1`;
  const first = await read(at);
  assert.match(first, /Nichts wird gespeichert[\s\S]*Für wen stellen Sie den Antrag/);
  const second = await (await anna.post(at, { seite: 'actingFor', bisher: '{}', actingFor: 'self' })).text();
  assert.match(second, /Größe/);
  assert.doesNotMatch(second, /Rasse/);
  const hidden = { seite: 'ihrHund', bisher: '{"actingFor":"self"}' };
  const faulty = await anna.post(at, { ...hidden, groesse: 'gross' });
  const text = await faulty.text();
  assert.equal(faulty.status, 422);
  assert.match(text, /Rasse des großen Hundes: Bitte füllen Sie dieses Feld aus/);
  assert.match(text, /mit einem Haken/);
  const end = await anna.post(at, {
    ...hidden,
    groesse: 'gross',
    rasseDesGrossenHundes: 'Dogge',
    'weitereHunde.0.name': 'Rex',
    allesStimmt: 'ja',
  });
  const shown = await end.text();
  assert.match(shown, /Ende des Formulars/);
  for (const word of ['Dogge', 'Rex', /90,00\s€/]) assert.match(shown, new RegExp(word));
  for (const bisher of ['[', 'null', '"x"', '{"groesse":{"a":1}}'])
    assert.equal((await anna.post(at, { seite: 'ihrHund', bisher })).status, 422, bisher);
  const after = await pool.query('select count(*) from public_services.application');
  assert.deepEqual(after.rows, before.rows);
});

test('two who change at once: the second is told, and nothing of the first is lost', async () => {
  await anna.post(`${DOG}/entwurf`);
  const seen = await revision();
  await save('/frage/groesse', {
    art: 'choice',
    frageDe: 'Wie groß?',
    antworten: 'klein\ngroß',
    pflicht: 'ja',
  });
  const late = await anna.post(`${DOG}/seite/ihrHund`, { stand: seen, titelDe: 'Zu spät' });
  assert.equal(late.status, 422);
  assert.match(await late.text(), /inzwischen geändert[\s\S]*value="Zu spät"/);
  assert.match(await read(DOG), /Wie groß\?/);
  const published = await anna.post(`${DOG}/veroeffentlichen`, { stand: seen });
  assert.match(published.headers.get('location') ?? '', /abgelehnt=changed-meanwhile/);
  const both = await Promise.all(
    [1, 2].map(async () => anna.post(`${DOG}/veroeffentlichen`, { stand: await revision() })),
  );
  assert.equal(both.filter((one) => one.headers.get('location')?.includes('erledigt')).length, 1);
  assert.equal((await pool.query(`select from public_services.form where id = 'hund-anmelden'`)).rowCount, 2);
});

test('a form that contradicts itself is not published and says where', async () => {
  await anna.post(`${DOG}/entwurf`);
  await save('/ordnen', { frage: 'groesse', wohin: 'down' });
  const page = await read(DOG);
  assert.match(
    page,
    /href="[^"]*\/frage\/rasseDesGrossenHundes">Rasse des großen Hundes: Die Bedingung fragt/,
  );
  assert.match(
    (await anna.post(`${DOG}/veroeffentlichen`, { stand: await revision() })).headers.get('location') ?? '',
    /faulty/,
  );
  assert.match((await anna.ask(`${DOG}/ausprobieren`)).headers.get('location') ?? '', /faulty/);
  await save('/ordnen', { frage: 'groesse', wohin: 'weg' });
  assert.match(await read(DOG), /nicht mehr gibt/);
  assert.equal((await anna.post(`${DOG}/verwerfen`)).headers.get('location'), `${AT}?erledigt=discarded`);
  assert.match(await read(DOG), /Wie groß\?|Fassung 2/);
});

test('a closed form cannot be begun, and an older version can be taken up again', async () => {
  assert.match((await anna.post(`${DOG}/schliessen`)).headers.get('location') ?? '', /closed/);
  assert.equal((await newBrowser().ask(`/antrag/${LEEZEN}/hund-anmelden`)).status, 404);
  assert.equal((await newBrowser().post(`/antrag/${LEEZEN}/hund-anmelden`)).status, 404);
  await anna.post(`${DOG}/entwurf`, { fassung: '1' });
  assert.match(await read(DOG), />Größe</);
  await save('/veroeffentlichen', {});
  assert.equal((await newBrowser().ask(`/antrag/${LEEZEN}/hund-anmelden`)).status, 200);
  assert.match((await anna.post(`${DOG}/schliessen`)).headers.get('location') ?? '', /closed/);
  assert.match(
    (await anna.post(`${DOG}/schliessen`, { offen: '1' })).headers.get('location') ?? '',
    /reopened/,
  );
  assert.equal((await newBrowser().ask(`/antrag/${LEEZEN}/hund-anmelden`)).status, 200);
});

test('another town begins with the published form, and never sees a draft', async () => {
  const eve = await editorOf('08212000', '082120000000', 'eve@karlsruhe.example');
  const own = '/rathaus/082120000000/formulare';
  assert.match(await read(own, eve), /Hund anmelden – Leezen/);
  await eve.post(own, { titel: 'Hund in Karlsruhe', vorlage: `${LEEZEN}/hund-anmelden` });
  assert.match(await read(`${own}/hund-in-karlsruhe`, eve), />Größe</);
  for (const path of ['', '/allgemein', '/seite/ihrHund', '/ausprobieren'])
    assert.equal((await eve.ask(`${own}/hund-anmelden${path}`)).status, 404);
  await eve.post(own, { titel: 'Leer', vorlage: `${LEEZEN}/no-such-form` });
  assert.match(await read(`${own}/leer`, eve), /Noch keine Seite/);
});

const schema = (inner: string) => `<?xml version="1.0"?>
<xdf:xdatenfelder.stammdatenschema.0102 xmlns:xdf="urn:xoev-de:fim:standard:xdatenfelder_3.0.0">
  <xdf:stammdatenschema>
    <xdf:identifikation><xdf:id>S00000000001</xdf:id></xdf:identifikation><xdf:name>Fischereischein</xdf:name>
    <xdf:struktur><xdf:anzahl>1:1</xdf:anzahl><xdf:enthaelt><xdf:datenfeld>
      <xdf:identifikation><xdf:id>F00000000002</xdf:id></xdf:identifikation><xdf:name>Gewässer</xdf:name>
      <xdf:feldart><code>input</code></xdf:feldart><xdf:datentyp><code>text</code></xdf:datentyp>
    </xdf:datenfeld></xdf:enthaelt></xdf:struktur>${inner}
  </xdf:stammdatenschema>
</xdf:xdatenfelder.stammdatenschema.0102>`;

const sent = (text: string): FormData => {
  const form = new FormData();
  form.set('datei', new File([text], 'schema.xml', { type: 'application/xml' }));
  return form;
};

test('a data schema of FIM becomes a draft; what is none is refused', async () => {
  const answer = await anna.post(`${AT}/einlesen`, sent(schema(`<!--${'x'.repeat(100_000)}-->`)));
  assert.match(await answer.text(), /eingelesen[\s\S]*formulare\/fischereischein/);
  assert.match(await read(`${AT}/fischereischein`), /Gewässer/);
  for (const text of [
    '',
    '<x/>',
    'PK\u0003\u0004',
    schema('').replace('<?xml version="1.0"?>', '<!DOCTYPE x [<!ENTITY a "b">]>'),
  ]) {
    const refused = await anna.post(`${AT}/einlesen`, sent(text));
    assert.equal(refused.status, 422, text.slice(0, 30));
  }
});

test('hostile input: refused or not found, and the draft is as it was', async () => {
  await anna.post(`${DOG}/entwurf`);
  const before = await pool.query(
    `select definition, revision from public_services.form_draft where id = 'hund-anmelden'`,
  );
  const cases: [path: string, typed: Record<string, string>, status: number][] = [
    ['', { titel: ' ' }, 422],
    ['', { titel: 'x'.repeat(201) }, 422],
    ['/hund-anmelden/frage?seite=ihrHund', { art: '__proto__', frageDe: 'x' }, 422],
    ['/hund-anmelden/frage?seite=ihrHund', { art: 'text' }, 422],
    ['/hund-anmelden/frage?seite=nirgends', { art: 'text', frageDe: 'x' }, 404],
    ['/hund-anmelden/frage?seite=ihrHund&gruppe=groesse', { art: 'text', frageDe: 'x' }, 404],
    ['/hund-anmelden/frage/constructor', { art: 'text', frageDe: 'x' }, 404],
    ['/hund-anmelden/seite/nirgends', { titelDe: 'x' }, 404],
    [
      '/hund-anmelden/allgemein',
      { titelDe: 'x', textDe: 'x', minuten: '-1', werktage: 'a', aufbewahren: '1' },
      422,
    ],
    ['/hund-anmelden/ordnen', { frage: 'groesse', wohin: 'up', stand: 'NaN' }, 303],
    ['/hund-anmelden/ordnen', { frage: 'groesse', wohin: 'away' }, 303],
    ['/no-such-form/entwurf', {}, 404],
    ['/no-such-form/veroeffentlichen', {}, 404],
    ['/no-such-form/schliessen', {}, 404],
  ];
  for (const [path, typed, status] of cases)
    assert.equal(
      (await anna.post(`${AT}${path}`, typed)).status,
      status,
      `${path} ${JSON.stringify(typed).slice(0, 60)}`,
    );
  const after = await pool.query(
    `select definition, revision from public_services.form_draft where id = 'hund-anmelden'`,
  );
  assert.deepEqual(after.rows, before.rows);
});
