import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { holidayPass } from '../modules/public-services/forms/holiday-pass.ts';
import { publishForm, seedForms } from '../modules/public-services/index.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/second-signer';
rmSync(FOLDER, { recursive: true, force: true });
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser, signIn } = await startDesk(FOLDER);
const { pool } = platform.connection;
await seedForms(platform);

const LEEZEN = '010605053053';
const FORM = `/antrag/${LEEZEN}/ferienpass`;
const desk = (path = '') => `/rathaus/${LEEZEN}/antraege${path}`;
const PDF = new File(['%PDF-1.7\nVollmacht\n%%EOF'], 'vollmacht.pdf');

const whereTo = (answer: Response): string => {
  assert.equal(answer.status, 303);
  return answer.headers.get('location') ?? '';
};
const read = async (browser: Browser, path: string, status = 200): Promise<string> => {
  const answer = await browser.ask(path);
  assert.equal(answer.status, status, path);
  return answer.text();
};

const child = {
  actingFor: { actingFor: 'child' },
  represented: {
    representedName: 'Mia Muster',
    representedBirthDate: '3. März 2019',
    actingName: 'Anna Muster',
    authorityForChild: 'custody',
  },
  pass: { swims: 'ja', isJointCustody: 'ja', mail: 'anna@beispiel.example' },
  end: { isTrue: 'ja' },
};
const fillIn = async (browser: Browser, pages: Record<string, Record<string, string>>, form = FORM) => {
  const draft = whereTo(await browser.post(form));
  for (const [step, typed] of Object.entries(pages))
    whereTo(await browser.post(`${draft}/seite/${step}`, typed));
  return draft;
};
/** Signed by the first person. @returns the draft, and the link as it is shown once. */
const signFirst = async (browser: Browser, form = FORM) => {
  const draft = await fillIn(browser, child, form);
  const answer = await browser.post(`${draft}/absenden`);
  assert.equal(answer.status, 200);
  const page = await answer.text();
  const link = /secret-code">http:\/\/localhost:3000(\/[^<]+)</.exec(page)?.[1] ?? '';
  assert.match(link, /^\/antrag\/010605053053\/unterschrift\/[0-9A-Z]{52}$/);
  return { draft, link, page };
};
const seenOn = (page: string): string => /name="gesehen" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';

const worker = await administrate('01060053', 'wanda@leezen.example');
const { rows: workers } = await pool.query(
  "select id from accounts.person where mail = 'wanda@leezen.example'",
);
await worker.post(`/rathaus/${LEEZEN}/menschen/rolle`, {
  person: workers[0].id,
  role: 'caseWorker',
  step: 'grant',
});

