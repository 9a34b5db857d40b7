import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { parseConfig } from '../foundation/config/config.ts';
import { createLog } from '../foundation/log/log.ts';
import { TEST_NOW, testDatabase } from '../foundation/testing/database.ts';
import { CountryAnswerSchema, CountryTownsAnswerSchema } from '../modules/knowledge/country/contract.ts';
import { openDrawing } from '../modules/knowledge/country/open-drawing.ts';
import type { EntryKind, Parts } from '../modules/knowledge/library/contract.ts';
import { aCaseStudy, aStoppedProject } from '../modules/knowledge/library/entry.builder.ts';
import { insertEntry, publishVersion } from '../modules/knowledge/library/entry-store.ts';
import { aParkingSource, aRecord, importRecords } from '../modules/parking/sites/sites.builder.ts';
import { areasOf } from '../modules/public-services/areas.ts';
import { residentParkingPermit } from '../modules/public-services/forms/resident-parking-permit.ts';
import { importText } from '../modules/public-services/import/import.builder.ts';
import { publishForm } from '../modules/public-services/index.ts';
import { seed } from './seed.ts';
import { createServer } from './server.tsx';

const LEEZEN = '010605053053';
const AMT_LEEZEN = '010605053';
const RHEINSTETTEN = '082150108108';
const KEPT_MINUTES = 10;

const context = await testDatabase();
let minutes = 0;
const clock = () => new Date(TEST_NOW.getTime() + minutes * 60_000);
const platform = { ...context, clock, server: context.config, close: async () => undefined };
const log = createLog('error');
const places = await seed(platform, log);
const setting = (config = {}) => ({
  config: parseConfig(config),
  assets: { app: '/app.css', page: '/page.js', map: '/map.js' },
  version: '0.0.0',
  places,
});
const server = createServer(platform, setting(), log);
const get = async (path: string, from = server) => {
  const response = await from.request(`http://a.example${path}`);
  const text = (await response.text()).replaceAll('\u00a0', ' ');
  return { status: response.status, type: response.headers.get('content-type') ?? '', text };
};
const json = async (path: string): Promise<unknown> => JSON.parse((await get(path)).text);
const picture = async () => v.parse(CountryAnswerSchema, await json('/api/network/country'));
const towns = async (query: string) =>
  v.parse(CountryTownsAnswerSchema, await json(`/api/network/country/towns?${query}`));
const INHABITED = 10_773;

/** Ten minutes on, whoever asks next makes the house count anew, and does not wait for it. */
const countAnew = async (): Promise<void> => {
  minutes += KEPT_MINUTES;
  const now = clock().toISOString();
  for (let tries = 0; (await picture()).countedAt !== now; tries += 1) {
    assert.ok(tries < 200, 'no new count was made');
    await setTimeout(25);
  }
};

test('the shipped house knows little, says so, and counts nothing invented', async () => {
  const { country, states, sizes } = await picture();
  assert.equal(country.municipalities, INHABITED);
  assert.equal(country.known + country.unknown, INHABITED);
  assert.ok(country.unknown > country.known && country.known > 50, `${country.known}`);
  // All offices and forms that ship are invented.
  assert.deepEqual([country.signs.services, country.signs.forms, country.signs.parking], [0, 0, 0]);
  for (const group of [states, sizes])
    assert.equal(
      group.reduce((sum, { municipalities }) => sum + municipalities, 0),
      INHABITED,
    );
  assert.equal(states.length, 16);
});

