import { existsSync } from 'node:fs';
import { parseConfig } from '../../foundation/config/config.ts';
import { loadPlaceIndex } from '../../modules/municipalities/index.ts';
import { openFiles } from '../../modules/offers/index.ts';
import { organisationsOf } from '../desk/organisations.ts';
import { writeArchive } from '../town-data/write-archive.ts';
import { type Command, required } from './command.ts';

/** A town takes everything along that is its own. */
export const exportTown: Command = {
  usage: '<Schlüssel> <Datei.zip>',
  help: 'alle Daten einer Gemeinde in ein Archiv offener Formate schreiben',
  run: async (context, rest) => {
    required(rest, 'export-town', exportTown);
    const [key = '', file = ''] = rest;
    const town = organisationsOf(await loadPlaceIndex(context.database)).find(key);
    if (!town) throw new Error(`Den amtlichen Schlüssel ${key} gibt es nicht.`);
    if (existsSync(file)) throw new Error(`${file} gibt es schon.`);
    const { publicUrl, port } = parseConfig(process.env);
    const files = await openFiles(context, town.ars, publicUrl ?? `http://localhost:${port}`);
    const { tables } = await writeArchive(context, town, files, file);
    for (const { name, rows } of tables) console.log(`${name}: ${rows}`);
  },
};
