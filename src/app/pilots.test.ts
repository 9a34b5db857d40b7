import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { deliverEvents } from '../foundation/events/deliver-events.ts';
import { tellEvent } from '../foundation/events/tell-event.ts';
import { anySeries, normalOf, seeded } from '../foundation/statistics/series.builder.ts';
import { aCaseStudy } from '../modules/knowledge/library/entry.builder.ts';
import { evaluatePilot } from '../modules/pilots/write-pilot.ts';
import { ingest } from '../modules/sensors/index.ts';
import { plantStream } from '../modules/sensors/sensors.builder.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';
import { consumers } from './domain-events.ts';
import { pilotSetting } from './pilots.ts';

const FOLDER = 'var/test/pilots';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, places, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;
const LEEZEN = '010605053053';
const ROOT = `/rathaus/${LEEZEN}/pilotprojekte`;
const MEASURE = '0193b7a0-0000-7000-8000-00000000000b';
let officer: Browser;
let at: string;
let open: string;

const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const sheet = () => textOf(officer.ask(at));
const revision = async () => /name="revision" value="(\d+)"/.exec(await sheet())?.[1] ?? '';

// 110 days before the start, 56 days of the run; the first street rises by 40 % at the start.
const FIRST = Date.parse('2026-08-04');
const START = '2026-11-22';
const dayAt = (day: number) => new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10);
const random = seeded(4);
const weather = Array.from({ length: 166 }, () => 0.15 * normalOf(random));
const streets = ['Dorfstraße', 'Bergweg', 'Am Bach', 'Mühlenweg'].map((name, street) => ({
  name,
  lines: anySeries(random, {
    days: 166,
    lasting: 0.03,
    passing: 0.03,
    start: 110,
    change: street === 0 ? Math.log(1.4) : 0,
  }).map(({ at: day, log }) => `${dayAt(day)};${Math.round(Math.exp(log + (weather[day] ?? 0)))}`),
}));
const bring = async (from: number, to: number) => {
  for (const { name, lines } of streets) {
    const werte = ['Tag;Räder', ...lines.slice(from, to)].join('\n');
    const typed = { name, einheit: 'Räder je Tag', quelle: 'Gemeinde Leezen, eigene Zählung', werte };
    assert.equal((await officer.post(`${at}/reihen`, typed)).status, 303);
  }
};

before(async () => {
  officer = await administrate('01060053', 'anna@leezen.example');
  await pool.query(
    `insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
      select $1, $1, id, 'digitalOfficer', now() from accounts.person where mail = 'anna@leezen.example'`,
    [LEEZEN],
  );
  await officer.post(`/rathaus/${LEEZEN}/agenda/massnahmen`, { title: 'Radstraße bauen' });
  await pool.query('update strategy.measure set id = $1, is_public = true', [MEASURE]);
  const begun = await officer.post(ROOT, { titel: 'Radstraße auf Probe' });
  at = begun.headers.get('location') ?? '';
});

const PLAN = {
  titel: 'Radstraße auf Probe',
  ziel: 'Mehr Menschen fahren sicher Rad.',
  hypothese: 'Ohne Durchgangsverkehr trauen sich mehr.',
  aufgabe: 'Verkehrsplanung',
  massnahme: MEASURE,
  richtung: 'up',
  mindestens: '10',
  methode: 'differences',
  sicherheit: '95',
  ausnahmen: '2026-12-24; 2026-12-26; Weihnachten',
  feiertage: 'ja',
  vorher_von: dayAt(0),
  start: START,
  ende: dayAt(165),
};

test('a draft says what is missing, and what one will be able to see', async () => {
  assert.equal((await officer.post(ROOT, { titel: ' ' })).status, 422);
  assert.match(await sheet(), /Es fehlt das Ziel[\s\S]*mindestens eine Reihe als Indikator/);
  const broken = await officer.post(`${at}/reihen`, { name: 'x', quelle: 'y', werte: '2026-08-04;viel' });
  assert.match(await textOf(Promise.resolve(broken)), /Zeile 1: keine Zahl ab null/);
  await bring(0, 110);
  const page = await sheet();
  assert.match(page, /110 Tage, 04\.08\.2026 bis 21\.11\.2026 · Gemeinde Leezen, eigene Zählung/);
  const refs = Object.fromEntries(
    [...page.matchAll(/name="(reihe:own:[0-9a-f-]+)"/g)].map(([, name = '']) => [name, 'comparison']),
  );
  const own = /for="(reihe:own:[0-9a-f-]+)"[^>]*>\s*Dorfstraße/.exec(page)?.[1] ?? '';
  assert.equal(Object.keys(refs).length, 4);
  const typed = { ...PLAN, ...refs, [own]: 'indicator', revision: await revision() };
  assert.equal((await officer.post(at, { ...typed, ende: '2026-01-01' })).status, 422);
  assert.equal((await officer.post(at, typed)).status, 303);
  assert.match(await textOf(officer.post(at, typed)), /Jemand anderes hat es inzwischen geändert/);
  const ready = await sheet();
  assert.match(ready, /Mit diesen Reihen sehen Sie nach 8 Wochen eine Änderung von \+\d+ %/);
  assert.match(ready, /Plan und Ausgangswerte festlegen/);
});

