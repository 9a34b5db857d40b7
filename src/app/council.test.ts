import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { noFacts } from '../modules/strategy/measures/measure.ts';
import { agendaReport } from './commands/agenda-report.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/council';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;
const LEEZEN = '010605053053';
const MEASURE = '01900000-0000-7000-8000-000000000001';
const DESK = `/rathaus/${LEEZEN}/agenda`;
let leezen: Browser;
let paper: string;

const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const revisionOf = async (): Promise<string> =>
  /name="revision" value="(\d+)"/.exec(await textOf(leezen.ask(paper)))?.[1] ?? '';

const TYPED = {
  title: 'Radweg an der Hauptstraße',
  body: 'Gemeindevertretung',
  sittingOn: '2026-12-10',
  facts: 'Es fehlt ein Weg.',
  proposal: 'Die Gemeinde baut den Radweg.',
  funding: 'Gute Wege im Land',
  climate: 'better',
  climateText: 'Weniger Autofahrten.',
  dataProtection: 'Es werden keine Daten erhoben.',
  alternatives: 'Tempo 30: geprüft, genügt nicht.',
};

before(async () => {
  leezen = await administrate('01060053', 'anna@leezen.example');
  const { rows } = await pool.query("select id from accounts.person where mail = 'anna@leezen.example'");
  await leezen.post(`/rathaus/${LEEZEN}/menschen/rolle`, {
    person: rows[0].id,
    role: 'digitalOfficer',
    step: 'grant',
  });
  const facts = {
    ...noFacts,
    title: 'Radweg',
    goal: 'Sicher zur Schule',
    leadRole: 'Bauamt',
    years: [
      { year: 2027, once: 40_000, running: 1_000, staff: 0.2 },
      { year: 2028, once: 0, running: 1_500, staff: 0.1 },
    ],
    milestones: [{ id: MEASURE, title: 'Vergabe', due: '2026-03-01', doneOn: null }],
    indicators: [
      {
        id: MEASURE,
        name: 'Räder am Tag',
        unit: '',
        before: 100,
        target: 200,
        latest: { value: 150, on: '2026-10-01' },
        source: '',
      },
    ],
  };
  await pool.query(`insert into strategy.agenda (ars, vision, from_year, to_year, changed_at)
    values ('${LEEZEN}', 'Alle kommen sicher an.', 2027, 2031, now())`);
  await pool.query(
    `insert into strategy.measure (ars, id, facts, state, is_public, created_at, changed_at)
     values ($1, $2, $3, 'running', true, '2026-01-15', now())`,
    [LEEZEN, MEASURE, JSON.stringify(facts)],
  );
});

test('a paper begins with what the measure knows, and is taken whole or not at all', async () => {
  assert.match(await textOf(leezen.ask(`${DESK}/massnahmen/${MEASURE}`)), /Vorlage für den Rat/);
  paper = (await leezen.post(`${DESK}/vorlagen`, { massnahme: MEASURE })).headers.get('location') ?? '';
  assert.match(await textOf(leezen.ask(paper)), /Sicher zur Schule[\s\S]*40\.000 €/);
  const wrong = await leezen.post(paper, {
    ...TYPED,
    proposal: '',
    sittingOn: '2026-02-30',
    revision: await revisionOf(),
  });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Tag der Sitzung: fehlt[\s\S]*Beschlussvorschlag: fehlt[\s\S]*Tempo 30/);
  const revision = await revisionOf();
  assert.equal((await leezen.post(paper, { ...TYPED, revision })).status, 303);
  assert.match(await textOf(leezen.post(paper, { ...TYPED, revision })), /inzwischen geändert/);
  assert.match(
    await textOf(leezen.ask(paper)),
    /So sieht sie aus[\s\S]*Sachverhalt[\s\S]*Beschlussvorschlag[\s\S]*2027[\s\S]*Summe[\s\S]*2\.500 €/,
  );
});

