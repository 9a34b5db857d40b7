import { Hono } from 'hono';
import { type Language, localPath } from '../foundation/i18n/language.ts';
import { withPlace } from '../foundation/ui/page.ts';
import {
  type AccountSetting,
  accountPages,
  invitationPages,
  keepForms,
  providerPages,
  readSession,
  signInPages,
} from '../modules/accounts/index.ts';
import { fundingPages } from '../modules/funding/index.ts';
import { countryPages, knowledgePages } from '../modules/knowledge/index.ts';
import { attributions, displayName, slugOf } from '../modules/municipalities/index.ts';
import { detailPages, listPages, listSources, offerFeeds, suggestPages } from '../modules/offers/index.ts';
import { listParkingSources, parkingPages } from '../modules/parking/index.ts';
import { commentPages, makePages, reportPages, surveyPages } from '../modules/participation/index.ts';
import { publicPilotPages } from '../modules/pilots/index.ts';
import {
  type ApplicationSetting,
  applicationPages,
  coveragePages,
  helpAtPlace,
  listCatalogueSources,
  metricsPages,
  ratePages,
  readSimpleTexts,
  searchPages,
  servicePages,
  simpleServicePages,
} from '../modules/public-services/index.ts';
import { sensorPages } from '../modules/sensors/index.ts';
import { roomPages, sprintPages } from '../modules/sprints/index.ts';
import { publicStrategyPages } from '../modules/strategy/index.ts';
import { circlePages } from './circle/circle-pages.tsx';
import { countryOf } from './country.ts';
import { deskPages } from './desk/index.tsx';
import { type FrameSetting, frame, type SiteVariables } from './frame.tsx';
import { fundingSetting } from './funding.ts';
import { originOf } from './here.ts';
import { knowledgeSetting } from './knowledge.ts';
import { mailboxPages } from './mailbox-pages.tsx';
import { momentPages } from './moments/moment-pages.tsx';
import { readMoments } from './moments/read-moments.ts';
import { parkingSetting } from './parking.ts';
import { participationSetting } from './participation.ts';
import { pilotSetting } from './pilots.ts';
import type { Platform } from './platform.ts';
import { retentionRules } from './retention.ts';
import { sensorSetting } from './sensors.ts';
import { sprintSetting } from './sprints.ts';
import { strategySetting } from './strategy.ts';
import { townPages } from './town-pages.tsx';
import { OfflinePage } from './web/ErrorPages.tsx';
import { InfoPage } from './web/InfoPage.tsx';
import { type InfoPages, infoDe } from './web/info.messages.de.ts';
import { infoEn } from './web/info.messages.en.ts';
import { appMessages } from './web/messages.ts';
import { momentMessages } from './web/moments/messages.ts';
import { RetentionPage } from './web/RetentionPage.tsx';
import { SourcesPage } from './web/SourcesPage.tsx';
import { StartPage } from './web/StartPage.tsx';
import { simpleHelp, simpleStart } from './web/simple.messages.ts';

/** Where the shipped data is: cities, a small town, a village of a district, one in an association, one that was merged. */
const EXAMPLES: [string, string][] = [
  ['Karlsruhe', '08212000'],
  ['Münster', '05515000'],
  ['Drochtersen', '03359013'],
  ['Bindlach', '09472119'],
  ['Leezen', '01060053'],
  ['Eisenach', '16056000'],
];

const INFO: [path: string, page: keyof InfoPages][] = [
  ['/impressum', 'imprint'],
  ['/datenschutz', 'privacy'],
  ['/barrierefreiheit', 'accessibility'],
  ['/hilfe', 'help'],
  ['/daten', 'data'],
];

/** From "who is in charge?" to a decision. */
const publicServices = (
  language: Language,
  platform: Platform,
  { config, places }: FrameSetting,
  applications: ApplicationSetting,
) => {
  const setting = { ...platform, places, origin: originOf(config.publicUrl) };
  const moments = { path: '/leistungen/anlass', label: momentMessages(language).title };
  const pages = new Hono<{ Variables: SiteVariables }>();
  pages.route('/', searchPages(setting, [moments]));
  pages.route('/', coveragePages(setting));
  pages.route('/', metricsPages(setting));
  pages.route('/', servicePages({ ...setting, simple: readSimpleTexts().texts }));
  pages.route(
    '/',
    momentPages({ ...readMoments(), clock: platform.clock, help: (about) => helpAtPlace(setting, about) }),
  );
  pages.route('/', ratePages(applications));
  pages.route('/', applicationPages(applications));
  return pages;
};

