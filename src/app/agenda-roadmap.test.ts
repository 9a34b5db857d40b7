import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { noFacts } from '../modules/strategy/measures/measure.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/agenda-roadmap';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;
const LEEZEN = '010605053053';
const DESK = `/rathaus/${LEEZEN}/agenda`;
const PUBLIC = '/agenda/leezen-01060053/fahrplan';
let leezen: Browser;
const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const inDatabase = async (query: string, values: unknown[] = []) => (await pool.query(query, values)).rows;
const idOf = (at: number) => `0193b7a0-0000-7000-8000-00000000000${at}`;

/** Platform (2027) before sensors (2028); a dear one and a running one in 2027. */
const MEASURES = [
  { title: 'Plattform', begins: '2027-01', ends: '2027-12', money: 60_000, benefit: 5, state: 'planned' },
  {
    title: 'Sensoren',
    begins: '2028-01',
    ends: '2029-06',
    money: 60_000,
    benefit: 4,
    state: 'planned',
    needs: [0],
  },
  { title: 'Neubau', begins: '2027-01', ends: '2027-12', money: 900_000, benefit: 5, state: 'idea' },
  { title: 'Bürgerbüro', begins: '2027-03', ends: '2027-09', money: 50_000, benefit: 2, state: 'running' },
];

before(async () => {
  leezen = await administrate('01060053', 'anna@leezen.example');
  const [person] = await inDatabase("select id from accounts.person where mail = 'anna@leezen.example'");
  await leezen.post(`/rathaus/${LEEZEN}/menschen/rolle`, {
    person: person.id,
    role: 'digitalOfficer',
    step: 'grant',
  });
  await leezen.ask(DESK);
  for (const [at, { title, begins, ends, money, benefit, state, needs = [] }] of MEASURES.entries()) {
    const year = Number(begins.slice(0, 4));
    const facts = {
      ...noFacts,
      title,
      begins,
      ends,
      benefit,
      fields: ['mobility'],
      years: [{ year, once: money, running: 0, staff: 0.5 }],
      dependsOn: needs.map(idOf),
      milestones: [{ id: idOf(at + 5), title: `Vergabe ${title}`, due: `${year}-05-01`, doneOn: null }],
    };
    await pool.query(
      `insert into strategy.measure (ars, id, facts, state, is_public, created_at, changed_at) values ($1, $2, $3, $4, $5, now(), now())`,
      [LEEZEN, idOf(at), JSON.stringify(facts), state, title !== 'Neubau'],
    );
  }
});

test('the roadmap stands as picture and as table, with its longest chain', async () => {
  const page = await textOf(leezen.ask(`${DESK}/fahrplan`));
  assert.match(page, /Längste Kette: Plattform → Sensoren\. Sie dauert zusammen 30 Monate/);
  assert.match(page, /<svg class="gantt"[\s\S]*gantt__bar--critical[\s\S]*gantt__milestone/);
  assert.match(page, /gantt__dependency--critical/);
  assert.match(page, /ab 01\/2028 bis 06\/2029[\s\S]*Vergabe Sensoren: bis 01\.05\.2028/);
  assert.match(page, /1\.010\.000 €, keine Grenze/);
});

test('limits are kept by year; what is no number is refused, and nothing is lost', async () => {
  const typed = { 'money-2027': 'viel', 'money-2028': '100.000' };
  const refused = await leezen.post(`${DESK}/fahrplan/grenzen`, typed);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /eine Zahl ab 0[\s\S]*100\.000/);
  const limits = Object.fromEntries(
    [2027, 2028, 2029, 2030, 2031].map((year) => [`money-${year}`, '100.000']),
  );
  assert.equal(
    (await leezen.post(`${DESK}/fahrplan/grenzen`, { ...limits, 'staff-2027': '0,75' })).status,
    303,
  );
  const page = await textOf(leezen.ask(`${DESK}/fahrplan`));
  assert.match(page, /1\.010\.000 € von 100\.000 €[\s\S]*1,5 von 0,75[\s\S]*zu viel/);
});

const proposed = () => textOf(leezen.post(`${DESK}/fahrplan/vorschlag`));
const hiddenIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/name="(jahr-[0-9a-f-]+)" value="([\d.]+)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
const begins = async () =>
  (await inDatabase("select facts ->> 'begins' as begins from strategy.measure order by id")).map(
    (row) => row.begins,
  );

