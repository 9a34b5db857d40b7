import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { deliverEvents } from '../foundation/events/deliver-events.ts';
import { openLiveRooms } from '../modules/sprints/index.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';
import { consumers } from './domain-events.ts';

const FOLDER = 'var/test/sprints';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, grant, newBrowser } = await startDesk(FOLDER);
const { pool } = platform.connection;

const LEEZEN = '010605053053';
const DESK = `/rathaus/${LEEZEN}/sprints`;
let officer: Browser;
let at: string;
let id: string;
let open: string;
const residents: Browser[] = [];

const textOf = async (answer: Response | Promise<Response>): Promise<string> => (await answer).text();
const act = async (path: string, typed: Record<string, string> = {}): Promise<number> =>
  (await officer.post(`${at}${path}`, typed)).status;
const linkFor = async (party: string): Promise<string> =>
  /\/sprints\/beitreten\/[\w-]{43}/.exec(
    await textOf(officer.post(`${at}/einladungen`, { gruppe: party })),
  )?.[0] ?? '';
const enter = async (link: string, name: string): Promise<Browser> => {
  const browser = newBrowser();
  assert.equal((await browser.post(link, { name, regeln: 'ja' })).status, 303);
  return browser;
};
const ideasIn = async (browser: Browser): Promise<string[]> =>
  [...(await textOf(browser.ask(`${open}/raum`))).matchAll(/id="idee-([0-9a-f-]{36})"/g)].map(
    ([, one = '']) => one,
  );

before(async () => {
  officer = await administrate('01060053', 'anna@leezen.example');
  await grant(LEEZEN, 'anna@leezen.example', 'digitalOfficer');
  await officer.post(`/rathaus/${LEEZEN}/agenda/massnahmen`, { title: 'Bänke am Markt' });
  const report = `insert into participation.report
    (ars, id, category, text, lon, lat, pt, state, secret_hash, way, reported_at, changed_at)
    values ($1, gen_random_uuid(), 'road', $2, 10.2, 53.8, point(1, 1), $3, $2, 'page', now(), now())`;
  await pool.query(report, [LEEZEN, 'Bank ist kaputt', 'accepted']);
  await pool.query(report, [LEEZEN, 'Ungelesen von Frau Muster', 'received']);
  await pool.query(
    `insert into strategy.check_decision (ars, question, decision, reason, decided_at) values
      ($1, 'lead-owner', 'later', 'Keine Stelle', now()), ($1, 'lead-goals', 'no', 'Will niemand', now())`,
    [LEEZEN],
  );
  at = (await officer.post(DESK, { titel: 'Ortsmitte', quartal: '2027-1' })).headers.get('location') ?? '';
  id = at.split('/').at(-1) ?? '';
  open = `/sprints/leezen-01060053/${id}`;
});

test('a room is filled from what lies about, and opens with a question', async () => {
  const page = await textOf(officer.ask(at));
  assert.match(page, /Bank ist kaputt[\s\S]*Eine Person mit Namen, Zeit und Rückhalt/);
  assert.doesNotMatch(page, /Frau Muster|Rat und Leitung haben beschlossen/);
  const offer = /name="(report:[^"]+)"/.exec(page)?.[1] ?? '';
  assert.match(page, /name="decaying-measure:/);
  assert.equal(await act('/vorrat'), 422);
  assert.equal(await act('/vorrat', { [offer]: 'ja', 'report:erfunden': 'ja' }), 303);
  assert.equal(await act('/oeffnen'), 422);
  const fields = [...page.matchAll(/name="((?:von|bis)-\w+)"[^>]*value="([\d-]+)"/g)];
  const days = Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
  const from = /id="von-understand"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? days['von-understand'];
  assert.equal(from, '2027-01-04');
  const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';
  const typed = {
    titel: 'Ortsmitte',
    quartal: '2027-1',
    frage: 'Wo sitzt man?',
    aufgabe: 'Bauamt',
    revision,
  };
  const dates = Object.fromEntries(
    ['understand', 'sketch', 'decide', 'prototype', 'test'].flatMap((phase, week) => [
      [`von-${phase}`, `2027-01-${10 + 2 * week}`],
      [`bis-${phase}`, `2027-01-${11 + 2 * week}`],
    ]),
  );
  const wrong = await officer.post(at, { ...typed, ...dates, 'bis-test': '2026-01-01', frage: ' ' });
  assert.match(await textOf(wrong), /Dieser Tag liegt vor dem davor/);
  assert.equal(await act('', { ...typed, ...dates }), 303);
  assert.equal(await act('', { ...typed, ...dates }), 422);
  assert.equal((await newBrowser().ask(open)).status, 404);
  assert.equal(await act('/oeffnen'), 303);
  assert.match(await textOf(newBrowser().ask(open)), /Wo sitzt man\?[\s\S]*Bank ist kaputt/);
});

