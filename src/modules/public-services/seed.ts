import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../foundation/database/context.ts';
import { importServices } from './import/run/import-services.ts';
import { findContentHash, saveCatalogueSource } from './import/run/import-store.ts';
import type { Areas } from './import/run/source.ts';

/** Tables in data/public-services, and who hands them on: texts for the whole country stand under a unit as well. */
const tables: { file: string; ars: string; id: string; name: string }[] = [
  { file: 'texts.csv', ars: '08', id: 'beispieltexte', name: 'Erfundene Leistungstexte' },
  {
    file: 'karlsruhe.csv',
    ars: '082120000000',
    id: 'beispielstellen',
    name: 'Erfundene Stellen in Karlsruhe',
  },
  { file: 'muenster.csv', ars: '055150000000', id: 'beispielstellen', name: 'Erfundene Stellen in Münster' },
  { file: 'leezen.csv', ars: '01060', id: 'beispielstellen', name: 'Erfundene Stellen im Amt Leezen' },
];

/**
 * Loads the shipped tables through the same import as any town's file, where they are new or have changed.
 * @returns how many sources were read.
 */
export const seedPublicServices = async (
  context: Context,
  areas: Areas,
  folder = join('data', 'public-services'),
): Promise<number> => {
  let loaded = 0;
  for (const { file, ...table } of tables) {
    const bytes = await readFile(join(folder, file));
    const contentHash = createHash('sha256').update(bytes).digest('hex');
    const source = {
      ...table,
      format: 'csv' as const,
      attribution: 'Erfunden zur Vorführung',
      licence: 'CC0 1.0',
      demonstration: true,
    };
    if ((await findContentHash(context.database, source)) === contentHash) continue;
    await saveCatalogueSource(context.database, source);
    const report = await importServices(context, source, { bytes: once(bytes), contentHash }, areas);
    if ('refused' in report) throw new Error(`${file}: ${report.reason.en}`);
    const [first] = report.rejected;
    if (first) throw new Error(`${file}, ${first.position}: ${first.reason.en}`);
    loaded += 1;
  }
  return loaded;
};

const once = async function* (bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
};
