import { foldText } from '../../foundation/text/search-text.ts';
import { osmTags, otherTypes, wordStems } from './category-vocabulary.ts';

/** What a category is called, and how other vocabularies name it. */
export type CategoryFacts = {
  kind: 'place' | 'event';
  de: string;
  en: string;
  /** One word under which the filter lists it. */ group: Group;
  /** The nearest type of schema.org, without prefix. */ schemaType: string;
  /** OSM tags `key=value`, or `key=*` for any value but `no`. */ tags: string[];
  /** Further types of schema.org and its tourism extensions. */ types: string[];
  /** Folded word stems in the category texts of calendars and spreadsheets. */ words: string[];
};

export type Group =
  | 'play'
  | 'sport'
  | 'nature'
  | 'culture'
  | 'market'
  | 'food'
  | 'health'
  | 'learning'
  | 'office'
  | 'community'
  | 'mobility'
  | 'stay'
  | 'event';

type Name = Pick<CategoryFacts, 'kind' | 'de' | 'en' | 'group' | 'schemaType'>;

const place = (de: string, en: string, group: Group, schemaType: string): Name => ({
  kind: 'place',
  de,
  en,
  group,
  schemaType,
});
const event = (de: string, en: string, schemaType: string): Name => ({
  kind: 'event',
  de,
  en,
  group: 'event',
  schemaType,
});

/** The closed list. Order decides where a foreign record fits several: the specific stands before the general. */
const names = {
  playground: place('Spielplatz', 'Playground', 'play', 'Playground'),
  swimming: place('Schwimmbad', 'Swimming', 'sport', 'PublicSwimmingPool'),
  'sports-ground': place('Sportstätte', 'Sports ground', 'sport', 'SportsActivityLocation'),
  hiking: place('Wanderweg', 'Trail', 'nature', 'Trail'),
  'picnic-site': place('Rastplatz', 'Picnic site', 'nature', 'PicnicSite'),
  viewpoint: place('Aussichtspunkt', 'Viewpoint', 'nature', 'Viewpoint'),
  'animal-park': place('Tierpark', 'Animal park', 'nature', 'Zoo'),
  park: place('Park und Garten', 'Park', 'nature', 'Park'),
  museum: place('Museum', 'Museum', 'culture', 'Museum'),
  library: place('Bücherei', 'Library', 'culture', 'Library'),
  theatre: place('Theater und Bühne', 'Theatre', 'culture', 'PerformingArtsTheater'),
  cinema: place('Kino', 'Cinema', 'culture', 'MovieTheater'),
  'place-of-worship': place('Gotteshaus', 'Place of worship', 'community', 'PlaceOfWorship'),
  market: place('Wochenmarkt', 'Weekly market', 'market', 'Market'),
  pharmacy: place('Apotheke', 'Pharmacy', 'health', 'Pharmacy'),
  hospital: place('Krankenhaus', 'Hospital', 'health', 'Hospital'),
  doctors: place('Arztpraxis', "Doctor's practice", 'health', 'Physician'),
  toilet: place('Toilette', 'Toilet', 'health', 'PublicToilet'),
  'drinking-water': place('Trinkwasser', 'Drinking water', 'health', 'DrinkingFountain'),
  cafe: place('Café und Eis', 'Café', 'food', 'CafeOrCoffeeShop'),
  pub: place('Kneipe und Biergarten', 'Pub', 'food', 'BarOrPub'),
  restaurant: place('Gaststätte', 'Restaurant', 'food', 'Restaurant'),
  kindergarten: place('Kindertagesstätte', 'Day nursery', 'learning', 'Preschool'),
  school: place('Schule und Bildung', 'School and education', 'learning', 'School'),
  townhall: place('Rathaus und Amt', 'Town hall', 'office', 'CityHall'),
  police: place('Polizei', 'Police', 'office', 'PoliceStation'),
  'fire-station': place('Feuerwehr', 'Fire brigade', 'office', 'FireStation'),
  post: place('Post und Paket', 'Post', 'office', 'PostOffice'),
  bank: place('Bank und Geldautomat', 'Bank and cash', 'office', 'BankOrCreditUnion'),
  'youth-centre': place('Jugendtreff', 'Youth centre', 'community', 'YouthCentre'),
  'community-centre': place('Treffpunkt und Beratung', 'Community centre', 'community', 'CommunityCentre'),
  cemetery: place('Friedhof', 'Cemetery', 'community', 'Cemetery'),
  recycling: place('Wertstoffe', 'Recycling', 'office', 'RecyclingCenter'),
  charging: place('Ladestation', 'Charging station', 'mobility', 'ElectricVehicleChargingStation'),
  bicycle: place('Fahrrad', 'Bicycle', 'mobility', 'BikeStore'),
  stop: place('Haltestelle', 'Stop and station', 'mobility', 'BusStop'),
  parking: place('Parkplatz', 'Car park', 'mobility', 'ParkingFacility'),
  'tourist-information': place(
    'Tourist-Information',
    'Tourist information',
    'stay',
    'TouristInformationCenter',
  ),
  accommodation: place('Unterkunft', 'Accommodation', 'stay', 'LodgingBusiness'),
  shop: place('Geschäft und Dienstleistung', 'Shop and services', 'market', 'Store'),
  sight: place('Sehenswürdigkeit', 'Sight', 'culture', 'TouristAttraction'),
  concert: event('Konzert', 'Concert', 'MusicEvent'),
  'theatre-show': event('Bühne und Film', 'Stage and screen', 'TheaterEvent'),
  exhibition: event('Ausstellung', 'Exhibition', 'ExhibitionEvent'),
  'guided-tour': event('Führung', 'Guided tour', 'GuidedTourEvent'),
  'market-event': event('Markt und Messe', 'Market and fair', 'SaleEvent'),
  'sports-event': event('Sportveranstaltung', 'Sports event', 'SportsEvent'),
  children: event('Für Kinder und Familien', 'For children and families', 'ChildrensEvent'),
  course: event('Kurs und Vortrag', 'Course and talk', 'EducationEvent'),
  meeting: event('Treffen und Beteiligung', 'Meeting', 'SocialEvent'),
  festival: event('Fest', 'Festival', 'Festival'),
  'other-event': event('Weitere Veranstaltung', 'Other event', 'Event'),
} satisfies Record<string, Name>;

