import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { permitWith } from '../modules/public-services/forms/form.builder.ts';
import { publishForm } from '../modules/public-services/forms/publish-form.ts';
import { seedForms } from '../modules/public-services/index.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/applications';
rmSync(FOLDER, { recursive: true, force: true });
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, administrate, newBrowser, signIn } = await startDesk(FOLDER);

const LEEZEN = '010605053053';
const FORM = `/antrag/${LEEZEN}/bewohnerparkausweis`;
const desk = (path = '') => `/rathaus/${LEEZEN}/antraege${path}`;
const PDF = new File(['%PDF-1.7\nFahrzeugschein\n%%EOF'], '../../schein.exe', { type: 'text/html' });
const person = {
  name: 'Anna Muster',
  street: 'Am See',
  houseNumber: '3',
  postcode: '23816',
  movedIn: '3. März 2026',
  mail: 'anna@beispiel.example',
};
let worker: Browser;

const workerOf = async (key: string, ars: string, mail: string): Promise<Browser> => {
  const browser = await administrate(key, mail);
  const { rows } = await platform.connection.pool.query('select id from accounts.person where mail = $1', [
    mail,
  ]);
  await browser.post(`/rathaus/${ars}/menschen/rolle`, {
    person: rows[0].id,
    role: 'caseWorker',
    step: 'grant',
  });
  return browser;
};

before(async () => {
  await seedForms(platform);
  worker = await workerOf('01060053', LEEZEN, 'wanda@leezen.example');
});

const whereTo = (answer: Response): string => {
  assert.equal(answer.status, 303);
  return answer.headers.get('location') ?? '';
};
const read = async (browser: Browser, path: string): Promise<string> => {
  const answer = await browser.ask(path);
  assert.equal(answer.status, 200, path);
  return answer.text();
};

/** All pages filled in. @returns the address of the draft. */
const fillIn = async (browser: Browser, prefix = ''): Promise<string> => {
  const draft = whereTo(await browser.post(prefix + FORM));
  const pages = {
    person,
    vehicle: { plate: 'se-ab 12', isOwnVehicle: 'ja' },
    evidence: {},
    end: { isTrue: 'ja' },
  };
  for (const [step, typed] of Object.entries(pages))
    whereTo(await browser.post(`${draft}/seite/${step}`, typed));
  return draft;
};

const sendNew = async (browser: Browser) => {
  const draft = await fillIn(browser);
  whereTo(await browser.post(`${draft}/absenden`));
  const page = await read(browser, draft);
  const number = /Antrag ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(page)?.[1] ?? '';
  const code = /secret-code">([0-9A-Z-]+)</.exec(page)?.[1] ?? '';
  const { rows } = await platform.connection.pool.query(
    'select id from public_services.application where receipt_number = $1',
    [number],
  );
  return { draft, number, code, id: rows[0].id as string };
};

test('the start says what is needed, how long it takes, and that no account is needed', async () => {
  const page = await read(newBrowser(), FORM);
  assert.match(page, /Das brauchen Sie[\s\S]*Kennzeichen[\s\S]*etwa 10 Minuten[\s\S]*kein Konto/);
  assert.match(page, /Beispiel zum Ausprobieren/);
  for (const nowhere of [`/antrag/${LEEZEN}/hundesteuer`, '/antrag/999999999999/bewohnerparkausweis'])
    assert.equal((await newBrowser().ask(nowhere)).status, 404);
});

test('a draft is opened by its address alone, sets no cookie and is kept nowhere on the way', async () => {
  const browser = newBrowser();
  const draft = whereTo(await browser.post(FORM));
  const answer = await newBrowser().ask(draft);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.deepEqual(answer.headers.getSetCookie(), []);
  const page = await answer.text();
  assert.match(page, /noindex/);
  assert.match(page, /Sie und Ihre Wohnung[\s\S]*noch offen/);
  assert.match(page, /löschen wir den Entwurf am 22. Dezember 2026/);
  const other = `${draft.slice(0, -1)}${draft.endsWith('0') ? '1' : '0'}`;
  assert.equal((await browser.ask(other)).status, 404);
  const code = draft.slice(draft.lastIndexOf('/') + 1);
  assert.equal(
    (await browser.ask(draft.replace(code, `${code.slice(0, 4)}%20${code.slice(4)}`))).status,
    404,
  );
  assert.equal((await browser.ask(draft.replace(LEEZEN, '082120000000'))).status, 404);
});

