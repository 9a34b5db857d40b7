import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAccount, createMailLink, notify } from '../src/modules/accounts/index.ts';
import { overflowOf, violationsOf } from './sound-page.ts';
import { startWorld } from './world.ts';

const world = await startWorld();

const PAGES = [
  '/',
  '/?ort=Karlsruhe',
  '/?ort=Karlsruhe&kategorie=playground&offen=1&ansicht=karte',
  '/?ort=Aach',
  '/?ort=Karlsruhhe',
  '/ort/karlsruhe-08212000',
  '/ort/leezen-01060053',
  '/ort/eisenach-16056000',
  '/ort/heidekreis-03358',
  '/orte',
  '/daten',
  '/quellen',
  '/impressum',
  '/datenschutz',
  '/datenschutz/fristen',
  '/en/datenschutz/fristen',
  '/barrierefreiheit',
  '/hilfe',
  '/leicht',
  '/leicht/hilfe',
  '/leicht/leistungen',
  '/leicht/leistungen/ausweis?ort=08212000',
  '/leicht/leistungen/etwas-verloren',
  '/offline',
  '/anmelden',
  '/anmelden?zurueck=%2Fkonto',
  '/anmelden?stufe=substantial',
  '/abbestellen?code=x',
  '/konto-geloescht',
  '/anmelden/mail',
  '/anmelden/link?code=x',
  '/en/anmelden',
  '/rathaus',
  '/rathaus/rechte',
  '/en/rathaus/rechte',
  '/vorschlagen',
  '/vorschlagen?ort=Karlsruhe',
  '/einladung?code=x',
  '/gibt-es-nicht',
  '/en?ort=08212000',
  '/en/hilfe',
  '/parken',
  '/parken?ort=08212000',
  '/parken/wirkung',
  '/parken/wirkung?ort=08212000',
  '/netzwerk/pruefstand',
  '/parken/orte',
  '/parken/preise?ort=08212000',
  '/parken/orte?ort=08212000',
  '/parken/darf-ich?ort=08212000',
  '/parken/darf-ich?ort=08212000&ground=street',
  '/en/parken/darf-ich?ort=08212000&ground=private&kind=open&area=MK&permit=business&time=outside&who=everybody&price=paid&right=owner&access=own',
  '/netzwerk',
  '/agenda',
  '/mitmachen',
  '/kreislauf',
  '/mitmachen/umfragen',
  '/mitmachen/melden?ort=08212000',
  '/mitmachen/meldungen?ort=08212000',
  '/pilotprojekte',
  '/sprints',
  '/sprints/beitreten/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  '/netzwerk/bibliothek',
  '/netzwerk/bibliothek?ort=01060053&q=Wasserstand&kosten=bis-50000',
  '/netzwerk/dossiers',
  '/netzwerk/aufrufe',
  '/foerderung',
  '/sensoren',
  '/en/sensoren?art=water',
  '/sensoren/verkehr?ort=01060053',
  '/en/sensoren/wasser?ort=01060053',
  '/sensoren/energie?ort=01060053',
  '/en/foerderung?stand=closed',
  '/en/netzwerk/aufrufe',
  '/netzwerk/termine',
  '/netzwerk/neues',
  '/en/netzwerk/neues?monat=2026-11',
  '/netzwerk/rat',
  '/netzwerk/partner',
  '/netzwerk/partner?feld=environment',
  '/netzwerk/allmende',
  '/netzwerk/allmende/010605053053',
  '/netzwerk/zwillinge',
  '/lagebild',
  '/en/lagebild?zeichen=angebote',
  '/lagebild/gemeinden?zeichen=unbekannt&land=09&seite=2',
  '/lagebild/gemeinden?zeichen=wissen',
  '/netzwerk/zwillinge?ort=01060053&gewicht-land=5',
  '/en/netzwerk/zwillinge?ort=08212000&vorlage=lage',
  '/leistungen',
  '/leistungen/anlass',
  '/leistungen/anlass/umzug?ort=01060053&datum=2026-12-01',
  '/en/leistungen/anlass/strassenfest?ort=01060053&datum=2026-12-12',
  '/leistungen/anlass/strassenfest/aushang?ort=01060053&datum=2026-12-12',
  '/leistungen/kennzahlen',
  '/leistungen/kennzahlen?ort=01060053',
  '/antrag/010605053053/ferienpass',
  '/antrag/010605053053/unterschrift/abgelehnt',
  `/en/antrag/010605053053/unterschrift/${'0'.repeat(52)}`,
  '/leistungen?ort=Karlsruhe&was=umziehen',
  '/leistungen?ort=Karlsruhe&lebenslage=driving',
  '/leistungen/abdeckung?ort=Karlsruhe',
  '/en/leistungen/abdeckung',
  '/ogc',
  '/ogc/collections/places',
  '/ogc/collections/places/items?limit=5',
];

