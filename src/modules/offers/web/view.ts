/** What the pages of offers are given: everything is already in words, so that they decide nothing. */

/** `shape` is the sign beside the words, so that the state shows without colour. */
export type StateView = {
  kind: 'open' | 'closed' | 'unknown' | 'event' | 'calledOff';
  text: string;
  shape: string;
};

export type CardView = {
  id: string;
  href: string;
  name: string;
  category: string;
  state: StateView;
  isCalledOff: boolean;
  calledOff?: string | undefined;
  distance?: string | undefined;
  /** Named only where it is another town than the one looked at. */ town?: string | undefined;
  facts: string[];
  isDemonstration: boolean;
  lon: number | null;
  lat: number | null;
};

export type Choice = { value: string; label: string; isChosen: boolean };
export type ChoiceGroup = { label: string; choices: Choice[] };

export type FilterView = {
  /** Where the form goes, and what it carries along besides its own fields. */ action: string;
  hidden: [string, string][];
  chips: { name: string; label: string; isChosen: boolean }[];
  stepFree: boolean;
  kinds: Choice[];
  categories: ChoiceGroup[];
  radii: Choice[];
  text: string;
  isExpanded: boolean;
};

export type ListView = {
  heading: string;
  place: string;
  cards: CardView[];
  countText: string;
  activeFilters: { label: string; href: string }[];
  filter: FilterView;
  previous?: string | undefined;
  next?: string | undefined;
  positionText: string;
  /** True where no filter is set and still nothing is there. */ isUncharted: boolean;
  calendarHref: string;
  feedHref: string;
  suggestHref: string;
  isMapFirst: boolean;
  mapHref: string;
  centre: { lon: number; lat: number };
  mapTiles?: { url: string; attribution: string } | undefined;
};

export type DetailView = {
  name: string;
  category: string;
  state: StateView;
  calledOff?: string | undefined;
  description: string[];
  hours: string[];
  dates: { text: string; calledOff?: string | undefined }[];
  datesNote?: string | undefined;
  address: string[];
  distance?: string | undefined;
  price: string;
  access: string[];
  organisation?: string | undefined;
  links: { url: string; label: string }[];
  languages: string[];
  calendarHref?: string | undefined;
  /** `geo:` address for the map app of a phone. */ routeHref?: string | undefined;
  mapHref?: string | undefined;
  sources: {
    name: string;
    attribution: string;
    licence?: string | undefined;
    url?: string | undefined;
    read: string;
  }[];
  town: { label: string; href: string };
  isDemonstration: boolean;
  withdrawn?: string | undefined;
  /** Absent in a preview: there is nothing to report yet. */ reportAction?: string | undefined;
  report: { value: string; error?: string | undefined };
};
