import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/agenda-interactions';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;
const LEEZEN = '010605053053';
const DESK = `/rathaus/${LEEZEN}/agenda`;
let leezen: Browser;
const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const inDatabase = async (query: string) => (await pool.query(query)).rows;
const measures: Record<string, string> = {};

before(async () => {
  leezen = await administrate('01060053', 'anna@leezen.example');
  const [person] = await inDatabase("select id from accounts.person where mail = 'anna@leezen.example'");
  await leezen.post(`/rathaus/${LEEZEN}/menschen/rolle`, {
    person: person.id,
    role: 'digitalOfficer',
    step: 'grant',
  });
  for (const title of ['Parken teilen', 'Radweg', 'Sensoren', 'Geheim'])
    await leezen.post(`${DESK}/massnahmen`, { title });
  for (const { id, title } of await inDatabase("select id, facts ->> 'title' as title from strategy.measure"))
    measures[title] = id;
  await leezen.post(`${DESK}/ziele/neu`, { title: 'Weniger Suchverkehr', field: 'mobility', text: '' });
  await pool.query("update strategy.measure set is_public = facts ->> 'title' <> 'Geheim'");
});

const node = (title: string) => `measure:${measures[title]}`;
const add = (from: string, kind: string, to: string, more: Record<string, string> = {}) =>
  leezen.post(`${DESK}/wirkungen`, {
    from,
    kind,
    to,
    strength: '2',
    delay: '6',
    reason: `Grund ${kind}`,
    source: 'Umfrage 2026',
    ...more,
  });

test('an interaction without reason, with itself, or with what there is not is refused, and nothing is lost', async () => {
  const refused = await add(node('Radweg'), 'hinders', node('Radweg'), {
    reason: '',
    delay: 'bald',
    source: 'Akte',
  });
  assert.equal(refused.status, 422);
  const page = await refused.text();
  for (const word of ['nicht auf sich selbst', 'Ohne Grund', 'ganze Monate', 'value="Akte"'])
    assert.ok(page.includes(word), word);
  assert.equal((await add('measure:x', 'hinders', node('Radweg'))).status, 422);
  assert.equal((await inDatabase('select 1 from strategy.interaction')).length, 0);
});

test('interactions stand as picture, matrix and table, each leads to its reason', async () => {
  const [goal] = await inDatabase('select id from strategy.goal');
  assert.equal(
    (await add(node('Parken teilen'), 'supports', `goal:${goal.id}`, { strength: '3' })).status,
    303,
  );
  await add(node('Parken teilen'), 'needs', node('Sensoren'));
  await add(node('Radweg'), 'shares-resource', node('Parken teilen'), { strength: '1' });
  await add(`goal:${goal.id}`, 'supports', node('Radweg'));
  await add(node('Geheim'), 'hinders', node('Radweg'));
  assert.match(await textOf(add(node('Geheim'), 'hinders', node('Radweg'))), /schon eingetragen/);
  const page = await textOf(leezen.ask(`${DESK}/wirkungen`));
  assert.match(page, /5 Wechselwirkungen zwischen 5 Teilen/);
  assert.match(page, /<svg class="graph"[\s\S]*graph__arc--harm/);
  assert.match(
    page,
    /<table class="matrix"[\s\S]*aria-label="\+3: Parken teilen unterstützt Weniger Suchverkehr"/,
  );
  assert.match(page, /−→ Parken teilen[\s\S]*ausgleichend/);
  assert.match(page, /Sensoren[\s\S]{0,200}1: Parken teilen/);
  const chosen = await textOf(leezen.ask(`${DESK}/wirkungen?teil=${encodeURIComponent(node('Sensoren'))}`));
  assert.match(chosen, /graph__node--chosen/);
  assert.match(chosen, /graph__pale/);
  assert.doesNotMatch(page, /graph__pale/);
});

