import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { areasOf, seedForms, seedPublicServices } from '../../modules/public-services/index.ts';
import { startDesk } from '../desk/desk.builder.ts';

const FOLDER = 'var/test/moments';
after(() => rmSync(FOLDER, { recursive: true, force: true }));
const { platform, places, newBrowser } = await startDesk(FOLDER);
await seedPublicServices(platform, areasOf(places));
await seedForms(platform);
const { ask, post } = newBrowser();
const at = (path: string) => `/leistungen/anlass${path}`;

test('five moments are offered, in both languages', async () => {
  const page = await (await ask(at(''))).text();
  assert.equal(page.match(/href="\/leistungen\/anlass\/[a-z]+"/g)?.length, 5);
  assert.match(await (await ask(`/en${at('')}`)).text(), /Plan a street party/);
});

test('one place and one day make a list, the first thing first, each with where to go', async () => {
  const page = await (await ask(at('/strassenfest?ort=08212000&datum=2027-06-12'))).text();
  assert.match(page, /Ihre Liste für Karlsruhe, Samstag, 12\. Juni 2027/);
  const order = [
    'Straße nutzen und sperren',
    'Das Fest bekannt machen',
    'Parkplätze freihalten',
    'Nachbarn benachrichtigen',
  ];
  const places = order.map((title) => page.indexOf(title));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.match(page, /href="\/leistungen\?ort=08212000&amp;was=Sondernutzung/);
  assert.match(page, /href="\/vorschlagen\?ort=08212000&amp;start=12\.06\.2027"/);
  const notice = await (await ask(at('/strassenfest/aushang?ort=08212000&datum=2027-06-12'))).text();
  assert.match(notice, /am Samstag, 12\. Juni 2027 feiern wir/);
  const suggested = await (await ask('/vorschlagen?ort=08212000&start=12.06.2027')).text();
  assert.match(suggested, /value="12\.06\.2027"/);
});

test('the dates go into a calendar as whole days', async () => {
  const answer = await ask(at('/umzug/fristen.ics?ort=08212000&datum=2026-12-01'));
  assert.match(answer.headers.get('content-type') ?? '', /^text\/calendar/);
  const calendar = await answer.text();
  assert.match(calendar, /SUMMARY:Wohnsitz anmelden/);
  assert.match(calendar, /DTSTART;VALUE=DATE:20261215/);
});

const wrong: [what: string, query: string, fault: RegExp][] = [
  ['no day', '?ort=08212000&datum=', /Geben Sie den Tag so ein/],
  ['no such day', '?ort=08212000&datum=2026-13-45', /Geben Sie den Tag so ein/],
  ['no place', '?ort=&datum=2026-12-01', /Geben Sie einen Ort/],
];
for (const [what, query, fault] of wrong)
  test(`${what}: said at the field, and nothing is listed`, async () => {
    const answer = await ask(at(`/umzug${query}`));
    assert.equal(answer.status, 422);
    const page = await answer.text();
    assert.match(page, fault);
    assert.match(page, /<title>Fehler:/);
    assert.doesNotMatch(page, /Ihre Liste/);
  });

test('a moment that does not exist, and hostile words, lead nowhere', async () => {
  for (const path of [
    '/gibtesnicht',
    '/umzug/aushang?datum=2026-12-01',
    '/umzug/fristen.ics?datum=x',
    '/%3Cscript%3E',
  ])
    assert.equal((await ask(at(path))).status, 404, path);
});

test('a step names its office and when it opens, and the form takes the day along', async () => {
  const page = await (await ask(at('/umzug?ort=01060053&datum=2026-12-01'))).text();
  assert.match(
    page,
    /Zuständig: <a [^>]*>Amt Leezen, Bürgerbüro \(Beispiel\)<\/a>, Beispielweg 1, 23816 Leezen/,
  );
  assert.match(page, /Termin unter 115/);
  const href = /href="(\/antrag\/010605053053\/bewohnerparkausweis\?datum=2026-12-01)"/.exec(page)?.[1] ?? '';
  assert.match(await (await ask(href)).text(), /action="\/antrag\/[^"]*\?datum=2026-12-01"/);
  const mine = (await post(href)).headers.get('location') ?? '';
  assert.match(await (await ask(`${mine}/seite/person`)).text(), /value="1\. Dezember 2026"/);
  const calendar = await (await ask(at('/umzug/fristen.ics?ort=01060053&datum=2026-12-01'))).text();
  assert.match(calendar.replaceAll(/\r\n /g, ''), /LOCATION:Amt Leezen\\, Bürgerbüro/);
  const hostile = await ask('/antrag/010605053053/bewohnerparkausweis?datum=%22%3E%3Cscript%3E');
  assert.doesNotMatch(await hostile.text(), /<script>|action="[^"]*datum=/);
});