test('one comes in by a link under a name of one’s choice, once the rules are accepted; a link can be ended', async () => {
  const link = await linkFor('residents');
  const guest = newBrowser();
  assert.equal((await guest.ask(`${open}/raum`)).status, 404);
  assert.match(await textOf(guest.post(link, { name: 'Radlerin' })), /Bitte nehmen Sie die Regeln an/);
  const joined = await guest.post(link, { name: 'Radlerin', regeln: 'ja' });
  const cookie = joined.headers.getSetCookie()[0] ?? '';
  assert.match(cookie, /^__Host-sprint-[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax/);
  assert.equal((await newBrowser().post(link, { name: 'radlerin', regeln: 'ja' })).status, 422);
  residents.push(guest, await enter(link, 'Opa'), await enter(await linkFor('firms'), 'Bäckerei'));
  const room = await guest.ask(`${open}/raum`);
  assert.match(room.headers.get('cache-control') ?? '', /no-store/);
  assert.match(await textOf(room), /Sie sind hier als Radlerin \(Einwohnerinnen und Einwohner\)/);
  const { rows } = await pool.query(
    'select secret_hash from sprints.participant union all select secret_hash from sprints.invitation',
  );
  assert.ok(rows.every(({ secret_hash: hash }) => /^[0-9a-f]{64}$/.test(hash)));
  const end = /action="([^"]+\/einladungen\/[^"]+\/beenden)"/.exec(await textOf(officer.ask(at)))?.[1] ?? '';
  await officer.post(end);
  assert.equal((await newBrowser().ask(link)).status, 404);
  assert.equal((await newBrowser().post(link, { name: 'Spät', regeln: 'ja' })).status, 404);
  assert.equal((await guest.ask(`${open}/raum`)).status, 200);
});

test('ideas, comments and photos are in the room at once, and public when the desk says so', async () => {
  const [first, second] = residents as [Browser, Browser];
  assert.equal((await first.post(`${open}/raum/ideen`, { text: ' ' })).status, 422);
  assert.equal((await first.post(`${open}/raum/ideen`, { text: 'x'.repeat(1001) })).status, 422);
  for (const text of ['Bänke <b>im</b> Schatten', 'Markt ohne Autos'])
    assert.equal((await first.post(`${open}/raum/ideen`, { text })).status, 303);
  assert.match(await textOf(second.ask(`${open}/raum`)), /Bänke &lt;b>im&lt;\/b> Schatten[\s\S]*Radlerin/);
  const [idea = ''] = await ideasIn(second);
  assert.equal((await second.post(`${open}/raum/idee/${idea}`, { text: 'Gute Idee' })).status, 303);
  assert.match(await textOf(first.ask(`${open}/raum/idee/${idea}`)), /Gute Idee[\s\S]*Opa/);
  const { default: sharp } = await import('sharp');
  const body = new FormData();
  body.set('bildtext', 'Skizze vom Brunnen');
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } });
  body.set('foto', new File([new Uint8Array(await picture.jpeg().toBuffer())], 'a.jpg'));
  assert.equal((await first.post(`${open}/raum/bilder`, body)).status, 303);
  const room = await textOf(first.ask(`${open}/raum`));
  const src = /<img class="photo" src="([^"]+)"/.exec(room)?.[1] ?? '';
  assert.equal((await second.ask(src)).status, 200);
  assert.equal((await newBrowser().ask(src)).status, 404);
  await officer.post(`${at}/leitung/beitraege`, {
    eintrag: 'Ein Brunnen',
    gruppe: 'residents',
    weg: 'phone',
  });
  assert.match(await textOf(first.ask(`${open}/raum`)), /Ein Brunnen[\s\S]{0,300}per Telefon/);
  const judge = (one: string, sicht: string) => act(`/leitung/beitraege/${one}`, { [`sicht-${one}`]: sicht });
  const [phoned = '', , , bench = ''] = await ideasIn(first);
  assert.doesNotMatch(await textOf(newBrowser().ask(open)), /Schatten|Brunnen/);
  assert.equal(await judge(phoned, 'public'), 303);
  assert.equal(await judge(bench, 'advertising'), 303);
  assert.equal(await judge(bench, 'weil'), 422);
  const shown = await textOf(newBrowser().ask(open));
  assert.match(shown, /Ein Brunnen/);
  assert.doesNotMatch(shown, /Schatten|Radlerin/);
  assert.doesNotMatch(await textOf(first.ask(`${open}/raum`)), /Schatten/);
  assert.match(await textOf(officer.ask(`${at}/leitung`)), /Ausgeblendet: ist Werbung/);
  await judge(bench, 'room');
});

