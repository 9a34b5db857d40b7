import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { aProgramme } from '../../modules/funding/programme.builder.ts';
import { aMeasureDraft } from '../../modules/knowledge/reuse/measure-draft.builder.ts';
import { aPlan } from '../../modules/parking/effect/pilot/pilot.builder.ts';
import { emptyPlan } from '../../modules/pilots/plan/pilot-plan.ts';
import { blankPaper } from '../../modules/strategy/council/paper.ts';
import { noFacts } from '../../modules/strategy/measures/measure.ts';
import { noDpia } from '../../modules/strategy/risks/threshold.ts';
import { type Browser, startDesk } from './desk.builder.ts';

// Whatever addresses there are, and whichever come: none may show one town's unfinished work to another.
const FOLDER = 'var/test/tenancy';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, server, administrate, signIn, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;

const LEEZEN = '010605053053';
const CANARY = 'Kanarienvogel';
const NO_SHEET = { decides: '', byHand: '', needed: '', told: '', supplier: '', restart: '', catchUp: '' };
const UUID = '0193b7a0-0000-7000-8000-00000000000a';
let leezen: Browser;
let karlsruhe: Browser;
let editorOnly: Browser;

before(async () => {
  leezen = await administrate('01060053', 'anna@leezen.example');
  karlsruhe = await administrate('08212000', 'eve@karlsruhe.example');
  for (const [browser, ars, mail] of [
    [leezen, LEEZEN, 'anna@leezen.example'],
    [karlsruhe, '082120000000', 'eve@karlsruhe.example'],
  ] as const) {
    const { rows } = await pool.query('select id from accounts.person where mail = $1', [mail]);
    for (const role of ['editor', 'digitalOfficer', 'caseWorker'])
      await browser.post(`/rathaus/${ars}/menschen/rolle`, { person: rows[0].id, role, step: 'grant' });
  }
  await leezen.post(`/rathaus/${LEEZEN}/menschen/einladen`, {
    mail: `${CANARY.toLowerCase()}@leezen.example`,
    role: 'caseWorker',
  });
  const plan = JSON.stringify(aPlan({ name: CANARY }));
  const draft = JSON.stringify(aMeasureDraft({ title: CANARY }));
  const fields = JSON.stringify({ name: CANARY, category: 'festival', start: '24.12.2099' });
  await pool.query(`
    insert into offers.source (ars, id, name, format, url, attribution)
      values ('${LEEZEN}', '${UUID}', '${CANARY}', 'icalendar', 'https://leezen.example/${CANARY}.ics', '${CANARY}');
    insert into offers.entry (ars, organisation_id, id, fields, publish_at, created_at, changed_at)
      values ('${LEEZEN}', '${LEEZEN}', '${UUID}', '${fields}', '2099-01-01', now(), now());
    insert into offers.entry_template (ars, organisation_id, id, name, fields, created_at)
      values ('${LEEZEN}', '${LEEZEN}', '${UUID}', '${CANARY}', '${fields}', now());
    insert into offers.sheet (ars, organisation_id, id, file_name, uploaded_at)
      values ('${LEEZEN}', '${LEEZEN}', '${UUID}', '${CANARY}.xlsx', now());
    insert into offers.sheet_row (ars, sheet_id, number, reference, fields, faults)
      values ('${LEEZEN}', '${UUID}', 1, '${CANARY}', '${fields}', '[]');
    insert into offers.suggestion (ars, id, fields, mail, suggested_at)
      values ('${LEEZEN}', '${UUID}', '${fields}', '${CANARY}@example.org', now());
    insert into offers.link_check (ars, url, checked_at, next_at, failures, failed_since, reason)
      values ('${LEEZEN}', 'https://leezen.example/${CANARY}', now(), now(), 3, now(), 'bad-status: 404');
    insert into public_services.form (ars, id, version, definition, published_at)
      values ('${LEEZEN}', 'antrag', 1, '{"title": {"de": "Antrag", "en": "Application"}, "lead": {"de": "", "en": ""}, "needed": [],
        "promiseDays": 5, "keptDays": 30, "minutes": 5, "schema": {"type": "object", "properties": {}}, "steps": []}', now());
    insert into parking.zone (ars, id, name, outline, highest_cents_per_hour, changed_at)
      values ('${LEEZEN}', '${UUID}', '${CANARY}', '[]', 100, now());
    insert into parking.pilot_plan (ars, id, plan, power, changed_at)
      values ('${LEEZEN}', '${UUID}', '${plan}', '{"own": {"days": 5, "drives": 10, "percent": 1, "low": 0, "high": 9}, "others": [], "study": []}', now());
    insert into public_services.form_draft (ars, id, definition, changed_at)
      select ars, id, jsonb_set(definition, '{title}', '{"de": "${CANARY}", "en": "${CANARY}"}'), now()
      from public_services.form where ars = '${LEEZEN}' and id = 'antrag';
    insert into public_services.data_key (ars, number, wrapped, created_at) values ('${LEEZEN}', 1, '', now());
    insert into public_services.application (ars, id, form_id, form_version, secret_hash, organisation_ars, organisation_id,
        receipt_number, key_number, answers, started_at, changed_at, state, submitted_at)
      values ('${LEEZEN}', '${UUID}', 'antrag', 1, 'x', '${LEEZEN}', '${LEEZEN}', '${CANARY}', 1, '', now(), now(), 'submitted', now());
    insert into knowledge.entry (ars, organisation_id, id, kind, parts, created_at, changed_at)
      values ('${LEEZEN}', '${LEEZEN}', '${UUID}', 'caseStudy', '{"title": "${CANARY}"}', now(), now());
    insert into strategy.agenda (ars, vision, from_year, to_year, changed_at)
      values ('${LEEZEN}', '${CANARY}', 2027, 2031, now());
    insert into strategy.measure (ars, id, facts, state, created_at, changed_at)
      values ('${LEEZEN}', '${UUID}', '${JSON.stringify({ ...noFacts, title: CANARY })}', 'planned', now(), now());
    insert into strategy.council_paper (ars, id, measure_id, facts, created_at, changed_at)
      values ('${LEEZEN}', '${UUID}', '${UUID}', '${JSON.stringify(blankPaper(CANARY))}', now(), now());
    insert into funding.programme (ars, organisation_id, id, facts, withdrawn_at, created_at, changed_at)
      values ('${LEEZEN}', '${LEEZEN}', '${UUID}', '${JSON.stringify(aProgramme({ title: CANARY }))}', now(), now(), now());
    insert into strategy.interaction (ars, id, from_field, to_measure, kind, strength, delay_months, reason, source, changed_at)
      values ('${LEEZEN}', '${UUID}', 'mobility', '${UUID}', 'hinders', 2, 0, '${CANARY}', '${CANARY}', now());
    insert into sensors.thing (ars, id, name, description, kind, created_at, changed_at)
      values ('${LEEZEN}', 1, 'Pegel', '', 'water', now(), now());
    insert into sensors.sensor (ars, id, name, description, encoding_type, metadata) values ('${LEEZEN}', 1, '', '', '', '');
    insert into sensors.observed_property (ars, id, name, definition, description) values ('${LEEZEN}', 1, 'W', '', '');
    insert into sensors.datastream (ars, id, thing_id, sensor_id, observed_property_id, name, description, observation_type,
        unit_name, unit_symbol, unit_definition)
      values ('${LEEZEN}', 1, 1, 1, 1, 'W', '', '', 'cm', 'cm', '');
    insert into sensors.threshold (ars, id, datastream_id, name, direction, raise_at, clear_at)
      values ('${LEEZEN}', '${UUID}', 1, 'Warnstufe', 'above', 2, 1);
      values ('${LEEZEN}', '${UUID}', 1, 'Alarm', 'above', 2, 1);
    insert into sensors.objection (ars, id, thing_id, text, contact, made_at)
      values ('${LEEZEN}', '${UUID}', 1, '${CANARY}', '${CANARY}', now());
    insert into sensors.access_key (ars, id, name, secret_hash, created_at)
      values ('${LEEZEN}', '${UUID}', '${CANARY}', '${CANARY}', now());
    insert into knowledge.completion_request (ars, id, entry_id, parts, sentence, centre_ars, centre_id, asked_at)
      values ('${LEEZEN}', '${UUID}', '${UUID}', '{summary}', '${CANARY}', '${LEEZEN}', '${LEEZEN}', now());
    insert into knowledge.dossier (ars, organisation_id, id, content, created_at, changed_at)
      values ('${LEEZEN}', '${LEEZEN}', '${UUID}', '{"title": "${CANARY}", "introduction": "", "items": []}', now(), now());
    insert into pilots.pilot (ars, id, plan, created_at, changed_at)
      values ('${LEEZEN}', '${UUID}', '${JSON.stringify(emptyPlan(CANARY, '2026-11-22'))}', now(), now());
    insert into sprints.sprint (ars, id, facts, ends_on, created_at, changed_at)
      values ('${LEEZEN}', '${UUID}', '{"title": "${CANARY}", "quarter": "2027-1", "question": "${CANARY}", "role": "", "phone": "",
        "address": "", "conduct": "", "phases": []}', '2027-03-31', now(), now());
    insert into sprints.contribution (ars, sprint_id, id, kind, party, way, phase, text, written_at)
      values ('${LEEZEN}', '${UUID}', '${UUID}', 'idea', 'residents', 'page', 'sketch', '${CANARY}', now());
    insert into strategy.risk (ars, measure_id, id, kind, text, likelihood, impact, state, changed_at)
      values ('${LEEZEN}', '${UUID}', '${UUID}', 'cost', '${CANARY}', 1, 1, 'open', now());
    insert into participation.comment (ars, id, subject_kind, subject_id, text, state, written_at)
      values ('${LEEZEN}', '${UUID}', 'goal', '${UUID}', '${CANARY}', 'waiting', now());
    insert into strategy.own_frame (ars, id, title, lines, changed_at) values ('${LEEZEN}', '${UUID}', '${CANARY}', '[]', now());
    insert into participation.report (ars, id, category, text, lon, lat, pt, state, secret_hash, way, reported_at, changed_at)
      values ('${LEEZEN}', '${UUID}', 'road', '${CANARY}', 10.2, 53.8, point(1, 1), 'received', '${CANARY}', 'page', now(), now());
    insert into participation.survey (ars, id, title, closes_on, questions, changed_at)
      values ('${LEEZEN}', '${UUID}', '${CANARY}', '2027-01-01', '[]', now());
    insert into strategy.meeting (ars, id, held_on, title, changed_at)
      values ('${LEEZEN}', '${UUID}', '2026-11-02', '${CANARY}', now());
    insert into strategy.decision (ars, id, decided_on, text, reason, changed_at)
      values ('${LEEZEN}', '${UUID}', '2026-11-02', '${CANARY}', '${CANARY}', now());
    insert into strategy.wanted_skill (ars, id, topic, changed_at) values ('${LEEZEN}', '${UUID}', '${CANARY}', now());
    insert into strategy.training (ars, id, title, topic, held_on, changed_at)
      values ('${LEEZEN}', '${UUID}', '${CANARY}', '${CANARY}', '2026-12-01', now());
    insert into strategy.emergency_sheet (ars, id, service, tolerable_hours, texts, changed_at)
      values ('${LEEZEN}', '${UUID}', '${CANARY}', 4, '${JSON.stringify(NO_SHEET)}', now());
    insert into strategy.dpia (ars, measure_id, content, changed_at)
      values ('${LEEZEN}', '${UUID}', '${JSON.stringify({ ...noDpia, description: CANARY })}', now());
    insert into knowledge.reuse (ars, organisation_id, id, entry_ars, entry_organisation_id, entry_id, entry_version,
        entry_title, draft, result, created_at, changed_at)
      values ('${LEEZEN}', '${LEEZEN}', '${UUID}', '${LEEZEN}', '${LEEZEN}', '${UUID}', 1, '${CANARY}', '${draft}', '${CANARY}', now(), now());
    insert into knowledge.advice_question (ars, organisation_id, id, title, question, field, is_public, asked_at)
      values ('${LEEZEN}', '${LEEZEN}', '${UUID}', '${CANARY}', '${CANARY}', 'data', false, now());
    insert into knowledge.partner (ars, organisation_id, kind, offers, needs, fields, advises, is_shown, changed_at)
      values ('${LEEZEN}', '${LEEZEN}', 'administration', '${CANARY}', '', '{data}', false, false, now());
    insert into knowledge.cooperation (ars, organisation_id, id, kind, field, title, text, folded, began_at)
      values ('${LEEZEN}', '${LEEZEN}', '${UUID}', 'gap', 'data', '${CANARY}', '${CANARY}', '${CANARY}', now());
    insert into offers.import_run (ars, id, source_id, started_at, outcome, failure)
      values ('${LEEZEN}', '${UUID}', '${UUID}', now(), 'failed', '${CANARY}')`);
});

