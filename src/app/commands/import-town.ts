import { seedMunicipalities } from '../../modules/municipalities/index.ts';
import { importArchive } from '../town-data/import-archive.ts';
import { type Command, required } from './command.ts';

/** A town moves in: its archive comes from another Allmende. */
export const importTown: Command = {
  usage: '<Datei.zip>',
  help: 'das Archiv einer Gemeinde in dieses Haus übernehmen',
  run: async (context, rest) => {
    required(rest, 'import-town', importTown);
    const [file = ''] = rest;
    await seedMunicipalities(context);
    const { town, rows } = await importArchive(context, file);
    console.log(`${town.name} ist angekommen:`);
    for (const [name, count] of Object.entries(rows)) console.log(`${name}: ${count}`);
  },
};