/** What town halls plan, how it hangs together, who pays for it, and what trials have shown. */
const planning = (platform: Platform, setting: FrameSetting) =>
  new Hono<{ Variables: SiteVariables }>()
    .route('/', publicStrategyPages(strategySetting(platform, setting)))
    .route('/', commentPages(participationSetting(platform, setting)))
    .route('/', makePages(participationSetting(platform, setting)))
    .route('/', reportPages(participationSetting(platform, setting)))
    .route('/', surveyPages(participationSetting(platform, setting)))
    .route('/', fundingPages(fundingSetting(platform, setting)))
    .route('/', roomPages(sprintSetting(platform, setting)))
    .route('/', sprintPages(sprintSetting(platform, setting)))
    .route('/', publicPilotPages(pilotSetting(platform, setting)))
    .route('/', circlePages(platform, setting));

/** All public pages in one language; German stands at the root, English below /en. */
export const site = (
  language: Language,
  platform: Platform,
  setting: FrameSetting,
  accounts: AccountSetting,
  applications: ApplicationSetting,
) => {
  const { config, places } = setting;
  const townOf = (ars: string) => {
    const unit = places.get(ars);
    return unit && { label: displayName(unit), path: `/ort/${slugOf(unit)}` };
  };
  const offerSetting = { ...platform, townOf, origin: originOf(config.publicUrl), mapTiles: config.mapTiles };
  const t = appMessages(language);
  const pages = new Hono<{ Variables: SiteVariables }>();
  pages.use(readSession(platform), keepForms(platform), frame(language, setting));
  pages.route('/', signInPages(accounts));
  pages.route('/', providerPages(accounts));
  pages.route('/', accountPages(accounts));
  pages.route('/', invitationPages(accounts));
  pages.route('/', deskPages(platform, setting, accounts, applications));
  pages.route('/', listPages(offerSetting));
  pages.route('/', detailPages(offerSetting));
  pages.route('/', offerFeeds(offerSetting));
  pages.route('/', suggestPages({ ...platform, townOf, proxies: config.proxies }));
  pages.route('/', publicServices(language, platform, setting, applications));
  pages.route('/', parkingPages(parkingSetting(platform, setting)));
  pages.route(
    '/',
    countryPages({ country: countryOf(platform, setting), origin: originOf(config.publicUrl) }),
  );
  pages.route('/', knowledgePages(knowledgeSetting(platform, setting)));
  pages.route('/', planning(platform, setting));
  pages.route('/', sensorPages(sensorSetting(platform, setting)));
  pages.route('/', townPages(platform, places));
  if (config.isDemonstration) pages.route('/', mailboxPages(config));
  pages.get('/', (c) =>
    c.var.page({
      title: t.start.title,
      body: <StartPage language={language} t={t} examples={EXAMPLES} />,
      canonical: localPath(language, '/'),
    }),
  );
  pages.get('/quellen', async (c) => {
    const sources = await listSources(platform.database);
    const services = await listCatalogueSources(platform.database);
    const parking = await listParkingSources(platform.database);
    return c.var.page({
      title: t.sources.title,
      body: <SourcesPage base={attributions} offers={sources} services={services} parking={parking} t={t} />,
    });
  });
  pages.get('/datenschutz/fristen', (c) =>
    c.var.page({
      title: t.retention.title,
      body: <RetentionPage rules={retentionRules} language={language} t={t} />,
      canonical: localPath(language, '/datenschutz/fristen'),
    }),
  );
  pages.get('/offline', (c) =>
    c.var.page({ title: t.offline.title, body: <OfflinePage t={t} />, isIndexed: false }),
  );
  const operator = config.operator ?? t.foot.operatorUnknown;
  const info = language === 'de' ? infoDe(operator) : infoEn(operator);
  for (const [path, page] of INFO)
    pages.get(path, (c) =>
      c.var.page({
        title: info[page].title,
        body: <InfoPage text={info[page]} />,
        canonical: localPath(language, path),
      }),
    );
  return pages;
};

/** Leichte Sprache has pages of its own, in German only. */
export const simpleSite = (platform: Platform, setting: FrameSetting) => {
  const pages = new Hono<{ Variables: SiteVariables }>();
  pages.use(readSession(platform), frame('de', setting));
  const services = { ...platform, places: setting.places, origin: originOf(setting.config.publicUrl) };
  pages.route('/', simpleServicePages(services, readSimpleTexts()));
  for (const [path, text] of [
    ['/', simpleStart],
    ['/hilfe', simpleHelp],
  ] as const)
    pages.get(path, (c) => {
      const links = text.sections.map((section) => ({
        ...section,
        ...(section.links && {
          links: section.links.map(([href, label]): [string, string] => [
            withPlace(c.var.place, href),
            label,
          ]),
        }),
      }));
      return c.var.page({
        title: text.title,
        body: <InfoPage text={{ ...text, sections: links }} isSimple />,
      });
    });
  return pages;
};
