import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, startDesk } from './desk.builder.ts';

const FOLDER = 'var/test/desk-pages';
rmSync(FOLDER, { recursive: true, force: true });
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, signIn, newBrowser } = await startDesk(FOLDER);

const LEEZEN = '010605053053';
const desk = (path = '') => `/rathaus/${LEEZEN}${path}`;
const anna = await administrate('01060053', 'anna@leezen.example');

/** The answer does not wait for the mail, so it may come a moment later; a draft is no mail yet. */
const linkInMail = async (to: string): Promise<string> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const mails = (existsSync(`${FOLDER}/mail`) ? readdirSync(`${FOLDER}/mail`) : [])
      .filter((file) => file.endsWith('.json'))
      .sort()
      .reverse()
      .map((file) => readFileSync(`${FOLDER}/mail/${file}`, 'utf8'));
    const mail = mails.find((text) => text.includes(`"to": "${to}"`));
    const link = /(?<=http:\/\/localhost:3000)\/\S+?(?=[\s"\\])/.exec(`${mail} `)?.[0];
    if (link) return link;
    await delay(50);
  }
  throw new Error(`No mail to ${to}.`);
};

test('the start page of the desk is public and asks to sign in', async () => {
  const answer = await newBrowser().ask('/rathaus');
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /Für Rathäuser[\s\S]*href="\/anmelden\?zurueck=%2Frathaus"/);
});

test('the table of permissions is public', async () => {
  const page = await (await newBrowser().ask('/rathaus/rechte')).text();
  assert.match(page, /Das Protokoll lesen<\/strong><\/td>/);
});

test('without a session the desk leads to signing in and back', async () => {
  const answer = await newBrowser().ask(desk('/protokoll?vor=3'));
  assert.equal(answer.status, 303);
  assert.equal(
    answer.headers.get('location'),
    `/anmelden?zurueck=${encodeURIComponent(desk('/protokoll?vor=3'))}`,
  );
});

test('who does not act for an organisation is told what somebody is told whose organisation does not exist', async () => {
  const stranger = await signIn('eve@karlsruhe.example');
  const [there, nowhere] = [await stranger.ask(desk()), await stranger.ask('/rathaus/999999999999')];
  assert.deepEqual([there.status, nowhere.status], [404, 404]);
  const withoutPath = async (answer: Response) => (await answer.text()).replaceAll(/\/rathaus\/\d+/g, '');
  assert.equal(await withoutPath(there), await withoutPath(nowhere));
});

test('an administrator sees the own ways, and the address in the start page', async () => {
  assert.match(await (await anna.ask('/rathaus')).text(), new RegExp(`href="${desk()}"[^>]*>Leezen`));
  const page = await (await anna.ask(desk())).text();
  assert.match(page, /Was heute auf Sie wartet[\s\S]*Nichts wartet/);
  assert.match(page, /Menschen und Rollen[\s\S]*Protokoll/);
});

test('an invitation goes by mail, makes the account, signs in, and ends at the desk', async () => {
  const sent = await anna.post(desk('/menschen/einladen'), { mail: 'ben@leezen.example', role: 'editor' });
  assert.equal(sent.headers.get('location'), `${desk('/menschen')}?erledigt=invited`);
  assert.match(
    await (await anna.ask(`${desk('/menschen')}?erledigt=invited`)).text(),
    /unterwegs[\s\S]*ben@leezen/,
  );
  const ben = newBrowser();
  const path = await linkInMail('ben@leezen.example');
  assert.match(await (await ben.ask(path)).text(), /Konto für ben@leezen.example anlegen/);
  const code = new URL(path, 'http://x').searchParams.get('code') ?? '';
  const accepted = await ben.post('/einladung', { code });
  assert.equal(accepted.headers.get('location'), desk());
  assert.equal((await ben.ask(desk())).status, 200);
  assert.equal((await newBrowser().post('/einladung', { code })).status, 404);
  const refused = await ben.post(desk('/menschen/einladen'), { mail: 'x@leezen.example', role: 'editor' });
  assert.equal(refused.status, 403);
  assert.match(await refused.text(), /dürfen: Verwaltung der Konten/);
  assert.equal((await ben.ask(desk('/protokoll'))).status, 403);
  assert.doesNotMatch(await (await ben.ask(desk('/menschen'))).text(), /Rolle nehmen|Einladung senden/);
});

test('a faulty form keeps what was typed and names the field', async () => {
  const answer = await anna.post(desk('/menschen/einladen'), { mail: 'kein Mail', role: '' });
  assert.equal(answer.status, 422);
  const page = await answer.text();
  assert.match(page, /<title>Fehler:/);
  assert.match(page, /role="alert"[\s\S]*href="#mail"/);
  assert.match(page, /value="kein Mail"/);
  assert.match(page, /aria-invalid/);
  const period = await anna.post(desk('/menschen/abgeben'), {
    'delegate-role': 'editor',
    to: '010605053',
    first: '2026-12-24',
    last: '2026-12-01',
  });
  assert.equal(period.status, 422);
  assert.match(await period.text(), /value="2026-12-24"[\s\S]*value="2026-12-01"/);
});

test('editing is left to the Amt for a period, and ended', async () => {
  const form = { 'delegate-role': 'editor', to: '010605053', first: '2026-11-22', last: '2027-11-21' };
  assert.equal((await anna.post(desk('/menschen/abgeben'), form)).status, 303);
  const page = await (await anna.ask(desk('/menschen'))).text();
  assert.match(page, /»Redaktion« macht (Amt )?Leezen, von 22\.11\.2026 bis 21\.11\.2027/);
  const id = /abgabe\/([0-9a-f-]{36})/.exec(page)?.[1] ?? '';
  assert.equal((await anna.post(desk(`/menschen/abgabe/${id}`))).status, 303);
  assert.equal((await anna.post(desk(`/menschen/abgabe/${id}`))).status, 422);
});