test('a proposal says what it costs and what does not fit, and changes nothing', async () => {
  const was = await begins();
  const page = await proposed();
  assert.match(page, /ein Vorschlag, keine Entscheidung/);
  assert.match(page, /eine bessere Reihenfolge gibt es unter diesen Grenzen nicht/i);
  // Beside what runs 50,000 € are left in 2027: the platform waits for 2028, the sensors for 2029; the new building is too dear.
  assert.match(page, /Plattform[\s\S]*2027[\s\S]*2028[\s\S]*Sensoren[\s\S]*2028–2029[\s\S]*2029–2030/);
  // 5 × 0.95 + 4 × 0.95² of 5 + 4 × 0.95 + 5.
  assert.match(page, /Sie bringt 8,4 Punkte\. Ohne Grenzen wären es 13,8\. Die Grenzen kosten also 39,4 %/);
  assert.match(page, /Passt nicht hinein[\s\S]*Neubau/);
  assert.doesNotMatch(page, /<td[^>]*>Bürgerbüro/);
  assert.deepEqual(await begins(), was);
});

test('it is taken over only after a last look; whoever changed something meanwhile is not overrun', async () => {
  const hidden = hiddenIn(await proposed());
  assert.equal(Object.keys(hidden).length, 2);
  const confirm = await textOf(leezen.post(`${DESK}/fahrplan/pruefen`, hidden));
  assert.match(confirm, /Fahrplan übernehmen\?[\s\S]*2 Maßnahmen bekommen andere Jahre/);
  assert.deepEqual(await begins(), ['2027-01', '2028-01', '2027-01', '2027-03']);
  await pool.query('update strategy.measure set revision = revision + 1 where id = $1', [idOf(1)]);
  const refused = await leezen.post(`${DESK}/fahrplan/uebernehmen`, hidden);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Nichts wurde verschoben/);
  assert.deepEqual(await begins(), ['2027-01', '2028-01', '2027-01', '2027-03']);
  // What runs is not moved, whatever a form says.
  const running = await leezen.post(`${DESK}/fahrplan/uebernehmen`, { [`jahr-${idOf(3)}`]: '2029.1' });
  assert.equal(running.status, 422);
  const done = await leezen.post(`${DESK}/fahrplan/uebernehmen`, hiddenIn(await proposed()));
  assert.equal(done.status, 303);
  assert.deepEqual(await begins(), ['2028-01', '2029-01', '2027-01', '2027-03']);
  const [moved] = await inDatabase('select facts from strategy.measure where id = $1', [idOf(0)]);
  assert.deepEqual([moved.facts.years[0].year, moved.facts.milestones[0].due], [2028, '2028-05-01']);
  assert.match(await proposed(), /Der Vorschlag ändert nichts/);
});

test('everybody sees public measures on their years and takes the milestones into a calendar; limits stay inside', async () => {
  assert.equal((await newBrowser().ask(PUBLIC)).status, 404);
  assert.equal((await newBrowser().ask(`${PUBLIC}.ics`)).status, 404);
  await leezen.post(`${DESK}/ziele/neu`, { title: 'Ziel', field: 'mobility', text: '' });
  await leezen.post(`${DESK}/veroeffentlichen`);
  const page = await textOf(newBrowser().ask(PUBLIC));
  assert.match(page, /Fahrplan der Digitalagenda Leezen[\s\S]*Plattform → Sensoren/);
  assert.doesNotMatch(page, /Neubau|100\.000|<form method="post"/);
  const calendar = await newBrowser().ask(`${PUBLIC}.ics`);
  assert.match(calendar.headers.get('content-type') ?? '', /text\/calendar/);
  const text = (await calendar.text()).replaceAll('\r\n ', '');
  assert.match(text, /DTSTART;VALUE=DATE:20280501[\s\S]*SUMMARY:Vergabe Plattform \(Plattform\)/);
  assert.doesNotMatch(text, /Neubau/);
  assert.match(await textOf(leezen.ask(`${DESK}/fahrplan.ics`)), /Neubau/);
});

test('measures that wait for each other in a circle are named, and no order is proposed', async () => {
  await pool.query(
    `update strategy.measure set facts = jsonb_set(facts, '{dependsOn}', $1::jsonb) where id = $2`,
    [JSON.stringify([idOf(1)]), idOf(0)],
  );
  const page = await textOf(leezen.ask(`${DESK}/fahrplan`));
  assert.match(page, /im Kreis: Plattform → Sensoren → Plattform/);
  assert.doesNotMatch(page, /Reihenfolge vorschlagen lassen/);
  assert.equal((await leezen.post(`${DESK}/fahrplan/vorschlag`)).status, 303);
});
