export type { IndicatorSource } from './contract.ts';
export { pilotDeskPages } from './pages/desk-pages.tsx';
export { publicPilotPages } from './pages/public-pages.tsx';
export { seedPilotTrial } from './seed-demonstration.ts';
export type { PilotSetting } from './setting.ts';
