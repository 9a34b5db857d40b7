import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { renderToString } from 'preact-render-to-string';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { createAccount } from '../../accounts/index.ts';
import { displayName, loadPlaceIndex, seedMunicipalities } from '../../municipalities/index.ts';
import { areasOf } from '../areas.ts';
import { publicServiceRoutes } from '../routes.ts';
import { seedPublicServices } from '../seed.ts';
import { simpleServicePages } from '../simple/simple-pages.tsx';
import { readSimpleTexts } from '../simple/simple-text.ts';
import { searchPages } from './search-pages.tsx';
import { servicePages } from './service-pages.tsx';
import type { ServicePageVariables } from './setting.ts';

const context = await testDatabase({ name: 'register', work: seedMunicipalities });
await seedMunicipalities(context);
const places = await loadPlaceIndex(context.database);
const { pool } = context.connection;

/** The pages in the barest frame. */
const site = new Hono<{ Variables: ServicePageVariables }>();
site.use(async (c, next) => {
  const ars = c.req.query('ort');
  const unit = ars === undefined ? undefined : places.get(ars);
  const lon = c.req.query('lon');
  const point = lon ? { lon: Number(lon), lat: Number(c.req.query('lat')) } : unit?.point;
  c.set('language', c.req.query('sprache') === 'en' ? 'en' : 'de');
  c.set('place', undefined);
  c.set(
    'here',
    unit && point
      ? {
          label: displayName(unit),
          parameters: { ort: unit.ars },
          point,
          ars: unit.ars,
          isPosition: lon !== undefined,
        }
      : undefined,
  );
  c.set('page', ({ title, body, jsonLd }, status = 200) =>
    c.html(
      `<title>${title.replaceAll('<', '&lt;')}</title>${renderToString(body as preact.VNode)}<code>${JSON.stringify(jsonLd ?? {})}</code>`,
      status,
    ),
  );
  await next();
});
const simple = readSimpleTexts();
const setting = { ...context, places, origin: () => 'https://allmende.example' };
site.route('/', searchPages(setting, []));
site.route('/', servicePages({ ...setting, simple: simple.texts }));
site.route('/leicht', simpleServicePages(setting, simple));
site.route(
  '/api',
  publicServiceRoutes(context, () => places),
);

const text = async (path: string): Promise<string> => (await site.request(path)).text();
const idOf = async (name: string): Promise<string> =>
  (await pool.query('select id from public_services.public_service where name = $1', [name])).rows[0].id;

test('the shipped tables are read whole, and only once', async () => {
  assert.equal(await seedPublicServices(context, areasOf(places)), 4);
  assert.equal(await seedPublicServices(context, areasOf(places)), 0);
});

const KARLSRUHE = '082120000000';

test('a question in own words leads to the service', async () => {
  const page = await text(`/leistungen?ort=${KARLSRUHE}&was=ich+bin+umgezogen`);
  assert.match(page, /Leistungen für Karlsruhe/);
  assert.ok(page.indexOf('Wohnsitz anmelden') > 0);
  assert.match(await text('/leistungen?was=xyzzyx'), /nichts gefunden[\s\S]*115/);
});

test('a life event lists its services', async () => {
  assert.match(await text('/leistungen?lebenslage=driving'), /Auto und Führerschein[\s\S]*Fahrzeug abmelden/);
});

