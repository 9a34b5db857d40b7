import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { aCaseStudy, aStoppedProject } from '../modules/knowledge/library/entry.builder.ts';
import type { Browser } from './desk/desk.builder.ts';
import { startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/network-library';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;
const LEEZEN = '010605053053';
const DESK = `/rathaus/${LEEZEN}/wissen`;
let leezen: Browser;

before(async () => {
  leezen = await administrate('01060053', 'anna@leezen.example');
  const { rows } = await pool.query("select id from accounts.person where mail = 'anna@leezen.example'");
  await leezen.post(`/rathaus/${LEEZEN}/menschen/rolle`, {
    person: rows[0].id,
    role: 'digitalOfficer',
    step: 'grant',
  });
});

const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const read = (path: string) => textOf(newBrowser().ask(path));
const revisionOf = async (path: string) =>
  /name="revision" value="(\d+)"/.exec(await textOf(leezen.ask(path)))?.[1] ?? '';

/** Writes a draft at the desk. @returns its address there and its id. */
const write = async (kind: string, parts: Record<string, string>) => {
  const created = await leezen.post(DESK, { art: kind });
  const at = created.headers.get('location') ?? '';
  await leezen.post(at, { ...parts, revision: await revisionOf(at) });
  return { at, id: at.split('/').at(-1) ?? '' };
};
const publish = async (at: string) => (await leezen.post(`${at}/veroeffentlichen`)).status;

test('a draft is nobody’s but its own; incomplete it stays one, and what is missing is named', async () => {
  const { failed: _, ...incomplete } = aCaseStudy({ title: 'Halb fertig' });
  const { at, id } = await write('caseStudy', incomplete);
  const refused = await leezen.post(`${at}/veroeffentlichen`);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Was hat nicht funktioniert\?: fehlt/);
  assert.equal((await newBrowser().ask(`/netzwerk/eintrag/${id}`)).status, 404);
  assert.doesNotMatch(await read('/netzwerk/bibliothek'), /Halb fertig/);
  assert.match(await textOf(leezen.ask(`${at}/ansehen`)), /noch nicht öffentlich[\s\S]*Halb fertig/);
});

test('published it is public, with blanks as blanks, badges and a citation; an earlier version stays', async () => {
  const { at, id } = await write('caseStudy', aCaseStudy({ after: '12 Alarme' }));
  assert.equal(await publish(at), 303);
  const page = await read(`/netzwerk/eintrag/${id}`);
  assert.match(page, /Wasserstände im Bach/);
  assert.match(page, /12\.500 €/);
  assert.match(page, /Förderung<\/dt><dd[^>]*><span[^>]*>keine Angabe/);
  assert.match(page, /Beleg: gezählt/);
  assert.match(page, /zuletzt bestätigt 22\.11\.2026/);
  assert.match(
    page,
    new RegExp(
      `Leezen: Wasserstände im Bach\\. Fassung 1, 22\\.11\\.2026\\. http[^<]*/netzwerk/eintrag/${id}/1`,
    ),
  );
  await leezen.post(at, { ...aCaseStudy({ title: 'Wasserstände, neu' }), revision: await revisionOf(at) });
  assert.doesNotMatch(await read(`/netzwerk/eintrag/${id}`), /Wasserstände, neu/);
  assert.equal(await publish(at), 303);
  assert.match(await read(`/netzwerk/eintrag/${id}`), /Wasserstände, neu/);
  const old = await read(`/netzwerk/eintrag/${id}/1`);
  assert.match(old, /Wasserstände im Bach/);
  assert.match(old, /Es gibt eine neuere/);
  assert.equal((await newBrowser().ask(`/netzwerk/eintrag/${id}/3`)).status, 404);
  await assert.rejects(pool.query("update knowledge.entry_version set parts = '{}'"), /does not change/);
});

test('what another has changed meanwhile is not overwritten', async () => {
  const { at } = await write('guide', { title: 'Erster Stand' });
  const stale = await revisionOf(at);
  await leezen.post(at, { title: 'Von nebenan', revision: stale });
  const late = await leezen.post(at, { title: 'Zu spät', revision: stale });
  assert.equal(late.status, 422);
  assert.match(await late.text(), /Jemand anderes[\s\S]*Von nebenan/);
});

