export { areasOf } from './areas.ts';
export { catalogueFormats, isCatalogueFormat } from './import/readers.ts';
export { importServices } from './import/run/import-services.ts';
export { saveCatalogueSource } from './import/run/import-store.ts';
export type { CatalogueReport } from './import/run/source.ts';
