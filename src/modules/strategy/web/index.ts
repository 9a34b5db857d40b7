export { AgendaDeskPage, type AgendaDeskView } from './agenda/AgendaDeskPage.tsx';
export { AgendaPage, AgendasPage, type AgendaView } from './agenda/AgendaPages.tsx';
export { GoalsPage, type GoalsView } from './agenda/GoalsPage.tsx';
export { RollUpPage } from './agenda/RollUpPage.tsx';
export { type CouncilMessages, councilMessages } from './council/council.messages.ts';
export { PaperPage, PapersPage } from './council/PaperPages.tsx';
export { ReportPage } from './council/ReportPage.tsx';
export { reportMessages } from './council/report.messages.ts';
export { ImportPage, type ImportView } from './import/ImportPage.tsx';
export { importMessages } from './import/messages.ts';
export { GRAPH_SIZE, type GraphView } from './interactions/GraphDrawing.tsx';
export { InteractionPage, type InteractionView } from './interactions/InteractionPage.tsx';
export { InteractionsPage, type InteractionsView } from './interactions/InteractionsPage.tsx';
export { type EffectLine, KnockOnPage, type KnockOnView } from './interactions/KnockOnPage.tsx';
export { ConfirmPage, type ConfirmView } from './measures/ConfirmPage.tsx';
export { MeasurePage, type MeasureView } from './measures/MeasurePage.tsx';
export {
  MeasureSheetPage,
  type MeasureSheetView,
  type Part as MeasurePart,
  type WordView,
} from './measures/MeasureSheet.tsx';
export { SectionPage, type SectionView } from './measures/Sections.tsx';
export { type StrategyMessages, strategyMessages } from './messages.ts';
export { type RecordAct, type RecordMessages, recordMessages } from './records/messages.ts';
export { type RecordForm, RecordsPage, type RecordsView } from './records/RecordsPage.tsx';
export { type RiskMessages, riskMessages } from './risks/messages.ts';
export { DpiaPage, type DpiaView, RisksPage, type RisksView } from './risks/RiskPages.tsx';
export { type GanttView, LANE_HEIGHT, ROW_HEIGHT } from './roadmap/GanttChart.tsx';
export { ConfirmMovesPage, ProposalPage, type ProposalView } from './roadmap/ProposalPages.tsx';
export { RoadmapPage, type RoadmapView } from './roadmap/RoadmapPage.tsx';
export { CheckPage, type CheckView } from './self-check/CheckPage.tsx';
export { CheckResultPage, type CheckResultView, type Gap } from './self-check/CheckResultPage.tsx';
export { type CheckMessages, checkMessages } from './self-check/messages.ts';