test('a page with faults keeps what was typed, names each fault and saves nothing', async () => {
  const browser = newBrowser();
  const draft = whereTo(await browser.post(FORM));
  const answer = await browser.post(`${draft}/seite/person`, {
    ...person,
    postcode: '1',
    movedIn: '30. Februar 2026',
  });
  assert.equal(answer.status, 422);
  const page = await answer.text();
  assert.match(page, /<title>Fehler: Sie und Ihre Wohnung/);
  assert.match(page, /role="alert"[\s\S]*href="#postcode"[\s\S]*href="#movedIn"/);
  assert.match(page, /value="Anna Muster"/);
  assert.match(page, /value="30. Februar 2026"/);
  assert.match(page, /id="postcode"[^>]*aria-describedby="postcode-error"[^>]*aria-invalid/);
  assert.doesNotMatch(await read(browser, `${draft}/seite/person`), /Anna Muster/);
  whereTo(await browser.post(`${draft}/seite/person`, person));
  assert.match(await read(browser, `${draft}/seite/person`), /value="3. März 2026"/);
});

test('a question that an answer on the same page brings up is shown with what is missing', async () => {
  const published = await publishForm(platform, {
    ars: LEEZEN,
    id: 'eine-seite',
    serviceKey: null,
    isDemonstration: true,
    definition: permitWith((form) => {
      form.steps[2]?.fields.forEach((field) => {
        form.steps[1]?.fields.push({ ...field, when: { field: 'isOwnVehicle', equals: false } });
      });
      form.steps.splice(2, 1);
    }),
  });
  assert.deepEqual(published, { version: 1 });
  const browser = newBrowser();
  const draft = whereTo(await browser.post(`/antrag/${LEEZEN}/eine-seite`));
  assert.doesNotMatch(await read(browser, `${draft}/seite/vehicle`), /name="holder"/);
  const typed = { plate: 'SE-X 1', isOwnVehicle: 'nein' };
  const answer = await browser.post(`${draft}/seite/vehicle`, typed);
  assert.equal(answer.status, 422);
  assert.match(await answer.text(), /href="#holder"[\s\S]*id="holder"[^>]*aria-invalid/);
  whereTo(await browser.post(`${draft}/seite/vehicle`, { ...typed, holder: 'Ben' }));
});

test('a row is added without losing the others, and one too many is refused', async () => {
  const browser = newBrowser();
  const draft = whereTo(await browser.post(FORM));
  const row = { 'furtherPlates.0.plate': 'SE-X 1' };
  assert.equal(
    whereTo(await browser.post(`${draft}/seite/vehicle`, { ...row, mehr: '1' })),
    `${draft}/seite/vehicle`,
  );
  assert.match(
    await read(browser, `${draft}/seite/vehicle`),
    /value="SE-X 1"[\s\S]*name="furtherPlates.1.plate"/,
  );
  const many = await browser.post(`${draft}/seite/vehicle`, {
    plate: 'SE-X 1',
    isOwnVehicle: 'ja',
    'furtherPlates.10000.plate': 'SE-X 2',
  });
  assert.equal(many.status, 422);
  assert.match(await many.text(), /zu viele Zeilen/);
});

test('before sending everything stands there once more, with ways to change it', async () => {
  const browser = newBrowser();
  const draft = await fillIn(browser);
  const page = await read(browser, `${draft}/pruefen`);
  assert.match(page, /Anna Muster[\s\S]*3. März 2026[\s\S]*SE-AB 12[\s\S]*Ja/);
  assert.match(page, new RegExp(`href="${draft}/seite/vehicle"[^>]*>ändern`));
  assert.match(await read(browser, `/en${draft}/pruefen`), /3 March 2026[\s\S]*Send the application now/);
});

