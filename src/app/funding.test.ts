import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { aProgramme } from '../modules/funding/programme.builder.ts';
import { noFacts } from '../modules/strategy/measures/measure.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/funding';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, places, administrate, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;
const LEEZEN = '010605053053';
const KARLSRUHE = '082120000000';
const NEIGHBOUR = places.neighbours(LEEZEN)[0] ?? assert.fail();
const MEASURE = '01900000-0000-7000-8000-000000000001';
const DESK = `/rathaus/${LEEZEN}/agenda/foerderung`;
let leezen: Browser;
let moderator: Browser;

const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('\u00a0', ' ');
const read = (path: string) => textOf(newBrowser().ask(path));
const townHall = async (key: string, ars: string, mail: string, role: string): Promise<Browser> => {
  const browser = await administrate(key, mail);
  const { rows } = await pool.query('select id from accounts.person where mail = $1', [mail]);
  await browser.post(`/rathaus/${ars}/menschen/rolle`, { person: rows[0].id, role, step: 'grant' });
  return browser;
};
const plan = async (ars: string, id: string, facts: object): Promise<void> => {
  await pool.query(
    `insert into strategy.agenda (ars, from_year, to_year, changed_at) values ($1, 2027, 2031, now())
     on conflict do nothing`,
    [ars],
  );
  await pool.query(
    `insert into strategy.measure (ars, id, facts, state, is_public, created_at, changed_at)
     values ($1, $2, $3, 'planned', true, now(), now())`,
    [ars, id, JSON.stringify({ ...noFacts, ...facts })],
  );
};
const idOf = async (title: string): Promise<string> =>
  (await pool.query("select id from funding.programme where facts ->> 'title' = $1", [title])).rows[0].id;

const TYPED = {
  titel: 'Gute Wege im Land',
  geber: 'Beispielland',
  ebene: 'state',
  gebiet: '01',
  gebietName: 'Schleswig-Holstein',
  'wer-municipality': 'ja',
  groesse: 'egal',
  'felder-mobility': 'ja',
  satz: '80',
  deckel: '50.000',
  mindestens: '1.000',
  frist: '2027-03-31',
  zusammen: 'alle',
  stand: '2026-11',
  quelle: 'https://land.example/wege',
};

before(async () => {
  leezen = await townHall('01060053', LEEZEN, 'anna@leezen.example', 'digitalOfficer');
  moderator = await townHall('08212000', KARLSRUHE, 'eve@karlsruhe.example', 'networkModerator');
  await administrate(NEIGHBOUR.ars, 'nina@nachbar.example');
  await plan(LEEZEN, MEASURE, {
    title: 'Radweg',
    fields: ['mobility'],
    years: [{ year: 2027, once: 40_000, running: 1_000, staff: 0 }],
  });
});

test('a unit keeps programmes of its own area; what reaches beyond is for the moderators', async () => {
  const at = `/rathaus/${LEEZEN}/foerderprogramme`;
  const refused = await leezen.post(at, TYPED);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /außerhalb Ihres Gebiets[\s\S]*Gute Wege im Land/);
  assert.equal((await leezen.post(at, { ...TYPED, titel: 'Nur hier', gebiet: LEEZEN })).status, 303);
  assert.equal((await moderator.post(`/rathaus/${KARLSRUHE}/foerderprogramme`, TYPED)).status, 303);
  const wrong = await leezen.post(at, {
    ...TYPED,
    gebiet: LEEZEN,
    satz: '120',
    frist: '31.03.2027',
    quelle: 'ftp://x',
  });
  assert.match(
    await wrong.text(),
    /Fördersatz in %: stimmt nicht[\s\S]*Letzter Tag der Frist: stimmt nicht[\s\S]*Adresse der Quelle: stimmt nicht/,
  );
});

test('a programme is changed under its revision, taken out and listed again', async () => {
  const one = `/rathaus/${LEEZEN}/foerderprogramme/${await idOf('Nur hier')}`;
  const changed = { ...TYPED, titel: 'Nur hier', gebiet: LEEZEN, satz: '70', revision: '1' };
  assert.equal((await leezen.post(one, changed)).status, 303);
  assert.match(await textOf(leezen.post(one, changed)), /inzwischen geändert/);
  assert.match(await textOf(leezen.ask(one)), /name="satz"[^>]*value="70"|value="70"[^>]*name="satz"/);
  await leezen.post(`${one}/herausnehmen`);
  assert.doesNotMatch(await read('/foerderung'), /Nur hier/);
  assert.equal((await newBrowser().ask(`/foerderung/${await idOf('Nur hier')}`)).status, 404);
});

