import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { seedForms } from '../modules/public-services/index.ts';
import { type Browser, startDesk } from './desk/desk.builder.ts';

const FOLDER = 'var/test/prefill';
rmSync(FOLDER, { recursive: true, force: true });
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, newBrowser, signIn } = await startDesk(FOLDER);
await seedForms(platform);

const FORM = '/antrag/010605053053/bewohnerparkausweis';

const firstPage = async (browser: Browser): Promise<string> => {
  const begun = await browser.post(FORM);
  return (await browser.ask(`${begun.headers.get('location')}/seite/person`)).text();
};

test('who is signed in does not type the mail address again, and is told so before', async () => {
  const lena = await signIn('lena@leezen.example');
  assert.match(await (await lena.ask(FORM)).text(), /aus Ihrem Konto/);
  const page = await firstPage(lena);
  assert.match(page, /name="mail"[^>]*value="lena@leezen.example"/);
  assert.doesNotMatch(page, /name="name"[^>]*value="/);
});

test('nobody else gets anything filled in', async () => {
  const stranger = newBrowser();
  assert.match(await (await stranger.ask(FORM)).text(), /Sie brauchen kein Konto/);
  assert.doesNotMatch(await firstPage(stranger), /name="mail"[^>]*value="/);
});

test('a name goes along once the person has one', async () => {
  const ines = await signIn('ines@leezen.example');
  await platform.connection.pool.query(
    "update accounts.person set name = 'Ines Muster' where mail = 'ines@leezen.example'",
  );
  assert.match(await firstPage(ines), /name="name"[^>]*value="Ines Muster"/);
});
