import type { LonLat } from '../../foundation/geo/point.ts';
import { isAgs, type Level } from './municipality-key.ts';
import type { Kind } from './municipality-kind.ts';
import { foldNameLong } from './municipality-name.ts';

/**
 * Any unit of the official register, from state to municipality. "Municipality" is also the word for the tenant,
 * whatever its level: a district may publish offers as well.
 */
export type Municipality = {
  ars: string;
  /** Absent for associations, which have no AGS. */ ags: string | null;
  level: Level;
  kind: Kind;
  name: string;
  /** "Stadt", "Landeshauptstadt", "Ostseebad, Stadt" …, as the register writes it behind the comma. */
  suffix: string | null;
  /** Where the administration of a level above the municipality sits. */ seat: string | null;
  parentArs: string | null;
  population: number | null;
  areaKm2: number | null;
  /** Of the administration's seat; not all codes of the area. */ postcode: string | null;
  /** Of the administration's seat or the middle of the place. */ point: LonLat | null;
  /** Date of the first edition that had it: when it began may lie before. */ validFrom: string;
  validTo: string | null;
  source: string;
  sourceDate: string;
};

/** What an edition of the register says of a unit; the rest comes from the edition itself and from before. */
export type RegisterFacts = Omit<
  Municipality,
  'parentArs' | 'validFrom' | 'validTo' | 'source' | 'sourceDate'
>;

export type RegisterEdition = { date: string; source: string; units: RegisterFacts[] };

/** One line or feature of a foreign file that could not be read. */
export type Rejection = {
  position: string;
  reason: { de: string; en: string };
  /** The key it was about, where that much could be read: what it names must not be closed. */ key?: string;
};

const SELF_EXPLAINING = /kreis|region|verband|land$/i;

/** "Flensburg", "Landkreis Merzig-Wadern", "Amt Büchen", "Regierungsbezirk Köln". */
export const displayName = ({ kind, name }: Pick<Municipality, 'kind' | 'name'>): string => {
  if (kind === 'ruralDistrict') return SELF_EXPLAINING.test(name) ? name : `Landkreis ${name}`;
  if (kind === 'district') return SELF_EXPLAINING.test(name) ? name : `Kreis ${name}`;
  if (kind === 'governmentRegion') return `Regierungsbezirk ${name.replace(/^Reg\.-Bez\. /, '')}`;
  if (kind === 'formerGovernmentRegion')
    return name.replace(/^früher: /, 'Früherer ').replace('Reg.-Bez.', 'Regierungsbezirk');
  return name;
};

/** The name as the register prints it. */
export const officialName = ({ name, suffix }: Pick<Municipality, 'name' | 'suffix'>): string =>
  suffix ? `${name}, ${suffix}` : name;

/** `bad-muenster-am-stein-07133006`: the last segment of `/ort/…`. The key decides, the name is for people. */
export const slugOf = ({ name, ags, ars }: Pick<Municipality, 'name' | 'ags' | 'ars'>): string =>
  `${foldNameLong(name).replaceAll(' ', '-')}-${ags ?? ars}`;

/** @returns the key at the end of a slug, or of a bare key; undefined where there is none. */
export const keyOfSlug = (slug: string): string | undefined => {
  const key = /(?:^|-)([0-9]{2,12})$/.exec(slug)?.[1];
  return key && (isAgs(key) || [2, 3, 5, 9, 12].includes(key.length)) ? key : undefined;
};
