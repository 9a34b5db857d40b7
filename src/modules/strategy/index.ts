export { listUnitsWithAgendas } from './agenda/agenda-store.ts';
export { agendaPages } from './agenda/pages/agenda-desk-pages.tsx';
export { publicAgendaPages } from './agenda/pages/public-pages.tsx';
export { listUnitsWithMeasuresByField } from './measures/measure-store.ts';
export { measureDeskPages } from './measures/pages/measure-pages.tsx';
export { hearReuse } from './measures/take-reuse.ts';
export { strategyRetention } from './retention.ts';
export type { StrategySetting } from './setting.ts';
export { strategyWork } from './work.ts';
