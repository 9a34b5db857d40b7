export { type Attribution, attributions } from './attributions.ts';
export { municipalityCollections } from './feature-collections.ts';
export { importBoundaryFile, importRegisterFile } from './import-files.ts';
export { loadPlaceIndex } from './load-place-index.ts';
export { displayName, keyOfSlug, type Municipality, officialName, slugOf } from './municipality.ts';
export { isKind, isUnincorporated, type Kind, kindLabel } from './municipality-kind.ts';
export type {
  KeyAnswer,
  NameHit,
  NameMatch,
  PlaceAnswer,
  PointAnswer,
  PostcodeAnswer,
  SucceededKey,
} from './place-answers.ts';
export type { PlaceIndex } from './place-index.ts';
export { boundaryReportLines, registerReportLines } from './register-report.ts';
export { municipalityRoutes } from './routes.ts';
export { type SeedReport, seedMunicipalities } from './seed.ts';
export { stateOf } from './state.ts';
export type { RegisterReport } from './update-register.ts';