const MODES = [
  { name: 'light, 1280 px', size: { width: 1280, height: 900 }, media: {} },
  { name: 'dark, 320 px', size: { width: 320, height: 640 }, media: { colorScheme: 'dark' as const } },
  {
    name: 'forced colours, 768 px',
    size: { width: 768, height: 900 },
    media: { forcedColors: 'active' as const },
  },
];
const USUAL = { colorScheme: 'light' as const, forcedColors: 'none' as const };

test('axe finds nothing on any page, and nothing is wider than the screen: light and wide, dark and narrow, forced colours', async () => {
  const page = await world.open('/');
  for (const path of PAGES) {
    await page.goto(path);
    for (const { name, size, media } of MODES) {
      await page.setViewportSize(size);
      await page.emulateMedia({ ...USUAL, ...media });
      assert.deepEqual(await violationsOf(page), [], `${path} ${name}`);
      const overflow = await overflowOf(page);
      assert.ok(overflow <= 0, `${path} is ${overflow} px too wide: ${name}`);
    }
  }
  await page.context().close();
});

test('the account page is accessible, as it is and with what is wrong', async () => {
  const created = await createAccount(world.platform, 'erika@stadt.example');
  assert.ok('personId' in created);
  const code = await createMailLink(world.platform, created.personId);
  const page = await world.open(`/anmelden/link?code=${code}`, { viewport: { width: 320, height: 640 } });
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ihr Konto' }).waitFor();
  assert.deepEqual(await violationsOf(page), []);
  await page.getByRole('button', { name: 'Passwort speichern' }).click();
  await page.getByRole('alert').waitFor();
  assert.deepEqual(await violationsOf(page), []);
  const overflow = await overflowOf(page);
  assert.ok(overflow <= 0, `${overflow} px too wide`);
});

test('notices, own data and deletion are accessible, and nothing is wider than a phone', async () => {
  const created = await createAccount(world.platform, 'max@stadt.example');
  assert.ok('personId' in created);
  await notify(world.platform, {
    personIds: [created.personId],
    topic: 'links',
    subject: 'Ein Verweis geht nicht mehr',
    text: 'Die Seite antwortet nicht.',
    path: '/quellen',
  });
  const code = await createMailLink(world.platform, created.personId);
  const page = await world.open(`/anmelden/link?code=${code}`, { viewport: { width: 320, height: 640 } });
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ihr Konto' }).waitFor();
  for (const path of [
    '/konto/nachrichten',
    '/konto/eingaben',
    '/konto/daten',
    '/konto/loeschen',
    '/konto/loeschen/bestaetigen',
  ]) {
    await page.goto(path);
    assert.deepEqual(await violationsOf(page), [], path);
    const overflow = await overflowOf(page);
    assert.ok(overflow <= 0, `${path} is ${overflow} px too wide`);
  }
  await page.goto('/konto/nachrichten');
  await page.getByLabel('Ruhe bis').fill('');
  await page.getByRole('button', { name: 'Einstellungen speichern' }).click();
  await page.getByRole('alert').waitFor();
  assert.deepEqual(await violationsOf(page), []);
});

test('a service, its office and a refused report are accessible, and nothing is wider than a phone', async () => {
  const page = await world.open('/leistungen?ort=Karlsruhe&was=Bewohnerparkausweis', {
    viewport: { width: 320, height: 640 },
  });
  await page.getByRole('link', { name: 'Bewohnerparkausweis beantragen' }).click();
  assert.deepEqual(await violationsOf(page), []);
  await page.getByText('Falsche Stelle?').click();
  await page.getByRole('button', { name: 'Falsche Stelle melden' }).click();
  await page.getByRole('alert').waitFor();
  assert.deepEqual(await violationsOf(page), []);
  await page.goto(`${page.url().replace('/stelle', '')}&plz=76133`);
  assert.deepEqual(await violationsOf(page), []);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(overflow <= 0, `${overflow} px too wide`);
  await page.locator('.services__answer h3 a').click();
  assert.deepEqual(await violationsOf(page), []);
});

test('a detail page is accessible', async () => {
  const page = await world.open('/?ort=Karlsruhe&was=veranstaltungen');
  await page.locator('.offer__name a').first().click();
  assert.deepEqual(await violationsOf(page), []);
});

test('the keyboard reaches the content first', async () => {
  const page = await world.open('/?ort=Karlsruhe');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Zum Inhalt springen');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'inhalt');
});
