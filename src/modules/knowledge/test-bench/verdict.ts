import type { Message } from '../../../foundation/i18n/message.ts';

export const standardIds = [
  'icalendar',
  'atom',
  'rss',
  'geojson',
  'publiccode',
  'gtfs',
  'cap',
  'parkapi',
] as const;
export type StandardId = (typeof standardIds)[number];

/** `must`: others will not read it, or read it wrongly. `should`: recommended. */
export type Finding = {
  weight: 'must' | 'should';
  /** Where the standard says so: "RFC 5545, 3.6.1". */ clause: string;
  text: Message;
  /** A line, a path, an id: the first places. */ places: string[];
  count: number;
};

export type Verdict = {
  standard: StandardId;
  findings: Finding[];
  /** What was found in it, so that nobody takes an empty file for a sound one. */ counts: {
    what: Message;
    count: number;
  }[];
};

/** Told instead of a verdict: nothing could be looked at. */
export type Unreadable = { unreadable: Message };

const MOST_PLACES = 5;

export type Rule = { weight: Finding['weight']; clause: string; text: Message };

/** Gathers what is found: the same rule broken a thousand times is one finding with its first places. */
export const notebook = () => {
  const findings = new Map<string, Finding>();
  const note = (rule: Rule, place?: string): void => {
    const key = `${rule.clause} ${rule.text.de}`;
    const known = findings.get(key) ?? { ...rule, places: [], count: 0 };
    known.count += 1;
    if (place !== undefined && known.places.length < MOST_PLACES) known.places.push(place.slice(0, 120));
    findings.set(key, known);
  };
  return {
    note,
    must: (clause: string, de: string, en: string, place?: string) =>
      note({ weight: 'must', clause, text: { de, en } }, place),
    should: (clause: string, de: string, en: string, place?: string) =>
      note({ weight: 'should', clause, text: { de, en } }, place),
    findings: (): Finding[] =>
      [...findings.values()].toSorted((a, b) => Number(b.weight === 'must') - Number(a.weight === 'must')),
  };
};
export type Notebook = ReturnType<typeof notebook>;

export const isSound = ({ findings }: Verdict): boolean => findings.every(({ weight }) => weight !== 'must');
