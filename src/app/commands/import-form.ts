import { createReadStream } from 'node:fs';
import { foldText } from '../../foundation/text/search-text.ts';
import { loadPlaceIndex } from '../../modules/municipalities/index.ts';
import { publishForm, readXdatenfelder } from '../../modules/public-services/index.ts';
import { organisationsOf } from '../desk/organisations.ts';
import { type Command, required } from './command.ts';

const LONGEST_ID = 60;

const idOf = (title: string): string =>
  foldText(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, LONGEST_ID);

/** A form from a data schema of FIM; the days until the answer are the town's promise and stand in no schema. */
export const importForm: Command = {
  usage: '<Schlüssel> <Datei.xml> <Werktage>',
  help: 'ein Formular aus einem FIM-Datenschema (XDatenfelder 2 oder 3) veröffentlichen',
  run: async (context, rest) => {
    required(rest, 'import-form', importForm);
    const [key = '', file = '', days = ''] = rest;
    const town = organisationsOf(await loadPlaceIndex(context.database)).find(key);
    if (!town) throw new Error(`Den amtlichen Schlüssel ${key} gibt es nicht.`);
    if (!/^[1-9]\d{0,2}$/.test(days)) throw new Error(`»${days}« ist keine Zahl von Werktagen.`);
    const read = await readXdatenfelder(createReadStream(file), { promiseDays: Number(days) });
    if ('refused' in read) throw new Error(read.reason.de);
    const form = {
      ars: town.ars,
      id: idOf(read.definition.title.de),
      serviceKey: null,
      isDemonstration: false,
    };
    const published = await publishForm(context, { ...form, definition: read.definition });
    if ('refused' in published)
      throw new Error(
        [
          'Das Formular widerspricht sich:',
          ...published.faults.map(({ at, fault }) => `${at}: ${fault}`),
        ].join('\n'),
      );
    console.log(`${read.definition.title.de}: Fassung ${published.version}, /antrag/${town.ars}/${form.id}`);
    for (const { at, why } of read.leftOut) console.log(`  nicht übernommen: ${at} – ${why.de}`);
  },
};