export type Category = keyof typeof names;

const list = (text = ''): string[] => text.split(' ').filter((word) => word !== '');

const entries = (Object.entries(names) as [Category, Name][]).map(
  ([category, name]): [Category, CategoryFacts] => [
    category,
    {
      ...name,
      tags: list(osmTags[category]),
      types: list(otherTypes[category]),
      words: list(wordStems[category]),
    },
  ],
);

export const categories = Object.fromEntries(entries) as Record<Category, CategoryFacts>;

export const isCategory = (text: string): text is Category => Object.hasOwn(categories, text);

/** @returns the category that OSM tags mean, or undefined where it is nothing we show (benches, hydrants …). */
export const categoryOfTags = (tags: Record<string, string>): Category | undefined =>
  entries.find(([, facts]) => facts.tags.some((tag) => hasTag(tags, tag)))?.[0];

const hasTag = (tags: Record<string, string>, tag: string): boolean => {
  const [key = '', value] = tag.split('=');
  const found = Object.hasOwn(tags, key) ? tags[key] : undefined;
  return value === '*' ? found !== undefined && found !== 'no' : found === value;
};

/** @param types names of types with or without a prefix or address, such as `schema:Museum`. */
export const categoryOfSchemaType = (types: string[]): Category | undefined => {
  const names = new Set(types.map((type) => type.replace(/^.*[:/#]/, '')));
  return entries.find(([, facts]) => [facts.schemaType, ...facts.types].some((name) => names.has(name)))?.[0];
};

/** The category whose word comes first in a text such as »Märkte & Messen«; of two at the same place the longer word. */
export const categoryOfText = (text: string, kind: CategoryFacts['kind']): Category | undefined => {
  const folded = foldText(text);
  let best: { category: Category; at: number; length: number } | undefined;
  for (const [category, facts] of entries) {
    if (facts.kind !== kind) continue;
    for (const word of facts.words) {
      const at = folded.indexOf(word);
      if (at < 0 || (best && (at > best.at || (at === best.at && word.length <= best.length)))) continue;
      best = { category, at, length: word.length };
    }
  }
  return best?.category;
};
