export { findPublicGoal, listUnitsWithAgendas } from './agenda/agenda-store.ts';
export { agendaPages } from './agenda/pages/agenda-desk-pages.tsx';
export { transferPages } from './agenda/pages/transfer-pages.tsx';
export { paperPages } from './council/pages/paper-pages.tsx';
export { agendaAt } from './desk-of-agenda.ts';
export { emergencyPages } from './emergency/pages/emergency-pages.tsx';
export { importPlan } from './import/import-plan.ts';
export { importPages, isPlanUpload } from './import/pages/import-pages.tsx';
export { readMarkdownPlan } from './import/read-markdown-plan.ts';
export { readTablePlan } from './import/read-table-plan.ts';
export { interactionPages } from './interactions/pages/interaction-pages.tsx';
export { chooseFunding } from './measures/choose-funding.ts';
export { hearEffect } from './measures/hear-effect.ts';
export { hearOutput } from './measures/hear-output.ts';
export { listNeglectedMeasures } from './measures/list-neglected.ts';
export {
  findPublicMeasure,
  listMeasures,
  listPublicMeasuresIn,
  listUnitsWithMeasuresByField,
} from './measures/measure-store.ts';
export { measureDeskPages } from './measures/pages/measure-pages.tsx';
export { agendaFields, hearReuse } from './measures/take-reuse.ts';
export { listMeasureThreads } from './measures/thread-store.ts';
export { strategyPersonalData } from './personal-data.ts';
export { publicStrategyPages } from './public-strategy-pages.ts';
export { reportPages } from './report/pages/report-pages.tsx';
export { writeReport } from './report/write-report.ts';
export { strategyRetention } from './retention.ts';
export { riskPages } from './risks/pages/risk-pages.tsx';
export { roadmapPages } from './roadmap/pages/roadmap-pages.tsx';
export { seedStrategyDemonstration, TRIED_MEASURE } from './seed-demonstration.ts';
export { listGaps } from './self-check/list-gaps.ts';
export { checkPages } from './self-check/pages/check-pages.tsx';
export { framePages } from './self-check/pages/frame-pages.tsx';
export type { StrategySetting } from './setting.ts';
export { staffPages } from './staff/pages/staff-pages.tsx';
export { steeringPages } from './steering/pages/steering-pages.tsx';
export { strategyWork } from './work.ts';