test('the service page begins with who is in charge, and says what is unknown', async () => {
  const id = await idOf('Bewohnerparkausweis beantragen');
  const page = await text(`/leistungen/${id}?ort=${KARLSRUHE}`);
  assert.match(page, /Erfundenes Beispiel/);
  assert.match(page, /hängt von Ihrer Postleitzahl ab[\s\S]*name="plz"/);
  const order = [
    'Wer ist zuständig',
    'Was bringen Sie mit',
    'Was kostet es',
    'Wie lange dauert es',
    'Wege zum Amt',
    'Rechtsgrundlage',
    'Quelle:',
  ];
  const at = order.map((heading) => page.indexOf(heading));
  assert.deepEqual(
    at.toSorted((a, b) => a - b),
    at,
  );
  assert.match(page, /Das steht nicht in der Quelle/);
  assert.match(page, /"@type":"GovernmentService"/);
  const middle = await text(`/leistungen/${id}?ort=${KARLSRUHE}&plz=76133`);
  assert.match(
    middle,
    /Parkbüro Mitte \(Beispiel\)[\s\S]*Ihre Adresse gehört zu: Mitte[\s\S]*Regel gelesen am/,
  );
  assert.match(await text(`/leistungen/${id}?ort=${KARLSRUHE}&plz=76199`), />Parkbüro \(Beispiel\)</);
});

test('the nearest of several counters is named for a position, a choice without one', async () => {
  const id = await idOf('Personalausweis beantragen');
  assert.match(
    await text(`/leistungen/${id}?ort=${KARLSRUHE}&lon=8.4077&lat=49.034`),
    /Bürgerbüro Nord[\s\S]*3 Stellen machen das/,
  );
  assert.match(await text(`/leistungen/${id}?ort=${KARLSRUHE}`), /Mehrere Stellen kommen in Frage/);
});

test('a village is sent to its association, and where nobody is known to the 115', async () => {
  const page = await text(`/leistungen/${await idOf('Wohnsitz anmelden')}?ort=010605053053`);
  assert.match(page, /Amt Leezen, Bürgerbüro[\s\S]*Amt Leezen macht das für die Gemeinden/);
  const building = await idOf('Beratung zum Baurecht');
  assert.match(
    await text(`/leistungen/${building}?ort=${KARLSRUHE}`),
    /kennen wir keine zuständige Stelle[\s\S]*tel:115/,
  );
  assert.match(await text(`/leistungen/${building}?ort=055150000000`), /abgelaufen/);
  assert.match(await text(`/leistungen/${building}`), /Sagen Sie uns, wo Sie wohnen/);
});

test('English pages say which texts are German', async () => {
  const page = await text(`/leistungen/${await idOf('Wohnsitz anmelden')}?sprache=en&ort=${KARLSRUHE}`);
  assert.match(page, /Register a residence/);
  assert.match(page, /lang="de"/);
});

test('the office has its hours, its access and what it is in charge of', async () => {
  const { rows } = await pool.query(
    `select id from public_services.competent_authority where facts ->> 'name' = 'Bürgerbüro Nord (Beispiel)' and ars = $1`,
    [KARLSRUHE],
  );
  const page = await text(`/amt/${rows[0].id}`);
  assert.match(page, /geschlossen, öffnet Montag, 23. November, 08:00 Uhr/);
  assert.match(page, /Mo-Fr 08:00-12:00/);
  assert.match(page, /teilweise stufenlos[\s\S]*Personalausweis beantragen/);
  assert.equal((await site.request('/amt/00000000-0000-4000-8000-000000000000')).status, 404);
});

test('a wrong office is refused without words, then reaches the editors', async () => {
  const created = await createAccount(context, 'redaktion@karlsruhe.example');
  assert.ok('personId' in created);
  await pool.query(
    `insert into accounts.organisation (ars, id, name, kind, created_at) values ($1, $1, 'Karlsruhe', 'municipality', now()) on conflict do nothing`,
    [KARLSRUHE],
  );
  await pool.query(
    `insert into accounts.role (ars, organisation_id, person_id, role, granted_at) values ($1, $1, $2, 'editor', now())`,
    [KARLSRUHE, created.personId],
  );
  const path = `/leistungen/${await idOf('Kirchenaustritt erklären')}/stelle?ort=${KARLSRUHE}`;
  const post = (nachricht: string) =>
    site.request(path, { method: 'POST', body: new URLSearchParams({ nachricht }) });
  const refused = await post('weg');
  assert.equal(refused.status, 422);
  const page = await refused.text();
  assert.match(page, /<title>Fehler:[\s\S]*role="alert"[\s\S]*aria-invalid[\s\S]*>weg</);
  assert.equal((await post('\u0000\u0000\u0000\u0000\u0000\u0000')).status, 422);
  const taken = await post('Das Standesamt\u0000 ist umgezogen.');
  assert.equal(taken.status, 303);
  assert.match(taken.headers.get('location') ?? '', /danke/);
  const { rows } = await pool.query('select subject, path from accounts.notice');
  assert.equal(rows.length, 1);
  assert.match(rows[0].subject, /Falsche Stelle gemeldet: Kirchenaustritt erklären, Karlsruhe/);
  for (let at = 0; at < 19; at += 1) assert.equal((await post(`Meldung ${at}`)).status, 303);
  assert.equal((await post('Noch eine Meldung')).status, 422);
});

