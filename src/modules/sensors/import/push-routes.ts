import { Hono, type Context as HonoContext } from 'hono';
import { problem } from '../../../foundation/http/problem.ts';
import { keyInHeader } from '../keys/access-key.ts';
import { townOfKey } from '../keys/keep-keys.ts';
import type { SensorSetting } from '../setting.ts';
import { importReadings } from './import-readings.ts';
import { readMapping } from './read-lorawan.ts';

/** Which formats devices and networks send by themselves. */
const PUSHED = ['airrohr', 'ttn', 'chirpstack'] as const;

const NO_KEY = {
  de: 'Hier schreibt, wer einen Zugangsschlüssel der Gemeinde hat: Bearer, oder Basic mit Name und Kennwort.',
  en: 'Writing takes an access key of the municipality: Bearer, or Basic with name and password.',
};
const NOTHING = { de: 'Davon wurde nichts übernommen.', en: 'Nothing of this was taken.' };

const take = async (
  c: HonoContext,
  setting: SensorSetting,
  format: (typeof PUSHED)[number],
): Promise<Response> => {
  const ars = await townOfKey(setting, keyInHeader(c.req.header('authorization')));
  if (!ars) {
    c.header('www-authenticate', 'Basic realm="sensors"');
    return problem(c, 401, NO_KEY);
  }
  const options = {
    text: await c.req.text(),
    receivedAt: setting.clock(),
    mapping: readMapping(c.req.query('map') ?? ''),
  };
  const done = await importReadings(setting, { ars, source: format, operator: '' }, format, options);
  const { created, corrected, repeated, rejected } = done;
  if (created + corrected + repeated === 0 && rejected.length > 0) {
    const faults = rejected.map(({ position, reason }) => ({
      at: position,
      message: `${reason.de} / ${reason.en}`,
    }));
    return problem(c, 422, NOTHING, faults);
  }
  const refused = rejected.map(({ position, reason }) => ({ position, ...reason }));
  return c.json({ created, corrected, repeated, refused });
};

/** Devices and networks that send by themselves: `POST /api/sensors/<format>` with a key of the town. */
export const sensorPushes = (setting: SensorSetting): Hono => {
  const routes = new Hono();
  for (const format of PUSHED) routes.post(`/api/sensors/${format}`, (c) => take(c, setting, format));
  return routes;
};
