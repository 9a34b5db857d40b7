import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { consumers } from '../src/app/domain-events.ts';
import { deliverEvents } from '../src/foundation/events/deliver-events.ts';
import { createAccount, createMailLink } from '../src/modules/accounts/index.ts';
import { faultsOf, overflowOf, violationsOf } from './sound-page.ts';
import { startWorld } from './world.ts';

const world = await startWorld();
const { pool } = world.platform.connection;
const LEEZEN = '010605053053';
const WIDE = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 320, height: 640 } };
let personId: string;

before(async () => {
  const created = await createAccount(world.platform, 'olga@leezen.example');
  assert.ok('personId' in created);
  personId = created.personId;
  await pool.query(`
    insert into accounts.organisation (ars, id, kind, name, created_at)
      values ('${LEEZEN}', '${LEEZEN}', 'municipality', 'Leezen', now()) on conflict do nothing;
    insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
      values ('${LEEZEN}', '${LEEZEN}', '${personId}', 'digitalOfficer', now());
    insert into participation.report (ars, id, category, text, lon, lat, pt, state, secret_hash, way, reported_at, changed_at)
      values ('${LEEZEN}', gen_random_uuid(), 'road', 'Die Bank vor der Bäckerei ist kaputt', 10.25, 53.86, point(1, 1),
        'accepted', 'x', 'page', now(), now())`);
});

test('a room opens from what lies about; an idea arrives by itself, is voted on in secret, and goes on as a measure', async (t) => {
  const code = await createMailLink(world.platform, personId);
  const desk = await world.open(`/anmelden/link?code=${code}`, WIDE);
  await desk.getByRole('button', { name: 'Jetzt anmelden' }).click();
  await desk.getByRole('heading', { level: 1, name: 'Ihr Konto' }).waitFor();
  await desk.goto(`/rathaus/${LEEZEN}/sprints`);
  assert.deepEqual(await faultsOf(desk), []);
  await desk.getByLabel('Welcher Teil des Ortes?').fill('Ortsmitte');
  await desk.getByRole('button', { name: 'Beginnen' }).click();
  await desk.getByLabel('Meldung: Straße', { exact: false }).check();
  await desk.getByRole('button', { name: 'Ausgewähltes in den Raum nehmen' }).click();
  await desk.getByLabel('Frage, die der Sprint').fill('Wo sitzt man gern?');
  await desk.getByLabel('Wer antwortet dafür?').fill('Ortsentwicklung');
  await desk.getByRole('button', { name: 'Speichern', exact: true }).click();
  await desk.getByRole('button', { name: 'Raum öffnen' }).click();
  await desk.getByLabel('Für welche Gruppe?').selectOption('residents');
  await desk.getByRole('button', { name: 'Link erstellen' }).click();
  const link = new URL((await desk.getByText('/sprints/beitreten/').textContent()) ?? '').pathname;
  assert.deepEqual(await faultsOf(desk), []);

  const listener = await world.open(link, WIDE);
  await listener.getByLabel('Unter welchem Namen').fill('Opa');
  await listener.getByLabel('Ich nehme die Regeln an').check();
  await listener.getByRole('button', { name: 'Raum betreten' }).click();
  await listener.getByLabel('Was schlagen Sie vor?').fill('Noch nicht fertig');

  const resident = await world.open(link, { ...PHONE, javaScriptEnabled: false });
  await resident.getByRole('button', { name: 'Raum betreten' }).click();
  await resident.getByRole('alert').getByText('Bitte wählen Sie einen Namen').waitFor();
  await resident.getByLabel('Unter welchem Namen').fill('Radlerin');
  await resident.getByLabel('Ich nehme die Regeln an').check();
  await resident.getByRole('button', { name: 'Raum betreten' }).click();
  for (const idea of ['Zwei Bänke im Schatten', 'Ein Brunnen']) {
    await resident.getByLabel('Was schlagen Sie vor?').fill(idea);
    await resident.getByRole('button', { name: 'Idee abschicken' }).click();
    await resident.getByText('Ihre Idee ist da.').waitFor();
  }
  const started = performance.now();
  await listener.locator('[data-live]').getByText('Ein Brunnen').waitFor({ timeout: 5000 });
  t.diagnostic(`seen after ${Math.round(performance.now() - started)} ms`);
  // What somebody is just typing stays.
  assert.equal(await listener.getByLabel('Was schlagen Sie vor?').inputValue(), 'Noch nicht fertig');
  assert.deepEqual(await violationsOf(listener), []);

  await desk.getByRole('link', { name: 'Raum leiten' }).click();
  await desk.getByRole('button', { name: 'Abstimmung öffnen' }).click();
  await resident.getByRole('link', { name: 'Neu laden' }).click();
  await resident.getByRole('radio', { name: 'Zwei Bänke im Schatten' }).check();
  assert.ok((await overflowOf(resident)) <= 0);
  await resident.getByRole('button', { name: 'Stimme abgeben' }).click();
  await resident.getByText('Ihre Stimme ist gezählt.').waitFor();
  await desk.getByRole('button', { name: 'Abstimmung schließen' }).click();
  await desk.getByText('weniger als drei Stimmzettel').waitFor();
  await desk.getByLabel('Das haben wir entschieden').fill('Zwei Bänke auf Probe');
  await desk.getByLabel('Warum', { exact: true }).fill('Sie kosten wenig.');
  await desk.getByRole('button', { name: 'Entscheidung speichern' }).click();
  await desk.getByLabel('Was soll daraus werden?').selectOption('measure');
  await desk.getByLabel('Name', { exact: true }).fill('Bänke in der Ortsmitte');
  await desk.getByRole('button', { name: 'Weitergeben' }).click();
  await deliverEvents(world.platform, consumers, (_, error) => {
    throw error;
  });
  assert.deepEqual(await faultsOf(desk), []);
  await desk.getByRole('link', { name: 'Öffentliche Seite' }).click();
  await desk.getByText('Bänke in der Ortsmitte').waitFor();
  assert.deepEqual(await faultsOf(desk), []);
  await desk.goto(`/rathaus/${LEEZEN}/agenda`);
  await desk.getByRole('link', { name: 'Bänke in der Ortsmitte' }).waitFor();
  assert.deepEqual(world.faults, []);
});
