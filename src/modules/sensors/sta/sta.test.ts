import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { KARLSRUHE, LEEZEN } from '../sensors.builder.ts';
import { BASE, clientOf, deepThing, plantKey } from './sta.builder.ts';
import { faultyQueries, observationFilters, thingFilters } from './sta-cases.builder.ts';

const context = await testDatabase();
const anybody = clientOf(context);
const leezen = clientOf(context, await plantKey(context, LEEZEN));
const karlsruhe = clientOf(context, await plantKey(context, KARLSRUHE));

const made = await leezen.post('/Things', deepThing());
const thing = made.body['@iot.id'] as number;
const idOf = async (path: string) => (await anybody.get(path)).body.value[0]['@iot.id'] as number;
const stream = await idOf(`/Things(${thing})/Datastreams`);
await karlsruhe.post('/Things', deepThing('Pegel Alb', [7]));

test('the entrance names all sets, and a deep insert makes all of them', async () => {
  const { body } = await anybody.get('');
  assert.equal(body.value.length, 8);
  assert.ok(body.serverSettings.conformance.some((one: string) => one.endsWith('/datamodel')));
  assert.equal(made.status, 201);
  assert.equal(made.location, `${BASE}/Things(${thing})`);
  assert.equal(made.body['@iot.selfLink'], made.location);
  assert.deepEqual(
    [made.body.properties.ars, made.body.properties.purpose, made.body.properties.size],
    [LEEZEN, 'Wetter', 3],
  );
  for (const { url } of body.value) assert.ok((await anybody.get(url)).body.value.length > 0, url);
});

const paths: [path: string, expected: unknown][] = [
  ['/Things(T)/name', { name: 'Wetterstation' }],
  ['/Things(T)/name/$value', 'Wetterstation'],
  ['/Things(T)/Datastreams(D)/Observations?$select=result&$top=2', [{ result: 1 }, { result: 2 }]],
  ['/Datastreams(D)/Thing/name/$value', 'Wetterstation'],
  ['/Datastreams(D)/ObservedProperty/Datastreams?$select=name', [{ name: 'Wetterstation Temperatur' }]],
  ['/Things(T)/Locations/$ref', 1],
  ['/Datastreams(D)/Observations?$filter=result gt 2&$select=result', [{ result: 3 }, { result: 10 }]],
];
test('navigation leads everywhere, to properties and values too', async () => {
  for (const [path, expected] of paths) {
    const { body, status } = await anybody.get(path.replace('T)', `${thing})`).replace('D)', `${stream})`));
    assert.equal(status, 200, path);
    const shown = body.value ?? body;
    if (typeof expected === 'number') assert.equal(shown.length, expected, path);
    else assert.deepEqual(shown, expected, path);
  }
  for (const path of [
    '/Things(999)',
    '/Nothing',
    '/Things(1)/name/more',
    `/Things(${thing})/Thing`,
    '/Things(a)',
    `/Things(${thing})/Datastreams(1)`,
  ])
    assert.equal((await anybody.get(path)).status, 404, path);
});

test('filters over observations', async () => {
  for (const [filter, results] of observationFilters) {
    const { body } = await anybody.get(
      `/Datastreams(${stream})/Observations?$filter=${filter.replaceAll('+', '%2B')}`,
    );
    assert.deepEqual(
      body.value?.map(({ result }: { result: number }) => result),
      results,
      `${filter}: ${JSON.stringify(body).slice(0, 300)}`,
    );
  }
});

test('filters over things, their text, their properties and where they stand', async () => {
  for (const [filter, names] of thingFilters) {
    const { body } = await anybody.get(`/Things?$filter=${encodeURIComponent(filter)}`);
    assert.deepEqual(
      body.value?.map(({ name }: { name: string }) => name),
      names,
      `${filter}: ${JSON.stringify(body).slice(0, 300)}`,
    );
  }
});

test('what cannot be answered is refused in both languages, with the name of the option', async () => {
  for (const [query, name] of faultyQueries) {
    const { status, body } = await anybody.get(`/Things?${query}`);
    assert.equal(status, 400, query);
    assert.match(body.faults[0].at, name, query);
    assert.ok(body.detail && body.detailEn, query);
  }
});

test('expanding, nested and with options of its own; selected properties alone', async () => {
  const { body } = await anybody.get(
    `/Things(${thing})?$select=name,Datastreams&$expand=Locations,Datastreams($select=name;$expand=Observations($top=2;$orderby=phenomenonTime desc;$count=true;$filter=result gt 1),Sensor)`,
  );
  assert.deepEqual(Object.keys(body).sort(), ['Datastreams', 'Locations', 'name']);
  const [first] = body.Datastreams;
  assert.deepEqual(
    first.Observations.map(({ result }: { result: number }) => result),
    [10, 3],
  );
  assert.equal(first['Observations@iot.count'], 3);
  assert.equal(first.Sensor.name, 'DHT22');
  assert.equal(body.Locations[0].location.type, 'Point');
  const next = await anybody.get(first['Observations@iot.nextLink']);
  assert.deepEqual(
    next.body.value.map(({ result }: { result: number }) => result),
    [2],
  );
  const path = await anybody.get(`/Observations?$top=1&$expand=Datastream/Thing`);
  assert.ok(path.body.value[0].Datastream.Thing.name);
});

