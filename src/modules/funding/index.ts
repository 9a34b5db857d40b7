export { matchPages } from './desk/match-pages.tsx';
export { importProgrammes } from './import/import-programmes.ts';
export { readProgrammes } from './import/read-programmes.ts';
export { keepProgrammePages } from './programmes/pages/keep-pages.tsx';
export { fundingPages } from './programmes/pages/public-pages.tsx';
export { seedFundingDemonstration } from './seed-demonstration.ts';
export type { FundingSetting, Neighbour } from './setting.ts';