test('one person, one ballot; numbers come when it is closed, and no row knows who voted how', async () => {
  const [first, second, third] = residents as [Browser, Browser, Browser];
  assert.equal(await act('/leitung/runden', { art: 'one', punkte: '3' }), 303);
  assert.equal(await act('/leitung/runden', { art: 'dots', punkte: '3' }), 422);
  const [, , market = '', bench = ''] = await ideasIn(first);
  const cast = async (browser: Browser, typed: Record<string, string>) =>
    (await browser.post(`${open}/raum/stimme`, typed)).status;
  assert.equal(await cast(first, { idee: 'gibt-es-nicht' }), 422);
  const both = await Promise.all([cast(first, { idee: bench }), cast(first, { idee: market })]);
  assert.deepEqual(both.toSorted(), [303, 422]);
  assert.equal(await cast(second, { idee: bench }), 303);
  const during = await textOf(second.ask(`${open}/raum`));
  assert.match(
    during,
    /Sie haben in dieser Runde abgestimmt[\s\S]*Abgegeben: 2[\s\S]*Zahlen zeigen wir erst/,
  );
  assert.equal(await act('/leitung/stimme', { idee: bench }), 303);
  const { rows } = await pool.query('select to_jsonb(b) as ballot from sprints.ballot b');
  for (const { ballot } of rows)
    assert.deepEqual(Object.keys(ballot).sort(), ['ars', 'round_id', 'sprint_id', 'voter_hash']);
  const own = await pool.query(`select count(*)::int as known from sprints.ballot b join sprints.participant p
    on b.voter_hash = p.secret_hash or b.voter_hash = encode(sha256(convert_to(p.secret_hash || ' ' || b.round_id, 'utf8')), 'hex')`);
  assert.equal(own.rows[0].known, 0);
  assert.equal(await act('/leitung/runden/schliessen'), 303);
  assert.match(
    await textOf(third.ask(`${open}/raum`)),
    /Abgegeben: 3[\s\S]*Schatten[\s\S]*number"[^>]*>[23]</,
  );
  assert.equal((await pool.query('select from sprints.ballot')).rowCount, 0);
  assert.doesNotMatch(await textOf(newBrowser().ask(open)), /Schatten/);
  assert.equal(await act('/leitung/runden', { art: 'dots', punkte: '3' }), 303);
  const dots = (a: string, b: string) => ({ [`punkte-${bench}`]: a, [`punkte-${market}`]: b });
  assert.equal(await cast(third, dots('3', '1')), 422);
  assert.equal(await cast(third, dots('-1', '4')), 422);
  assert.equal(await cast(third, dots('2', '1')), 303);
  await act('/leitung/runden/schliessen');
  assert.match(await textOf(third.ask(`${open}/raum`)), /weniger als drei Stimmzettel/);
});

test('what is new is heard without reload by everybody in the room, within two seconds', async (t) => {
  const LISTENERS = 150;
  const [first] = residents as [Browser];
  const listening = await Promise.all(
    Array.from({ length: LISTENERS }, async () => {
      const answer = await first.ask(`${open}/raum/live`);
      assert.equal(answer.headers.get('content-type'), 'text/event-stream');
      const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
      return { reader, hello: await reader.read() };
    }),
  );
  assert.equal((await newBrowser().ask(`${open}/raum/live`)).status, 404);
  // The first look of the rooms has been.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const started = performance.now();
  await first.post(`${open}/raum/ideen`, { text: 'Licht am Abend' });
  const delays = await Promise.all(
    listening.map(async ({ reader }) => {
      const { value } = await reader.read();
      assert.equal(new TextDecoder().decode(value), 'event: new\ndata: \n\n');
      return performance.now() - started;
    }),
  );
  await Promise.all(listening.map(({ reader }) => reader.cancel()));
  t.diagnostic(`${LISTENERS} listeners, the last one after ${Math.round(Math.max(...delays))} ms`);
  assert.ok(Math.max(...delays) < 2000);
});

test('the end of the house ends what is listened to, and nobody listens any more', async () => {
  const rooms = openLiveRooms(platform);
  const ended: string[] = [];
  const listener = (name: string) => ({ hear: () => undefined, end: () => void ended.push(name) });
  const leave = rooms.listen(id, listener('left'));
  rooms.listen(id, listener('there'));
  leave?.();
  rooms.close();
  assert.deepEqual(ended, ['there']);
  assert.equal(rooms.listen(id, listener('late')), undefined);
});

