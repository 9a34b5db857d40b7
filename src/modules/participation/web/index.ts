export { CommentsDeskPage } from './comments/CommentsDeskPage.tsx';
export { CommentsPage, type CommentsView } from './comments/CommentsPage.tsx';
export { type ParticipationMessages, participationMessages } from './messages.ts';
export { MakeReportPage, type MakeReportView, WherePage } from './reports/MakeReportPage.tsx';
export { ReportDeskPage, ReportsDeskPage } from './reports/ReportDeskPages.tsx';
export {
  type ReportLine,
  ReportPage,
  ReportsPage,
  type ReportsView,
  type ReportView,
  StartPage,
} from './reports/ReportPages.tsx';
export {
  SurveyDeskPage,
  SurveyPage,
  SurveysDeskPage,
  SurveysPage,
  type TallyView,
} from './surveys/SurveyPages.tsx';
