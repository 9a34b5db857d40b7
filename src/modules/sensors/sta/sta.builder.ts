import type { Hono } from 'hono';
import type { Context } from '../../../foundation/database/context.ts';
import { hashOf } from '../../accounts/index.ts';
import { insertKey } from '../keys/key-store.ts';
import type { SensorSetting } from '../setting.ts';
import { sensorThings } from './routes.ts';

export const BASE = 'http://localhost/sta/v1.1';

/** A key of the town, as its desk would have made it. */
export const plantKey = async (context: Context, ars: string): Promise<string> => {
  const id = context.newId();
  await insertKey(context.database, ars, {
    id,
    name: 'Test',
    hash: hashOf(`secret-${ars}`),
    now: context.clock(),
  });
  return `${id}.secret-${ars}`;
};

const settingOf = (context: Context): SensorSetting => ({
  ...context,
  places: undefined as unknown as SensorSetting['places'],
  origin: () => 'http://localhost',
  mqttEndpoints: [],
  proxies: 0,
});

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers as they come
export type Answer = { status: number; body: any; location: string | null };

/** Speaks to the routes as a client would, with or without a key. */
export const clientOf = (context: Context, key?: string, routes: Hono = sensorThings(settingOf(context))) => {
  const ask = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await routes.request(path.startsWith('http') ? path : BASE + path, {
      method,
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return {
      status: answer.status,
      body: isJson ? JSON.parse(text) : text,
      location: answer.headers.get('location'),
    };
  };
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, body: unknown) => ask('POST', path, body),
    patch: (path: string, body: unknown) => ask('PATCH', path, body),
    remove: (path: string) => ask('DELETE', path),
  };
};

/** A thing with everything that belongs to it, as one deep insert. */
export const deepThing = (name = 'Wetterstation', results: readonly number[] = [1, 2, 3, 10]) => ({
  name,
  description: 'auf dem Rathaus',
  properties: { kind: 'weather', purpose: 'Wetter', size: 3, parts: { mast: 'Holz' } },
  Locations: [
    {
      name: 'Rathaus',
      description: 'Dach',
      encodingType: 'application/geo+json',
      location: { type: 'Point', coordinates: [10.25, 53.86] },
    },
  ],
  Datastreams: [
    {
      name: `${name} Temperatur`,
      description: 'außen',
      observationType: 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
      unitOfMeasurement: {
        name: 'Grad Celsius',
        symbol: '°C',
        definition: 'http://qudt.org/vocab/unit/DEG_C',
      },
      Sensor: { name: 'DHT22', description: '', encodingType: 'text/plain', metadata: 'keine' },
      ObservedProperty: { name: 'Temperatur', definition: 'https://example.org/t', description: '' },
      Observations: results.map((result, at) => ({
        phenomenonTime: new Date(Date.UTC(2026, 10, 20, 10 + at)).toISOString(),
        result,
      })),
    },
  ],
});
