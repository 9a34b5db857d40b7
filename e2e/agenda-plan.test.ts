import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { createAccount, createMailLink } from '../src/modules/accounts/index.ts';
import { noFacts } from '../src/modules/strategy/measures/measure.ts';
import { overflowOf, violationsOf } from './sound-page.ts';
import { startWorld } from './world.ts';

const world = await startWorld();
const { pool } = world.platform.connection;
const LEEZEN = '010605053053';
const DESK = `/rathaus/${LEEZEN}/agenda`;
const PUBLIC = '/agenda/leezen-01060053';
const idOf = (at: number): string => `0193b7a0-0000-7000-8000-0000000000${String(at).padStart(2, '0')}`;
const TITLES = [
  'Datenplattform',
  'Sensoren an Stellplätzen',
  'Parken teilen',
  'Radweg an der Hauptstraße',
  'Glasfaser',
];
const GOAL = { id: idOf(90), title: 'Weniger Suchverkehr', text: '', field: 'mobility' };
let personId: string;

const plantMeasures = async (): Promise<void> => {
  for (const [at, title] of TITLES.entries()) {
    const year = 2027 + at;
    const facts = {
      ...noFacts,
      title,
      fields: [at === 0 ? 'administration' : 'mobility'],
      begins: `${year}-03`,
      ends: `${year + (at % 2)}-11`,
      dependsOn: at === 1 || at === 2 ? [idOf(at - 1)] : [],
      years: [{ year, once: 40_000 * (at + 1), running: 0, staff: 0.5 }],
      milestones: [{ id: idOf(50 + at), title: 'Vergabe', due: `${year}-09-01`, doneOn: null }],
    };
    await pool.query(
      `insert into strategy.measure (ars, id, facts, state, is_public, created_at, changed_at)
       values ($1, $2, $3, 'planned', true, now(), now())`,
      [LEEZEN, idOf(at), JSON.stringify(facts)],
    );
  }
};

before(async () => {
  const created = await createAccount(world.platform, 'anna@leezen.example');
  assert.ok('personId' in created);
  personId = created.personId;
  const content = {
    vision: 'Alle erreichen alles.',
    fromYear: 2027,
    toYear: 2032,
    goals: [GOAL],
    measures: TITLES.map((title, at) => ({ id: idOf(at), title, state: 'planned', fields: [], goalIds: [] })),
  };
  await pool.query(`
    insert into accounts.organisation (ars, id, kind, name, created_at)
      values ('${LEEZEN}', '${LEEZEN}', 'municipality', 'Leezen', now()) on conflict do nothing;
    insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
      values ('${LEEZEN}', '${LEEZEN}', '${personId}', 'digitalOfficer', now());
    insert into strategy.agenda (ars, vision, from_year, to_year, version, published_at, changed_at)
      values ('${LEEZEN}', '', 2027, 2032, 1, now(), now());
    insert into strategy.goal (ars, id, title, text, field, position, changed_at)
      values ('${LEEZEN}', '${GOAL.id}', '${GOAL.title}', '', 'mobility', 1, now());
    insert into strategy.agenda_version (ars, version, content, published_at)
      values ('${LEEZEN}', 1, '${JSON.stringify(content)}', now())`);
  await plantMeasures();
  await pool.query(`
    insert into strategy.interaction (ars, id, from_measure, to_goal, to_measure, kind, strength, delay_months, reason, source, changed_at)
      values ('${LEEZEN}', '${idOf(60)}', '${idOf(2)}', '${GOAL.id}', null, 'supports', 3, 6, 'Wer einen Platz kennt, sucht nicht.', '', now()),
        ('${LEEZEN}', '${idOf(61)}', '${idOf(3)}', null, '${idOf(2)}', 'shares-resource', 2, 0, 'Beide brauchen den Straßenrand.', '', now())`);
});

const signedIn = async (options: BrowserContextOptions): Promise<Page> => {
  const code = await createMailLink(world.platform, personId);
  const page = await world.open(`/anmelden/link?code=${code}`, options);
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ihr Konto' }).waitFor();
  return page;
};

const MODES: [string, BrowserContextOptions][] = [
  ['light, 1280 px', { viewport: { width: 1280, height: 900 } }],
  ['dark, 320 px', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
  ['forced colours, 768 px', { viewport: { width: 768, height: 900 }, forcedColors: 'active' }],
];
for (const [name, options] of MODES)
  test(`interactions and roadmap are accessible, and nothing is wider than the screen: ${name}`, async () => {
    const page = await signedIn(options);
    for (const path of [
      `${DESK}/wirkungen`,
      `${DESK}/wirkungen?teil=measure%3A${idOf(2)}`,
      `${DESK}/wirkungen/${idOf(61)}`,
      `${DESK}/massnahmen/${idOf(0)}/wechselwirkungen`,
      `${DESK}/fahrplan`,
      `${PUBLIC}/wirkungen`,
      `/en${PUBLIC}/fahrplan`,
    ]) {
      await page.goto(path);
      assert.deepEqual(await violationsOf(page), [], path);
      assert.ok((await overflowOf(page)) <= 0, `${path} is too wide`);
    }
    await page.context().close();
  });

test('a conflict is entered and seen, a roadmap fitted into a budget and taken over, without a script', async () => {
  const page = await signedIn({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  await page.goto(`${DESK}/wirkungen`);
  await page.getByLabel('Was wirkt?').selectOption({ label: 'Glasfaser (Maßnahme)' });
  await page.getByLabel('Wie?', { exact: true }).selectOption({ label: 'behindert' });
  await page.getByLabel('Worauf?').selectOption({ label: 'Radweg an der Hauptstraße (Maßnahme)' });
  await page.getByLabel('mittel').check();
  await page.getByLabel('Warum?').fill('Dieselbe Straße wird zweimal aufgerissen.');
  await page.getByRole('button', { name: 'Wechselwirkung eintragen' }).click();
  await page.getByRole('alert').getByText('Gespeichert.').waitFor();
  await page.goto(`${DESK}/massnahmen/${idOf(4)}`);
  await page.getByRole('link', { name: 'Wechselwirkungen', exact: true }).click();
  await page.getByText('schadet: Radweg an der Hauptstraße').first().waitFor();
  await page.goto(`${DESK}/fahrplan`);
  for (const year of [2027, 2028, 2029, 2030, 2031, 2032])
    await page.getByLabel(`${year}: Geld (€)`).fill('170.000');
  await page.getByRole('button', { name: 'Grenzen speichern' }).click();
  await page.getByRole('button', { name: 'Reihenfolge vorschlagen lassen' }).click();
  await page.getByText('Das ist ein Vorschlag, keine Entscheidung').waitFor();
  // The glass fibre costs 200,000 € in one year.
  await page.getByRole('listitem').filter({ hasText: 'Glasfaser' }).waitFor();
  await page.getByRole('button', { name: 'Übernehmen, vorher noch einmal ansehen' }).click();
  await page.getByRole('button', { name: 'Ja, so übernehmen' }).click();
  await page.getByText('Die Maßnahmen stehen jetzt in ihren neuen Jahren.').waitFor();
  assert.deepEqual(world.faults, []);
});