test('the log tells all of it, with names as long as the accounts are there', async () => {
  const page = await (await anna.ask(desk('/protokoll'))).text();
  assert.match(page, /Jemanden eingeladen: Redaktion/);
  assert.match(page, /ben@leezen.example[\s\S]*Rolle erhalten: Redaktion/);
  assert.match(page, /das System[\s\S]*Jemanden eingeladen: Verwaltung der Konten/);
  assert.match(page, /Abgabe beendet/);
});

test('the same in English', async () => {
  const page = await (await anna.ask(`/en${desk('/protokoll')}`)).text();
  assert.match(page, /Invited somebody: Editor[\s\S]*/);
  assert.match(page, /href="\/en\/rathaus\/010605053053\/menschen"/);
});

const until = async (browser: Browser, path: string, found: RegExp): Promise<string> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const page = await (await browser.ask(path)).text();
    if (found.test(page)) return page;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path} never showed ${found}`);
};

test('an administrator has all data made into an archive, and loads it; an editor may not', async () => {
  assert.match(await (await anna.ask(desk('/daten'))).text(), /Archiv erstellen/);
  assert.equal((await anna.post(desk('/daten'))).status, 303);
  await until(anna, desk('/daten'), /Archiv herunterladen/);
  const archive = await anna.ask(desk('/daten/archiv.zip'));
  assert.equal(archive.headers.get('content-type'), 'application/zip');
  assert.equal(Buffer.from(await archive.arrayBuffer()).toString('latin1', 0, 2), 'PK');
  const ben = await signIn('ben@leezen.example');
  for (const path of ['/daten', '/daten/archiv.zip']) assert.equal((await ben.ask(desk(path))).status, 403);
  assert.match(await (await anna.ask(desk('/protokoll'))).text(), /Archiv aller Daten heruntergeladen/);
});

test('a source is subscribed to, read in the background, and the run is shown with its outcome', async () => {
  const ben = await signIn('ben@leezen.example');
  const faulty = await ben.post(desk('/quellen'), { name: '', url: 'ftp://x', format: '' });
  assert.equal(faulty.status, 422);
  assert.match(
    await faulty.text(),
    /href="#name"[\s\S]*href="#url"[\s\S]*href="#format"[\s\S]*value="ftp:\/\/x"/,
  );
  const typed = { name: 'Kirche', url: 'http://127.0.0.1:9/termine.ics', format: 'icalendar' };
  assert.equal((await ben.post(desk('/quellen'), typed)).status, 303);
  const page = await until(
    ben,
    desk('/quellen'),
    /nicht gelesen\. Grund: Die Adresse führt in ein internes Netz/,
  );
  assert.match(page, /Kirche/);
  assert.match(await (await ben.ask(desk())).text(), /Quellen, die sich nicht lesen lassen: 1/);
  assert.match(
    await until(ben, desk('/hintergrund'), /Quelle lesen[\s\S]*erledigt/),
    /refused: forbidden-address/,
  );
  const id = /quellen\/([0-9a-f-]{36})\/abbestellen/.exec(page)?.[1] ?? '';
  assert.equal((await ben.post(desk(`/quellen/${id}/abbestellen`))).status, 303);
  assert.equal((await ben.post(desk(`/quellen/${id}/abbestellen`))).status, 422);
});

test('links and suggestions have their places, in German and English', async () => {
  const ben = await signIn('ben@leezen.example');
  assert.match(await (await ben.ask(desk('/links'))).text(), /Kein Link ist kaputt/);
  assert.match(await (await ben.ask(`/en${desk('/vorschlaege')}`)).text(), /No suggestion waits/);
});

test('a town takes in a club, which then works in its own name and sees nothing of the town', async () => {
  const faulty = await anna.post(desk('/stellen'), { name: '', kind: 'guild', mail: '' });
  assert.equal(faulty.status, 422);
  const typed = { name: 'Chor Leezen', kind: 'club', mail: 'chor@leezen.example' };
  assert.equal((await anna.post(desk('/stellen'), typed)).status, 303);
  assert.equal((await anna.post(desk('/stellen'), typed)).status, 422);
  assert.match(await (await anna.ask(desk('/stellen'))).text(), /Chor Leezen<\/strong> \(Verein\)/);
  const choir = newBrowser();
  const code = new URL(await linkInMail('chor@leezen.example'), 'http://x').searchParams.get('code') ?? '';
  const own = (await choir.post('/einladung', { code })).headers.get('location') ?? '';
  assert.match(own, /^\/rathaus\/[0-9a-f-]{36}$/);
  assert.match(await (await choir.ask(own)).text(), /Chor Leezen/);
  assert.equal((await choir.ask(desk())).status, 404);
  const { rows } = await platform.connection.pool.query(
    `select id from accounts.person where mail = 'chor@leezen.example'`,
  );
  await choir.post(`${own}/menschen/rolle`, { person: rows[0].id, role: 'editor', step: 'grant' });
  assert.equal((await choir.ask(`${own}/angebote`)).status, 200);
  for (const path of ['/quellen', '/daten']) assert.equal((await choir.ask(own + path)).status, 404, path);
  assert.equal((await choir.post(`${own}/stellen`, { ...typed, name: 'Zweiter Chor' })).status, 422);
});
