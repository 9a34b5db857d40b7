import { boundaryReportLines, importBoundaryFile } from '../../modules/municipalities/index.ts';
import { type Command, required } from './command.ts';

export const updateBoundaryMap: Command = {
  usage: '<Datei> <Ausgabe>',
  help: 'Gemeindegrenzen (GeoJSON oder TopoJSON) übernehmen; Ausgabe zum Beispiel 2026-01-01',
  run: async (context, rest) => {
    required(rest, 'update-boundaries', updateBoundaryMap);
    const [file = '', edition = ''] = rest;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(edition))
      throw new Error(`Ausgabe: »${edition}« ist kein Tag wie 2026-01-01.`);
    for (const line of boundaryReportLines(await importBoundaryFile(context, file, edition)))
      console.log(line);
  },
};
