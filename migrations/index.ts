import type { Migration } from '../src/foundation/database/migrate.ts';
import { municipalitiesRegister } from './0001-municipalities-register.ts';
import { offers } from './0002-offers.ts';
import { addonPostgisViews } from './0003-addon-postgis-views.ts';
import { offersEventsInOrder } from './0004-offers-events-in-order.ts';
import { accounts } from './0005-accounts.ts';
import { accountsOrganisations } from './0006-accounts-organisations.ts';
import { accountsNotices } from './0007-accounts-notices.ts';
import { accountsPrivacy } from './0008-accounts-privacy.ts';
import { offersDesk } from './0010-offers-desk.ts';
import { offersSuggestions } from './0011-offers-suggestions.ts';
import { offersLinks } from './0012-offers-links.ts';
import { accountsStepUp } from './0013-accounts-step-up.ts';
import { publicServices } from './0014-public-services.ts';
import { publicServicesForms } from './0015-public-services-forms.ts';
import { publicServicesMetrics } from './0017-public-services-metrics.ts';
import { publicServicesLinks } from './0018-public-services-links.ts';
import { publicServicesMails } from './0019-public-services-mails.ts';
import { publicServicesHandOver } from './0020-public-services-hand-over.ts';
import { publicServicesSigning } from './0021-public-services-signing.ts';
import { publicServicesFormDrafts } from './0023-public-services-form-drafts.ts';
import { publicServicesReports } from './0024-public-services-reports.ts';
import { publicServicesLanguage } from './0025-public-services-language.ts';
import { parking } from './0030-parking.ts';
import { parkingSites } from './0031-parking-sites.ts';
import { parkingRefusals } from './0032-parking-refusals.ts';
import { parkingDemand } from './0033-parking-demand.ts';
import { parkingMoney } from './0034-parking-money.ts';
import { parkingEffect } from './0035-parking-effect.ts';
import { parkingHosts } from './0037-parking-hosts.ts';
import { parkingFloors } from './0038-parking-floors.ts';
import { accountsParkingNotices } from './0039-accounts-parking-notices.ts';
import { parkingDayPrices } from './0040-parking-day-prices.ts';
import { knowledgeLibrary } from './0041-knowledge-library.ts';
import { parkingTownDays } from './0044-parking-town-days.ts';
import { eventsAndReuse } from './0045-events-and-reuse.ts';
import { knowledgeAdvice } from './0046-knowledge-advice.ts';
import { knowledgeCommons } from './0047-knowledge-commons.ts';
import { knowledgePartners } from './0048-knowledge-partners.ts';
import { knowledgeCentre } from './0049-knowledge-centre.ts';
import { knowledgeMerge } from './0050-knowledge-merge.ts';
import { strategy } from './0051-strategy.ts';
import { strategyInteractions } from './0052-strategy-interactions.ts';
import { strategyRoadmap } from './0053-strategy-roadmap.ts';
import { funding } from './0054-funding.ts';
import { strategyCouncil } from './0055-strategy-council.ts';
import { knowledgeLiving } from './0056-knowledge-living.ts';
import { strategySelfCheck } from './0057-strategy-self-check.ts';
import { strategyRisks } from './0058-strategy-risks.ts';
import { strategySteering } from './0059-strategy-steering.ts';
import { accountsDataProtectionOfficer } from './0060-accounts-data-protection-officer.ts';
import { participation } from './0061-participation.ts';
import { strategyOwnFrame } from './0062-strategy-own-frame.ts';
import { participationReports } from './0063-participation-reports.ts';
import { sensors } from './0064-sensors.ts';
import { sensorsDesk } from './0065-sensors-desk.ts';
import { participationSurveys } from './0066-participation-surveys.ts';
import { pilots } from './0067-pilots.ts';
import { effectsHeard } from './0068-effects-heard.ts';
import { sprints } from './0069-sprints.ts';
import { sensorsForeign } from './0071-sensors-foreign.ts';
import { sensorsGuard } from './0072-sensors-guard.ts';

/** The one ordered list: a new step stands last and is never changed once it has landed. */
export const migrations: Migration[] = [
  municipalitiesRegister,
  offers,
  addonPostgisViews,
  offersEventsInOrder,
  accounts,
  accountsOrganisations,
  accountsNotices,
  accountsPrivacy,
  offersDesk,
  offersSuggestions,
  offersLinks,
  accountsStepUp,
  publicServices,
  publicServicesForms,
  publicServicesMetrics,
  publicServicesLinks,
  publicServicesMails,
  publicServicesHandOver,
  publicServicesSigning,
  publicServicesFormDrafts,
  publicServicesReports,
  publicServicesLanguage,
  parking,
  parkingSites,
  parkingRefusals,
  parkingDemand,
  parkingMoney,
  parkingEffect,
  parkingHosts,
  parkingFloors,
  accountsParkingNotices,
  parkingDayPrices,
  knowledgeLibrary,
  parkingTownDays,
  eventsAndReuse,
  knowledgeAdvice,
  knowledgeCommons,
  knowledgePartners,
  knowledgeCentre,
  knowledgeMerge,
  strategy,
  knowledgeLiving,
  strategyInteractions,
  funding,
  strategySelfCheck,
  strategyCouncil,
  strategyRisks,
  strategyRoadmap,
  strategySteering,
  accountsDataProtectionOfficer,
  participation,
  strategyOwnFrame,
  participationReports,
  sensors,
  sensorsDesk,
  participationSurveys,
  pilots,
  effectsHeard,
  sprints,
  sensorsForeign,
  sensorsGuard,
];
