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

test('no page had an error or asked another server', () => {
  assert.deepEqual(world.faults, []);
});
