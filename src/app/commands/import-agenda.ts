import { readFile } from 'node:fs/promises';
import { loadPlaceIndex, seedMunicipalities } from '../../modules/municipalities/index.ts';
import { importPlan, readMarkdownPlan, readTablePlan } from '../../modules/strategy/index.ts';
import { type Command, required } from './command.ts';

export const importAgenda: Command = {
  usage: '<Schlüssel> <Datei>',
  help: 'Ziele und Maßnahmen aus einem Strategiekapitel (.md) oder einer Tabelle (.csv) in eine Digitalagenda übernehmen',
  run: async (context, rest) => {
    required(rest, 'import-agenda', importAgenda);
    const [key = '', file = ''] = rest;
    const text = await readFile(file, 'utf8');
    const plan = file.endsWith('.md') ? readMarkdownPlan(text) : readTablePlan(text);
    await seedMunicipalities(context);
    const report = await importPlan(context, await loadPlaceIndex(context.database), key, plan);
    console.log(`Ziele: ${report.goals}`);
    console.log(`Maßnahmen: ${report.measures}`);
    console.log(`schon da: ${report.known}`);
    for (const { position, reason } of report.rejected) console.log(`  ${position}: ${reason.de}`);
  },
};