test('a decision is handed on once: a measure, a pilot and an entry begin under its id', async () => {
  const output = (art: string) => ({
    'ausgang-art': art,
    'ausgang-name': `Bänke als ${art}`,
    'ausgang-text': 'Zum Sitzen',
  });
  assert.equal(await act('/leitung/weitergeben', output('measure')), 422);
  assert.equal(await act('/leitung/entscheidung', { entschieden: 'Bänke', gruende: '' }), 422);
  await act('/leitung/entscheidung', {
    entschieden: 'Zwei Bänke',
    gruende: 'Die meisten Stimmen',
    nicht: 'Kein Brunnen',
  });
  assert.equal(await act('/leitung/ergebnisse', { phase: 'understand', ergebnis: 'Es fehlt Schatten' }), 303);
  for (const kind of ['measure', 'pilot', 'entry'])
    assert.equal(await act('/leitung/weitergeben', output(kind)), 303);
  const deliver = () =>
    deliverEvents(platform, consumers, (_, error) => {
      throw error;
    });
  await deliver();
  await pool.query('update events.domain_event set delivered_at = null');
  await deliver();
  const { rows } = await pool.query(`
    select o.kind, m.facts ->> 'goal' as measure, p.plan ->> 'goal' as pilot, e.parts ->> 'summary' as entry
    from sprints.output o left join strategy.measure m on m.id = o.id and m.state = 'idea'
    left join pilots.pilot p on p.id = o.id left join knowledge.entry e on e.id = o.id order by o.made_at, o.id`);
  assert.deepEqual(
    rows.map(({ kind, measure, pilot, entry }) => [kind, measure ?? pilot ?? entry]),
    [
      ['measure', 'Zum Sitzen'],
      ['pilot', 'Zum Sitzen'],
      ['entry', 'Zum Sitzen'],
    ],
  );
  for (const [, href = ''] of (await textOf(officer.ask(`${at}/leitung`))).matchAll(
    /href="([^"]+)"[^>]*aria-label="Dort ansehen/g,
  ))
    assert.equal((await officer.ask(href)).status, 200, href);
  const shown = await textOf(newBrowser().ask(open));
  assert.match(
    shown,
    /Zwei Bänke[\s\S]*Die meisten Stimmen[\s\S]*Kein Brunnen[\s\S]*Bänke als measure[\s\S]*Es fehlt Schatten/,
  );
  await pool.query('update strategy.measure set is_public = true');
  assert.match(await textOf(newBrowser().ask('/kreislauf')), new RegExp(`href="${open}">Ortsmitte`));
  assert.match(await textOf(newBrowser().ask(open)), /href="\/agenda\/massnahme\/[^"]+">Bänke als measure/);
});

test('task sheet, paper form and calendar go out, in both languages', async () => {
  const guest = newBrowser();
  assert.match(await textOf(guest.ask(`${open}/aufgaben/sketch`)), /acht Ideen/);
  for (const path of [`${open}/papier.pdf`, `/en${open}/aufgaben/test/blatt.pdf`]) {
    const bytes = Buffer.from(await (await guest.ask(path)).arrayBuffer());
    assert.match(bytes.toString('latin1'), /^%PDF[\s\S]*StructTreeRoot/, path);
  }
  const calendar = await textOf(guest.ask(`${open}/termine.ics`));
  assert.equal(calendar.match(/BEGIN:VEVENT/g)?.length, 5);
  assert.match(calendar, /DTSTART;VALUE=DATE:20270110[\s\S]*DTEND;VALUE=DATE:20270112/);
  assert.match(await textOf(guest.ask('/en/sprints')), /Ortsmitte/);
});

test('who is removed is out, a closed room takes nothing more', async () => {
  const [first, second] = residents as [Browser, Browser];
  const desk = await textOf(officer.ask(at));
  const remove = /Opa \([\s\S]*?action="([^"]+entfernen)"/.exec(desk)?.[1] ?? '';
  await officer.post(remove);
  assert.equal((await second.ask(`${open}/raum`)).status, 404);
  assert.equal((await second.post(`${open}/raum/ideen`, { text: 'Doch' })).status, 404);
  assert.equal(await act('/abschliessen'), 303);
  assert.equal((await first.post(`${open}/raum/ideen`, { text: 'Spät' })).status, 422);
  const acts = await pool.query(
    `select distinct act from accounts.audit_entry where act like '%sprint%' or act like '%vote%'`,
  );
  assert.ok(acts.rows.length >= 5);
  assert.equal((await first.post(`${open}/raum/verlassen`)).status, 303);
});