test('frozen: hashed, public, and not to be changed by anybody, in the database either', async () => {
  assert.equal((await officer.post(`${at}/festlegen`)).status, 303);
  open = /href="(\/pilotprojekte\/leezen-[^"]+)"/.exec(await sheet())?.[1] ?? '';
  const page = await textOf(newBrowser().ask(open));
  assert.match(page, /Festgelegt am 22\.11\.2026[\s\S]*Verkehrsplanung[\s\S]*Radstraße bauen/);
  for (const [file, label] of [
    ['plan.json', 'Prüfsumme des Plans'],
    ['ausgangswerte.json', 'Prüfsumme der Ausgangswerte'],
  ]) {
    const hash = createHash('sha256').update(await (await newBrowser().ask(`${open}/${file}`)).text());
    assert.match(page, new RegExp(`${label}[\\s\\S]{0,200}${hash.digest('hex')}`));
  }
  assert.equal((await newBrowser().ask(`${open}/tage.csv`)).status, 404);
  assert.equal((await officer.post(at, { ...PLAN, revision: '3' })).status, 422);
  assert.equal((await officer.post(`${at}/festlegen`)).status, 422);
  assert.equal((await officer.post(`${at}/loeschen`)).status, 422);
  const refused = [
    `update pilots.pilot set plan = jsonb_set(plan, '{smallest}', '1')`,
    `update pilots.pilot set plan_hash = repeat('0', 64)`,
    `update pilots.pilot set frozen_at = frozen_at - interval '1 day'`,
    `update pilots.baseline set content = '{}'`,
    'delete from pilots.baseline',
  ];
  for (const statement of refused) await assert.rejects(pool.query(statement), /does not change/, statement);
});

test('the run: what happened is noted, nobody judges before the end, changed values from before do not count', async () => {
  await officer.post(`${at}/ereignisse`, { tag: '2026-12-01', ereignis: 'Baustelle am Bergweg' });
  assert.equal((await officer.post(`${at}/ereignisse`, { tag: '', ereignis: 'x' })).status, 422);
  assert.equal((await officer.post(`${at}/auswerten`)).status, 422);
  assert.match(await textOf(newBrowser().ask(open)), /01\.12\.2026: Baustelle[\s\S]*/);
  await bring(110, 166);
  // Somebody makes the past look worse than it was.
  await pool.query(
    `update pilots.own_series set days = (select jsonb_agg(case when day ->> 0 < '${START}'
      then jsonb_build_array(day ->> 0, 1) else day end) from jsonb_array_elements(days) day) where name = 'Dorfstraße'`,
  );
  const later = { ...platform, clock: () => new Date('2027-02-01T11:00:00Z') };
  const acting = { organisation: { ars: LEEZEN, id: LEEZEN, name: 'Leezen' }, personId: null };
  const { rows } = await pool.query("select id from accounts.person where mail = 'anna@leezen.example'");
  const evaluated = await evaluatePilot(
    pilotSetting(later, { places }),
    { ...acting, personId: rows[0].id, roles: [] } as unknown as Parameters<typeof evaluatePilot>[1],
    at.split('/').at(-1) ?? '',
  );
  assert.deepEqual(evaluated, { done: true });
  assert.match(await sheet(), /Wirkt\.[\s\S]*Dorfstraße: \+\d/);
  assert.doesNotMatch(await textOf(newBrowser().ask(open)), /Wirkt/);
});