test('everybody reads programmes by state, with the age of the source; closed and old ones are never open', async () => {
  const past = { ...aProgramme().deadline, closes: '2026-01-31' };
  for (const facts of [
    aProgramme({ title: 'Vorbei', deadline: past }),
    aProgramme({ title: 'Lange her', sourceOn: '2021' }),
    aProgramme({ title: 'Bayern allein', area: ['09'], areaText: 'Bayern' }),
  ])
    await pool.query(
      `insert into funding.programme (ars, organisation_id, id, facts, created_at, changed_at)
       values ($1, $1, gen_random_uuid(), $2, now(), now())`,
      [KARLSRUHE, JSON.stringify(facts)],
    );
  const list = await read('/foerderung');
  assert.match(
    list,
    />Offen<\/h2>[\s\S]*Bayern allein[\s\S]*Gute Wege im Land[\s\S]*>Nicht bekannt, ob offen<\/h2>[\s\S]*Lange her[\s\S]*>Geschlossen<\/h2>[\s\S]*Vorbei/,
  );
  assert.match(list, /Stand der Quelle: 2026-11/);
  assert.doesNotMatch(await read('/foerderung?land=01'), /Bayern allein/);
  assert.match(await read('/en/foerderung?stand=closed'), /1 programme[\s\S]*Vorbei/);
  assert.match(
    await read(`/foerderung/${await idOf('Gute Wege im Land')}`),
    /80 % der Kosten[\s\S]*höchstens 50\.000 €/,
  );
  const calendar = await read('/foerderung.ics');
  assert.equal(calendar.match(/BEGIN:VEVENT/g)?.length, 2);
  assert.match(calendar, /DTSTART;VALUE=DATE:20270331/);
  assert.equal(JSON.parse(await read('/foerderung.json')).programmes.length, 4);
});

test('a measure sees yes, no and cannot tell with each reason, and its own share by year', async () => {
  const page = await textOf(leezen.ask(`${DESK}?massnahme=${MEASURE}`));
  assert.match(
    page,
    />Passt<\/h2>[\s\S]*Gute Wege im Land[\s\S]*Zuschuss 32\.000 €, eigener Anteil 8\.000 €/,
  );
  assert.match(page, />Nicht zu sagen<\/h2>[\s\S]*Lange her[\s\S]*Die Quelle ist alt \(2021\)/);
  assert.match(page, />Passt nicht<\/h2>[\s\S]*Bayern allein[\s\S]*Gilt nur in: Bayern/);
  assert.match(page, /2027[\s\S]*41\.000 €[\s\S]*32\.000 €[\s\S]*9\.000 €/);
  const weak = await textOf(leezen.ask(`${DESK}?massnahme=${MEASURE}&haushalt=schwach`));
  assert.match(weak, /Lange her[\s\S]*Zuschuss 38\.000 €, eigener Anteil 2\.000 €/);
  assert.match(await textOf(leezen.ask(`/en${DESK}?massnahme=${MEASURE}`)), /The source is old \(2021\)/);
  assert.match(
    await textOf(leezen.ask(`/rathaus/${LEEZEN}/agenda/massnahmen/${MEASURE}`)),
    /Passende Förderung/,
  );
});

test('the chosen programme stands in the measure, its deadline as a milestone, once; a closed one does not', async () => {
  const take = async (title: string) =>
    leezen.post(DESK, { massnahme: MEASURE, programm: await idOf(title), haushalt: 'unbekannt' });
  assert.equal((await take('Gute Wege im Land')).status, 303);
  await take('Gute Wege im Land');
  const { rows } = await pool.query('select facts from strategy.measure where id = $1', [MEASURE]);
  assert.equal(rows[0].facts.funding, 'Gute Wege im Land (Beispielland)');
  assert.deepEqual(
    rows[0].facts.milestones.map(({ title, due }: { title: string; due: string }) => [title, due]),
    [['Frist: Gute Wege im Land', '2027-03-31']],
  );
  const closed = await take('Vorbei');
  assert.equal(closed.status, 422);
  assert.match(await closed.text(), /ist geschlossen/);
  const unknown = { massnahme: '01900000-0000-7000-8000-00000000000f', programm: await idOf('Lange her') };
  assert.equal((await leezen.post(DESK, unknown)).status, 404);
});

test('neighbours with the same gap: public measures nearby, and what was opened to this town', async () => {
  await plan(NEIGHBOUR.ars, '01900000-0000-7000-8000-000000000002', {
    title: 'Radweg drüben',
    fields: ['mobility'],
  });
  await plan(KARLSRUHE, '01900000-0000-7000-8000-000000000003', { title: 'Weit weg', fields: ['mobility'] });
  const gap = (ars: string, title: string) =>
    pool.query(
      `insert into knowledge.cooperation (ars, organisation_id, id, kind, field, title, text, folded, began_at)
       values ($1, $1, gen_random_uuid(), 'gap', 'mobility', $2, 'Es fehlt.', 'es fehlt', now())`,
      [ars, title],
    );
  await gap(NEIGHBOUR.ars, 'Lücke drüben');
  const before = await textOf(leezen.ask(`${DESK}?massnahme=${MEASURE}`));
  assert.match(before, /Radweg drüben/);
  assert.doesNotMatch(before, /Weit weg|Lücke drüben/);
  await gap(LEEZEN, 'Unsere Lücke');
  assert.match(
    await textOf(leezen.ask(`${DESK}?massnahme=${MEASURE}`)),
    /Lücke drüben[\s\S]*zeigt Ihnen das/,
  );
});
