import type { Config } from '../foundation/config/config.ts';
import type { Job } from '../foundation/jobs/jobs.ts';
import type { Log } from '../foundation/log/log.ts';
import { deliverNotices } from '../modules/accounts/index.ts';
import type { PlaceIndex } from '../modules/municipalities/index.ts';
import { fetchSource, lookAtLink, offerWork } from '../modules/offers/index.ts';
import { parkingMoneyWork, parkingSiteWork, parkingWork } from '../modules/parking/index.ts';
import {
  deliverApplicationMails,
  deliverApplications,
  mailCarrier,
  publicServiceWork,
} from '../modules/public-services/index.ts';
import { sensorWork } from '../modules/sensors/index.ts';
import { strategyWork } from '../modules/strategy/index.ts';
import { accountSetting } from './accounts.ts';
import { organisationsOf } from './desk/organisations.ts';
import { eventWork } from './domain-events.ts';
import { fitConnectOf } from './fit-connect.ts';
import { moneySetting } from './parking.ts';
import { placesOf } from './places.ts';
import type { Platform } from './platform.ts';
import { enforceRetention } from './retention.ts';
import { secretsOf } from './secrets.ts';
import { archiveWork } from './town-data/archive-work.ts';

/** All work in the background, of all modules. */
export const backgroundWork = (platform: Platform, config: Config, places: PlaceIndex, log: Log): Job[] => [
  noticeDelivery(platform, config, log),
  mailsToApplicants(platform, config, log),
  deliveriesToOffices(platform, config, places, log),
  eventWork(platform, log),
  { name: 'retention', cron: '15 3 * * *', run: () => enforceRetention(platform, log) },
  ...offerWork(platform, placesOf(places)),
  ...publicServiceWork(platform, places, lookAtLink),
  ...parkingWork(platform),
  ...parkingMoneyWork({ ...moneySetting(platform, config), places }),
  ...parkingSiteWork(platform, { fetch: fetchParking, locate: placesOf(places).locate }),
  ...strategyWork(platform),
  ...sensorWork(platform),
  ...archiveWork(platform, config, places),
];

const MOST_PARKING_BYTES = 16 * 1024 * 1024;

/** Read every five minutes, in the process that serves pages: what is larger is no list of car parks. */
const fetchParking: typeof fetchSource = (url, known) =>
  fetchSource(url, known, { mostBytes: MOST_PARKING_BYTES });

const noticeDelivery = (platform: Platform, config: Config, log: Log): Job => {
  const { mail, onFault } = accountSetting(platform, config, log);
  const origin = config.publicUrl ?? `http://localhost:${config.port}`;
  return {
    name: 'notices',
    cron: '* * * * *',
    keptHours: 1,
    run: async () => {
      const { mails } = await deliverNotices(platform, { mail, origin, onFault });
      if (mails > 0) log.info('notices-sent', { mails });
      return { mails };
    },
  };
};

const mailsToApplicants = (platform: Platform, config: Config, log: Log): Job => {
  const { mail, onFault } = accountSetting(platform, config, log);
  const origin = config.publicUrl ?? `http://localhost:${config.port}`;
  const keys = secretsOf(config);
  return {
    name: 'application-mails',
    cron: '* * * * *',
    keptHours: 1,
    run: () => deliverApplicationMails({ ...platform, keys, origin, send: mail.send, onFault }),
  };
};

/** What a town has chosen to send to another system; the inbox here needs no work. */
const deliveriesToOffices = (platform: Platform, config: Config, places: PlaceIndex, log: Log): Job => {
  const { mail, onFault } = accountSetting(platform, config, log);
  const origin = config.publicUrl ?? `http://localhost:${config.port}`;
  const { clock } = platform;
  const setting = {
    ...platform,
    keys: secretsOf(config),
    origin,
    townOf: organisationsOf(places).townOf,
    mail: mailCarrier({ clock, host: new URL(origin).hostname, send: mail.send, onFault }),
    fitConnect: fitConnectOf(config, clock),
    onFault,
  };
  return {
    name: 'application-deliveries',
    cron: '* * * * *',
    keptHours: 1,
    run: () => deliverApplications(setting),
  };
};
