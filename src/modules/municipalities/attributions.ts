/** What a shipped file is made of, and under which terms: the attribution page prints this list. */
export type Attribution = { file: string; name: string; text: string; licence: string; url: string };

const DL_DE = 'Datenlizenz Deutschland – Namensnennung – Version 2.0 (dl-de/by-2-0)';

export const attributions: readonly Attribution[] = [
  {
    file: 'data/municipalities/register.csv',
    name: 'Gemeindeverzeichnis',
    text: 'Quelle: Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand 30.11.2023, Bevölkerung 31.12.2022; eigene Zusammenstellung.',
    licence: DL_DE,
    url: 'https://www.destatis.de/DE/Themen/Laender-Regionen/Regionales/Gemeindeverzeichnis/_inhalt.html',
  },
  {
    file: 'data/municipalities/boundaries.topojson.gz',
    name: 'Verwaltungsgebiete 1:250 000 (VG250)',
    text: '© GeoBasis-DE / BKG 2017 (Daten verändert)',
    licence: 'GeoNutzV',
    url: 'https://www.bkg.bund.de',
  },
  {
    file: 'data/municipalities/successions.csv',
    name: 'Frühere Gemeindeschlüssel',
    text: '© GeoBasis-DE / BKG 2017 und 2021 (Daten verändert); Statistisches Bundesamt (Destatis), Gemeindeverzeichnis 31.12.2020 und 30.11.2023; eigene Ableitung.',
    licence: DL_DE,
    url: 'https://www.bkg.bund.de',
  },
  {
    file: 'data/municipalities/postcodes.csv',
    name: 'Postleitzahlen',
    text: '© OpenStreetMap-Mitwirkende, Stand 2021; auf heutige Gemeindeschlüssel gebracht. Die Tabelle bleibt unter der ODbL.',
    licence: 'Open Database License (ODbL) 1.0',
    url: 'https://www.openstreetmap.org/copyright',
  },
];
