import { Hono } from 'hono';
import { type Language, localPath } from '../../foundation/i18n/language.ts';
import {
  type AccountSetting,
  deskPath,
  listActing,
  logPages,
  memberPages,
  organisationPages,
  permissionPage,
  permit,
} from '../../modules/accounts/index.ts';
import { fundingMessages } from '../../modules/funding/web/index.ts';
import {
  adviceMessages,
  callMessages,
  commonsMessages,
  cooperationMessages,
  dossierMessages,
  libraryMessages,
  mergeMessages,
  partnerMessages,
  reuseMessages,
  reviewMessages,
} from '../../modules/knowledge/web/index.ts';
import {
  linkPages,
  moderationPages,
  offerDeskPages,
  READ_SOURCE,
  sourcePages,
} from '../../modules/offers/index.ts';
import { entryMessages, sourceMessages, suggestionMessages } from '../../modules/offers/web/index.ts';
import { pilotPages, townPages } from '../../modules/parking/index.ts';
import { moneyMessages, pilotMessages, townMessages } from '../../modules/parking/web/index.ts';
import { commentDeskPages, reportDeskPages, surveyDeskPages } from '../../modules/participation/index.ts';
import { participationMessages } from '../../modules/participation/web/index.ts';
import { pilotDeskPages } from '../../modules/pilots/index.ts';
import { pilotMessages as trialMessages } from '../../modules/pilots/web/index.ts';
import {
  type ApplicationSetting,
  commentPages,
  formEditorPages,
  handOverPages,
  inboxPages,
  reportPages,
} from '../../modules/public-services/index.ts';
import {
  applicationMessages,
  editorMessages,
  handOverMessages,
  reportMessages,
} from '../../modules/public-services/web/index.ts';
import { sensorDeskPages, watchDeskPages } from '../../modules/sensors/index.ts';
import { sensorMessages } from '../../modules/sensors/web/index.ts';
import { sprintDesk } from '../../modules/sprints/index.ts';
import { sprintMessages } from '../../modules/sprints/web/index.ts';
import {
  checkMessages,
  councilMessages,
  recordMessages,
  riskMessages,
  strategyMessages,
} from '../../modules/strategy/web/index.ts';
import { demonstrationStaff } from '../demonstration.ts';
import type { FrameSetting, SiteVariables } from '../frame.tsx';
import { fundingSetting } from '../funding.ts';
import { knowledgeSetting } from '../knowledge.ts';
import { parkingSetting } from '../parking.ts';
import { participationSetting } from '../participation.ts';
import { pilotSetting } from '../pilots.ts';
import { placesOf } from '../places.ts';
import type { Platform } from '../platform.ts';
import { sensorSetting } from '../sensors.ts';
import { sprintSetting } from '../sprints.ts';
import { strategySetting } from '../strategy.ts';
import { DeskEntrance } from '../web/desk/DeskPages.tsx';
import { deskMessages } from '../web/desk/messages.ts';
import { agendaDesks } from './agenda-desks.ts';
import { dataPage } from './data-page.tsx';
import { type DeskEnvironment, enterDesk } from './enter-desk.tsx';
import { fundingDesks } from './funding-desks.ts';
import { jobsPage } from './jobs-page.tsx';
import { networkDesks } from './network-desks.ts';
import { organisationsOf } from './organisations.ts';
import { answerToday } from './today.tsx';

/** What a town tries together, and what it measures. */
const tryingDesks = (platform: Platform, setting: FrameSetting): Hono<DeskEnvironment> =>
  new Hono<DeskEnvironment>()
    .route('/', sprintDesk(sprintSetting(platform, setting)))
    .route('/', pilotDeskPages(pilotSetting(platform, setting)))
    .route('/', sensorDeskPages(sensorSetting(platform, setting)))
    .route('/', watchDeskPages(sensorSetting(platform, setting)));