test('it goes to the council as tagged PDF and as DOCX', async () => {
  const pdf = await leezen.ask(`${paper}/pdf`);
  assert.equal(pdf.headers.get('content-type'), 'application/pdf');
  const bytes = Buffer.from(await pdf.arrayBuffer());
  assert.match(bytes.subarray(0, 8).toString('latin1'), /%PDF-1\.7/);
  assert.match(bytes.toString('latin1'), /\/StructTreeRoot/);
  const docx = Buffer.from(await (await leezen.ask(`${paper}/docx`)).arrayBuffer());
  assert.equal(docx.subarray(0, 2).toString('latin1'), 'PK');
  assert.equal((await newBrowser().ask(`${paper}/pdf`)).status, 303);
});

test('the resolution stands at the paper and at the measure; then the paper stays as it was', async () => {
  const wrong = await leezen.post(`${paper}/beschluss`, { 'beschluss-on': '', 'beschluss-body': 'Rat' });
  assert.match(await wrong.text(), /Tag des Beschlusses: fehlt/);
  const told = {
    'beschluss-on': '2026-12-10',
    'beschluss-body': 'Gemeindevertretung',
    'beschluss-text': 'Einstimmig.',
    'beschluss-paper': 'https://rat.example/paper/7',
  };
  assert.equal((await leezen.post(`${paper}/beschluss`, told)).status, 303);
  assert.match(await textOf(leezen.post(`${paper}/beschluss`, told)), /schon beschlossen/);
  assert.match(await textOf(leezen.post(paper, { ...TYPED, revision: '3' })), /schon beschlossen/);
  const page = await textOf(newBrowser().ask(`/agenda/massnahme/${MEASURE}`));
  assert.match(page, /10\.12\.2026, Gemeindevertretung[\s\S]*Einstimmig/);
  assert.match(await textOf(leezen.ask(`${DESK}/vorlagen`)), /beschlossen am 10\.12\.2026/);
});

test('a paper of the whole agenda lists its measures', async () => {
  const whole = (await leezen.post(`${DESK}/vorlagen`, { massnahme: '' })).headers.get('location') ?? '';
  assert.match(await textOf(leezen.ask(whole)), /Digitalagenda[\s\S]*Maßnahmen[\s\S]*Radweg[\s\S]*42\.500 €/);
  assert.match(await textOf(leezen.ask(`/en${whole}`)), /Effects on the climate/);
  const foreign = await leezen.post(`${DESK}/vorlagen`, {
    massnahme: '01900000-0000-7000-8000-00000000000f',
  });
  assert.equal(foreign.status, 404);
});

test('the yearly report tells what happened and what nobody said, as page, PDF and in one command', async () => {
  const page = await textOf(leezen.ask(`${DESK}/bericht/2026`));
  for (const part of [
    'Jahresbericht der Digitalagenda 2026',
    'läuft: 1',
    '0 pünktlich erledigt, 0 verspätet erledigt, 1 überfällig, 0 noch vor uns.',
    'hat noch niemand eingetragen',
    'Räder am Tag (Radweg)',
    '50 %',
    'Ohne ein Wort im ganzen Jahr',
  ])
    assert.ok(page.includes(part), part);
  await leezen.post(`${DESK}/massnahmen/${MEASURE}/stand`, { state: 'running', text: 'Es geht los.' });
  assert.match(
    await textOf(leezen.ask(`${DESK}/bericht`)),
    /Es geht los[\s\S]*gab es in diesem Jahr ein Wort/,
  );
  assert.match(await textOf(leezen.ask(`${DESK}/bericht/2025`)), /gab es keine Maßnahme/);
  assert.equal((await leezen.ask(`${DESK}/bericht/1`)).status, 404);
  mkdirSync(FOLDER, { recursive: true });
  const out = `${FOLDER}/bericht.pdf`;
  await agendaReport.run(platform, [LEEZEN, '2026', '--out', out]);
  assert.match(readFileSync(out).toString('latin1'), /\/StructTreeRoot/);
  await assert.rejects(agendaReport.run(platform, ['082120000000', '2026']), /keine Digitalagenda/);
});
