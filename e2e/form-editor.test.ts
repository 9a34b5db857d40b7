import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { createAccount, createMailLink } from '../src/modules/accounts/index.ts';
import { faultsOf, overflowOf } from './sound-page.ts';
import { startWorld } from './world.ts';

const LEEZEN = '010605053053';
const FORMS = `/rathaus/${LEEZEN}/formulare`;
const world = await startWorld();

const signInAsEditor = async (mail: string, javaScriptEnabled: boolean): Promise<Page> => {
  const created = await createAccount(world.platform, mail);
  assert.ok('personId' in created);
  const { database } = world.platform;
  await sql`insert into accounts.organisation (ars, id, kind, name, created_at)
    values (${LEEZEN}, ${LEEZEN}, 'municipality', 'Leezen', now()) on conflict do nothing`.execute(database);
  await sql`insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
    values (${LEEZEN}, ${LEEZEN}, ${created.personId}, 'editor', now())`.execute(database);
  const code = await createMailLink(world.platform, created.personId);
  const phone = { width: 320, height: 700 };
  const page = await world.open(`/anmelden/link?code=${code}`, { javaScriptEnabled, viewport: phone });
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  return page;
};

const save = (page: Page) => page.getByRole('button', { name: 'Speichern' }).click();

const build = async (page: Page, title: string, id: string, isSound: (page: Page) => Promise<void>) => {
  await page.goto(FORMS);
  await isSound(page);
  await page.getByLabel('Titel').fill(title);
  await page.getByRole('button', { name: 'Formular beginnen' }).click();
  await isSound(page);

  await page.getByRole('link', { name: 'Seite hinzufügen' }).click();
  await save(page);
  await page.getByRole('link', { name: 'Bitte füllen Sie dieses Feld aus' }).waitFor();
  await isSound(page);
  await page.getByLabel('Überschrift der Seite (auf Deutsch)').fill('Was abgeholt wird');
  await save(page);

  const ask = async (
    kind: string,
    label: string,
    more: (page: Page) => Promise<unknown> = async () => {},
  ) => {
    await page.getByRole('link', { name: 'Frage hinzufügen' }).first().click();
    await page.getByLabel('Art der Frage').selectOption({ label: kind });
    await page.getByLabel('Frage oder Bezeichnung (auf Deutsch)').fill(label);
    await more(page);
    await isSound(page);
    await save(page);
  };
  await ask('Ja oder Nein', 'Ist ein Kühlschrank dabei?');
  await ask('Zahl', 'Wie viele Kühlschränke?', async (form) => {
    await form.getByLabel('höchstens').fill('3');
    await form.getByLabel('Nur wenn (1)').selectOption({ label: 'Ist ein Kühlschrank dabei? – ja' });
  });
  await page.getByText('nur wenn: Ist ein Kühlschrank dabei? – ja').waitFor();
  await isSound(page);
  const overview = page.url();
  for (const way of ['Gebühr', 'Für wen und Unterschriften', 'Allgemeines']) {
    await page.goto((await page.getByRole('link', { name: way, exact: true }).getAttribute('href')) ?? '');
    await isSound(page);
    await page.goto(overview);
  }

  await page.getByRole('link', { name: 'Ausprobieren' }).click();
  await isSound(page);
  await page.getByLabel('Ja', { exact: true }).check();
  await page.getByRole('button', { name: 'Speichern und weiter' }).click();
  await page.getByLabel('Wie viele Kühlschränke?').fill('4');
  await page.getByRole('button', { name: 'Speichern und weiter' }).click();
  await page.getByText('Diese Zahl ist zu groß').first().waitFor();
  await page.getByLabel('Wie viele Kühlschränke?').fill('2');
  await page.getByRole('button', { name: 'Speichern und weiter' }).click();
  await page.getByRole('heading', { name: 'Ende des Formulars' }).waitFor();
  await isSound(page);

  await page.getByRole('link', { name: 'Zum Formular' }).click();
  await page.getByRole('button', { name: 'Veröffentlichen' }).click();
  await page.getByText('Das Formular ist veröffentlicht.').waitFor();
  await isSound(page);
  const resident = await world.open(`/antrag/${LEEZEN}/${id}`, { javaScriptEnabled: false });
  await resident.getByRole('heading', { level: 1, name: title }).waitFor();
  assert.deepEqual(world.faults, []);
};

test('an editor with a phone builds a form, tries it and publishes it; a resident begins it', async () => {
  const page = await signInAsEditor('redaktion@leezen.example', true);
  await build(page, 'Sperrmüll anmelden', 'sperrmuell-anmelden', async (shown) =>
    assert.deepEqual(await faultsOf(shown), [], shown.url()),
  );
});

test('the same without JavaScript', async () => {
  const page = await signInAsEditor('vertretung@leezen.example', false);
  await build(page, 'Feuerwerk anzeigen', 'feuerwerk-anzeigen', async (shown) =>
    assert.ok((await overflowOf(shown)) <= 0, shown.url()),
  );
});
