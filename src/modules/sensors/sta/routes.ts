import { Hono, type Context as HonoContext } from 'hono';
import * as v from 'valibot';
import { problem } from '../../../foundation/http/problem.ts';
import { keyInHeader } from '../keys/access-key.ts';
import { townOfKey } from '../keys/keep-keys.ts';
import type { SensorSetting } from '../setting.ts';
import { answerRead, shownEntity, unknown } from './answer-read.ts';
import { patchEntity, removeEntity } from './change-entity.ts';
import type { Body, Parents } from './create-entity.ts';
import { setOf } from './names.ts';
import { NotWritten } from './not-written.ts';
import { readCreateObservations } from './read-create-observations.ts';
import { readPath, type Target } from './read-path.ts';
import { serviceDocument } from './service-document.ts';
import { createObservations, postEntity } from './write-entity.ts';

const AT = '/sta/v1.1';

/** Larger than a form: batches of observations. */
export const isObservationUpload = (method: string, path: string): boolean =>
  method === 'POST' && path.startsWith(`${AT}/`);

const pathOf = (c: HonoContext): string => decodeURIComponent(new URL(c.req.url).pathname.slice(AT.length));

const NO_KEY = {
  de: 'Hier schreibt, wer einen Zugangsschlüssel der Gemeinde hat: »Authorization: Bearer …«.',
  en: 'Writing takes an access key of the municipality: `Authorization: Bearer …`.',
};
const NOT_YOURS = { de: 'Das gehört einer anderen Gemeinde.', en: 'This belongs to another municipality.' };

type Writer = { c: HonoContext; setting: SensorSetting; ars: string; base: string };

const bodyOf = async (c: HonoContext): Promise<Body> => {
  const body: unknown = await c.req.json().catch(() => undefined);
  if (!v.is(v.record(v.string(), v.unknown()), body) || Array.isArray(body))
    throw new NotWritten(400, 'Hier fehlt ein Objekt in JSON.', 'A JSON object is missing here.');
  return body;
};

const post = async ({ c, setting, ars, base }: Writer, target: Target): Promise<Response> => {
  if (target.kind !== 'set')
    throw new NotWritten(405, 'Neues entsteht in einer Menge.', 'New ones go into a set.');
  const { entity, below } = target;
  if (below && below.key.ars !== ars) return problem(c, 403, NOT_YOURS);
  const parents: Parents = below ? { [below.entity]: below.key.id } : {};
  const id = await postEntity(setting, ars, { entity, body: await bodyOf(c), parents });
  c.header('location', `${base}/${setOf(entity)}(${id})`);
  return c.json(await shownEntity(setting.database, base, entity, { ars, id }), 201);
};

const change = async ({ c, setting, ars, base }: Writer, target: Target): Promise<Response> => {
  if (target.kind !== 'one')
    throw new NotWritten(405, 'Ändern lässt sich ein einzelnes.', 'A single one can be changed.');
  const { entity, key } = target;
  if (key.ars !== ars) return problem(c, 403, NOT_YOURS);
  if (c.req.method === 'DELETE') {
    await removeEntity(setting, entity, key);
    return c.body(null, 200);
  }
  await patchEntity(setting, entity, key, await bodyOf(c));
  return c.json(await shownEntity(setting.database, base, entity, key));
};

/** 18-088, 14.2: an answer for each observation, in order. */
const postMany = async ({ c, setting, ars, base }: Writer): Promise<Response> => {
  const bodies = readCreateObservations(await c.req.json().catch(() => undefined));
  const answers = await createObservations(setting, ars, bodies);
  return c.json(
    answers.map((one) =>
      'id' in one ? `${base}/Observations(${one.id})` : `error: ${one.refused.de} / ${one.refused.en}`,
    ),
    201,
  );
};

const write = async (c: HonoContext, setting: SensorSetting): Promise<Response> => {
  const ars = await townOfKey(setting, keyInHeader(c.req.header('authorization')));
  if (!ars) {
    c.header('www-authenticate', 'Bearer');
    return problem(c, 401, NO_KEY);
  }
  const writer = { c, setting, ars, base: setting.origin(c.req.url) + AT };
  try {
    if (c.req.method === 'POST' && pathOf(c) === '/CreateObservations') return await postMany(writer);
    const target = await readPath(setting.database, pathOf(c));
    if (!target) return unknown(c);
    return await (c.req.method === 'POST' ? post(writer, target) : change(writer, target));
  } catch (error) {
    if (error instanceof NotWritten) return problem(c, error.status, error.detail);
    // 23505: another observation of the stream stands at that moment.
    if ((error as { code?: string }).code === '23505')
      return problem(c, 409, {
        de: 'Für diesen Zeitpunkt gibt es schon einen Wert.',
        en: 'There is a value for that moment already.',
      });
    throw error;
  }
};

const read = async (c: HonoContext, setting: SensorSetting): Promise<Response> => {
  const base = setting.origin(c.req.url) + AT;
  const target = await readPath(setting.database, pathOf(c));
  if (!target) return unknown(c);
  // Everybody may build on what is published.
  c.header('access-control-allow-origin', '*');
  if (target.kind === 'service') return c.json(serviceDocument(base, setting.mqttEndpoints));
  const query = new URL(c.req.url).searchParams;
  return answerRead({ c, database: setting.database, base, query }, target);
};

/** OGC SensorThings 1.1: everybody reads, the owner writes with a key. */
export const sensorThings = (setting: SensorSetting): Hono => {
  const routes = new Hono();
  routes.get(AT, (c) => read(c, setting));
  routes.get(`${AT}/*`, (c) => read(c, setting));
  routes.on(['POST', 'PATCH', 'PUT', 'DELETE'], `${AT}/*`, (c) => write(c, setting));
  return routes;
};
