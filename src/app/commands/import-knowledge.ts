import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  importEntries,
  type KnowledgeFormat,
  knowledgeFormats,
  readKnowledge,
} from '../../modules/knowledge/index.ts';
import { loadPlaceIndex, seedMunicipalities } from '../../modules/municipalities/index.ts';
import { type Command, required } from './command.ts';

const OPTIONS = { key: { type: 'string' }, mapping: { type: 'string' } } as const;

export const importKnowledge: Command = {
  usage: '<Format> <Quelle> <Datei>',
  help: 'Einträge der Bibliothek übernehmen (nur Tatsachen); --key Schlüssel, --mapping Datei',
  run: async (context, rest) => {
    const { positionals, values } = parseArgs({ args: rest, options: OPTIONS, allowPositionals: true });
    required(positionals, 'import-knowledge', importKnowledge);
    const [format = '', source = '', file = ''] = positionals;
    const known = knowledgeFormats.find((one): one is KnowledgeFormat => one === format);
    if (!known)
      throw new Error(`Das Format »${format}« gibt es nicht. Es gibt: ${knowledgeFormats.join(', ')}`);
    if (source.length > 200) throw new Error('Die Quelle hat höchstens 200 Zeichen.');
    const mapping = values.mapping && (JSON.parse(await readFile(values.mapping, 'utf8')) as unknown);
    const read = readKnowledge(known, await readFile(file, 'utf8'), { key: values.key, mapping });
    await seedMunicipalities(context);
    const report = await importEntries(context, await loadPlaceIndex(context.database), source, read);
    console.log(`veröffentlicht: ${report.published}`);
    console.log(`als Entwurf: ${report.drafts}`);
    console.log(`schon da: ${report.known}`);
    for (const { position, reason } of report.rejected) console.log(`  ${position}: ${reason.de}`);
  },
};