test('hostile input stays text', async () => {
  const id = await idOf('Wohnsitz anmelden');
  for (const hostile of [
    '<script>alert(1)</script>',
    "' or 1=1 --",
    '\u0000',
    '🦔'.repeat(200),
    'a & b | !c:*',
  ])
    for (const path of [
      '/leistungen?was=',
      '/leistungen?lebenslage=',
      `/leistungen/${id}?ort=${KARLSRUHE}&strasse=`,
      `/leistungen/${id}?ort=${KARLSRUHE}&plz=`,
      `/api/public-services?q=`,
    ]) {
      const answer = await site.request(path + encodeURIComponent(hostile));
      assert.ok([200, 400].includes(answer.status), `${path} answered ${answer.status}`);
      if (!path.startsWith('/api')) assert.doesNotMatch(await answer.text(), /<script>alert/);
    }
});

test('the interface for machines answers, asks and refuses', async () => {
  const found = (await (await site.request(`/api/public-services?q=perso&ars=${KARLSRUHE}`)).json()) as {
    services: { id: string; name: string }[];
  };
  assert.equal(found.services[0]?.name, 'Personalausweis beantragen');
  const base = `/api/public-services/${found.services[0]?.id}`;
  assert.equal((await site.request(base)).status, 200);
  const one = (await (await site.request(`${base}/authority?lon=8.4077&lat=49.034`)).json()) as {
    kind: string;
    reason: { en: string };
  };
  assert.equal(one.kind, 'one');
  assert.match(one.reason.en, /3 offices do this/);
  const kinds = [];
  for (const query of ['ars=082120000000', 'place=Leezen', 'place=Xyzzyx', 'postcode=54298'])
    kinds.push(
      (await (await site.request(`${base}/authority?${query}`)).json()) as {
        kind: string;
        by?: string;
        why?: string;
      },
    );
  assert.deepEqual(
    kinds.map(({ kind, by, why }) => [kind, by ?? why].join(' ')),
    ['ask office', 'ask municipality', 'unknown no-place', 'ask municipality'],
  );
  for (const query of ['', 'lon=8', 'ars=x', 'ars=08212&wo=1'])
    assert.equal((await site.request(`${base}/authority?${query}`)).status, 400);
  assert.equal((await site.request('/api/public-services/00000000-0000-4000-8000-000000000000')).status, 404);
});

test('each text in Leichte Sprache opens, with a place it names the office, else it says what is unknown', async () => {
  for (const { slug, title } of simple.texts) {
    const page = await (await site.request(`/leicht/leistungen/${slug}?ort=082120000000`)).text();
    assert.ok(page.includes(title), slug);
    assert.match(page, /Dieses Amt ist ein Beispiel|Wir wissen nicht genau, welches Amt/, slug);
  }
  const list = await (await site.request('/leicht/leistungen')).text();
  assert.equal(list.match(/href="\/leicht\/leistungen\//g)?.length, simple.texts.length);
  const lost = await (await site.request('/leicht/leistungen/etwas-verloren')).text();
  assert.doesNotMatch(lost, /Ihr Ort ist/);
  assert.equal((await site.request('/leicht/leistungen/gibt-es-nicht')).status, 404);
});