/** An address of each route: its parameters filled with what is there in Leezen. */
const filled = (path: string): string =>
  path
    .replace(/:organisation(\{[^/]*\})?/, LEEZEN)
    // One of a list of words: the first.
    .replaceAll(/:\w+\{\((\w+)\|[^/]*\)\}/g, '$1')
    .replaceAll(/:(file)\{[^/]*\[\.\]ics\}/g, `${UUID}.ics`)
    .replaceAll(/:form\{\[a-z\]\[[^\]]*\]\{[\d,]+\}\}/g, 'antrag')
    .replaceAll(/:number\{\[0-9\]\{[\d,]+\}\}/g, '1')
    .replaceAll(/:[a-zA-Z]+(\{(?:[^{}]|\{[^}]*\})*\})?\??/g, UUID)
    .replaceAll('*', 'x');

type Route = { method: string; path: string };
const routes = (): Route[] => {
  const seen = new Map<string, Route>();
  for (const { method, path } of server.routes)
    if (['GET', 'POST'].includes(method)) seen.set(`${method} ${path}`, { method, path });
  return [...seen.values()];
};
const deskRoutes = () => routes().filter(({ path }) => path.includes(':organisation'));

const ask = (browser: Browser, { method, path }: Route): Promise<Response> =>
  method === 'GET' ? browser.ask(filled(path)) : browser.post(filled(path));