test('files: refused by content with the reason beside the field; the name that was sent counts for nothing', async () => {
  const browser = newBrowser();
  const draft = whereTo(await browser.post(FORM));
  await browser.post(`${draft}/seite/person`, person);
  const send = (file: File | string) => {
    const form = new FormData();
    form.set('feld', 'registration');
    form.set('seite', 'evidence');
    form.set('datei', file);
    return browser.post(`${draft}/datei`, form);
  };
  const refused = await send(new File(['<html>'], 'schein.pdf', { type: 'application/pdf' }));
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /kein PDF, JPEG oder PNG[\s\S]*id="registration"[^>]*aria-invalid/);
  assert.match(
    await (await send(new File(['%PDF-1.7 /JavaScript %%EOF'], 'x.pdf'))).text(),
    /sich selbst ausführt/,
  );
  assert.match(await (await send(new File([new Uint8Array(6_000_000)], 'x.pdf'))).text(), /zu groß/);
  assert.equal((await send(new File([new Uint8Array(11_000_000)], 'x.pdf'))).status, 413);
  assert.equal((await send('nur Text')).status, 422);
  assert.equal(whereTo(await send(PDF)), `${draft}/seite/evidence`);
  const href =
    /href="([^"]*\/datei\/[0-9a-f-]+)"/.exec(await read(browser, `${draft}/seite/evidence`))?.[1] ?? '';
  const file = await browser.ask(href);
  assert.equal(file.headers.get('content-disposition'), 'attachment; filename="datei.pdf"');
  assert.equal(file.headers.get('content-type'), 'application/pdf');
  assert.equal((await newBrowser().ask(href.replace(/mein\/[^/]+/, `mein/${'0'.repeat(52)}`))).status, 404);
  const large = await browser.post(`${draft}/seite/person`, { ...person, name: 'x'.repeat(70_000) });
  assert.equal(large.status, 413);
});

test('from sending to the decision, on two devices', async () => {
  const { draft, number, code, id } = await sendNew(newBrowser());
  assert.match(await read(newBrowser(), draft), /4\. Dezember 2026/);
  const receipt = await newBrowser().ask(`${draft}/beleg.pdf`);
  assert.match(
    Buffer.from(await receipt.arrayBuffer()).toString('latin1'),
    /^%PDF-1.7[\s\S]*\/StructTreeRoot/,
  );

  assert.match(await read(worker, `/rathaus/${LEEZEN}`), /Anträge offen: \d+/);
  assert.match(await read(worker, desk()), new RegExp(`${number}[\\s\\S]*Bewohnerparkausweis[\\s\\S]*neu`));
  whereTo(await worker.post(desk(`/${id}/uebernehmen`)));
  assert.equal((await worker.post(desk(`/${id}/rueckfrage`), { frage: ' ' })).status, 422);
  whereTo(await worker.post(desk(`/${id}/rueckfrage`), { frage: 'Bitte schicken Sie den Fahrzeugschein.' }));

  const phone = newBrowser();
  const wrong = await phone.post(`/antrag/${LEEZEN}/stand`, { nummer: '0000-0001', code });
  assert.equal(wrong.status, 422);
  const opened = whereTo(
    await phone.post(`/antrag/${LEEZEN}/stand`, { nummer: number.toLowerCase(), code: code.toLowerCase() }),
  );
  assert.equal(opened, draft);
  assert.match(
    await read(phone, opened),
    /Bitte schicken Sie den Fahrzeugschein[\s\S]*Auf die Frage antworten/,
  );
  const form = new FormData();
  form.set('datei', PDF);
  whereTo(await phone.post(`${opened}/datei`, form));
  whereTo(await phone.post(`${opened}/nachricht`, { text: 'Er liegt bei.', art: 'antwort' }));
  assert.match(await read(phone, opened), /in Bearbeitung/);

  const page = await read(worker, desk(`/${id}`));
  assert.match(page, /Am See[\s\S]*Datei 1 \(PDF\)[\s\S]*Er liegt bei/);
  const file = /href="([^"]*\/datei\/[0-9a-f-]+)"/.exec(page)?.[1] ?? '';
  assert.equal((await worker.ask(file)).status, 200);
  assert.equal((await worker.post(desk(`/${id}/entscheiden`), { bescheid: 'Ja', wie: 'x' })).status, 422);
  whereTo(
    await worker.post(desk(`/${id}/entscheiden`), { bescheid: 'Der Ausweis kommt.', wie: 'bewilligen' }),
  );
  assert.equal(
    (await worker.post(desk(`/${id}/entscheiden`), { bescheid: 'Doch nicht.', wie: 'ablehnen' })).status,
    422,
  );
  assert.match(await read(phone, opened), /bewilligt[\s\S]*bescheid.pdf/);
  const letter = await phone.ask(`${opened}/bescheid.pdf`);
  assert.equal(letter.headers.get('content-type'), 'application/pdf');
  assert.match(await read(worker, desk('?erledigte')), new RegExp(number));
  const log = await read(worker, `/rathaus/${LEEZEN}/protokoll`);
  assert.match(
    log,
    /Antrag bewilligt[\s\S]*Datei eines Antrags angesehen[\s\S]*Antrag angesehen[\s\S]*Rückfrage gestellt/,
  );
});

