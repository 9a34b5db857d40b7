import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { createAccount } from '../create-account.ts';
import { notify } from '../index.ts';
import { getNoticeSetting } from '../notices/notice-setting.ts';
import { createUnsubscribeLink } from '../notices/unsubscribe.ts';
import { createMailLink } from '../sign-in/mail-link.ts';
import { accountSite } from './site.builder.tsx';

const context = await testDatabase();
const { newBrowser } = accountSite(context);
const created = await createAccount(context, 'erika@stadt.example');
assert.ok('personId' in created);
const { personId } = created;

const signedIn = async () => {
  const browser = newBrowser();
  await browser.post('/anmelden/link', { code: await createMailLink(context, personId) });
  return browser;
};

test('notices are for whoever is signed in', async () => {
  const answer = await newBrowser().ask('/konto/nachrichten');
  assert.equal(answer.headers.get('location'), '/anmelden?zurueck=%2Fkonto%2Fnachrichten');
  for (const path of ['/konto/nachrichten/gelesen', '/konto/nachrichten/einstellungen'])
    assert.match((await newBrowser().post(path, {})).headers.get('location') ?? '', /^\/anmelden\?zurueck/);
});

test('the newest stand on top, new ones say so until they are marked as read, 20 on a page', async () => {
  for (let count = 1; count <= 21; count += 1)
    await notify(context, {
      personIds: [personId],
      topic: 'links',
      subject: `Nr. ${count} <b>`,
      text: 'a\nb',
    });
  const browser = await signedIn();
  const html = await (await browser.ask('/konto/nachrichten')).text();
  assert.match(html, /Noch nicht gelesen: 21[\s\S]*Nr\. 21 &lt;b>[\s\S]*\(neu\)[\s\S]*Nr\. 20/);
  assert.match(html, /Seite 1 von 2/);
  assert.match(await (await browser.ask('/konto/nachrichten?seite=2')).text(), /Nr\. 1 &lt;b>/);
  assert.equal((await browser.post('/konto/nachrichten/gelesen', {})).status, 303);
  assert.doesNotMatch(await (await browser.ask('/konto/nachrichten')).text(), /\(neu\)/);
});

test('settings are saved; what is wrong is said on top and stays typed', async () => {
  const browser = await signedIn();
  const path = '/konto/nachrichten/einstellungen';
  const form = { 'takt-links': 'never', 'takt-account': 'never', 'ruhe-von': '21:30', 'ruhe-bis': '' };
  const wrong = await browser.post(path, form);
  assert.equal(wrong.status, 422);
  const html = await wrong.text();
  assert.match(html, /<title>Fehler: Mitteilungen/);
  assert.match(html, /href="#ruhe-bis"[^>]*>Geben Sie beide Uhrzeiten ein/);
  assert.match(html, /value="21:30"/);
  assert.match(html, /<option value="never" selected/);
  const right = await browser.post(path, { ...form, 'ruhe-bis': '06:30' });
  assert.equal(right.headers.get('location'), '/konto/nachrichten?gespeichert=1');
  const { paces, quiet } = await getNoticeSetting(context, personId);
  assert.deepEqual([paces.links, paces.account, paces.review], ['never', 'atOnce', 'daily']);
  assert.deepEqual(quiet, { from: '21:30', to: '06:30' });
  assert.equal((await browser.post(path, { 'takt-links': 'hourly' })).status, 200);
  assert.deepEqual((await getNoticeSetting(context, personId)).quiet, quiet);
});

test('a link of a mail ends nothing by being looked at, but by its button or by one click of the mail program', async () => {
  const code = await createUnsubscribeLink(context, personId, ['publishing']);
  const pace = async () => (await getNoticeSetting(context, personId)).paces.publishing;
  const browser = newBrowser();
  const path = `/abbestellen?code=${code}`;
  assert.match(await (await browser.ask(path)).text(), /keine E-Mails mehr zu: Veröffentlichungen/);
  assert.equal((await browser.post(path, {})).status, 400);
  assert.equal(await pace(), 'daily');
  const done = await browser.post('/abbestellen/bestaetigen', { code });
  assert.equal(done.status, 303);
  assert.match(await (await browser.ask(done.headers.get('location') ?? '')).text(), /Abbestellt/);
  assert.equal(await pace(), 'never');
  const other = await createUnsubscribeLink(context, personId, ['review']);
  const click = { 'List-Unsubscribe': 'One-Click' };
  assert.equal((await newBrowser().post(`/abbestellen?code=${other}`, click)).status, 200);
  assert.equal((await getNoticeSetting(context, personId)).paces.review, 'never');
  assert.equal((await newBrowser().post('/abbestellen?code=made-up', click)).status, 404);
  assert.equal((await newBrowser().ask('/abbestellen?code=made-up')).status, 404);
  assert.equal((await newBrowser().post('/abbestellen/bestaetigen', { code: 'x' })).status, 404);
});
