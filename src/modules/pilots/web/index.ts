export { DeskPilotPage, DeskPilotsPage, type DeskPilotView } from './DeskPages.tsx';
export type { EffectView } from './EffectView.tsx';
export { type PilotMessages, pilotMessages } from './messages.ts';
export { PilotPage, PilotsPage, type PilotView } from './PublicPages.tsx';