test('another one is withdrawn, after a question whether that is meant', async () => {
  const browser = newBrowser();
  const { draft } = await sendNew(browser);
  assert.match(await read(browser, `${draft}/zurueckziehen`), /wirklich zurückziehen/);
  whereTo(await browser.post(`${draft}/zurueckziehen`));
  assert.match(await read(browser, `${draft}?erledigt=zurueckgezogen`), /Der Antrag ist zurückgezogen/);
  assert.equal((await browser.ask(`${draft}/zurueckziehen`)).status, 404);
  const late = await browser.post(`${draft}/nachricht`, { text: 'Doch!' });
  assert.equal(late.status, 422);
});

test('who is signed in finds drafts and answers in the account, by no code', async () => {
  const ines = await signIn('ines@leezen.example');
  const { id } = await sendNew(ines);
  assert.match(await read(ines, '/konto'), /href="\/konto\/antraege"[^>]*>\s*Meine Anträge/);
  const mine = await read(ines, '/konto/antraege');
  const href = /href="(\/antrag\/\d+\/mein\/[0-9a-f-]{36})"/.exec(mine)?.[1] ?? '';
  assert.ok(href.endsWith(id));
  const page = await read(ines, href);
  assert.doesNotMatch(page, /secret-code/);
  assert.equal((await newBrowser().ask(href)).status, 404);
  assert.equal((await (await signIn('otto@leezen.example')).ask(href)).status, 404);
  assert.equal((await newBrowser().ask('/konto/antraege')).status, 303);
});

test('handed over to the Amt it lies there, and here no more', async () => {
  const { id, number } = await sendNew(newBrowser());
  const nobody = await worker.post(desk(`/${id}/abgeben`), { an: '010605053' });
  assert.equal(nobody.status, 422);
  assert.match(await nobody.text(), /Dort arbeitet noch niemand/);
  const amt = await workerOf('010605053', '010605053', 'otto@amt.example');
  assert.equal(whereTo(await worker.post(desk(`/${id}/abgeben`), { an: '010605053' })), desk());
  assert.equal((await worker.ask(desk(`/${id}`))).status, 404);
  assert.match(await read(amt, '/rathaus/010605053/antraege'), new RegExp(number));
  assert.match(await read(amt, `/rathaus/010605053/antraege/${id}`), /Am See/);
  const foreign = await amt.post(`/rathaus/010605053/antraege/${id}/abgeben`, { an: '082120000000' });
  assert.equal(foreign.status, 422);
  whereTo(await amt.post(`/rathaus/010605053/antraege/${id}/abgeben`, { an: LEEZEN }));
  assert.match(await read(worker, desk()), new RegExp(number));
});

test('a network that begins again and again is slowed down', async () => {
  const browser = newBrowser();
  let last = 303;
  for (let tries = 0; tries < 30 && last === 303; tries += 1) last = (await browser.post(FORM)).status;
  assert.equal(last, 429);
});
