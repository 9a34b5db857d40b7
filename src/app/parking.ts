import { FORECAST, type ParkingSetting } from '../modules/parking/index.ts';
import { helpAtPlace } from '../modules/public-services/index.ts';
import type { FrameSetting } from './frame.tsx';
import type { Platform } from './platform.ts';
import { derivedSecret } from './secrets.ts';

/** Advice on building: the key under which a town's building authority is asked (LeiKa). */
const BUILDING_ADVICE = '99012008000000';

/** What parking needs of the settings and of the other modules, once for all languages. */
export const parkingSetting = (
  platform: Platform,
  { config, places, jobs }: FrameSetting,
): ParkingSetting => ({
  ...platform,
  places,
  proxies: config.proxies,
  secret: derivedSecret(config, 'parking'),
  askForecast: jobs && ((key) => jobs.ask(FORECAST, key)),
  askAuthority: async (ars) => {
    const point = places.get(ars)?.point;
    if (!point) return undefined;
    const here = { label: '', parameters: {}, point, ars, isPosition: false };
    const about = { leikaKey: BUILDING_ADVICE, here, language: 'de' as const };
    return (await helpAtPlace({ ...platform, places }, about)).form;
  },
});
