export { KeepPage, type KeepView, ProgrammeFormPage, type ProgrammeFormView } from './KeepPages.tsx';
export { MatchPage, type MatchView } from './MatchPage.tsx';
export { type FundingMessages, fundingMessages } from './messages.ts';
export { ProgrammePage, ProgrammesPage, type ProgrammesView, type ProgrammeView } from './ProgrammePages.tsx';