/** The public start page, and below /rathaus/<organisation> everything that one's roles open. */
export const deskPages = (
  platform: Platform,
  setting: FrameSetting,
  accounts: AccountSetting,
  applications: ApplicationSetting,
) => {
  const { config, places, jobs } = setting;
  const pages = new Hono<{ Variables: SiteVariables }>();
  const organisations = organisationsOf(places);

  pages.get('/rathaus', async (c) => {
    const { language, signedIn } = c.var;
    const t = deskMessages(language);
    const acting = signedIn ? await listActing(platform, signedIn) : [];
    const toLocal = (path: string) => localPath(language, path);
    const body = (
      <DeskEntrance
        isSignedIn={signedIn !== undefined}
        organisations={acting.map((one) => ({
          name: one.organisation.name,
          through: one.through && t.through(one.through.name),
          href: toLocal(deskPath(one)),
        }))}
        signIn={`${toLocal('/anmelden')}?${new URLSearchParams({ zurueck: toLocal('/rathaus') })}`}
        rights={toLocal('/rathaus/rechte')}
        network={toLocal('/netzwerk')}
        demonstration={
          config.isDemonstration
            ? demonstrationStaff.flatMap(({ people }) => people.map(({ mail, name }) => `${mail} – ${name}`))
            : []
        }
        t={t}
      />
    );
    return c.var.page({ title: t.title, body, canonical: toLocal('/rathaus') });
  });
  pages.route('/', permissionPage());

  const desk = new Hono<DeskEnvironment>();
  desk.use('/rathaus/:organisation/*', enterDesk(platform));
  desk.get('/rathaus/:organisation', permit('see-desk'), (c) => answerToday(c, platform));
  desk.route('/', memberPages({ ...accounts, superiorsOf: organisations.superiorsOf }));
  desk.route('/', organisationPages(accounts));
  desk.route('/', logPages({ ...accounts, nameOf: organisations.nameOf, actWords }));
  desk.route('/', offerDeskPages({ ...platform, places: placesOf(places), townOf: organisations.townOf }));
  desk.route('/', moderationPages(accounts));
  desk.route('/', linkPages(platform));
  desk.route('/', commentPages(applications));
  desk.route('/', reportPages(platform));
  desk.route('/', townPages(parkingSetting(platform, setting)));
  desk.route('/', pilotPages(parkingSetting(platform, setting)));
  desk.route('/', networkDesks(knowledgeSetting(platform, setting)));
  desk.route('/', agendaDesks(strategySetting(platform, setting)));
  desk.route('/', tryingDesks(platform, setting));
  desk.route('/', commentDeskPages(participationSetting(platform, setting)));
  desk.route('/', reportDeskPages(participationSetting(platform, setting)));
  desk.route('/', surveyDeskPages(participationSetting(platform, setting)));
  desk.route('/', fundingDesks(fundingSetting(platform, setting)));
  desk.route('/', formEditorPages(applications));
  const { staysHere } = accounts.mail;
  const hasFitConnect = config.fitConnect !== undefined;
  desk.route('/', handOverPages({ ...platform, staysHere, hasFitConnect }));
  desk.route('/', inboxPages({ ...applications, ...organisations }));
  if (jobs) {
    desk.route('/', sourcePages({ ...platform, askReading: (source) => jobs.ask(READ_SOURCE, source) }));
    desk.route('/', jobsPage(platform, jobs));
    desk.route('/', dataPage({ platform, folder: config.folder, jobs }));
  }
  pages.route('/', desk);
  return pages;
};

/** What the acts of the modules are called in the log. */
const actWords = (language: Language): Record<string, string> => ({
  ...deskMessages(language).acts,
  ...entryMessages(language).log,
  ...suggestionMessages(language).acts,
  ...sourceMessages(language).acts,
  ...applicationMessages(language).acts,
  ...handOverMessages(language).acts,
  ...editorMessages(language).acts,
  ...townMessages(language).acts,
  ...moneyMessages(language).desk.acts,
  ...pilotMessages(language).acts,
  ...reportMessages(language).acts,
  ...libraryMessages(language).acts,
  ...strategyMessages(language).acts,
  ...trialMessages(language).acts,
  ...sprintMessages(language).acts,
  ...checkMessages(language).acts,
  ...recordMessages(language).acts,
  ...participationMessages(language).acts,
  ...riskMessages(language).acts,
  ...sensorMessages(language).acts,
  ...fundingMessages(language).acts,
  ...councilMessages(language).acts,
  ...reviewMessages(language).acts,
  ...mergeMessages(language).acts,
  ...callMessages(language).acts,
  ...dossierMessages(language).acts,
  ...reuseMessages(language).acts,
  ...adviceMessages(language).acts,
  ...commonsMessages(language).acts,
  ...partnerMessages(language).acts,
  ...cooperationMessages(language).acts,
});
