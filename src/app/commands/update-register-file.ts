import {
  importRegisterFile,
  loadPlaceIndex,
  type RegisterReport,
  registerReportLines,
} from '../../modules/municipalities/index.ts';
import { relocateOffers } from '../../modules/offers/index.ts';
import { placesOf } from '../places.ts';
import { type Command, type CommandContext, required } from './command.ts';

export const updateRegisterFile: Command = {
  usage: '<Datei>',
  help: 'Gemeindeverzeichnis GV100AD (.txt oder .txt.gz) übernehmen',
  run: async (context, rest) => {
    required(rest, 'update-register', updateRegisterFile);
    const [file = ''] = rest;
    const report = await importRegisterFile(context, file);
    const lines = registerReportLines(report);
    if ('refused' in report) throw new Error(lines.join('\n'));
    for (const line of lines) console.log(line);
    for (const { from, to, offers } of await followKeys(context, report))
      console.log(`${offers} Angebote und Quellen von ${from} zu ${to}`);
    console.log('Ein laufender Server zeigt das neue Verzeichnis nach dem nächsten Start.');
  },
};

/** Offers go with the keys; doing it again after an interruption moves what is left. */
const followKeys = async (context: CommandContext, { merged, moved }: RegisterReport) => {
  const places = placesOf(await loadPlaceIndex(context.database));
  const changes = [
    ...merged.map(({ unit, into }) => ({ from: unit.ars, to: into[0] })),
    ...moved.map(({ from, to }) => ({ from: from.ars, to: to.ars })),
  ];
  const followed: { from: string; to: string; offers: number }[] = [];
  for (const { from, to } of changes)
    if (to !== undefined)
      followed.push({ from, to, offers: await relocateOffers(context, from, to, places) });
  return followed.filter(({ offers }) => offers > 0);
};
