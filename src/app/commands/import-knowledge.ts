import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Context } from '../../foundation/database/context.ts';
import {
  importCalls,
  importEntries,
  type KnowledgeFormat,
  knowledgeFormats,
  readCalls,
  readKnowledge,
} from '../../modules/knowledge/index.ts';
import { loadPlaceIndex, seedMunicipalities } from '../../modules/municipalities/index.ts';
import { type Command, required } from './command.ts';

const OPTIONS = { key: { type: 'string' }, mapping: { type: 'string' } } as const;

const CALLS = 'calls';

export const importKnowledge: Command = {
  usage: '<Format> <Quelle> <Datei>',
  help: 'Einträge der Bibliothek oder Förderaufrufe (calls) übernehmen, nur Tatsachen; --key Schlüssel, --mapping Datei',
  run: async (context, rest) => {
    const { positionals, values } = parseArgs({ args: rest, options: OPTIONS, allowPositionals: true });
    required(positionals, 'import-knowledge', importKnowledge);
    const [format = '', source = '', file = ''] = positionals;
    if (source.length > 200) throw new Error('Die Quelle hat höchstens 200 Zeichen.');
    if (format === CALLS)
      return takeCalls(context, { source, key: values.key }, await readFile(file, 'utf8'));
    const known = knowledgeFormats.find((one): one is KnowledgeFormat => one === format);
    if (!known)
      throw new Error(
        `Das Format »${format}« gibt es nicht. Es gibt: ${[...knowledgeFormats, CALLS].join(', ')}`,
      );
    const mapping = values.mapping && (JSON.parse(await readFile(values.mapping, 'utf8')) as unknown);
    const read = readKnowledge(known, await readFile(file, 'utf8'), { key: values.key, mapping });
    await seedMunicipalities(context);
    const report = await importEntries(context, await loadPlaceIndex(context.database), source, read);
    console.log(`veröffentlicht: ${report.published}`);
    console.log(`als Entwurf: ${report.drafts}`);
    console.log(`schon da: ${report.known}`);
    tellRejected(report.rejected);
  },
};

const tellRejected = (rejected: { position: string; reason: { de: string } }[]): void => {
  for (const { position, reason } of rejected) console.log(`  ${position}: ${reason.de}`);
};

/** Funding programmes and calls, for the unit that keeps the list. */
const takeCalls = async (
  context: Context,
  about: { source: string; key: string | undefined },
  text: string,
): Promise<void> => {
  await seedMunicipalities(context);
  const report = await importCalls(context, await loadPlaceIndex(context.database), about, readCalls(text));
  console.log(`neu: ${report.created}`);
  console.log(`geändert: ${report.changed}`);
  console.log(`schon da: ${report.known}`);
  tellRejected(report.rejected);
};
