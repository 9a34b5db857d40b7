import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createAccount, createMailLink, notify } from '../src/modules/accounts/index.ts';
import { startWorld } from './world.ts';

const world = await startWorld();

for (const javaScriptEnabled of [true, false])
  test(`notices and their settings, my data, and deleting the account${javaScriptEnabled ? '' : ', without JavaScript'}`, async () => {
    const mail = `erika-${javaScriptEnabled}@stadt.example`;
    const created = await createAccount(world.platform, mail);
    assert.ok('personId' in created);
    await notify(world.platform, {
      personIds: [created.personId],
      topic: 'links',
      subject: 'Ein Verweis geht nicht mehr',
      text: 'Die Seite antwortet nicht.',
      path: '/quellen',
    });
    const code = await createMailLink(world.platform, created.personId);
    const page = await world.open(`/anmelden/link?code=${code}`, { javaScriptEnabled });
    await page.getByRole('button', { name: 'Jetzt anmelden' }).click();

    await page.getByRole('link', { name: 'Mitteilungen' }).click();
    await page.getByText('Ein Verweis geht nicht mehr (neu)').waitFor();
    await page.getByRole('button', { name: 'Alle als gelesen kennzeichnen' }).click();
    await page.getByText('Noch nicht gelesen: 0').waitFor();
    await page.getByLabel('Quellen und Verweise, die nicht mehr gehen').selectOption('never');
    await page.getByLabel('Ruhe von').fill('halb neun');
    await page.getByRole('button', { name: 'Einstellungen speichern' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Geben Sie Uhrzeiten/ })
      .click();
    assert.match(page.url(), /#ruhe-von$/);
    assert.equal(await page.getByLabel('Ruhe von').inputValue(), 'halb neun');
    await page.getByLabel('Ruhe von').fill('20:30');
    await page.getByRole('button', { name: 'Einstellungen speichern' }).click();
    await page.getByText('Ihre Einstellungen sind gespeichert').waitFor();
    assert.equal(await page.getByLabel('Ruhe von').inputValue(), '20:30');

    await page.goto('/konto');
    await page.getByRole('link', { name: 'Was über Sie gespeichert ist' }).click();
    await page.getByText(`E-Mail: ${mail}`).waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Alles als Datei herunterladen' }).click();
    const file = await (await downloading).path();
    const { data } = JSON.parse(readFileSync(file, 'utf8')) as { data: { person: { mail: string }[] } };
    assert.equal(data.person[0]?.mail, mail);
    await page.getByRole('link', { name: 'Wie lange wir Daten behalten' }).click();
    await page.getByText('90 Tage nach dem Versand').first().waitFor();

    await page.goto('/konto/daten');
    await page.getByRole('link', { name: 'Mein Konto löschen' }).click();
    await page.getByRole('button', { name: 'Weiter' }).click();
    await page.getByRole('button', { name: 'Konto endgültig löschen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ihr Konto ist gelöscht' }).waitFor();
    await page.goto('/konto');
    await page.getByText('Danach geht es weiter').waitFor();
  });

test('a form that was sent after the session had run out is there after signing in, and is sent by one button', async () => {
  const mail = 'spaet@stadt.example';
  const created = await createAccount(world.platform, mail);
  assert.ok('personId' in created);
  const link = async (): Promise<string> =>
    `/anmelden/link?code=${await createMailLink(world.platform, created.personId)}&zurueck=%2Fkonto%2Feingaben`;
  const page = await world.open(await link(), { javaScriptEnabled: false });
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  await page.goto('/en/konto/nachrichten');
  await page.getByLabel('Quiet from').fill('21:15');
  await world.platform.connection.pool.query(
    `update accounts.session set created_at = created_at - interval '3 hours',
       last_seen_at = last_seen_at - interval '3 hours', expires_at = expires_at - interval '3 hours'
     where person_id = $1`,
    [created.personId],
  );
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('What you typed is kept').waitFor();
  await page.goto(await link());
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ihre Eingaben sind noch da' }).waitFor();
  await page.getByRole('button', { name: 'Jetzt absenden' }).click();
  await page.getByText('Your settings are saved').waitFor();
  assert.equal(await page.getByLabel('Quiet from').inputValue(), '21:15');
  await page.goto('/konto/eingaben');
  await page.getByRole('heading', { level: 1, name: 'Hier liegen keine Eingaben für Sie' }).waitFor();
});

test('no page had an error or asked another server', () => {
  assert.deepEqual(world.faults, []);
});
