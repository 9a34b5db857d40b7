import { parseConfig } from '../../foundation/config/config.ts';
import { formatDate, formatTime } from '../../foundation/i18n/format.ts';
import { createLog } from '../../foundation/log/log.ts';
import { loadPlaceIndex, slugOf } from '../../modules/municipalities/index.ts';
import { listTownOffers } from '../../modules/offers/index.ts';
import { readAssets } from '../assets.ts';
import { organisationsOf } from '../desk/organisations.ts';
import { createServer } from '../server.tsx';
import { writeEdition } from '../static-edition/write-edition.ts';
import { type Command, required } from './command.ts';

/** A copy to read, for the day on which this house cannot be reached. */
export const staticEdition: Command = {
  usage: '<Schlüssel> <Ordner>',
  help: 'die öffentlichen Seiten einer Gemeinde als Dateien schreiben, die ohne Server aufgehen',
  run: async (context, rest) => {
    required(rest, 'static-edition', staticEdition);
    const [key = '', folder = ''] = rest;
    const places = await loadPlaceIndex(context.database);
    const town = organisationsOf(places).find(key);
    const unit = town && places.get(town.ars);
    if (!unit) throw new Error(`Den amtlichen Schlüssel ${key} gibt es nicht.`);
    const config = parseConfig(process.env);
    const platform = { ...context, server: {}, close: async () => undefined };
    const server = createServer(
      platform,
      { config, assets: readAssets(), version: 'Kopie', places },
      createLog('error'),
    );
    const now = context.clock();
    const at = `${formatDate('de', now)}, ${formatTime('de', now)}`;
    const files = await writeEdition({
      ask: (path) => server.request(path),
      scope: {
        townPath: `/ort/${slugOf(unit)}`,
        place: unit.ags ?? unit.ars,
        offerIds: new Set((await listTownOffers(context.database, unit.ars)).map(({ id }) => id)),
      },
      origin: config.publicUrl,
      note: `<p class="kern-body"><strong>Kopie zum Lesen, Stand ${at}.</strong> »Jetzt offen« und »heute« gelten für diesen Zeitpunkt. Suche, Karte und Anmeldung gibt es nur auf den lebenden Seiten.</p>`,
      folder,
    });
    console.log(`${files} Dateien in ${folder}. Öffnen Sie index.html.`);
  },
};
