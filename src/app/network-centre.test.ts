import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { aCaseStudy, aStoppedProject } from '../modules/knowledge/library/entry.builder.ts';
import { checkFile } from '../modules/knowledge/test-bench/check-file.ts';
import { isSound } from '../modules/knowledge/test-bench/verdict.ts';
import type { Browser } from './desk/desk.builder.ts';
import { startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/network-centre';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;
const LEEZEN = '010605053053';
const KARLSRUHE = '082120000000';
const DESK = `/rathaus/${LEEZEN}/wissen`;
const CENTRE = `/rathaus/${KARLSRUHE}/netzwerk`;
let leezen: Browser;
let centre: Browser;

const grant = async (browser: Browser, ars: string, mail: string, role: string) => {
  const { rows } = await pool.query('select id from accounts.person where mail = $1', [mail]);
  await browser.post(`/rathaus/${ars}/menschen/rolle`, { person: rows[0].id, role, step: 'grant' });
};

before(async () => {
  leezen = await administrate('01060053', 'anna@leezen.example');
  await grant(leezen, LEEZEN, 'anna@leezen.example', 'digitalOfficer');
  centre = await administrate('08212000', 'eve@karlsruhe.example');
  await grant(centre, KARLSRUHE, 'eve@karlsruhe.example', 'networkModerator');
});

const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
const read = (path: string) => textOf(newBrowser().ask(path));
const revisionAt = async (browser: Browser, path: string) =>
  /name="revision" value="(\d+)"/.exec(await textOf(browser.ask(path)))?.[1] ?? '';

/** Writes and publishes an entry in Leezen. */
const publish = async (kind: string, parts: Record<string, string>) => {
  const at = (await leezen.post(DESK, { art: kind })).headers.get('location') ?? '';
  await leezen.post(at, { ...parts, revision: await revisionAt(leezen, at) });
  assert.equal((await leezen.post(`${at}/veroeffentlichen`)).status, 303);
  return { at, id: at.split('/').at(-1) ?? '' };
};

test('only who moderates the network enters the desk of the centre, and finds its way there', async () => {
  assert.equal((await leezen.ask(`/rathaus/${LEEZEN}/netzwerk`)).status, 403);
  assert.match(await textOf(centre.ask(`/rathaus/${KARLSRUHE}`)), /\/netzwerk"[^>]*>\s*Kompetenzzentrum/);
  assert.match(await textOf(centre.ask('/rathaus/rechte')), /Das Netzwerk der Rathäuser betreuen/);
});

test('what is thin is found, asked for, shown at the draft, and answered by the next version', async () => {
  const { at, id } = await publish('caseStudy', aCaseStudy({ title: 'Pegel am Steg' }));
  const list = await textOf(centre.ask(`${CENTRE}?fehlt=told&art=caseStudy&feld=environment`));
  assert.match(list, /Pegel am Steg[\s\S]*nur erzählt[\s\S]*Ohne Angabe: Dauer in Monaten, Förderung/);
  assert.doesNotMatch(await textOf(centre.ask(`${CENTRE}?art=guide`)), /Pegel am Steg/);
  const one = `${CENTRE}/eintrag/${id}`;
  const empty = await centre.post(one, { satz: 'Bitte' });
  assert.deepEqual([empty.status, /Kreuzen Sie an/.test(await empty.text())], [422, true]);
  const asked = await centre.post(one, {
    'angabe-after': 'ja',
    'angabe-funding': 'ja',
    'angabe-nonsense': 'ja',
    satz: 'Andere fragen, ob es wirkt.',
  });
  assert.equal(asked.status, 303);
  const again = await centre.post(one, { 'angabe-after': 'ja', satz: 'Noch einmal' });
  assert.match(await again.text(), /wartet schon eine Bitte/);
  assert.match(
    await textOf(leezen.ask(at)),
    /bittet um Ergänzung: Förderung, Zahlen nachher[\s\S]*ob es wirkt/,
  );
  assert.match(await textOf(leezen.ask(DESK)), /Pegel am Steg[\s\S]*um Ergänzung gebeten/);
  assert.match(await textOf(leezen.ask(`/rathaus/${LEEZEN}`)), /1 Bitte um Ergänzung/);
  const { rows } = await pool.query(
    "select n.path from accounts.notice n where n.subject = 'Bitte ergänzen: Pegel am Steg'",
  );
  assert.deepEqual(rows, [{ path: at }]);
  const parts = aCaseStudy({ title: 'Pegel am Steg', after: '12 Alarme' });
  await leezen.post(at, { ...parts, revision: await revisionAt(leezen, at) });
  await leezen.post(`${at}/veroeffentlichen`);
  assert.doesNotMatch(await textOf(leezen.ask(at)), /bittet um Ergänzung/);
  assert.match(
    await textOf(centre.ask(CENTRE)),
    /beantwortet mit Fassung 2 \(22\.11\.2026\)[\s\S]*weiter ohne Angabe: Förderung/,
  );
});

test('a desk says why it cannot; without a reason nothing is answered', async () => {
  const { at, id } = await publish('caseStudy', aCaseStudy({ title: 'Ohne Zahlen' }));
  await centre.post(`${CENTRE}/eintrag/${id}`, { 'angabe-before': 'ja', satz: 'Zahlen fehlen.' });
  const empty = await leezen.post(`${at}/bitte`, { grund: ' ' });
  assert.deepEqual([empty.status, /warum es nicht möglich/.test(await empty.text())], [422, true]);
  assert.equal((await leezen.post(`${at}/bitte`, { grund: 'Vorher hat niemand gezählt.' })).status, 303);
  assert.match(
    await textOf(centre.ask(CENTRE)),
    /nicht möglich \(22\.11\.2026\), weil: Vorher hat niemand gezählt/,
  );
  assert.match(await textOf(leezen.ask(at)), /Ohne Zahlen/);
  assert.doesNotMatch(await textOf(leezen.ask(at)), /bittet um Ergänzung/);
});

test('an account of a stopped project stays without origin before the moderator as well', async () => {
  const { at, id } = await publish('stopped', aStoppedProject({ title: 'Smarte Mülltonne' }));
  const one = `${CENTRE}/eintrag/${id}`;
  const asked = await centre.post(one, { 'angabe-months': 'ja', satz: 'Wie lange hat es gedauert?' });
  assert.equal(asked.status, 303);
  const named = await leezen.post(`${at}/bitte`, { grund: 'In Leezen weiß das niemand.' });
  assert.match(await named.text(), /nicht anonym/);
  await leezen.post(`${at}/bitte`, { grund: 'Das weiß niemand mehr.' });
  const list = mainOf(await textOf(centre.ask(CENTRE)));
  const own = list.slice(list.indexOf('Ihre Bitten'));
  const item = /<li>(?:(?!<\/li>)[\s\S])*Smarte Mülltonne[\s\S]*?<\/li>/.exec(own)?.[0] ?? '';
  assert.match(item, /nicht möglich \(01\.11\.2026\), weil: Das weiß niemand mehr/);
  const card = /<li class="offer">(?:(?!<\/li>)[\s\S])*?Smarte Mülltonne/.exec(list)?.[0] ?? '';
  for (const shown of [item, card, mainOf(await textOf(centre.ask(one)))])
    assert.doesNotMatch(shown, /Leezen|01060/);
});

/** The rows of a dossier's form. */
const rows = (...items: [entry: string, sentence: string][]) =>
  Object.fromEntries(
    items.flatMap(([entry, sentence], at) => [
      [`stelle-${at + 1}`, String(at + 1)],
      [`eintrag-${at + 1}`, entry],
      [`satz-${at + 1}`, sentence],
    ]),
  );

test('a dossier is public only when it is sound; versions stay, and an entry that was taken back shows as such', async () => {
  const kept = await publish('caseStudy', aCaseStudy({ title: 'Bleibt stehen' }));
  const leaves = await publish('caseStudy', aCaseStudy({ title: 'Geht wieder' }));
  const at = (await centre.post(`${CENTRE}/dossiers`)).headers.get('location') ?? '';
  const save = async (form: Record<string, string>) =>
    centre.post(at, { ...form, revision: await revisionAt(centre, at) });
  await save({ titel: 'Wasser', einleitung: '', ...rows(['kein Eintrag', 'Warum?']) });
  const refused = await centre.post(`${at}/veroeffentlichen`);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Einleitung: fehlt[\s\S]*keine Adresse eines Eintrags/);
  assert.doesNotMatch(await read('/netzwerk/dossiers'), /Wasser</);
  const address = `https://allmende.example/netzwerk/eintrag/${kept.id}`;
  await save({
    titel: 'Wasser',
    einleitung: 'Zwei Wege.',
    ...rows([address, 'Der erste Weg.'], [leaves.id, 'Der zweite Weg.']),
  });
  assert.equal((await centre.post(`${at}/veroeffentlichen`)).status, 303);
  const path = `/netzwerk/dossier/${at.split('/').at(-1)}`;
  assert.match(await read(path), /Zwei Wege\.[\s\S]*Bleibt stehen[\s\S]*Der erste Weg[\s\S]*Geht wieder/);
  await leezen.post(`${leaves.at}/zuruecknehmen`);
  const later = await read(path);
  assert.match(later, /Hier stand ein Eintrag/);
  assert.doesNotMatch(later, /Geht wieder|Der zweite Weg/);
  assert.match(
    await (await centre.post(`${at}/veroeffentlichen`)).text(),
    /führt zu keinem öffentlichen Eintrag/,
  );
  await save({ titel: 'Wasser, neu', einleitung: 'Ein Weg.', ...rows([kept.id, 'Der Weg.']) });
  await centre.post(`${at}/veroeffentlichen`);
  assert.match(await read(path), /Wasser, neu[\s\S]*Fassung 2, 22\.11\.2026/);
  assert.match(await read(`${path}/1`), /Zwei Wege/);
  await assert.rejects(pool.query("update knowledge.dossier_version set content = '{}'"), /does not change/);
  const { dossiers } = JSON.parse(await read('/netzwerk/dossiers.json')) as { dossiers: { title: string }[] };
  assert.deepEqual(
    dossiers.map(({ title }) => title),
    ['Wasser, neu'],
  );
  await centre.post(`${at}/zuruecknehmen`);
  const gone = await newBrowser().ask(path);
  assert.deepEqual([gone.status, /zurückgenommen/.test(await gone.text())], [404, true]);
});

const anEvent = (title: string, changes: Record<string, string> = {}) => ({
  title,
  summary: 'Wir reden.',
  starts: '2026-12-03',
  place: 'Rathaus',
  licence: 'CC0-1.0',
  ...changes,
});

test('events stand in order, and as calendars that a reader accepts; one that ends before it begins is refused', async () => {
  await publish('event', anEvent('Später', { starts: '2027-02-01' }));
  const { id } = await publish(
    'event',
    anEvent('Bald', { startsAt: '18:30', endsAt: '20:00', online: 'https://treffen.example/x' }),
  );
  await publish('event', anEvent('Vorbei', { starts: '2026-11-01' }));
  const wrong = (await leezen.post(DESK, { art: 'event' })).headers.get('location') ?? '';
  await leezen.post(wrong, { ...anEvent('Rückwärts', { ends: '2026-12-01' }), revision: '1' });
  assert.match(await (await leezen.post(`${wrong}/veroeffentlichen`)).text(), /liegt nicht nach dem Beginn/);
  const page = await read('/netzwerk/termine');
  assert.match(page, /Bald[\s\S]*Später[\s\S]*Vergangene Termine[\s\S]*Vorbei/);
  assert.match(page, /Donnerstag, 3\. Dezember, 18:30 Uhr bis 20:00 Uhr/);
  for (const path of ['/netzwerk/termine.ics', `/netzwerk/termine/${id}.ics`, '/en/netzwerk/termine.ics']) {
    const answer = await newBrowser().ask(path);
    assert.match(answer.headers.get('content-type') ?? '', /^text\/calendar/);
    const verdict = await checkFile(new Uint8Array(await answer.arrayBuffer()), platform.clock());
    assert.ok('findings' in verdict && isSound(verdict), `${path} ${JSON.stringify(verdict)}`);
  }
  const one = await read(`/netzwerk/termine/${id}.ics`);
  assert.equal(one.match(/BEGIN:VEVENT/g)?.length, 1);
  assert.match(one, /DTSTART(;VALUE=DATE-TIME)?:20261203T173000Z/);
  assert.equal(
    (await newBrowser().ask(`/netzwerk/termine/${'0'.repeat(8)}-0000-7000-8000-000000000000.ics`)).status,
    404,
  );
});

const aCall = (titel: string, changes: Record<string, string> = {}) => ({
  titel,
  geber: 'Land',
  quelle: 'https://land.example/aufruf',
  ...changes,
});

test('calls are open only with a deadline ahead; wrong ones are refused, taken out ones are gone', async () => {
  const list = `${CENTRE}/aufrufe`;
  const wrong = await centre.post(list, aCall('', { frist: '31.12.2026' }));
  assert.match(await wrong.text(), /Titel: fehlt[\s\S]*Letzter Tag der Frist: ist kein Tag/);
  await centre.post(list, aCall('Offener Aufruf', { frist: '2026-12-31' }));
  await centre.post(list, aCall('Alter Aufruf', { frist: '2026-11-21' }));
  await centre.post(list, aCall('Stiller Aufruf', { stand: '2021' }));
  const page = await read('/netzwerk/aufrufe');
  assert.match(
    page,
    /Offen<\/h2>[\s\S]*Offener Aufruf[\s\S]*Frist: 31\.12\.2026[\s\S]*Frist nicht bekannt<\/h2>[\s\S]*Stiller Aufruf[\s\S]*Stand der Quelle: 2021[\s\S]*Geschlossen<\/h2>[\s\S]*Alter Aufruf/,
  );
  const calendar = await newBrowser().ask('/netzwerk/aufrufe.ics');
  const bytes = new Uint8Array(await calendar.arrayBuffer());
  const verdict = await checkFile(bytes, platform.clock());
  assert.ok('findings' in verdict && isSound(verdict), JSON.stringify(verdict));
  assert.deepEqual(
    Buffer.from(bytes)
      .toString()
      .match(/SUMMARY:.*/g),
    ['SUMMARY:Frist: Offener Aufruf'],
  );
  const { calls } = JSON.parse(await read('/netzwerk/aufrufe.json')) as {
    calls: { id: string; title: string; state: string }[];
  };
  assert.deepEqual(Object.fromEntries(calls.map(({ title, state }) => [title, state])), {
    'Alter Aufruf': 'closed',
    'Offener Aufruf': 'open',
    'Stiller Aufruf': 'unknown',
  });
  const one = `${list}/${calls.find(({ title }) => title === 'Alter Aufruf')?.id}`;
  const stale = await centre.post(one, { ...aCall('Zu spät'), revision: '0' });
  assert.deepEqual([stale.status, /Jemand anderes/.test(await stale.text())], [422, true]);
  await centre.post(`${one}/herausnehmen`);
  assert.doesNotMatch(await read('/netzwerk/aufrufe'), /Alter Aufruf/);
  await centre.post(one, { ...aCall('Alter Aufruf, verlängert', { frist: '2027-01-31' }), revision: '1' });
  assert.match(await read('/netzwerk/aufrufe'), /Offen<\/h2>[\s\S]*Alter Aufruf, verlängert/);
});

test('the newsletter tells what came in a month by field, and the feed is sound in both languages', async () => {
  const page = mainOf(await read('/netzwerk/neues?monat=2026-11'));
  assert.match(page, /Neues im November 2026/);
  assert.match(page, /Umwelt und Wasser<\/h2>[\s\S]*Pegel am Steg[\s\S]*neu · Eintrag/);
  assert.match(page, /Offener Aufruf[\s\S]*neu · Aufruf/);
  assert.match(mainOf(await read('/netzwerk/neues?monat=2020-01')), /kam nichts Neues[\s\S]*November 2026/);
  for (const [path, title] of [
    ['/netzwerk/neues.atom', 'Neues aus dem Netzwerk'],
    ['/en/netzwerk/neues.atom', 'News of the network'],
  ] as const) {
    const text = await read(path);
    assert.match(text, new RegExp(`<title[^>]*>${title}`));
    const verdict = await checkFile(Buffer.from(text), platform.clock());
    assert.ok('findings' in verdict && isSound(verdict), JSON.stringify(verdict));
  }
  const feed = await read('/netzwerk/neues.atom');
  const stopped = feed.split('<entry>').find((entry) => entry.includes('Smarte Mülltonne')) ?? '';
  assert.match(stopped, /<updated>2026-10-31T23:00:00/);
  assert.doesNotMatch(stopped, /Leezen|01060/);
  const renewed = feed.split('<entry>').filter((entry) => entry.includes('Pegel am Steg'));
  assert.deepEqual([renewed.length, /erneuert · Eintrag/.test(renewed[0] ?? '')], [1, true]);
});

test('the log of the centre tells what was asked and published, without what was written', async () => {
  const { rows: acts } = await pool.query(
    "select distinct act, ars from accounts.audit_entry where act ~ 'completion|dossier|call' order by act",
  );
  assert.deepEqual(
    acts.map(({ act, ars }) => [act, ars]),
    [
      ['ask-for-completion', KARLSRUHE],
      ['decline-completion', LEEZEN],
      ['publish-dossier', KARLSRUHE],
      ['take-back-dossier', KARLSRUHE],
      ['withdraw-call', KARLSRUHE],
      ['write-call', KARLSRUHE],
      ['write-dossier', KARLSRUHE],
    ],
  );
  assert.doesNotMatch(
    await textOf(centre.ask(`/rathaus/${KARLSRUHE}/protokoll`)),
    /ask-for-completion|write-call/,
  );
});