test('pages follow each other without gap or repetition, whatever is inserted between them', async () => {
  const { body: extra } = await leezen.post('/Things', deepThing('Seiten', [5, 3, 3, 1, 4, 3, 2]));
  const own = await idOf(`/Things(${extra['@iot.id']})/Datastreams`);
  for (const order of [
    '',
    '&$orderby=result',
    '&$orderby=result desc,id desc',
    '&$orderby=resultTime,phenomenonTime desc',
    '&$orderby=Datastream/name,result',
  ]) {
    const seen: number[] = [];
    let next: string | undefined = `/Datastreams(${own})/Observations?$top=2&$count=true${order}`;
    for (let page = 0; next; page += 1) {
      const { body }: { body: Record<string, never> } = await anybody.get(next);
      const { value } = body as unknown as { value: { '@iot.id': number }[] };
      seen.push(...value.map((one) => one['@iot.id']));
      next = body['@iot.nextLink'];
      if (page === 0)
        await leezen.post(`/Datastreams(${own})/Observations`, {
          phenomenonTime: new Date(
            Date.UTC(2026, 10, 1) + seen.length * 1000 + order.length * 60_000,
          ).toISOString(),
          result: 0,
        });
    }
    assert.equal(new Set(seen).size, seen.length, `${order}: ${seen}`);
    assert.ok(seen.length >= 7, `${order}: ${seen.length}`);
  }
  const { body } = await anybody.get('/Things?$orderby=name desc&$top=1&$skip=1&$count=true');
  assert.equal(body['@iot.count'], 3);
  assert.equal(body.value[0].name, 'Seiten');
});

test('data arrays out and in, each row with its answer', async () => {
  const { body } = await leezen.post('/Things', deepThing('Felder', []));
  const own = await idOf(`/Things(${body['@iot.id']})/Datastreams`);
  const foreign = await idOf("/Datastreams?$filter=Thing/name eq 'Pegel Alb'");
  const rows = [
    ['2026-11-20T10:00:00Z', 1],
    ['2026-11-20T10:00:00Z', 1],
    ['2026-11-20T11:00:00Z/2026-11-20T12:00:00Z', 2],
    ['gestern', 3],
    ['2026-11-20T13:00:00Z', 'viel'],
  ];
  const part = (id: number) => ({
    Datastream: { '@iot.id': id },
    components: ['phenomenonTime', 'result'],
    'dataArray@iot.count': rows.length,
    dataArray: rows,
  });
  const answer = await leezen.post('/CreateObservations', [part(own), part(foreign)]);
  assert.equal(answer.status, 201);
  const kinds = answer.body.map((one: string) => (one.startsWith('error') ? 'error' : 'made'));
  assert.deepEqual(kinds.slice(0, 5), ['made', 'made', 'made', 'error', 'error']);
  assert.equal(answer.body[0], answer.body[1]);
  assert.deepEqual(new Set(kinds.slice(5)), new Set(['error']));
  const out = await anybody.get(
    `/Datastreams(${own})/Observations?resultFormat=dataArray&$select=phenomenonTime,result`,
  );
  assert.deepEqual(out.body.value[0].components, ['id', 'phenomenonTime', 'result']);
  assert.deepEqual(
    out.body.value[0].dataArray.map(([, time, result]: unknown[]) => [time, result]),
    [
      ['2026-11-20T10:00:00.000Z', 1],
      ['2026-11-20T11:00:00.000Z/2026-11-20T12:00:00.000Z', 2],
    ],
  );
});

