import type { Level } from './municipality-key.ts';

type Labels = { de: string; en: string };

// Textkennzeichen of the official register (GV100AD); states and regions have none.
const kinds = {
  state: { codes: [], de: 'Land', en: 'State' },
  governmentRegion: { codes: [], de: 'Regierungsbezirk', en: 'Government region' },
  formerGovernmentRegion: { codes: [], de: 'Früherer Regierungsbezirk', en: 'Former government region' },
  statisticalRegion: { codes: [], de: 'Statistische Region', en: 'Statistical region' },
  urbanDistrict: { codes: ['41', '61'], de: 'Kreisfreie Stadt', en: 'Urban district' },
  urbanDistrictSouthWest: { codes: ['42', '62'], de: 'Stadtkreis', en: 'Urban district' },
  district: { codes: ['43'], de: 'Kreis', en: 'District' },
  ruralDistrict: { codes: ['44'], de: 'Landkreis', en: 'Rural district' },
  regionalAssociation: { codes: ['45'], de: 'Regionalverband', en: 'Regional association' },
  singleMunicipality: {
    codes: ['50'],
    de: 'Verbandsfreie Gemeinde',
    en: 'Municipality without an association',
  },
  collectiveOffice: { codes: ['51'], de: 'Amt', en: 'Municipal association (Amt)' },
  jointMunicipality: { codes: ['52'], de: 'Samtgemeinde', en: 'Joint municipality (Samtgemeinde)' },
  unionMunicipality: { codes: ['53'], de: 'Verbandsgemeinde', en: 'Union of municipalities' },
  administrativeCommunity: { codes: ['54'], de: 'Verwaltungsgemeinschaft', en: 'Administrative community' },
  parishMunicipality: { codes: ['55'], de: 'Kirchspielslandgemeinde', en: 'Parish municipality' },
  administrativeAssociation: { codes: ['56'], de: 'Verwaltungsverband', en: 'Administrative association' },
  actingMunicipality: {
    codes: ['58'],
    de: 'Erfüllende Gemeinde',
    en: 'Municipality acting for its neighbours',
  },
  marketTown: { codes: ['60'], de: 'Markt', en: 'Market town' },
  town: { codes: ['63'], de: 'Stadt', en: 'Town' },
  village: { codes: ['64'], de: 'Gemeinde', en: 'Municipality' },
  inhabitedUnincorporatedArea: {
    codes: ['65'],
    de: 'Gemeindefreies Gebiet, bewohnt',
    en: 'Unincorporated area, inhabited',
  },
  unincorporatedArea: {
    codes: ['66'],
    de: 'Gemeindefreies Gebiet, unbewohnt',
    en: 'Unincorporated area, uninhabited',
  },
  largeDistrictTown: { codes: ['67'], de: 'Große Kreisstadt', en: 'Large district town' },
} satisfies Record<string, Labels & { codes: string[] }>;

export type Kind = keyof typeof kinds;

const kindOfCode = new Map<string, Kind>(
  (Object.keys(kinds) as Kind[]).flatMap((kind) => kinds[kind].codes.map((code) => [code, kind] as const)),
);

/** @returns the kind of an official Textkennzeichen, or undefined where the code is unknown. */
export const kindOfTypeCode = (code: string): Kind | undefined => kindOfCode.get(code);

export const isKind = (word: string): word is Kind => Object.hasOwn(kinds, word);

export const kindLabel = (kind: Kind, language: 'de' | 'en'): string => kinds[kind][language];

/** The register tells the kinds of regions by their names only. */
export const kindOfRegion = (name: string): Kind => {
  if (name.startsWith('früher:')) return 'formerGovernmentRegion';
  return name.startsWith('Statistische Region') ? 'statisticalRegion' : 'governmentRegion';
};

export const isUnincorporated = (kind: Kind): boolean =>
  kind === 'unincorporatedArea' || kind === 'inhabitedUnincorporatedArea';

/** Textkennzeichen by level: a 61 in a district line is a fault of the file. */
export const isKindOfLevel = (code: string, level: Level): boolean => {
  const first: Partial<Record<Level, string>> = { district: '4', association: '5', municipality: '6' };
  return first[level] === code[0];
};