test('the sheet of a measure leads to its knock-on effects, conflicts and what would be without it', async () => {
  const sheet = await textOf(leezen.ask(`${DESK}/massnahmen/${measures.Sensoren}`));
  assert.match(sheet, new RegExp(`massnahmen/${measures.Sensoren}/wechselwirkungen`));
  const page = await textOf(leezen.ask(`${DESK}/massnahmen/${measures.Sensoren}/wechselwirkungen`));
  assert.match(
    page,
    /schadet: Radweg[\s\S]*Sensoren \+→ Parken teilen −→ Radweg[\s\S]*Grund shares-resource/,
  );
  assert.match(page, /± hilft und schadet/);
  assert.match(page, /Doppelter Nutzen[\s\S]*Weniger Suchverkehr/);
  assert.match(page, /1 Teile der Agenda gingen nicht mehr wie geplant/);
});

test('others contest an interaction with a note; who edits settles it, changes and deletes it', async () => {
  const caseWorker = newBrowser();
  assert.equal((await caseWorker.ask(`${DESK}/wirkungen`)).status, 303);
  const [{ id }] = (await inDatabase(
    "select id from strategy.interaction where kind = 'shares-resource'",
  )) as [{ id: string }];
  const at = `${DESK}/wirkungen/${id}`;
  assert.equal((await leezen.post(`${at}/widerspruch`, { note: ' ' })).status, 422);
  await leezen.post(`${at}/widerspruch`, { note: 'Die Fläche reicht für beide.' });
  assert.match(
    await textOf(leezen.ask(at)),
    /umstritten[\s\S]*Dagegen spricht: Die Fläche reicht für beide\./,
  );
  assert.match(
    await textOf(leezen.ask(`${DESK}/massnahmen/${measures.Radweg}/wechselwirkungen`)),
    /umstritten\. Dagegen spricht: Die Fläche/,
  );
  await leezen.post(`${at}/geklaert`);
  assert.doesNotMatch(await textOf(leezen.ask(at)), /Dagegen spricht: /);
  const unknown = `${DESK}/wirkungen/00000000-0000-4000-8000-000000000000`;
  assert.equal((await leezen.post(unknown, {})).status, 404);
  assert.equal((await leezen.post(`${unknown}/widerspruch`, { note: 'x' })).status, 404);
});

test('everybody sees only interactions whose ends are both public', async () => {
  assert.equal((await newBrowser().ask('/agenda/leezen-01060053/wirkungen')).status, 404);
  await leezen.post(`${DESK}/veroeffentlichen`);
  assert.match(await textOf(newBrowser().ask('/agenda/leezen-01060053')), /leezen-01060053\/wirkungen/);
  const page = await textOf(newBrowser().ask('/agenda/leezen-01060053/wirkungen'));
  assert.match(page, /4 Wechselwirkungen[\s\S]*Parken teilen braucht Sensoren/);
  assert.doesNotMatch(page, /Geheim|<form method="post"/);
});

test('dependencies of a measure count as needs, and what is deleted takes its interactions along', async () => {
  await pool.query(
    `update strategy.measure set facts = jsonb_set(facts, '{dependsOn}', $1::jsonb) where id = $2`,
    [JSON.stringify([measures.Sensoren]), measures.Radweg],
  );
  assert.match(
    await textOf(leezen.ask(`${DESK}/wirkungen`)),
    /Radweg braucht Sensoren[\s\S]*Steht im Ablauf der Maßnahme/,
  );
  await leezen.post(`${DESK}/massnahmen/${measures.Geheim}/loeschen`);
  assert.equal((await inDatabase("select 1 from strategy.interaction where kind = 'hinders'")).length, 0);
  const [{ id }] = (await inDatabase("select id from strategy.interaction where kind = 'needs'")) as [
    { id: string },
  ];
  await leezen.post(`${DESK}/wirkungen/${id}/loeschen`);
  assert.equal((await leezen.ask(`${DESK}/wirkungen/${id}`)).status, 404);
});