test('changing: a correction keeps the first value, a thing that moves keeps its history, links go by id', async () => {
  const { body } = await leezen.post('/Things', deepThing('Wandel', [4, 5]));
  const id = body['@iot.id'];
  const own = await idOf(`/Things(${id})/Datastreams`);
  const observation = await idOf(`/Datastreams(${own})/Observations`);
  const patched = await leezen.patch(`/Observations(${observation})`, { result: 9 });
  assert.deepEqual(
    [patched.body.result, patched.body.resultQuality.state, patched.body.resultQuality.firstResult],
    [9, 'corrected', 4],
  );
  const clash = await leezen.patch(`/Observations(${observation})`, {
    phenomenonTime: '2026-11-20T11:00:00Z',
  });
  assert.equal(clash.status, 409);
  const place = {
    name: 'Seeufer',
    description: '',
    encodingType: 'application/geo+json',
    location: { type: 'Point', coordinates: [10.26, 53.87] },
  };
  const { body: there } = await leezen.post('/Locations', place);
  const moved = await leezen.patch(`/Things(${id})`, { Locations: [{ '@iot.id': there['@iot.id'] }] });
  assert.equal(moved.status, 200);
  assert.equal(moved.body.properties.purpose, 'Wetter');
  const { body: now } = await anybody.get(`/Things(${id})?$expand=Locations,HistoricalLocations/Locations`);
  assert.deepEqual(
    [now.Locations.length, now.Locations[0].name, now.HistoricalLocations.length],
    [1, 'Seeufer', 2],
  );
  await leezen.post(`/Datastreams(${own})/Observations`, { result: 6 });
  const { body: features } = await anybody.get(
    `/Datastreams(${own})/Observations?$expand=FeatureOfInterest&$orderby=id`,
  );
  assert.deepEqual(
    features.value.map((one: { FeatureOfInterest: { name: string } }) => one.FeatureOfInterest.name),
    ['Rathaus', 'Rathaus', 'Seeufer'],
  );
  for (const [path, change] of [
    [`/Datastreams(${own})`, { name: 'neu', properties: { keptDays: 30 } }],
    [`/Locations(${there['@iot.id']})`, { description: 'neu' }],
    [
      `/Sensors(${(await idOf(`/Datastreams(${own})/Sensor/Datastreams`)) && (await anybody.get(`/Datastreams(${own})/Sensor`)).body['@iot.id']})`,
      { metadata: 'neu' },
    ],
  ] as const) {
    const changed = await leezen.patch(path, change);
    assert.equal(changed.status, 200, path);
    assert.ok(JSON.stringify(changed.body).includes('neu'), path);
  }
  assert.equal((await leezen.remove(`/Observations(${observation})`)).status, 200);
  assert.equal((await anybody.get(`/Observations(${observation})`)).status, 404);
  assert.equal((await leezen.remove(`/Things(${id})`)).status, 200);
  assert.equal((await anybody.get(`/Datastreams(${own})`)).status, 404);
  const { rows } = await context.connection.pool.query(
    'select 1 from sensors.observation where datastream_id = $1',
    [own],
  );
  assert.equal(rows.length, 0);
});

const plain = deepThing('x', []);
const refusedPosts: [what: string, path: string, body: object, status: number][] = [
  ['no name', '/Things', { description: '' }, 400],
  [
    'no place on earth',
    '/Locations',
    { ...plain.Locations[0], location: { type: 'Point', coordinates: [400, 0] } },
    400,
  ],
  ['no geometry', '/Locations', { ...plain.Locations[0], location: { type: 'Kreis', coordinates: [] } }, 400],
  ['a stream without sensor', '/Datastreams', { ...plain.Datastreams[0], Sensor: undefined }, 400],
  ['a link to nothing', '/Datastreams', { ...plain.Datastreams[0], Thing: { '@iot.id': 1 } }, 400],
  ['a text as result', '/Observations', { result: 'viel', Datastream: { '@iot.id': stream } }, 400],
  [
    'a fault deep inside',
    '/Things',
    { ...plain, Datastreams: [{ ...plain.Datastreams[0], Observations: [{ result: true }] }] },
    400,
  ],
  ['a camera', '/Things', { ...plain, properties: { kind: 'camera', purpose: 'Sicherheit' } }, 422],
  [
    'approved tomorrow',
    '/Things',
    {
      ...plain,
      properties: { kind: 'plateReader', dpia: '/x', dpiaApprovedOn: '2027-01-01', dpiaApprovedBy: 'DSB' },
    },
    422,
  ],
  ['history', '/HistoricalLocations', { time: '2026-01-01T00:00:00Z' }, 405],
  ['nowhere', '/Nothing', {}, 404],
];
test('what is not right is refused whole; without a key of the town nobody writes', async () => {
  const before = (await anybody.get('/Things?$count=true')).body['@iot.count'];
  for (const [what, path, body, status] of refusedPosts)
    assert.equal((await leezen.post(path, body)).status, status, what);
  assert.equal((await anybody.get('/Things?$count=true')).body['@iot.count'], before);
  const camera = {
    kind: 'camera',
    dpia: 'https://stadt.example/dsfa',
    dpiaApprovedOn: '2026-01-01',
    dpiaApprovedBy: 'DSB',
  };
  assert.equal((await leezen.post('/Things', { ...plain, properties: camera })).status, 201);
  assert.equal((await anybody.post('/Things', plain)).status, 401);
  assert.equal((await clientOf(context, 'wrong.key').post('/Things', plain)).status, 401);
  for (const status of [
    (await karlsruhe.patch(`/Things(${thing})`, { name: 'meins' })).status,
    (await karlsruhe.remove(`/Things(${thing})`)).status,
    (await karlsruhe.post(`/Datastreams(${stream})/Observations`, { result: 1 })).status,
  ])
    assert.equal(status, 403);
  const linked = await karlsruhe.post('/Observations', { result: 1, Datastream: { '@iot.id': stream } });
  assert.equal(linked.status, 400);
});
