export { type Attribution, attributions } from './attributions.ts';
export { municipalityCollections } from './feature-collections.ts';
export { type BoundaryReading, readBoundaries } from './import/boundaries.ts';
export { type Gv100adReading, readGv100ad } from './import/gv100ad.ts';
export { importBoundaryFile, importRegisterFile } from './import-files.ts';
export { loadPlaceIndex } from './load-place-index.ts';
export {
  displayName,
  keyOfSlug,
  type Municipality,
  officialName,
  type Rejection,
  slugOf,
} from './municipality.ts';
export { agsOfArs, isAgs, isMunicipalityArs, type Level, levelOfArs } from './municipality-key.ts';
export { isUnincorporated, type Kind, kindLabel } from './municipality-kind.ts';
export { foldName } from './municipality-name.ts';
export type {
  KeyAnswer,
  NameHit,
  NameMatch,
  PlaceAnswer,
  PointAnswer,
  PostcodeAnswer,
  SucceededKey,
} from './place-answers.ts';
export { buildPlaceIndex, type PlaceIndex } from './place-index.ts';
export { boundaryReportLines, registerReportLines } from './register-report.ts';
export { municipalityRoutes } from './routes.ts';
export { type SeedReport, seedMunicipalities } from './seed.ts';
export { type BoundaryReport, updateBoundaries } from './update-boundaries.ts';
export { type RegisterRefusal, type RegisterReport, updateRegister } from './update-register.ts';
