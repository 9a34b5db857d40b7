import type { CountryMap } from './StateMap.tsx';

export type CountryLink = { label: string; href: string };

/** A number with the way to its towns; a zero leads nowhere. */
export type Cell = { text: string; href?: string | undefined };

export type CountryTable = {
  id: string;
  heading: string;
  note?: string | undefined;
  columns: string[];
  rows: { key: string; label: string; cells: Cell[] }[];
};

export type CountryView = {
  finding: string;
  others: string;
  countedAt: string;
  invented: string | undefined;
  map: CountryMap;
  choices: (CountryLink & { isCurrent: boolean })[];
  tables: CountryTable[];
  meanings: { label: string; text: string }[];
  files: CountryLink[];
};

export type CountryTownsView = {
  count: string;
  filters: CountryLink[];
  countedAt: string;
  rows: { key: string; town: CountryLink; state: string; population: string; signs: string }[];
  position: string;
  previous: string | undefined;
  next: string | undefined;
  files: CountryLink[];
};
