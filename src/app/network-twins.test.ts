import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../foundation/config/config.ts';
import { createLog } from '../foundation/log/log.ts';
import { testDatabase } from '../foundation/testing/database.ts';
import { loadPlaceIndex, seedMunicipalities } from '../modules/municipalities/index.ts';
import { createServer } from './server.tsx';

const context = await testDatabase({ name: 'register', work: seedMunicipalities });
const platform = { ...context, server: context.config, close: async () => undefined };
await seedMunicipalities(context);
const places = await loadPlaceIndex(context.database);
const assets = { app: '/app.css', page: '/page.js', map: '/map.js' };
const server = createServer(
  platform,
  { config: parseConfig({}), assets, version: '0.0.0', places },
  createLog('error'),
);
const get = async (path: string) => {
  const response = await server.request(`http://a.example${path}`);
  return { status: response.status, text: (await response.text()).replaceAll('\u00a0', ' ') };
};

type Answer = {
  municipality: { name: string; figures: Record<string, number | null> };
  weights: Record<string, number>;
  twins: {
    ars: string;
    name: string;
    distance: number;
    state: string;
    figures: Record<string, number | null>;
    reasons: { feature: string; likeness: string; de: string; en: string }[];
  }[];
};
const ask = async (query: string): Promise<Answer> =>
  JSON.parse((await get(`/api/network/twins?${query}`)).text) as Answer;

test('a village finds twenty twins, each with a reason, and neither itself nor one of them twice', async () => {
  const { text, status } = await get('/netzwerk/zwillinge?ort=Leezen%2C%20Segeberg');
  assert.equal(status, 200);
  assert.match(text, /<h1[^>]*>Zwillinge von Leezen/);
  const cards = text.split('<li class="offer">').slice(1);
  assert.equal(cards.length, 20);
  assert.ok(cards.every((card) => /Gemeinsam: |Anders: /.test(card)));
  const names = cards.map((card) => /href="(\/ort\/[^"]+)"/.exec(card)?.[1]);
  assert.equal(new Set(names).size, 20);
  assert.ok(!names.includes('/ort/leezen-01060053'));
});

test('without a place, and where nobody lives, the page asks for a municipality', async () => {
  assert.match((await get('/netzwerk/zwillinge')).text, /Nennen Sie Ihre Gemeinde/);
  const empty = places.municipalities.find(({ kind }) => kind === 'unincorporatedArea');
  assert.match((await get(`/netzwerk/zwillinge?ort=${empty?.ags}`)).text, /kein bewohntes Gemeindegebiet/);
});

test('a preset and own weights change who is a twin, and the page keeps what was chosen', async () => {
  const own = await get('/netzwerk/zwillinge?ort=01060053&gewicht-umland=5&gewicht-einwohner=0');
  assert.match(own.text, /<details open/);
  assert.match(own.text, /name="gewicht-umland"[\s\S]*?<option value="5" selected/);
  const [size, state] = [await ask('key=01060053&preset=size'), await ask('key=01060053&preset=state')];
  assert.notDeepEqual(
    size.twins.map(({ ars }) => ars),
    state.twins.map(({ ars }) => ars),
  );
  assert.ok(state.twins.every((twin) => twin.state === 'Schleswig-Holstein'));
});

test('weights that are all zero are told, and a wrong one is the usual one', async () => {
  const zero = [
    'einwohner',
    'dichte',
    'flaeche',
    'grossstadt',
    'stadt',
    'umland',
    'landesgrenze',
    'aussengrenze',
  ]
    .concat(['art', 'verwaltung', 'land'])
    .map((name) => `gewicht-${name}=0`)
    .join('&');
  assert.match((await get(`/netzwerk/zwillinge?ort=01060053&${zero}`)).text, /Alle Gewichte sind 0/);
  const wrong = await get('/netzwerk/zwillinge?ort=01060053&vorlage=x&gewicht-land=99');
  assert.match(wrong.text, /<strong aria-current="true">ausgewogen/);
});

test('machines get the same answer with both languages, and refusals that say why', async () => {
  const { municipality, twins, weights } = await ask('key=010605053053&weights=population:5,area:0&limit=3');
  assert.equal(municipality.name, 'Leezen');
  assert.equal(municipality.figures.population, 1801);
  assert.deepEqual([weights.population, weights.area, weights.density], [5, 0, 3]);
  assert.equal(twins.length, 3);
  assert.ok(twins.every((twin, at) => at === 0 || twin.distance >= (twins[at - 1]?.distance ?? 0)));
  assert.match(twins[0]?.reasons[0]?.de ?? '', /Menschen \([\d.]+ \/ [\d.]+\)/);
  assert.match(twins[0]?.reasons[0]?.en ?? '', /inhabitants \([\d,]+ \/ [\d,]+\)/);
  for (const query of [
    '',
    'key=1',
    'key=01060053&weights=people:3',
    'key=01060053&weights=population:9',
    'key=01060053&x=1',
  ])
    assert.equal((await get(`/api/network/twins?${query}`)).status, 400, query);
  assert.equal((await get('/api/network/twins?key=99999999')).status, 404);
  const all = [
    'population',
    'density',
    'area',
    'city',
    'town',
    'surroundings',
    'kind',
    'administration',
    'state',
  ];
  const nothing = all.map((feature) => `${feature}:0`).join(',');
  assert.match((await get(`/api/network/twins?key=01060053&weights=${nothing}`)).text, /über 0/);
});

test('the page speaks English, and towns and the desk lead to it', async () => {
  assert.match(
    (await get('/en/netzwerk/zwillinge?ort=01060053')).text,
    /Twins of Leezen[\s\S]*form of administration \(Municipal association/,
  );
  assert.match((await get('/ort/leezen-01060053')).text, /\/netzwerk\/zwillinge\?ort=01060053/);
  assert.match((await get('/rathaus')).text, /href="\/netzwerk"/);
  assert.match((await get('/netzwerk')).text, /href="\/netzwerk\/zwillinge"/);
});
