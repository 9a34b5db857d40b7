import type { Config } from '../foundation/config/config.ts';
import type { Context } from '../foundation/database/context.ts';
import {
  createTestProvider,
  FORECAST,
  type MoneyWorkSetting,
  type ParkingSetting,
  readPaymentNotice,
} from '../modules/parking/index.ts';
import { helpAtPlace } from '../modules/public-services/index.ts';
import type { FrameSetting } from './frame.tsx';
import type { Platform } from './platform.ts';
import { derivedSecret } from './secrets.ts';

/** Advice on building: the key under which a town's building authority is asked (LeiKa). */
const BUILDING_ADVICE = '99012008000000';

/** Who holds drivers' money, by the settings: nobody, or the test provider, whose notices come straight back. */
export const moneySetting = (context: Context, config: Config): MoneyWorkSetting => {
  const setting = { ...context, secret: derivedSecret(config, 'parking') };
  if (config.payment !== 'test') return setting;
  const payments = createTestProvider({ ...context, secret: derivedSecret(config, 'parking test payments') });
  payments.notify = (notice) => readPaymentNotice({ ...setting, payments }, notice);
  return { ...setting, payments };
};

/** What parking needs of the settings and of the other modules, once for all languages. */
export const parkingSetting = (
  platform: Platform,
  { config, places, jobs }: FrameSetting,
): ParkingSetting => ({
  ...platform,
  ...moneySetting(platform, config),
  places,
  proxies: config.proxies,
  mapTiles: config.mapTiles,
  askForecast: jobs && ((key) => jobs.ask(FORECAST, key)),
  askAuthority: async (ars) => {
    const point = places.get(ars)?.point;
    if (!point) return undefined;
    const here = { label: '', parameters: {}, point, ars, isPosition: false };
    const about = { leikaKey: BUILDING_ADVICE, here, language: 'de' as const };
    return (await helpAtPlace({ ...platform, places }, about)).form;
  },
});