test('every address of a desk is unknown to the account of another town, whatever its roles there', async (t) => {
  const walked = deskRoutes();
  assert.ok(walked.length >= 40, `${walked.length} routes`);
  for (const route of walked) {
    const answer = await ask(karlsruhe, route);
    const text = await answer.text();
    assert.equal(answer.status, 404, `${route.method} ${filled(route.path)}`);
    assert.doesNotMatch(text, new RegExp(CANARY, 'i'), route.path);
  }
  t.diagnostic(`${walked.length} addresses of the desk, both languages`);
});

test('without a session every address of a desk leads to signing in', async () => {
  for (const route of deskRoutes()) {
    const answer = await ask(newBrowser(), route);
    assert.equal(answer.status, 303, `${route.method} ${route.path}`);
    assert.match(answer.headers.get('location') ?? '', /\/anmelden\?/, route.path);
  }
});

test('no address of the house at all shows unfinished work to strangers, signed in or not', async (t) => {
  const open = routes().filter(({ method, path }) => method === 'GET' && !path.includes(':organisation'));
  const queries = ['', `?ort=${LEEZEN}`, `?q=${CANARY}&ort=${LEEZEN}`, `?lon=10.25&lat=53.86&q=${CANARY}`];
  let walked = 0;
  for (const { path } of open)
    for (const query of queries)
      for (const browser of [karlsruhe, newBrowser()]) {
        const answer = await browser.ask(filled(path) + query);
        // What somebody typed may be said back to them, and that alone.
        const text = (await answer.text()).replaceAll(/(value="|q=|»|“)Kanarienvogel/g, '');
        assert.doesNotMatch(text, new RegExp(CANARY, 'i'), `${path}${query} ${answer.status}`);
        walked += 1;
      }
  t.diagnostic(`${open.length} open addresses, ${walked} answers`);
});

test('the canary would be seen: its own town sees it', async () => {
  const shown = [`/vorschlaege`, `/quellen`, `/menschen`, `/antraege`, `/formulare`, `/daten`].map(
    (path) => `/rathaus/${LEEZEN}${path}`,
  );
  const texts = await Promise.all(shown.map(async (path) => (await leezen.ask(path)).text()));
  for (const at of [0, 1, 2, 3]) assert.match(texts[at] ?? '', new RegExp(CANARY, 'i'), shown[at]);
});

test('in the own town a role opens its own addresses and no others', async () => {
  const { rows } = await pool.query(`select id from accounts.person where mail = 'anna@leezen.example'`);
  await leezen.post(`/rathaus/${LEEZEN}/menschen/einladen`, {
    mail: 'dora@leezen.example',
    role: 'caseWorker',
  });
  assert.equal(rows.length, 1);
  editorOnly = await signIn('dora@leezen.example');
  await pool.query(`
    insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
    select '${LEEZEN}', '${LEEZEN}', id, 'caseWorker', now() from accounts.person where mail = 'dora@leezen.example'`);
  const open = [
    ...['', '/menschen', '/parken', '/agenda', '/agenda/selbstcheck/ergebnis', '/agenda/selbstcheck.csv'].map(
      (path) => `/rathaus/:organisation${path}`,
    ),
    ...deskRoutes()
      .map(({ path }) => path)
      .filter((path) => /agenda\/massnahmen\/:measure\{[^/]+\}(\/(risiken|folgen|folgen\.pdf))?$/.test(path)),
    ...deskRoutes()
      .map(({ path }) => path)
      .filter((path) =>
        /agenda\/(steuerung(\/sitzungen.+pdf)?|mitarbeit|notfall(\.pdf)?|wirkungen(\/:interaction\{[^/]+\})?|.+\/wechselwirkungen|fahrplan([.]ics)?)$/.test(
          path,
        ),
      ),
  ];
  const ofCaseWorkers = (path: string) =>
    path.endsWith('/stand') ||
    // A municipality has no towns below it.
    path.endsWith('/agenda/ueberblick') ||
    path.endsWith('/agenda/selbstcheck') ||
    path.endsWith('/widerspruch') ||
    // Everybody who works here says what they can and takes part in trainings.
    /\/agenda\/mitarbeit\/(angeboten|schulungen\/[^/]+\/(teilnehmen|absagen)$)/.test(path) ||
    ['antraege', 'parken/pruefen', 'parken/buchen'].some((own) =>
      path.startsWith(`/rathaus/:organisation/${own}`),
    );
  for (const route of deskRoutes().filter(({ path }) => !path.startsWith('/en') && !ofCaseWorkers(path))) {
    if (route.path.endsWith('/*')) continue;
    const answer = await ask(editorOnly, route);
    const expected = route.method === 'GET' && open.includes(route.path) ? 200 : 403;
    assert.equal(answer.status, expected, `${route.method} ${route.path}`);
  }
});