test('two people, two devices: signed, shown, agreed, sent, and the office sees both', async () => {
  const phone = newBrowser();
  assert.match(await read(phone, FORM), /unterschreibt noch jemand: die andere Person mit Sorgerecht/);
  const { draft, link, page } = await signFirst(phone);
  assert.match(page, /Wartet auf die zweite Unterschrift[\s\S]*löschen wir den Antrag am 22. Dezember 2026/);
  const again = await read(phone, draft);
  assert.doesNotMatch(again, /unterschrift\/[0-9A-Z]{52}/);
  assert.doesNotMatch(page, new RegExp(draft.slice(-52).replaceAll(/.{4}(?=.)/g, '$&-')));
  assert.match(again, /Neuen Link machen[\s\S]*Antrag zurückholen[\s\S]*secret-code/);
  assert.equal(whereTo(await phone.post(`${draft}/absenden`)), draft);
  assert.equal(whereTo(await phone.post(`${draft}/seite/pass`, child.pass)), draft);
  assert.doesNotMatch(await read(worker, desk()), /Ferienpass/);

  const other = newBrowser();
  const shown = await other.ask(link);
  assert.equal(shown.headers.get('cache-control'), 'no-store');
  assert.equal(shown.headers.get('x-robots-tag'), 'noindex');
  assert.deepEqual(shown.headers.getSetCookie(), []);
  const text = await shown.text();
  assert.match(text, /Mia Muster[\s\S]*3\. März 2019[\s\S]*Anna Muster, 22\.11\.2026[\s\S]*fehlt noch/);
  assert.doesNotMatch(text, /\/mein\//);
  const wrong = await other.post(link, { gesehen: seenOn(text), name: '' });
  assert.equal(wrong.status, 422);
  assert.match(
    await wrong.text(),
    /<title>Fehler:[\s\S]*href="#name"[\s\S]*href="#zustimmung"[\s\S]*id="name"[^>]*aria-invalid/,
  );
  const unticked = await other.post(link, { gesehen: seenOn(text), name: 'Ben Muster' });
  assert.match(await unticked.text(), /href="#zustimmung"[\s\S]*value="Ben Muster"/);
  const agreed = { gesehen: seenOn(text), name: 'Ben Muster', zustimmung: 'ja' };
  assert.equal(whereTo(await other.post(link, agreed)), link);
  const done = await read(other, link);
  const number = /Vorgangsnummer ist ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(done)?.[1] ?? '';
  assert.ok(number);
  assert.doesNotMatch(done, /Mia/);
  assert.match(await (await other.post(link, agreed)).text(), new RegExp(`gesendet[\\s\\S]*${number}`));
  assert.match(await read(other, `/en${link}`), /The application is sent/);

  const own = await read(phone, draft);
  assert.match(own, new RegExp(`Antrag ${number}[\\s\\S]*Unterschriften[\\s\\S]*Ben Muster, 22\\.11\\.2026`));
  const receipt = await phone.ask(`${draft}/beleg.pdf`);
  assert.equal(receipt.headers.get('content-type'), 'application/pdf');
  const { rows } = await pool.query('select id from public_services.application where receipt_number = $1', [
    number,
  ]);
  assert.match(
    await read(worker, desk(`/${rows[0].id}`)),
    /Mia Muster[\s\S]*eigene Angabe, nicht geprüft[\s\S]*Anna Muster, 22\.11\.2026[\s\S]*Ben Muster, 22\.11\.2026/,
  );
});

test('declined with a reason: a draft again, the link is dead, and who filled it in reads why', async () => {
  const phone = newBrowser();
  const { draft, link } = await signFirst(phone);
  const thanks = whereTo(await newBrowser().post(`${link}/ablehnen`, { grund: '<b>Zu jung</b>' }));
  assert.match(await read(newBrowser(), thanks), /Sie haben nicht unterschrieben/);
  assert.match(await read(phone, draft), /nicht unterschrieben[\s\S]*&lt;b>Zu jung/);
  assert.match(await read(newBrowser(), link, 404), /Dieser Link gilt nicht/);
  assert.equal((await newBrowser().post(link, { name: 'Ben', zustimmung: 'ja' })).status, 404);
  assert.equal((await newBrowser().post(`${link}/ablehnen`)).status, 404);
});

test('changed while it waits: the old link is dead; a forged one never opened anything', async () => {
  const phone = newBrowser();
  const { draft, link } = await signFirst(phone);
  const text = await read(newBrowser(), link);
  const forged = `${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`;
  for (const path of [forged, link.replace(LEEZEN, '082120000000'), `${link}/datei/${platform.newId()}`])
    assert.equal((await newBrowser().ask(path)).status, 404, path);
  const other = await newBrowser().post(link, { gesehen: 'x', name: 'Ben', zustimmung: 'ja' });
  assert.equal(other.status, 422);
  assert.match(await other.text(), /Bitte sehen Sie ihn noch einmal an/);
  assert.equal(whereTo(await phone.post(`${draft}/zurueckholen`)), draft);
  const late = await newBrowser().post(link, { gesehen: seenOn(text), name: 'Ben', zustimmung: 'ja' });
  assert.equal(late.status, 404);
  whereTo(await phone.post(`${draft}/seite/pass`, { ...child.pass, swims: 'nein' }));
  const anew = await phone.post(`${draft}/absenden`);
  const next = /secret-code">http:\/\/localhost:3000(\/[^<]+)</.exec(await anew.text())?.[1] ?? '';
  const both = await Promise.all(
    [1, 2].map(async () =>
      newBrowser().post(next, {
        gesehen: seenOn(await read(newBrowser(), next)),
        name: 'Ben',
        zustimmung: 'ja',
      }),
    ),
  );
  for (const answer of both) assert.equal(whereTo(answer), next);
  const { rows } = await pool.query(
    "select sum(count)::integer as sent from public_services.form_use where form_id = 'ferienpass' and happening = 'completed'",
  );
  assert.equal(rows[0].sent, 2, 'this one, and that of the first test');
});

test('the second person reads the files as well, by the link alone, and no longer once it is sent', async () => {
  const phone = newBrowser();
  const represented = { ...child.represented, authorityForChild: 'guardian' };
  const draft = await fillIn(phone, { ...child, represented, authority: { authorityEvidence: 'upload' } });
  const form = new FormData();
  form.set('feld', 'authorityFile');
  form.set('seite', 'authorityFile');
  form.set('datei', PDF);
  whereTo(await phone.post(`${draft}/datei`, form));
  const told = await (await phone.post(`${draft}/absenden`)).text();
  const link = /secret-code">http:\/\/localhost:3000(\/[^<]+)</.exec(told)?.[1] ?? '';
  const page = await read(newBrowser(), link);
  const href = new RegExp(`href="(${link}/datei/[0-9a-f-]{36})"`).exec(page)?.[1] ?? '';
  assert.match(await (await newBrowser().ask(href)).text(), /^%PDF-1\.7\nVollmacht/);
  const gone = new FormData();
  gone.set('seite', 'authorityFile');
  gone.set('datei', href.slice(-36));
  whereTo(await phone.post(`${draft}/datei-entfernen`, gone));
  assert.equal((await newBrowser().ask(href)).status, 200, 'nobody takes it away while it waits');
  whereTo(await newBrowser().post(link, { gesehen: seenOn(page), name: 'Ben', zustimmung: 'ja' }));
  assert.doesNotMatch(await read(newBrowser(), href), /%PDF/);
});

test('the link goes by mail where somebody asks for it, and to nobody again and again', async () => {
  const phone = newBrowser();
  const { draft } = await signFirst(phone);
  const wrong = await phone.post(`${draft}/unterschrift-mail`, { adresse: 'ben' });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /id="adresse"[^>]*aria-invalid/);
  const to = { adresse: 'ben@zweite.example' };
  assert.match(await read(phone, whereTo(await phone.post(`${draft}/unterschrift-mail`, to))), /gleich ab/);
  let last = 303;
  for (let tries = 0; tries < 30 && last === 303; tries += 1)
    last = (await phone.post(`${draft}/unterschrift-mail`, to)).status;
  assert.equal(last, 429);
  const renewed = await phone.post(`${draft}/unterschrift`);
  assert.match(await renewed.text(), /secret-code">http/);
});

test('a form that must know who asks knows the second person as well, and that it is another one', async () => {
  const definition = { ...holidayPass, trustLevel: 'low' as const };
  const about = { ars: LEEZEN, id: 'sicherer-pass', serviceKey: null, isDemonstration: true };
  assert.ok('version' in (await publishForm(platform, { ...about, definition })));
  const olga = await signIn('olga@leezen.example');
  const { link, draft } = await signFirst(olga, `/antrag/${LEEZEN}/sicherer-pass`);
  const to = new URL(whereTo(await newBrowser().ask(link)), 'http://localhost');
  assert.deepEqual(Object.fromEntries(to.searchParams), { stufe: 'low', zurueck: link });
  const unknown = await newBrowser().post(link, { name: 'Ben', zustimmung: 'ja' });
  assert.match(whereTo(unknown), /^\/anmelden/);
  assert.match(whereTo(await newBrowser().post(`${draft}/unterschrift`)), /^\/anmelden/);
  const seen = seenOn(await read(olga, link));
  const same = await olga.post(link, { gesehen: seen, name: 'Olga', zustimmung: 'ja' });
  assert.equal(same.status, 422);
  assert.match(await same.text(), /Unterschreiben muss eine andere Person/);
  const otto = await signIn('otto@leezen.example');
  assert.equal(whereTo(await otto.post(link, { gesehen: seen, name: 'Otto', zustimmung: 'ja' })), link);
  assert.match(await read(olga, '/konto/nachrichten'), /ist gesendet/);
});

test('for a club: its member finds the name, the office sees who vouches; a stranger says it by themself', async () => {
  const lena = await signIn('lena@leezen.example');
  const { rows } = await pool.query("select id from accounts.person where mail = 'lena@leezen.example'");
  const club = platform.newId();
  await pool.query(
    `insert into accounts.organisation (ars, id, kind, name, created_at)
     values ($1, $2, 'club', 'Schwimmverein Leezen', now())`,
    [LEEZEN, club],
  );
  await pool.query(
    `insert into accounts.role (ars, organisation_id, person_id, role, granted_at) values ($1, $2, $3, 'host', now())`,
    [LEEZEN, club, rows[0].id],
  );
  const pages = (name: string) => ({
    represented: { representedName: name, actingName: 'Lena', authorityForBody: 'powerOfAttorney' },
    authority: { authorityEvidence: 'upload' },
  });
  const send = async (browser: Browser, isMember: boolean): Promise<string> => {
    const draft = await fillIn(browser, { actingFor: { actingFor: 'club' } });
    const chosen = await browser.post(`${draft}/mitglied`, { organisation: club });
    assert.equal(chosen.status, isMember ? 303 : 404);
    const page = await read(browser, `${draft}/seite/represented`);
    assert.equal(/name="representedName"[^>]*value="Schwimmverein Leezen"/.test(page), isMember);
    assert.equal(page.includes('Schwimmverein Leezen eintragen'), isMember);
    for (const [step, typed] of Object.entries(pages('Schwimmverein Leezen')))
      whereTo(await browser.post(`${draft}/seite/${step}`, typed));
    assert.equal(whereTo(await browser.post(`${draft}/absenden`)), `${draft}/seite/authorityFile`);
    const form = new FormData();
    form.set('feld', 'authorityFile');
    form.set('seite', 'authorityFile');
    form.set('datei', PDF);
    whereTo(await browser.post(`${draft}/datei`, form));
    whereTo(await browser.post(`${draft}/seite/pass`, { swims: 'nein', passes: '12' }));
    whereTo(await browser.post(`${draft}/seite/end`, { isTrue: 'ja' }));
    const summary = await read(browser, `${draft}/pruefen`);
    assert.equal(summary.includes('geprüftes Mitglied von Schwimmverein Leezen'), isMember);
    assert.match(summary, /Antrag jetzt senden/);
    assert.match(whereTo(await browser.post(`${draft}/absenden`)), /erledigt=gesendet/);
    return read(browser, draft);
  };
  assert.match(await send(lena, true), /geprüftes Mitglied von Schwimmverein Leezen, eingetragen von Leezen/);
  assert.match(await send(await signIn('eve@leezen.example'), false), /eigene Angabe, nicht geprüft/);
});

test('what is known of who is signed in never becomes the name of the child', async () => {
  const ines = await signIn('ines@leezen.example');
  await pool.query("update accounts.person set name = 'Ines Muster' where mail = 'ines@leezen.example'");
  const draft = await fillIn(ines, { actingFor: { actingFor: 'child' } });
  const page = await read(ines, `${draft}/seite/represented`);
  assert.match(page, /name="actingName"[^>]*value="Ines Muster"/);
  assert.doesNotMatch(page, /name="representedName"[^>]*value="[^"]/);
});
