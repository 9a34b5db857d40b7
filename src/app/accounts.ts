import { join } from 'node:path';
import type { Config } from '../foundation/config/config.ts';
import type { Log } from '../foundation/log/log.ts';
import { openMail } from '../foundation/mail/mail.ts';
import { type AccountSetting, openProvider } from '../modules/accounts/index.ts';
import { offerPersonalData } from '../modules/offers/index.ts';
import { parkingPersonalData } from '../modules/parking/index.ts';
import { applicationPersonalData } from '../modules/public-services/index.ts';
import { applicationMessages } from '../modules/public-services/web/index.ts';
import { strategyPersonalData } from '../modules/strategy/index.ts';
import type { Platform } from './platform.ts';
import { secretsOf } from './secrets.ts';

/** What sign-in needs of the settings, once for all languages. */
export const accountSetting = (platform: Platform, config: Config, log: Log): AccountSetting => ({
  ...platform,
  mail: openMail({ smtp: config.smtp, folder: join(config.folder, 'mail') }),
  furtherData: [
    offerPersonalData,
    applicationPersonalData(secretsOf(config)),
    parkingPersonalData,
    strategyPersonalData,
  ],
  furtherPages: (language) => [{ label: applicationMessages(language).mine.title, path: '/konto/antraege' }],
  ...(config.isDemonstration && { mailboxPath: '/postfach' }),
  publicUrl: config.publicUrl,
  proxies: config.proxies,
  provider: config.oidc && openProvider(config.oidc, platform.clock),
  onFault: (event, error) => log.error(event, { reason: error.name }),
});
