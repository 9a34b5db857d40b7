export type { IndicatorSource } from './contract.ts';
export { hearOutput } from './hear-output.ts';
export { pilotDeskPages } from './pages/desk-pages.tsx';
export { pilotPath, publicPilotPages } from './pages/public-pages.tsx';
export { isPilotPublic, listPublicPilots } from './pilot-store.ts';
export { seedPilotTrial } from './seed-demonstration.ts';
export type { PilotSetting } from './setting.ts';
