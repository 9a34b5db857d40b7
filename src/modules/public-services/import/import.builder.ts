import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Context } from '../../../foundation/database/context.ts';
import { importServices } from './run/import-services.ts';
import { saveCatalogueSource } from './run/import-store.ts';
import type { Areas, CatalogueSource } from './run/source.ts';

const SERVICES = '../shared/data/services';

/** A file in memory as the stream that it would come in. */
export const streamOf = async function* (text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof text === 'string' ? Buffer.from(text) : text;
};

const listIn = (path: string): unknown =>
  (JSON.parse(gunzipSync(readFileSync(`${SERVICES}/${path}`)).toString('utf8')) as { data: unknown }).data;

/** The real lists of a city in the one object that the reader expects. */
export const realLists = (city: 'muenchen' | 'berlin_2016'): string =>
  JSON.stringify({
    services: listIn(`${city}/services_de.json.gz`),
    locations: listIn(`${city}/locations_de.json.gz`),
  });

export const munichSource: CatalogueSource = {
  ars: '091620000000',
  id: 'zms',
  name: 'Leistungen der Landeshauptstadt München',
  format: 'munich',
  attribution: 'Landeshauptstadt München',
  demonstration: false,
};
export const berlinSource: CatalogueSource = {
  ars: '110000000000',
  id: 'zms',
  name: 'Leistungen des Landes Berlin, Stand 2016',
  format: 'berlin',
  attribution: 'Land Berlin',
  demonstration: false,
};

export const importText = async (context: Context, source: CatalogueSource, text: string, areas: Areas) => {
  await saveCatalogueSource(context.database, source);
  return importServices(context, source, { bytes: streamOf(text) }, areas);
};
