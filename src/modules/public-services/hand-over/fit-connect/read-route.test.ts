import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { ServiceKey } from './check-key.ts';
import { type KeyPair, signToken } from './jose.builder.ts';
import { canonical, type RouteCheck, readRoute, routeQuery } from './read-route.ts';
import { makeKeys } from './zustelldienst.builder.ts';

const keys = await makeKeys();
const LEEZEN = '010605053053';
const SERVICE = '99108008060000';
const destinationId = randomUUID();

const queries: [what: string, service: string, area: object, query: string | undefined][] = [
  ['by ARS', SERVICE, { ars: LEEZEN }, `leikaKey=${SERVICE}&ars=${LEEZEN}&offset=0&limit=10`],
  ['by AGS', SERVICE, { ags: '01060053' }, `leikaKey=${SERVICE}&ags=01060053&offset=0&limit=10`],
  ['by area', SERVICE, { areaId: '9413' }, `leikaKey=${SERVICE}&areaId=9413&offset=0&limit=10`],
  ['two keys at once', SERVICE, { ars: LEEZEN, ags: '01060053' }, undefined],
  ['no key', SERVICE, {}, undefined],
  ['a short ARS', SERVICE, { ars: '01060' }, undefined],
  ['an ARS as AGS', SERVICE, { ags: LEEZEN }, undefined],
  ['an area that is more', SERVICE, { areaId: '1&ars=2' }, undefined],
  ['no service', '', { ars: LEEZEN }, undefined],
  ['a service of a state', `L${SERVICE}`, { ars: LEEZEN }, undefined],
  ['a service as URN', `urn:de:fim:leika:leistung:${SERVICE}`, { ars: LEEZEN }, undefined],
];
for (const [what, service, area, query] of queries)
  test(`what routing is asked: ${what}`, () => {
    assert.equal(routeQuery(service, area as { ars: string })?.toString(), query);
  });

test('what is signed is the same in whatever order it came', () => {
  assert.equal(
    canonical({ b: [1, { d: null, c: 'ä"' }], a: true }),
    '{"a":true,"b":[1,{"c":"ä\\"","d":null}]}',
  );
});

const keysOf =
  ({ jwk }: KeyPair) =>
  async (kid: string): Promise<ServiceKey | undefined> =>
    jwk.kid === kid ? (jwk as ServiceKey) : undefined;
const check: RouteCheck = {
  serviceKey: SERVICE,
  ars: LEEZEN,
  submissionHost: 'zustelldienst.example',
  portal: 'https://portal.example',
  portalKeys: keysOf(keys.portal),
  serviceKeys: keysOf(keys.service),
};

const address = {
  submissionHost: 'zustelldienst.example',
  iss: 'https://portal.example',
  destinationId,
  services: [
    {
      gebietIDs: ['urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:010605053053'],
      leistungIDs: [`urn:de:fim:leika:leistung:${SERVICE}`],
    },
  ],
  iat: 1,
  jti: randomUUID(),
};
const parameters = { status: 'active', encryptionKid: 'enc-1', metadataVersions: ['1.0.0'] };
const detached = (found: object, key = keys.service): string => {
  const [head, , signature] = signToken(key, canonical(found)).split('.');
  return `${head}..${signature}`;
};
const route = (more: object = {}, about: object = {}, key = keys.portal) => ({
  destinationId,
  destinationName: 'Amt',
  destinationSignature: signToken(key, { ...address, ...about }, { typ: 'JWT' }),
  destinationParameters: parameters,
  destinationParametersSignature: detached(parameters),
  ...more,
});
const answer = (...routes: object[]): string => JSON.stringify({ count: routes.length, routes });

test('a route that is signed twice leads to its destination', async () => {
  assert.deepEqual(await readRoute(answer(route()), check), { destinationId, encryptionKid: 'enc-1' });
});

const services = (area: string, service = SERVICE) => ({
  services: [
    {
      gebietIDs: [`urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:${area}`],
      leistungIDs: [`urn:de:fim:leika:leistung:${service}`],
    },
  ],
});
for (const area of ['01', '01060', '010600000000', '010605053'])
  test(`an address for ${area} holds for the village in it`, async () => {
    const found = await readRoute(answer(route({}, services(area))), check);
    assert.ok('destinationId' in found);
  });

const [head = '', , signature = ''] = signToken(keys.portal, address).split('.');
const wrong: [what: string, text: string, fault: string][] = [
  ['no JSON', 'x', 'bad-answer'],
  ['another shape', '{"routes": [{}]}', 'bad-answer'],
  ['no destination', answer(), 'no-route'],
  ['two destinations', answer(route(), route()), 'several-routes'],
  ['an address signed by somebody else', answer(route({}, {}, keys.foreign)), 'forged-route'],
  [
    'a key of the same name',
    answer(route({ destinationSignature: signToken({ ...keys.foreign, kid: 'portal-1' }, address) })),
    'forged-route',
  ],
  [
    'no signature',
    answer(route({ destinationSignature: `${head}.${signToken(keys.portal, address).split('.')[1]}.` })),
    'forged-route',
  ],
  [
    'another address under the signature',
    answer(
      route({
        destinationSignature: `${head}.${Buffer.from(JSON.stringify({ ...address, iat: 2 })).toString('base64url')}.${signature}`,
      }),
    ),
    'forged-route',
  ],
  [
    'parameters that were changed',
    answer(route({ destinationParameters: { ...parameters, encryptionKid: 'enc-2' } })),
    'forged-route',
  ],
  [
    'parameters signed by the portal',
    answer(route({ destinationParametersSignature: detached(parameters, keys.portal) })),
    'forged-route',
  ],
  [
    'a signature that brings its own contents',
    answer(route({ destinationParametersSignature: signToken(keys.service, canonical(parameters)) })),
    'forged-route',
  ],
  [
    'the true address of another destination',
    answer(route({}, { destinationId: randomUUID() })),
    'forged-route',
  ],
  ['another submission service', answer(route({}, { submissionHost: 'woanders.example' })), 'forged-route'],
  ['another portal', answer(route({}, { iss: 'https://woanders.example' })), 'forged-route'],
  ['the true address of another town', answer(route({}, services('082120000000'))), 'forged-route'],
  [
    'the true address of another service',
    answer(route({}, services(LEEZEN, '99000000000000'))),
    'forged-route',
  ],
];
for (const [what, text, fault] of wrong)
  test(`a route is refused: ${what}`, async () => {
    assert.deepEqual(await readRoute(text, check), { refused: fault });
  });