test('taken back, the page says so and nothing else', async () => {
  const { at, id } = await write('caseStudy', aCaseStudy({ title: 'Kommt wieder weg' }));
  await publish(at);
  await leezen.post(`${at}/zuruecknehmen`);
  for (const path of [`/netzwerk/eintrag/${id}`, `/netzwerk/eintrag/${id}/1`]) {
    const answer = await newBrowser().ask(path);
    assert.equal(answer.status, 404);
    const text = await answer.text();
    assert.match(text, /zurückgenommen/);
    assert.doesNotMatch(text, /Kommt wieder weg/);
  }
  assert.doesNotMatch(await read('/netzwerk/eintraege.json'), /Kommt wieder weg/);
});

test('a stopped project is read by everybody, and nobody learns whose it was', async () => {
  const named = await write('stopped', aStoppedProject({ failed: 'In Leezen fehlte das Geld.' }));
  const refused = await leezen.post(`${named.at}/veroeffentlichen`);
  assert.match(await refused.text(), /nennt Ihren Ort/);
  const { at, id } = await write('stopped', aStoppedProject());
  assert.equal(await publish(at), 303);
  assert.match(await textOf(leezen.ask(DESK)), /Digitale Parkscheibe/);
  const card =
    /<li class="offer">(?:(?!<\/li>\s*<li class="offer">)[\s\S])*?Digitale Parkscheibe[\s\S]*?<\/ul>/.exec(
      await read('/netzwerk/bibliothek'),
    )?.[0];
  assert.match(card ?? '', /bleibt ungenannt/);
  const [main = ''] = /<main[\s\S]*<\/main>/.exec(await read(`/netzwerk/eintrag/${id}`)) ?? [];
  const { entries } = JSON.parse(await read('/netzwerk/eintraege.json')) as { entries: { id: string }[] };
  const json = JSON.stringify(entries.find((entry) => entry.id === id));
  const line = (await read('/netzwerk/eintraege.csv')).split('\r\n').find((one) => one.startsWith(id));
  for (const shown of [main, json, line ?? '']) {
    assert.match(shown, /Straßenverkehrsordnung/);
    assert.doesNotMatch(shown, /Leezen|01060|22\.11\.2026|2026-11-22/);
  }
});

test('everything public is taken along without signing in: JSON, CSV and one Markdown file for each', async () => {
  const { at, id } = await write('caseStudy', aCaseStudy({ title: '=1+1', partners: 'Kreis; "Wehr"' }));
  await publish(at);
  const { entries } = JSON.parse(await read('/netzwerk/eintraege.json')) as {
    entries: { id: string; parts: Record<string, string>; ars: string; evidence: string }[];
  };
  const own = entries.find((entry) => entry.id === id);
  assert.deepEqual([own?.ars, own?.evidence, own?.parts.costOnce], [LEEZEN, 'told', '12500']);
  assert.match(await read('/netzwerk/eintraege.csv'), /;'=1\+1;[\s\S]*"Kreis; ""Wehr"""/);
  const archive = Buffer.from(await (await newBrowser().ask('/netzwerk/eintraege.zip')).arrayBuffer());
  const zip = await promisify<Buffer, { lazyEntries: boolean }, yauzl.ZipFile>(yauzl.fromBuffer)(archive, {
    lazyEntries: false,
  });
  const names: string[] = [];
  zip.on('entry', ({ fileName }: { fileName: string }) => names.push(fileName));
  await new Promise((resolve) => zip.on('end', resolve));
  assert.equal(names.length, entries.length + 1);
  assert.ok(names.includes(`caseStudy/${id}.md`));
});

test('an entry that nobody confirms turns visibly old, and a word makes it fresh again', async () => {
  const { at, id } = await write('caseStudy', aCaseStudy({ title: 'Lange her' }));
  await publish(at);
  await pool.query("update knowledge.entry set confirmed_at = '2024-01-05' where id = $1", [id]);
  assert.match(await read(`/netzwerk/eintrag/${id}`), /Dieser Eintrag ist veraltet/);
  assert.match(await read(`/netzwerk/eintrag/${id}`), /veraltet: zuletzt bestätigt 05\.01\.2024/);
  await leezen.post(`${at}/bestaetigen`);
  assert.doesNotMatch(await read(`/netzwerk/eintrag/${id}`), /veraltet/);
});

test('the log tells who wrote and published, without what was written', async () => {
  const { rows } = await pool.query(
    "select distinct act, detail from accounts.audit_entry where record_type = 'knowledge-entry' order by act",
  );
  assert.deepEqual(
    rows.map(({ act }) => act),
    ['confirm-knowledge', 'publish-knowledge', 'take-back-knowledge', 'write-knowledge'],
  );
  assert.ok(rows.every(({ detail }) => Object.keys(detail).length === 0));
});
