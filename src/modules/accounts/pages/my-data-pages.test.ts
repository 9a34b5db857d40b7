import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEST_NOW, testDatabase } from '../../../foundation/testing/database.ts';
import { createAccount } from '../create-account.ts';
import { notify } from '../notices/notify.ts';
import { administratorOf, enterUnits, village } from '../organisations/organisations.builder.ts';
import { createMailLink } from '../sign-in/mail-link.ts';
import { accountSite } from './site.builder.tsx';

let now = TEST_NOW;
const context = { ...(await testDatabase()), clock: () => now };
const { newBrowser } = accountSite(context);
const MAIL = 'erika@stadt.example';
const created = await createAccount(context, MAIL);
assert.ok('personId' in created);

const signedIn = async (personId: string) => {
  const browser = newBrowser();
  await browser.post('/anmelden/link', { code: await createMailLink(context, personId) });
  return browser;
};

test('the data of a person are for this person', async () => {
  for (const path of ['/konto/daten', '/konto/daten.json', '/konto/loeschen', '/konto/loeschen/bestaetigen'])
    assert.match((await newBrowser().ask(path)).headers.get('location') ?? '', /^\/anmelden\?zurueck=/, path);
  const answer = await newBrowser().post('/konto/loeschen/bestaetigen', {});
  assert.match(answer.headers.get('location') ?? '', /^\/anmelden\?zurueck=/);
});

test('everything stands on the page in words, and in a file', async () => {
  for (let count = 1; count <= 21; count += 1)
    await notify(context, {
      personIds: [created.personId],
      topic: 'links',
      subject: `Nr. ${count}`,
      text: '',
    });
  const browser = await signedIn(created.personId);
  const html = await (await browser.ask('/konto/daten')).text();
  for (const part of [
    /E-Mail: erika@stadt\.example/,
    /Dazu ist nichts gespeichert[\s\S]*Ihre Rollen/,
    /Art: Link per E-Mail/,
    /Thema: Quellen und Verweise, die nicht mehr gehen/,
    /Zahl der Einträge: 21\.[\s\S]*Weitere 1 stehen in der Datei/,
    /href="\/datenschutz\/fristen"/,
  ])
    assert.match(html, part);
  const answer = await browser.ask('/konto/daten.json');
  assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="meine-daten\.json"/);
  assert.equal(answer.headers.get('cache-control'), 'private, no-store');
  const { data } = (await answer.json()) as { data: Record<string, Record<string, unknown>[]> };
  assert.equal(data.person?.[0]?.mail, MAIL);
  assert.equal(data.notice?.length, 21);
});

test('deleting takes two pages and a fresh sign-in, and leaves no cookie', async () => {
  const browser = await signedIn(created.personId);
  assert.match(
    await (await browser.ask('/konto/loeschen')).text(),
    /action="\/konto\/loeschen\/bestaetigen"/,
  );
  now = new Date(TEST_NOW.getTime() + 16 * 60_000);
  for (const old of [
    await browser.ask('/konto/loeschen/bestaetigen'),
    await browser.post('/konto/loeschen/bestaetigen', {}),
  ]) {
    assert.equal(old.status, 422);
    const html = await old.text();
    assert.match(html, /<title>Fehler: Wirklich löschen/);
    assert.match(html, /href="\/anmelden\?neu=1&amp;zurueck=%2Fkonto%2Floeschen%2Fbestaetigen"/);
    assert.doesNotMatch(html, /<button/);
  }
  assert.match(await (await browser.ask('/anmelden?neu=1&zurueck=%2Fkonto')).text(), /Link anfordern/);
  const fresh = await signedIn(created.personId);
  assert.match(await (await fresh.ask('/konto/loeschen/bestaetigen')).text(), /Konto endgültig löschen/);
  const gone = await fresh.post('/konto/loeschen/bestaetigen', {});
  assert.equal(gone.headers.get('location'), '/konto-geloescht');
  assert.equal(fresh.cookies.size, 0);
  assert.match(await (await fresh.ask('/konto-geloescht')).text(), /Ihr Konto ist gelöscht/);
  assert.equal((await browser.ask('/konto')).status, 303, 'signed out on the other device as well');
});

test('who alone administers is told where, and finds no button', async () => {
  await enterUnits(context);
  const acting = await administratorOf(context, village, 'amt@leezen.example');
  const browser = await signedIn(acting.personId);
  const html = await (await browser.ask('/konto/loeschen')).text();
  assert.match(html, /role="alert"[\s\S]*Sie verwalten als Einzige oder Einziger: Leezen/);
  assert.doesNotMatch(html, /<button/);
  const answer = await browser.post('/konto/loeschen/bestaetigen', {});
  assert.equal(answer.status, 422);
  assert.match(await answer.text(), /Leezen/);
});
