import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { createAccount, createMailLink } from '../src/modules/accounts/index.ts';
import { faultsOf, overflowOf } from './sound-page.ts';
import { startWorld } from './world.ts';

const LEEZEN = '010605053053';
const world = await startWorld();
const { database } = world.platform;

/** Without JavaScript axe does not run either. */
const isSound = async (page: Page, hasScripts: boolean): Promise<void> => {
  if (hasScripts) assert.deepEqual(await faultsOf(page), [], page.url());
  else assert.ok((await overflowOf(page)) <= 0, page.url());
};

const signIn = async (options: object): Promise<Page> => {
  const mail = `${Math.random().toString(36).slice(2)}@leezen.example`;
  const created = await createAccount(world.platform, mail);
  assert.ok('personId' in created);
  await sql`insert into accounts.organisation (ars, id, kind, name, created_at)
    values (${LEEZEN}, ${LEEZEN}, 'municipality', 'Leezen', now()) on conflict do nothing`.execute(database);
  for (const role of ['administrator', 'caseWorker'])
    await sql`insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
      values (${LEEZEN}, ${LEEZEN}, ${created.personId}, ${role}, now())`.execute(database);
  const code = await createMailLink(world.platform, created.personId);
  const page = await world.open(`/anmelden/link?code=${code}`, options);
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  return page;
};

/** One that failed, with all that a line can say. */
const plant = async (): Promise<void> => {
  const id = world.platform.newId();
  await sql`
    insert into public_services.form (ars, id, version, definition, published_at)
    values (${LEEZEN}, 'hundesteuer', 1, '{"title": {"de": "Hund anmelden", "en": "Register a dog"}}', now())
    on conflict do nothing`.execute(database);
  await sql`
    insert into public_services.data_key (ars, number, wrapped, created_at) values (${LEEZEN}, 99, '', now())
    on conflict do nothing`.execute(database);
  await sql`
    insert into public_services.application (ars, id, form_id, form_version, secret_hash, organisation_ars,
      organisation_id, receipt_number, key_number, answers, started_at, changed_at, state, submitted_at)
    values (${LEEZEN}, ${id}, 'hundesteuer', 1, ${id}, ${LEEZEN}, ${LEEZEN}, '4F7K-9Q2M', 99, '', now(), now(),
      'submitted', now())`.execute(database);
  await sql`
    insert into public_services.delivery (ars, application_id, id, way, state, tries, reasons, refused_events, asked_at,
      changed_at)
    values (${LEEZEN}, ${id}, ${id}, 'fitConnect', 'failed', 12, '{service-busy}', '{wrong-signature}', now(), now())`.execute(
    database,
  );
};

const modes = [
  { name: 'light, 1280 px', options: { viewport: { width: 1280, height: 900 } } },
  {
    name: 'dark, 320 px',
    options: { viewport: { width: 320, height: 700 }, colorScheme: 'dark' as const },
  },
  {
    name: '320 px, without JavaScript',
    options: {
      viewport: { width: 320, height: 700 },
      javaScriptEnabled: false,
    },
  },
];
for (const [at, { name, options }] of modes.entries())
  test(`a town chooses where its applications go, and sees what became of them: ${name}`, async () => {
    if (at === 0) await plant();
    const page = await signIn(options);
    await page.goto(`/rathaus/${LEEZEN}/uebergabe`);
    await isSound(page, at < 2);
    await page.getByLabel('Welcher Weg?').selectOption({ label: 'E-Mail, verschlüsselt' });
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('link', { name: 'Unverschlüsselt schicken wir keine Anträge' }).waitFor();
    await isSound(page, at < 2);
    await page.getByLabel('Welcher Weg?').selectOption({ label: 'nur Posteingang hier' });
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Gespeichert.').waitFor();
    await page.goto(`/rathaus/${LEEZEN}/antraege`);
    await page.getByRole('link', { name: 'Übergaben' }).click();
    await page.getByText('gescheitert (12 Versuche)').waitFor();
    await isSound(page, at < 2);
    if (at < 2) return;
    await page.getByRole('button', { name: 'Noch einmal versuchen 4F7K-9Q2M' }).click();
    await page.getByText('Der Antrag wird noch einmal übergeben.').waitFor();
    await isSound(page, at < 2);
  });
