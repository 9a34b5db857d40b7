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
export { StepPage } from './forms/StepPage.tsx';
export type * from './forms/view.ts';
export { type ServiceMessages, serviceMessages } from './messages.ts';
export { CommentsPage } from './metrics/CommentsPage.tsx';
export { MetricsPage, type MetricsView } from './metrics/MetricsPage.tsx';
export { type MetricsMessages, metricsMessages } from './metrics/messages.ts';
export { RatePage, type RateView } from './metrics/RatePage.tsx';
export { OfficePage } from './OfficePage.tsx';
export { SearchPage } from './SearchPage.tsx';
export { ServicePage, WrongThanksPage } from './ServicePage.tsx';
export type * from './view.ts';
