export { parkingPages } from './pages.ts';
export { parkingPersonalData } from './personal-data.ts';
export { parkingRetention } from './retention.ts';
export { seedParkingDemonstration } from './seed-demonstration.ts';
export type { ParkingSetting } from './setting.ts';
export { parkingWork } from './work.ts';
