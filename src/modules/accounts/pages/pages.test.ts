import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { createAccount } from '../create-account.ts';
import { createMailLink } from '../sign-in/mail-link.ts';
import { accountSite, ORIGIN } from './site.builder.tsx';

const context = await testDatabase();
const { newBrowser, mails } = accountSite(context);
const MAIL = 'erika@stadt.example';
const GOOD = 'Hund Tasse Wolke';
const created = await createAccount(context, MAIL);
assert.ok('personId' in created);

const linkFor = async (browser: ReturnType<typeof newBrowser>, zurueck = '/konto'): Promise<URL> => {
  const before = mails.length;
  const answer = await browser.post('/anmelden/mail', { 'link-mail': MAIL, zurueck });
  assert.equal(answer.headers.get('location'), '/anmelden/mail');
  assert.equal(mails.length, before + 1);
  return new URL(/http\S+/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '');
};

const signedInBrowser = async () => {
  const browser = newBrowser();
  await browser.post('/anmelden/link', { code: await createMailLink(context, created.personId) });
  return browser;
};

test('a link from the mail leads in by its button, back to where one was, with a cookie for this host alone', async () => {
  const browser = newBrowser();
  const link = await linkFor(browser, '/angebot/1?seite=2');
  assert.equal(link.origin, ORIGIN);
  const page = await browser.ask(link.pathname + link.search);
  assert.equal(page.headers.get('set-cookie'), null, 'looking at the link uses nothing up');
  const form = { code: link.searchParams.get('code') ?? '', zurueck: link.searchParams.get('zurueck') ?? '' };
  const answer = await browser.post('/anmelden/link', form);
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/angebot/1?seite=2');
  const [cookie = ''] = answer.headers.getSetCookie();
  for (const part of [/^__Host-allmende=[\w-]{43};/, /Path=\//, /HttpOnly/, /Secure/, /SameSite=Lax/])
    assert.match(cookie, part);
  assert.doesNotMatch(cookie, /Max-Age|Expires|Domain/);
  const account = await browser.ask('/konto');
  assert.equal(account.headers.get('cache-control'), 'private, no-store');
  assert.match(await account.text(), /angemeldet als erika@stadt\.example/);
  assert.equal((await newBrowser().post('/anmelden/link', form)).status, 422);
});

test('without signing in no page sets a cookie', async () => {
  for (const path of ['/anmelden', '/konto', '/anmelden/mail', '/anmelden/link?code=x']) {
    const answer = await newBrowser().ask(path);
    assert.deepEqual(answer.headers.getSetCookie(), [], path);
    assert.equal(answer.headers.get('cache-control'), null, path);
  }
});

test('what is wrong is said on top, the mail address stays, the password does not', async () => {
  const form = { mail: '"><b>x@y.example', password: 'Geheimes Wort 7', zurueck: '/orte' };
  const answer = await newBrowser().post('/anmelden', form);
  assert.equal(answer.status, 422);
  const html = await answer.text();
  assert.match(html, /<title>Fehler: Anmelden/);
  assert.match(html, /role="alert".*href="#mail".*stimmt nicht/s);
  assert.match(html, /aria-invalid="?true"?/);
  assert.match(html, /value="&quot;>&lt;b>x@y\.example"/);
  assert.match(html, /name="zurueck" value="\/orte"/);
  assert.doesNotMatch(html, /Geheimes Wort/);
});

test('the account page needs somebody, and leads back after signing in', async () => {
  const answer = await newBrowser().ask('/konto');
  assert.equal(answer.headers.get('location'), '/anmelden?zurueck=%2Fkonto');
  for (const path of ['/konto/passwort', '/konto/ueberall-abmelden'])
    assert.match((await newBrowser().post(path, {})).headers.get('location') ?? '', /^\/anmelden\?zurueck=/);
});

test('no return path leads to another house', async () => {
  for (const zurueck of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
  ]) {
    const browser = newBrowser();
    const link = await linkFor(browser, zurueck);
    const form = { code: link.searchParams.get('code') ?? '', zurueck };
    assert.equal((await browser.post('/anmelden/link', form)).headers.get('location'), '/konto', zurueck);
    const again = await browser.ask(`/anmelden?zurueck=${encodeURIComponent(zurueck)}`);
    assert.equal(again.headers.get('location'), '/konto', zurueck);
  }
});

test('a password is set, works, and a new sign-in has a new secret while the old one ends', async () => {
  const browser = await signedInBrowser();
  const short = await browser.post('/konto/passwort', { next: 'kurz' });
  assert.equal(short.status, 422);
  assert.match(await short.text(), /href="#next".*mindestens 10 Zeichen/s);
  assert.match(
    await (await browser.post('/konto/passwort', { next: GOOD })).text(),
    /Passwort ist gespeichert/,
  );
  const before = browser.cookies.get('__Host-allmende') ?? '';
  const answer = await browser.post('/anmelden', { mail: MAIL, password: GOOD });
  assert.equal(answer.headers.get('location'), '/konto');
  assert.notEqual(browser.cookies.get('__Host-allmende'), before);
  const thief = newBrowser();
  thief.cookies.set('__Host-allmende', before);
  assert.equal((await thief.ask('/konto')).status, 303);
});

test('whoever sets a password is told by a notice', async () => {
  const html = await (await (await signedInBrowser()).ask('/konto')).text();
  assert.match(html, /Mitteilungen \(\d+ neu\)/);
  const { rows } = await context.connection.pool.query(
    "select subject from accounts.notice where topic = 'account' and due_at is not null",
  );
  assert.equal(rows[0]?.subject, 'Ihr Passwort wurde festgelegt');
});

test('signing out takes the cookie and the session away', async () => {
  for (const path of ['/abmelden', '/konto/ueberall-abmelden']) {
    const browser = await signedInBrowser();
    const secret = browser.cookies.get('__Host-allmende') ?? '';
    const answer = await browser.post(path, {});
    assert.equal(answer.headers.get('location'), '/anmelden?abgemeldet=1');
    assert.equal(browser.cookies.has('__Host-allmende'), false);
    assert.equal(browser.cookies.has('__Host-allmende-geraet'), true, 'the device stays known');
    browser.cookies.set('__Host-allmende', secret);
    assert.equal((await browser.ask('/konto')).status, 303);
  }
});

test('over a line that anybody can read, nobody signs in', async () => {
  const browser = newBrowser();
  const origin = 'http://allmende.example';
  const sent = mails.length;
  assert.match(await (await browser.ask('/anmelden', { origin })).text(), /nicht verschlüsselt/);
  for (const [path, form] of [
    ['/anmelden', { mail: MAIL, password: GOOD }],
    ['/anmelden/mail', { 'link-mail': MAIL }],
    ['/anmelden/link', { code: 'x' }],
  ] as const) {
    const answer = await browser.post(path, form, { origin });
    assert.equal(answer.status, 422, path);
    assert.deepEqual(answer.headers.getSetCookie(), []);
  }
  assert.equal(mails.length, sent);
});

test('behind a proxy the address that counts is the one that the proxy wrote', async () => {
  const site = accountSite(context, { proxies: 1 });
  const guess = (forwarded: string) =>
    site
      .newBrowser()
      .post('/anmelden', { mail: MAIL, password: 'falsch' }, { headers: { 'x-forwarded-for': forwarded } });
  for (let count = 0; count < 5; count += 1) await guess(`10.${count}.0.1, 192.0.2.50`);
  assert.equal((await guess('10.99.0.1, 192.0.2.50')).status, 429);
  assert.equal((await guess('192.0.2.50, 198.51.100.3')).status, 422);
});
