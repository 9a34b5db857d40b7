import OpeningHours from 'opening_hours';
import './zone.ts';

/** Four different things: unknown is never shown as closed. `until` and `opensAt` are absent where no change is in sight. */
export type OpeningState =
  | { kind: 'open'; until?: Date }
  | { kind: 'closed'; opensAt?: Date }
  | { kind: 'unknown' };

// Names as the library's holiday tables use them; the middle of the state is close enough for sunrise and sunset.
const STATES: Record<string, [name: string, lat: number, lon: number]> = {
  '01': ['Schleswig-Holstein', 54.2, 9.7],
  '02': ['Hamburg', 53.6, 10],
  '03': ['Niedersachsen', 52.8, 9.1],
  '04': ['Bremen', 53.1, 8.8],
  '05': ['Nordrhein-Westfalen', 51.5, 7.6],
  '06': ['Hessen', 50.6, 9],
  '07': ['Rheinland-Pfalz', 49.9, 7.4],
  '08': ['Baden-Württemberg', 48.5, 9],
  '09': ['Bayern', 48.9, 11.4],
  '10': ['Saarland', 49.4, 7],
  '11': ['Berlin', 52.5, 13.4],
  '12': ['Brandenburg', 52.4, 13.4],
  '13': ['Mecklenburg-Vorpommern', 53.8, 12.6],
  '14': ['Sachsen', 51.1, 13.3],
  '15': ['Sachsen-Anhalt', 52, 11.7],
  '16': ['Thüringen', 50.9, 11],
};

const LONGEST_TEXT = 1_000;
const MOST_REMEMBERED = 20_000;
const DAY_MILLISECONDS = 86_400_000;
const MOST_CHANGES_LOOKED_AT = 20;

type Remembered = { hours: OpeningHours | undefined; from: number; before: number; state: OpeningState };

const memory = new Map<string, Remembered>();

/**
 * Whether a place is open at `now`, by its opening hours in OSM syntax and the holidays of its state.
 * @param stateCode the first two digits of the place's ars or ags.
 */
export const openingState = (
  openingHours: string | undefined,
  stateCode: string,
  now: Date,
): OpeningState => {
  if (openingHours === undefined || openingHours.length > LONGEST_TEXT) return { kind: 'unknown' };
  const key = `${stateCode.slice(0, 2)} ${openingHours}`;
  const known = memory.get(key);
  if (known && now.getTime() >= known.from && now.getTime() < known.before) return known.state;
  const hours = known ? known.hours : parse(openingHours, stateCode.slice(0, 2));
  const answer = evaluate(hours, now);
  remember(key, { hours, from: now.getTime(), ...answer });
  return answer.state;
};

const remember = (key: string, answer: Remembered): void => {
  memory.delete(key);
  const [oldest] = memory.keys();
  if (memory.size >= MOST_REMEMBERED && oldest !== undefined) memory.delete(oldest);
  memory.set(key, answer);
};

const parse = (text: string, stateCode: string): OpeningHours | undefined => {
  const [state, lat, lon] = STATES[stateCode] ?? ['', 51, 10];
  try {
    return new OpeningHours(text, { lat, lon, address: { country_code: 'de', state } });
  } catch {
    return undefined;
  }
};

type Evaluated = Pick<Remembered, 'state' | 'before'>;

const evaluate = (hours: OpeningHours | undefined, now: Date): Evaluated => {
  if (!hours) return { state: { kind: 'unknown' }, before: Number.POSITIVE_INFINITY };
  try {
    return look(hours, now);
  } catch {
    // The library throws where its tables end, for instance for school holidays years ahead.
    return { state: { kind: 'unknown' }, before: now.getTime() + DAY_MILLISECONDS };
  }
};

const look = (hours: OpeningHours, now: Date): Evaluated => {
  const iterator = hours.getIterator(now);
  const kind = kindOf(iterator);
  let before = now.getTime() + DAY_MILLISECONDS;
  let change: Date | undefined;
  for (let step = 0; step < MOST_CHANGES_LOOKED_AT && iterator.advance(); step += 1) {
    if (step === 0) before = Math.min(before, iterator.getDate().getTime());
    const next = kindOf(iterator);
    // A change of the comment alone is none, and »unknown« is not yet an opening.
    if (kind === 'open' ? next === 'open' : next !== 'open') continue;
    change = iterator.getDate();
    break;
  }
  if (kind === 'unknown') return { state: { kind }, before };
  if (kind === 'open') return { state: change ? { kind, until: change } : { kind }, before };
  return { state: change ? { kind, opensAt: change } : { kind }, before };
};

const kindOf = (at: { getState: () => boolean; getUnknown: () => boolean }): OpeningState['kind'] =>
  at.getUnknown() ? 'unknown' : at.getState() ? 'open' : 'closed';

/**
 * The opening hours in the words of a language, one rule a line: "Di,Do 14:00-18:00".
 * @returns the text as it is where it cannot be read: a person may still understand it.
 */
export const openingWords = (openingHours: string, language: 'de' | 'en'): string[] => {
  const hours = openingHours.length > LONGEST_TEXT ? undefined : parse(openingHours, '');
  // The package's types leave out the level `conf`, without which the locale is not read.
  const settings = { conf: { locale: language } } as Parameters<OpeningHours['prettifyValue']>[0];
  const words = hours?.prettifyValue(settings) ?? openingHours;
  return words.replace('24/7', ALWAYS[language]).split(/; | \|\| /);
};

const ALWAYS = { de: 'rund um die Uhr', en: 'around the clock' };
