export { AgendaDeskPage, type AgendaDeskView } from './agenda/AgendaDeskPage.tsx';
export { AgendaPage, AgendasPage, type AgendaView } from './agenda/AgendaPages.tsx';
export { GoalsPage, type GoalsView } from './agenda/GoalsPage.tsx';
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
