import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEST_NOW, testDatabase } from '../../../foundation/testing/database.ts';
import { createAccount } from '../create-account.ts';
import { getNoticeSetting } from '../notices/notice-setting.ts';
import { createMailLink } from '../sign-in/mail-link.ts';
import { accountSite } from './site.builder.tsx';

let now = TEST_NOW;
const context = { ...(await testDatabase()), clock: () => now };
const { newBrowser } = accountSite(context, {}, (site) => {
  site.post('/offen', async (c) => c.text(String((await c.req.parseBody()).text)));
});
const hours = (count: number): void => {
  now = new Date(now.getTime() + count * 3_600_000);
};

let people = 0;
const newPerson = async (): Promise<string> => {
  people += 1;
  const created = await createAccount(context, `person${people}@stadt.example`);
  assert.ok('personId' in created);
  return created.personId;
};
const signIn = async (personId: string, browser = newBrowser()) => {
  await browser.post('/anmelden/link', { code: await createMailLink(context, personId) });
  return browser;
};

const TARGET = '/konto/nachrichten/einstellungen';
const FORM = { 'takt-links': 'never', 'ruhe-von': '21:00', 'ruhe-bis': '06:00', passwort: 'Geheim 7' };
const LATE = '/anmelden?zurueck=%2Fkonto%2Feingaben';

const formsOn = (html: string) =>
  [...html.matchAll(/<form method="post" action="([^"]*)">(.*?)<\/form>/gs)].map(
    ([, action = '', inner = '']) => ({
      action: action.replaceAll('&amp;', '&'),
      fields: Object.fromEntries(
        [...inner.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      ),
    }),
  );

test('what was typed too late is there after signing in again, without secrets, and is sent by one button', async () => {
  const personId = await newPerson();
  const browser = await signIn(personId);
  hours(3);
  const late = await browser.post(`${TARGET}?ort=Karlsruhe`, FORM);
  assert.equal(late.headers.get('location'), LATE);
  assert.match(await (await browser.ask(LATE)).text(), /Ihre Eingaben sind aufgehoben/);
  await signIn(personId, browser);
  assert.match(await (await browser.ask('/konto')).text(), /Ihre Eingaben sind noch da/);
  const html = await (await browser.ask('/konto/eingaben')).text();
  assert.match(html, /Eingaben vom Sonntag, 22\. November, 15:00 Uhr/);
  assert.match(html, /Für die Seite \/konto\/nachrichten\/einstellungen\?ort=Karlsruhe/);
  assert.doesNotMatch(html, /Geheim/);
  const [send] = formsOn(html);
  assert.ok(send);
  const { passwort: _, ...rest } = FORM;
  assert.deepEqual(send.fields, rest);
  assert.match(send.action, /^\/konto\/nachrichten\/einstellungen\?ort=Karlsruhe&eingabe=[0-9a-f-]{36}$/);
  const wrong = await browser.post(send.action, { ...send.fields, 'ruhe-bis': '' });
  assert.equal(wrong.status, 422);
  assert.match(
    await (await browser.ask('/konto/eingaben')).text(),
    /noch da/,
    'still there while it is refused',
  );
  assert.equal((await browser.post(send.action, send.fields)).status, 303);
  assert.equal((await getNoticeSetting(context, personId)).paces.links, 'never');
  assert.match(await (await browser.ask('/konto/eingaben')).text(), /keine Eingaben für Sie/);
});

test('somebody else who signs in there sees nothing of it and can discard nothing', async () => {
  const [owner, other] = [await newPerson(), await newPerson()];
  const browser = await signIn(owner);
  hours(3);
  await browser.post(TARGET, FORM);
  const stranger = await signIn(other, browser);
  const html = await (await stranger.ask('/konto/eingaben')).text();
  assert.match(html, /keine Eingaben für Sie/);
  assert.doesNotMatch(html, /21:00/);
  const { rows } = await context.connection.pool.query<{ id: string }>('select id from accounts.kept_form');
  assert.equal(rows.length, 1);
  await stranger.post('/konto/eingaben/verwerfen', { id: rows[0]?.id ?? '' });
  await stranger.post(`${TARGET}?eingabe=${rows[0]?.id}`, FORM);
  const again = await signIn(owner);
  const [, discard] = formsOn(await (await again.ask('/konto/eingaben')).text());
  assert.ok(discard);
  assert.equal((await again.post(discard.action, discard.fields)).status, 303);
  assert.match(await (await again.ask('/konto/eingaben')).text(), /keine Eingaben für Sie/);
});

const notKept: [
  name: string,
  send: (browser: ReturnType<typeof newBrowser>) => Promise<Response>,
  before?: number,
][] = [
  ['only secrets were typed', (browser) => browser.post('/konto/passwort', { next: 'Hund Tasse Wolke' })],
  ['nothing was typed', (browser) => browser.post('/konto/ueberall-abmelden', {})],
  ['the page is public', (browser) => browser.post('/offen', { text: 'Hallo' })],
  ['somebody signs out', (browser) => browser.post('/abmelden', { x: '1' })],
  ['the session ended long ago', (browser) => browser.post(TARGET, FORM), 14],
  [
    'the cookie is made up',
    (browser) => {
      browser.cookies.set('__Host-allmende', 'x'.repeat(43));
      return browser.post(TARGET, FORM);
    },
  ],
  ['there is no cookie', () => newBrowser().post(TARGET, FORM)],
  [
    'it is a file',
    (browser) =>
      browser.post(TARGET, FORM, { headers: { 'content-type': 'multipart/form-data; boundary=x' } }),
  ],
];

for (const [name, send, before = 3] of notKept)
  test(`nothing is kept where ${name}`, async () => {
    await context.connection.pool.query('delete from accounts.kept_form');
    const browser = await signIn(await newPerson());
    hours(before);
    const answer = await send(browser);
    assert.notEqual(answer.headers.get('location'), LATE);
    if (answer.status === 200) assert.equal(await answer.text(), 'Hallo');
    const { rowCount } = await context.connection.pool.query('select from accounts.kept_form');
    assert.equal(rowCount, 0);
  });

test('ten forms are kept, for twelve hours', async () => {
  const personId = await newPerson();
  const browser = await signIn(personId);
  hours(3);
  for (let count = 1; count <= 12; count += 1) await browser.post(TARGET, { text: `Nr. ${count}.` });
  const again = await signIn(personId);
  const html = await (await again.ask('/konto/eingaben')).text();
  assert.equal(html.match(/Jetzt absenden/g)?.length, 10);
  assert.match(html, /Nr\. 12\./);
  assert.doesNotMatch(html, /Nr\. 2\./);
  hours(12);
  await signIn(personId, again);
  assert.match(await (await again.ask('/konto/eingaben')).text(), /keine Eingaben für Sie/);
});