test('published with a recommendation of a person; agenda and library hear of it once', async () => {
  assert.equal((await officer.post(`${at}/veroeffentlichen`, { empfehlung: 'scale', text: '' })).status, 422);
  const typed = { empfehlung: 'scale', text: 'Wir machen das in zwei weiteren Straßen.' };
  assert.equal((await officer.post(`${at}/veroeffentlichen`, typed)).status, 303);
  const page = await textOf(newBrowser().ask(open));
  const [, estimate, low, high] =
    /Dorfstraße: \+([\d,]+) % gegenüber[\s\S]*von ([+−][\d,]+) % bis ([+−][\d,]+) %/.exec(page) ?? [];
  const number = (text = '') => Number(text.replace(',', '.').replace('−', '-'));
  assert.ok(number(low) < 40 && number(high) > 40, `${estimate} (${low} … ${high})`);
  assert.match(page, /<svg[\s\S]*<polyline[\s\S]*ausweiten\.[\s\S]*zwei weiteren Straßen/);
  assert.match(await textOf(newBrowser().ask('/en/pilotprojekte')), /Radstraße auf Probe[\s\S]*Works/);
  const csv = await (await newBrowser().ask(`${open}/tage.csv`)).text();
  assert.match(csv, /^day;measured;expected_without\r\n2026-08-04;\d+;[\d.]+\r\n/);
  const result = (await (await newBrowser().ask(`${open}/ergebnis.json`)).json()) as { verdict: string };
  assert.equal(result.verdict, 'works');
  await assert.rejects(pool.query("update pilots.pilot set result = '{}'"), /does not change/);
  assert.equal((await officer.post(`${at}/auswerten`)).status, 422);

  const fault = (_: unknown, error: Error) => assert.fail(error);
  await deliverEvents(platform, consumers, fault);
  await pool.query("update events.domain_event set delivered_at = null where type = 'effect-published'");
  await deliverEvents(platform, consumers, fault);
  const measure = await textOf(newBrowser().ask(`/agenda/massnahme/${MEASURE}`));
  assert.match(measure, /Pilotprojekt „Radstraße auf Probe“[\s\S]*Wirkt\. Dorfstraße: \+/);
  assert.match(measure, new RegExp(`href="${open}"`));
  const entries = await pool.query('select id, parts, version from knowledge.entry');
  assert.equal(entries.rows.length, 1);
  assert.equal(entries.rows[0].version, null);
  assert.match(entries.rows[0].parts.after, /^Radstraße auf Probe: Dorfstraße \+[\d,]+ % .*, wirkt\n/);

  // People fill in the rest; the measure behind it tells of a second pilot, which found nothing.
  const { id } = entries.rows[0];
  await officer.post(`/rathaus/${LEEZEN}/wissen/${id}`, { ...aCaseStudy({}), revision: '1' });
  assert.equal((await officer.post(`/rathaus/${LEEZEN}/wissen/${id}/veroeffentlichen`)).status, 303);
  await pool.query(
    `insert into knowledge.living (ars, entry_id, source_kind, source_id, state, told_at)
      values ($1, $2, 'measure', $3, 'running', now())`,
    [LEEZEN, id, MEASURE],
  );
  const payload = {
    pilot: MEASURE,
    measure: MEASURE,
    title: 'Zweiter Versuch',
    indicator: 'Bergweg',
    verdict: 'does-not',
    change: { estimate: 0, low: -4, high: 3.5 },
    recommendation: { choice: 'stop', text: 'Lassen.' },
    path: open,
  };
  await tellEvent(platform, { ars: LEEZEN, type: 'effect-published', payload });
  await deliverEvents(platform, consumers, fault);
  assert.match(
    await textOf(newBrowser().ask(`/netzwerk/eintrag/${id}`)),
    /Was Pilotprojekte gezeigt haben[\s\S]*Zweiter Versuch: Bergweg 0 % \(−4 % bis \+3,5 %\), wirkt nicht/,
  );
});

test('what the sensors of the town measure can be chosen: means of days that were measured whole', async () => {
  const { datastream } = await plantStream(platform, LEEZEN, { expectedSeconds: 3600 });
  const midnight = Date.parse('2026-11-17T23:00:00Z');
  const hour = (at: number) => ({ at: new Date(midnight + at * 3_600_000), value: at < 24 ? 10 : 30 });
  const hours = Array.from({ length: 24 + 12 }, (_, at) => hour(at));
  await ingest(platform, { ars: LEEZEN, datastream, readings: hours });
  const { measured } = pilotSetting(platform, { places });
  const [series] = await measured.list(LEEZEN);
  assert.match(series?.name ?? '', /Räder je Viertelstunde/);
  assert.deepEqual(await measured.read(LEEZEN, series?.ref ?? '', '2026-11-17', '2026-11-20'), [
    ['2026-11-18', 10],
  ]);
  assert.deepEqual(await measured.read(LEEZEN, 'x', '2026-11-17', '2026-11-20'), []);
  const begun = await officer.post(ROOT, { titel: 'Mit Sensor' });
  const page = await textOf(officer.ask(begun.headers.get('location') ?? ''));
  assert.match(page, new RegExp(`name="reihe:measured:${series?.ref}"`));
});

test('a draft is nobody’s business', async () => {
  const begun = await officer.post(ROOT, { titel: 'Geheimer Versuch' });
  const id = begun.headers.get('location')?.split('/').at(-1);
  const foreign = open.replace(/[^/]+$/, String(id));
  assert.equal((await newBrowser().ask(foreign)).status, 404);
  assert.equal((await newBrowser().ask(`${foreign}/plan.json`)).status, 404);
  assert.doesNotMatch(await textOf(newBrowser().ask('/pilotprojekte')), /Geheimer/);
  assert.equal((await officer.post(`${ROOT}/${id}/loeschen`)).status, 303);
});
