export { FindPage, MyApplicationsPage } from './applications/FindPages.tsx';
export { CasePage, InboxPage } from './applications/InboxPages.tsx';
export { type ApplicationMessages, applicationMessages } from './applications/messages.ts';
export {
  SignEndPage,
  SignPage,
  type SignView,
  WaitingPage,
  type WaitingView,
} from './applications/SignPages.tsx';
export { StatusPage, WithdrawPage } from './applications/StatusPage.tsx';
export type * from './applications/view.ts';
export { CoveragePage } from './CoveragePage.tsx';
export { DraftPage, StartPage, SummaryPage } from './forms/DraftPages.tsx';
export { EditPage } from './forms/editor/EditPage.tsx';
export { FormListPage } from './forms/editor/FormListPage.tsx';
export { FormPage } from './forms/editor/FormPage.tsx';
export { type EditorMessages, editorMessages } from './forms/editor/messages.ts';
export { LeftOutPage, PreviewEndPage, PreviewPage, SurePage } from './forms/editor/PreviewPages.tsx';
export type * from './forms/editor/view.ts';
export { StepPage } from './forms/StepPage.tsx';
export type * from './forms/view.ts';
export { ChoicePage } from './hand-over/ChoicePage.tsx';
export { DeliveriesPage } from './hand-over/DeliveriesPage.tsx';
export { type HandOverMessages, handOverMessages } from './hand-over/messages.ts';
export { type ServiceMessages, serviceMessages } from './messages.ts';
export { CommentsPage } from './metrics/CommentsPage.tsx';
export { MetricsPage, type MetricsView } from './metrics/MetricsPage.tsx';
export { type MetricsMessages, metricsMessages } from './metrics/messages.ts';
export { RatePage, type RateView } from './metrics/RatePage.tsx';
export { OfficePage } from './OfficePage.tsx';
export { type ReportMessages, reportMessages } from './reports/messages.ts';
export { ReportsPage } from './reports/ReportsPage.tsx';
export { SearchPage } from './SearchPage.tsx';
export { ServicePage, WrongThanksPage } from './ServicePage.tsx';
export { type SimpleOffice, SimpleServicePage, SimpleServicesPage } from './simple/SimplePages.tsx';
export type * from './view.ts';
