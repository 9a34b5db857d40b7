export {
  AdviceListPage,
  type AdviceListView,
  QuestionFormPage,
  type QuestionFormView,
} from './advice/AdviceDeskPages.tsx';
export { type AdviceMessages, adviceMessages } from './advice/messages.ts';
export { PublicAdvicePage, type PublicQuestionView } from './advice/PublicAdvicePage.tsx';
export {
  AskerPage,
  type AskerView,
  HelperPage,
  type HelperView,
  type MessageLine,
  type QuestionHead,
  type ThreadView,
} from './advice/QuestionPages.tsx';
export { OwnCallPage, OwnCallsPage } from './centre/CallDeskPages.tsx';
export { CallsPage, type CallsView } from './centre/CallsPage.tsx';
export { CentreFrame } from './centre/CentreFrame.tsx';
export { type CallMessages, callMessages } from './centre/call.messages.ts';
export { DossierDraftPage, type DossierDraftView, OwnDossiersPage } from './centre/DossierDeskPages.tsx';
export { DossierGonePage, DossierListPage, DossierPage, type DossierView } from './centre/DossierPages.tsx';
export { type DossierMessages, dossierMessages } from './centre/dossier.messages.ts';
export { type EventCard, EventsPage } from './centre/EventsPage.tsx';
export { eventMessages } from './centre/event.messages.ts';
export { MergeNote, MergePointer, MergesPage, PairPage } from './centre/MergePages.tsx';
export { mergeMessages } from './centre/merge.messages.ts';
export { NewsPage, type NewsView } from './centre/NewsPage.tsx';
export { newsMessages } from './centre/news.messages.ts';
export { RequestNote } from './centre/RequestNote.tsx';
export { AskPage, type AskView, ReviewPage, type ReviewView } from './centre/ReviewPages.tsx';
export { type ReviewMessages, reviewMessages } from './centre/review.messages.ts';
export {
  CommonsDeskPage,
  type CommonsLineView,
  CommonsPage,
  CommonsTownPage,
} from './commons/CommonsPages.tsx';
export { type CommonsMessages, commonsMessages } from './commons/messages.ts';
export {
  CooperationDeskPage,
  type CooperationDeskView,
  JointDraftPage,
} from './cooperation/CooperationPages.tsx';
export { type CooperationMessages, cooperationMessages } from './cooperation/messages.ts';
export { CountryPage } from './country/CountryPage.tsx';
export { CountryTownsPage } from './country/CountryTownsPage.tsx';
export { type CountryMessages, countryMessages } from './country/messages.ts';
export type { CountryTable, CountryTownsView, CountryView } from './country/view.ts';
export { EntryPage, type EntryView, TakenBackPage } from './library/EntryPage.tsx';
export {
  DraftPage,
  type DraftView,
  OwnEntriesPage,
  type OwnEntriesView,
} from './library/KnowledgeDeskPages.tsx';
export { type EntryCard, LibraryPage, type LibraryView } from './library/LibraryPage.tsx';
export { type LibraryMessages, libraryMessages } from './library/messages.ts';
export { NetworkPage } from './NetworkPage.tsx';
export { networkMessages } from './network.messages.ts';
export { type PartnerMessages, partnerMessages } from './partners/messages.ts';
export { PartnerDeskPage, type PartnerDeskView } from './partners/PartnerDeskPage.tsx';
export { type PartnerCard, PartnersPage } from './partners/PartnersPage.tsx';
export type { MeasureView } from './reuse/MeasureDraft.tsx';
export { type ReuseMessages, reuseMessages } from './reuse/messages.ts';
export { PlanPage, type PlanView } from './reuse/PlanPage.tsx';
export { ReusePage, ReusesPage, type ReusesView, type ReuseView } from './reuse/ReusePages.tsx';
export { type BenchMessages, benchMessages } from './test-bench/messages.ts';
export { type BenchResult, type BenchView, TestBenchPage } from './test-bench/TestBenchPage.tsx';
export { type TwinMessages, twinMessages } from './twins/messages.ts';
export { type TwinCard, TwinsPage, type TwinsView, TwinsWherePage } from './twins/TwinsPage.tsx';
