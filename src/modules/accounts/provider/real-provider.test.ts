import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { createAccount } from '../create-account.ts';
import { requireLevel } from '../index.ts';
import { accountSite } from '../pages/site.builder.tsx';
import { createMailLink } from '../sign-in/mail-link.ts';
import { CLIENT, startRealProvider } from './real-provider.builder.ts';

const context = { ...(await testDatabase()), clock: () => new Date() };
const strong = '/streng';
const { townOrigin, issuer, faults, newWalk } = await startRealProvider(context, (site) => {
  site.use(strong, requireLevel('substantial'));
  site.all(strong, (c) => c.text(`done by ${c.var.signedIn?.label}`));
});

test('in and out at a real provider: code, PKCE, nonce, level; signing out there signs out here', async () => {
  const walk = newWalk();
  const start = `${townOrigin}/anmelden/anbieter`;
  const page = await walk(start, new URLSearchParams({ zurueck: '/konto' }));
  assert.deepEqual(faults, []);
  const html = await page.text();
  assert.match(html, /angemeldet als Person am Anbieter/);
  assert.match(html, /Vertrauensniveau: hoch/);

  const other = newWalk();
  await other(start, new URLSearchParams({ zurueck: '/konto' }));
  const goodbye = await walk(`${townOrigin}/abmelden`, new URLSearchParams());
  assert.match(await goodbye.text(), /Mit Stadtkonto anmelden/);
  assert.match(await (await walk(`${townOrigin}/konto`)).text(), /Danach geht es weiter/);
  assert.match(
    await (await other(`${townOrigin}/konto`)).text(),
    /Person am Anbieter/,
    'another device stays',
  );

  await other(
    `${issuer}/session/end?client_id=${CLIENT.clientId}&post_logout_redirect_uri=${townOrigin}/anmelden`,
  );
  const { rows } = await context.connection.pool.query('select 1 from accounts.session');
  assert.equal(rows.length, 0);
});

const formOn = (html: string): URLSearchParams =>
  new URLSearchParams(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value],
    ),
  );

test('what asks for more trust leads to the provider, asks it for its own words, and back', async () => {
  const walk = newWalk();
  const asked = await (await walk(`${townOrigin}${strong}?seite=2`)).text();
  assert.match(asked, /<title>Hier ist eine stärkere Anmeldung nötig/);
  assert.match(asked, /Nötig ist das Vertrauensniveau »substanziell«/);
  assert.doesNotMatch(asked, /Passwort anmelden|Link anfordern/);
  const form = formOn(asked);
  assert.deepEqual(
    [...form],
    [
      ['zurueck', `${strong}?seite=2`],
      ['stufe', 'substantial'],
    ],
  );
  const begun = await fetch(`${townOrigin}/anmelden/anbieter`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  const there = new URL(begun.headers.get('location') ?? '').searchParams;
  assert.equal(there.get('acr_values'), 'STORK-QAA-Level-3 STORK-QAA-Level-4');
  const back = await walk(`${townOrigin}/anmelden/anbieter`, form);
  assert.equal(await back.text(), 'done by Person am Anbieter');
});

test('a provider that confirms too little is named so, goes round in no circle, and signs nobody in', async () => {
  const walk = newWalk('weak-1');
  const form = formOn(await (await walk(townOrigin + strong)).text());
  const back = await walk(`${townOrigin}/anmelden/anbieter`, form);
  assert.equal(back.status, 422);
  const html = await back.text();
  assert.match(html, /role="alert"[\s\S]*Vertrauensniveau »niedrig« bestätigt\. Nötig ist »substanziell«/);
  assert.deepEqual([...formOn(html)], [...form], 'to try again');
  assert.match(await (await walk(`${townOrigin}/konto`)).text(), /Danach geht es weiter/);
  const plain = await walk(`${townOrigin}/anmelden/anbieter`, new URLSearchParams({ zurueck: '/konto' }));
  assert.match(await plain.text(), /Vertrauensniveau: niedrig/);
  const present = await (await walk(townOrigin + strong)).text();
  assert.match(present, /Ihre jetzige Anmeldung hat das Vertrauensniveau »niedrig«/);
});

test('a form that was sent with too little trust is not taken, and the page says why', async () => {
  const walk = newWalk();
  const answer = await walk(townOrigin + strong, new URLSearchParams({ text: 'Hallo' }));
  assert.equal(answer.status, 403);
  const html = await answer.text();
  assert.match(html, /<title>Fehler: Hier ist eine stärkere Anmeldung nötig/);
  assert.match(html, /href="\/anmelden\?stufe=substantial&amp;zurueck=%2Fkonto"/);
});

test('an installation without a provider says that it has none', async () => {
  const { newBrowser } = accountSite(context, {}, (site) => {
    site.get(strong, requireLevel('high'), (c) => c.text('done'));
  });
  const created = await createAccount(context, 'erika@stadt.example');
  assert.ok('personId' in created);
  const browser = newBrowser();
  await browser.post('/anmelden/link', { code: await createMailLink(context, created.personId) });
  const { headers } = await browser.ask(strong);
  assert.equal(headers.get('location'), '/anmelden?stufe=high&zurueck=%2Fstreng');
  const html = await (await browser.ask(headers.get('location') ?? '')).text();
  assert.match(html, /Hier gibt es keine stärkere Anmeldung/);
  assert.doesNotMatch(html, /<form/);
  assert.equal((await browser.ask('/anmelden?stufe=low&zurueck=%2Fkonto')).headers.get('location'), '/konto');
});