test('the page says what is not known first, shows the same number, and leads to its towns', async () => {
  const { country } = await picture();
  const { status, text } = await get('/lagebild');
  assert.equal(status, 200);
  const number = (value: number) => value.toLocaleString('de-DE');
  assert.match(
    text,
    new RegExp(`Von 10\\.773 Gemeinden kennt dieses Haus bei ${number(country.known)} mindestens eine Sache`),
  );
  assert.match(text, new RegExp(`Von den übrigen ${number(country.unknown)} \\(.*?weiß dieses Haus nichts`));
  assert.match(text, /Stand: 22\.11\.2026, 12:00 Uhr/);
  assert.match(text, /Erfundene Daten zur Vorführung zählen nicht/);
  assert.match(text, /href="\/lagebild\/gemeinden\?zeichen=unbekannt"/);
  assert.equal(text.match(/fill-rule="evenodd"/g)?.length, 16);
  assert.match(text, /<svg[^>]*role="img"[^>]*aria-label="Karte: mindestens eines/);
  assert.match((await get('/netzwerk')).text, /href="\/lagebild"/);
  assert.match((await get('/en/lagebild')).text, /this house knows nothing/);
});

test('every linked number of the page is as long as the list behind it', async () => {
  const { text } = await get('/lagebild');
  const links = [...text.matchAll(/href="(\/lagebild\/gemeinden\?[^"]*)">([\d.]+)</g)];
  assert.ok(links.length > 40, `${links.length}`);
  for (const [, href = '', shown = ''] of links) {
    const list = await get(href.replaceAll('&amp;', '&'));
    const said = /<strong>([\d.]+) Gemeinden?</.exec(list.text)?.[1];
    assert.equal(said, shown, href);
  }
});

test('what is told newly is seen after ten minutes, by state, size and field', async () => {
  const before = await picture();
  await publishForm(platform, {
    ars: RHEINSTETTEN,
    id: 'echt',
    serviceKey: null,
    isDemonstration: false,
    definition: residentParkingPermit,
  });
  await importRecords(platform, [aRecord({ lat: '48.97', lon: '8.30' })]);
  await importRecords(
    platform,
    [aRecord({ uid: 'b', lat: '49.01' })],
    aParkingSource({ id: 'invented', demonstration: true }),
  );
  assert.deepEqual(await picture(), before);
  await countAnew();
  const { country, states, fields, sizes, countedAt } = await picture();
  assert.equal(countedAt, clock().toISOString());
  assert.deepEqual([country.signs.forms, country.signs.parking], [1, 1]);
  assert.equal(states.find(({ state }) => state === '08')?.signs.forms, 1);
  assert.equal(sizes.find(({ size }) => size === 'under100000')?.signs.parking, 1);
  assert.equal(fields.find(({ field }) => field === 'administration')?.known, 1);
  const [town] = (await towns('sign=forms')).towns;
  assert.equal(town?.ars, RHEINSTETTEN);
  assert.deepEqual(
    town?.signs.filter((sign) => sign !== 'offers' && sign !== 'sources'),
    ['forms', 'parking'],
  );
});

const RULES = [
  'satz;kennung;name;organisation;strasse;hausnummer;plz;ort;lon;lat;oeffnungszeiten;telefon;stufenlos;schluessel;gebiet;stelle;ortsteil;postleitzahlen;gueltig_bis',
  'stelle;amt;Bürgerbüro;;Weg;1;23816;Leezen;10.252;53.868;;115;ja;;;;;;',
  `zustaendigkeit;a;;;;;;;;;;;;99115005000000;${AMT_LEEZEN};amt;;;`,
  'zustaendigkeit;b;;;;;;;;;;;;99115005070000;01060;amt;;;',
  'zustaendigkeit;c;;;;;;;;;;;;99115003000000;055150000000;amt;;;2020-01-01',
].join('\n');

test('an association counts for its members, a district for nobody, what has run out no more', async () => {
  const source = {
    ars: AMT_LEEZEN,
    id: 'echt',
    name: 'Stellen',
    format: 'csv' as const,
    attribution: 'Amt Leezen',
    demonstration: false,
  };
  const report = await importText(platform, source, RULES, areasOf(places));
  assert.ok('counts' in report, JSON.stringify(report));
  await countAnew();
  const members = places.municipalitiesOf(AMT_LEEZEN).map(({ ars }) => ars);
  assert.ok(members.length > 5 && members.includes(LEEZEN));
  const named = await towns('sign=services');
  assert.deepEqual(named.towns.map(({ ars }) => ars).toSorted(), members.toSorted());
  assert.equal((await picture()).states.find(({ state }) => state === '01')?.signs.services, members.length);
});

const entryOf = async (kind: EntryKind, parts: Parts, demonstration = false) => {
  const key = { ars: RHEINSTETTEN, id: RHEINSTETTEN };
  await platform.connection.pool.query(
    `insert into accounts.organisation (ars, id, name, kind, created_at)
     values ($1, $1, 'Rheinstetten', 'municipality', now()) on conflict do nothing`,
    [RHEINSTETTEN],
  );
  const id = platform.newId();
  await insertEntry(platform.database, key, { id, kind, parts, now: clock(), demonstration });
  await publishVersion(
    platform.database,
    { ars: RHEINSTETTEN, id },
    { parts, words: { name: '', body: '' }, now: clock() },
  );
};

test('a stopped project and an invented entry leave no trace in the count; a case study counts in its field', async () => {
  await entryOf('stopped', aStoppedProject({ field: 'safety' }));
  await entryOf('caseStudy', aCaseStudy({ field: 'data' }), true);
  await countAnew();
  const before = await picture();
  assert.equal(before.country.signs.entries, 0);
  assert.ok(before.fields.every(({ field, known }) => !['safety', 'data'].includes(field) || known === 0));
  await entryOf('caseStudy', aCaseStudy({ field: 'energy' }));
  await countAnew();
  const { country, fields } = await picture();
  assert.equal(country.signs.entries, 1);
  assert.equal(fields.find(({ field }) => field === 'energy')?.known, 1);
  assert.equal((await towns('sign=entries&field=energy')).towns[0]?.ars, RHEINSTETTEN);
});

test('towns with invented desks are left out by a house that demonstrates, and the page names them', async () => {
  const demonstration = createServer(platform, setting({ DEMONSTRATION: '1' }), log);
  const page = await get('/lagebild', demonstration);
  assert.match(page.text, /erfundene Schreibtische[^<]*Karlsruhe[^<]*Leezen/);
  const { country } = JSON.parse((await get('/api/network/country', demonstration)).text);
  assert.equal(country.signs.services, 0);
  assert.equal(country.municipalities, INHABITED);
});

test('the list is paged, names its filters and takes them away, and what is wrong is not there', async () => {
  const first = await get('/lagebild/gemeinden?zeichen=unbekannt&land=09&groesse=bis-5000');
  assert.match(first.text, />nicht bekannt \(weglassen\)</);
  assert.match(
    first.text,
    /href="\/lagebild\/gemeinden\?zeichen=unbekannt&amp;groesse=bis-5000">Bayern \(weglassen\)/,
  );
  assert.match(first.text, /rel="next" href="[^"]*seite=2"/);
  assert.equal(first.text.match(/href="\/ort\//g)?.length, 50);
  const last = await get('/lagebild/gemeinden?zeichen=unbekannt&seite=99999');
  assert.doesNotMatch(last.text, /rel="next"/);
  const wrong = await get('/lagebild/gemeinden?zeichen=%3Cscript%3E&land=99&groesse=x&feld=y&seite=-1');
  assert.equal(wrong.status, 200);
  assert.match(wrong.text, /<strong>10\.773 Gemeinden</);
  assert.doesNotMatch(wrong.text, /<script>/);
  assert.match((await get('/lagebild/gemeinden?zeichen=parken&land=04')).text, /Keine Gemeinde/);
  assert.equal((await get('/lagebild?zeichen=quatsch')).status, 200);
});

test('tables for machines hold the same numbers, each with its time', async () => {
  const { country, states, fields } = await picture();
  const { text, type } = await get('/lagebild.csv');
  assert.match(type, /text\/csv/);
  const rows: Record<string, string>[] = parse(text, { columns: true });
  assert.equal(rows.length, 1 + states.length + 4 + fields.length);
  assert.equal(rows[0]?.nicht_bekannt, String(country.unknown));
  assert.equal(rows[0]?.wissen, String(country.signs.entries));
  assert.equal(rows[0]?.stand, clock().toISOString());
  const list: Record<string, string>[] = parse(
    (await get('/lagebild/gemeinden.csv?zeichen=formulare')).text,
    { columns: true },
  );
  assert.deepEqual(
    list.map(({ ars, formulare, zustaendig }) => [ars, formulare, zustaendig]),
    [[RHEINSTETTEN, 'ja', '']],
  );
  const all: unknown[] = parse((await get('/en/lagebild/gemeinden.csv')).text, { columns: true });
  assert.equal(all.length, INHABITED);
});

test('the feed tells what became known newly, newest first', async () => {
  const { text, type } = await get('/lagebild.atom');
  assert.match(type, /atom/);
  const titles = [...text.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title);
  assert.equal(titles[0], 'Lagebild: neu bekannt');
  const { signs } = (await picture()).country;
  const { offers = 0, forms = 0, parking = 0, entries = 0 } = signs;
  assert.equal(titles.length, 1 + Math.min(100, offers + forms + parking + entries));
  assert.ok(titles.includes('Rheinstetten: hat Online-Formulare'));
  assert.match(text, /<id>http:\/\/a\.example\/lagebild\/082150108108\/formulare<\/id>/);
});

test('machines are refused with the reason', async () => {
  for (const query of ['sign=x', 'state=17', 'size=big', 'limit=0', 'limit=1001', 'offset=-1', 'x=1'])
    assert.equal((await get(`/api/network/country/towns?${query}`)).status, 400, query);
  assert.equal((await get('/api/network/country?x=1')).status, 400);
  const { count, towns: two } = await towns('state=04&limit=1&offset=1');
  assert.deepEqual([count, two.map(({ name }) => name)], [2, ['Bremerhaven']]);
});

test('all sixteen states are drawn within their frame, in less than 60 KB', () => {
  const drawn = openDrawing(places);
  assert.equal(drawn.states.length, 16);
  assert.equal(new Set(drawn.states.map(({ key }) => key)).size, 16);
  const bytes = drawn.states.reduce((sum, { path }) => sum + path.length, 0);
  assert.ok(bytes > 5_000 && bytes < 60_000, `${bytes}`);
  for (const { x, y } of drawn.states)
    assert.ok(x > 0 && y > 0 && x < drawn.width && y < drawn.height, `${x} ${y}`);
});
