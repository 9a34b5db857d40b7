import { type Metres, toLonLat, toMetres } from '../src/foundation/geo/point.ts';
import type { PlaceIndex } from '../src/modules/municipalities/index.ts';
import { type Category, categories } from '../src/modules/offers/index.ts';

/** Always the same numbers: a run can be repeated. (mulberry32) */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export type WorldOffer = {
  ars: string;
  town: string;
  kind: 'place' | 'event';
  category: Category;
  name: string;
  description: string;
  street: string;
  houseNumber: string;
  lon: number;
  lat: number;
  metres: Metres;
  openingHours?: string;
  isFree: boolean;
  isStepFree: boolean;
  /** Days from now, and the hour of the start. */ starts?: { inDays: number; hour: number };
};

const HEADS =
  'Kinder Abenteuer Wald Stadt Dorf See Burg Markt Sommer Winter Garten Schul Kirch Berg Tal Bach Linden Rosen Mühlen Bürger Jugend Senioren Familien Heimat Volks Nachbarschafts Straßen Hof Ufer Brücken'.split(
    ' ',
  );
const FACES =
  'alte neue große kleine bunte stille grüne helle obere untere städtische offene gemeinsame historische'.split(
    ' ',
  );
const TEXTS =
  'mit Café für alle Generationen|gut erreichbar mit Bus und Bahn|im Schatten alter Bäume|betreut von Ehrenamtlichen|frisch saniert und stufenlos|mit Rutsche, Schaukel und Sandkasten|Anmeldung nicht erforderlich|direkt am Radweg gelegen'.split(
    '|',
  );
const STREETS = 'Haupt Bahnhof Schul Garten Dorf Berg Kirch Wald Linden Ring'
  .split(' ')
  .map((name) => `${name}straße`);
const HOURS = [
  'Mo-Fr 09:00-18:00',
  'Mo-Fr 08:00-12:00,13:00-17:00; Sa 09:00-13:00; PH off',
  'Tu-Su 10:00-17:00',
  'Mo-Su 08:00-20:00',
  '24/7',
  'Apr-Oct: Mo-Su 09:00-19:00; Nov-Mar: Mo-Su 10:00-16:00',
  'Tu,Th 14:00-18:00; Sa[1] 10:00-12:00',
  'Sa 07:00-13:00',
  'Mo-Su sunrise-sunset',
  'We 15:00-19:00; SH off',
];

/** Offers around real municipalities, as many as people live there; some categories are frequent, most are rare. */
export function* offersOf(index: PlaceIndex, count: number, seed = 1): Generator<WorldOffer> {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[], skew = 1): T => from[Math.floor(random() ** skew * from.length)] as T;
  const towns = townsOf(index);
  const known = Object.entries(categories) as [Category, (typeof categories)[Category]][];
  const ofKind = (kind: 'place' | 'event') => known.filter(([, facts]) => facts.kind === kind);
  const [places, events] = [ofKind('place'), ofKind('event')];
  for (let at = 0; at < count; at += 1) {
    const { unit, centre, spread } = towns(random());
    const kind = random() < 0.08 ? 'event' : 'place';
    const [category, { de }] = pick(kind === 'event' ? events : places, 2.5);
    const turn = random() * 2 * Math.PI;
    const far = spread * Math.sqrt(-2 * Math.log(1 - random() * 0.999));
    const metres = { x: centre.x + far * Math.cos(turn), y: centre.y + far * Math.sin(turn) };
    const compound = pick(HEADS, 1.5) + de.split(/[ -]/)[0]?.toLowerCase();
    yield {
      ars: unit.ars,
      town: unit.name,
      kind,
      category,
      name: `${pick(FACES)} ${compound} ${random() < 0.5 ? unit.name : pick(HEADS)}`,
      description: `${compound} ${pick(TEXTS)}, ${pick(TEXTS)}.`,
      street: pick(STREETS),
      houseNumber: String(1 + Math.floor(random() * 120)),
      ...toLonLat(metres),
      metres,
      ...(kind === 'place' && random() < 0.6 && { openingHours: pick(HOURS, 1.3) }),
      isFree: random() < 0.3,
      isStepFree: random() < 0.4,
      ...(kind === 'event' && {
        starts: { inDays: Math.floor(random() ** 2 * 60), hour: 9 + Math.floor(random() * 11) },
      }),
    };
  }
}

/** Points where people are: the same distribution, without the offers. */
export const pointsOf = (index: PlaceIndex, count: number, seed = 7) =>
  Array.from(offersOf(index, count, seed), ({ lon, lat }) => ({ lon, lat }));

const townsOf = (index: PlaceIndex) => {
  const settled = index.municipalities.flatMap((unit) =>
    unit.point && unit.population ? [{ unit, people: unit.population, point: unit.point }] : [],
  );
  let sum = 0;
  const towns = settled.map(({ unit, people, point }) => {
    sum += people;
    const spread = Math.sqrt(unit.areaKm2 ?? 10) * 220;
    return { upTo: sum, unit, centre: toMetres(point), spread };
  });
  return (share: number) => {
    let [low, high] = [0, towns.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((towns[middle]?.upTo ?? 0) > share * sum) high = middle;
      else low = middle + 1;
    }
    return towns[low] as (typeof towns)[number];
  };
};
