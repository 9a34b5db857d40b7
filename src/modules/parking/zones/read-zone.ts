import * as v from 'valibot';
import { isInGermany } from '../../../foundation/geo/point.ts';
import { plainText } from '../../../foundation/text/plain-text.ts';
import type { Outline } from './zone.ts';

export type ZoneFault = 'missing' | 'too-long' | 'not-an-amount' | 'not-a-share' | 'not-an-outline';
export type ReadZone = {
  name: string;
  outline: Outline;
  highestCentsPerHour: number;
  isSharingWanted: boolean;
  resolution: string;
  floorPercent: number;
};

const MOST_CORNERS = 2_000;
const HIGHEST_CENTS = 2_000;
const Ring = v.pipe(
  v.array(
    v.pipe(
      v.tuple([v.number(), v.number()]),
      v.check(([lon, lat]) => isInGermany({ lon, lat })),
    ),
  ),
  v.minLength(4),
  v.maxLength(MOST_CORNERS),
);
/** A polygon of GeoJSON (RFC 7946), bare or as a feature; holes are for others. */
const Polygon = v.object({ type: v.literal('Polygon'), coordinates: v.pipe(v.array(Ring), v.length(1)) });
const Outlines = v.union([Polygon, v.object({ type: v.literal('Feature'), geometry: Polygon })]);

const outlineIn = (text: string): Outline | undefined => {
  try {
    const read = v.safeParse(Outlines, JSON.parse(text));
    if (!read.success) return undefined;
    const { coordinates } = read.output.type === 'Feature' ? read.output.geometry : read.output;
    return coordinates[0]?.slice(0, -1).map(([lon, lat]) => ({ lon, lat }));
  } catch {
    return undefined;
  }
};

/** A zone as the town typed it. */
export const readZone = (
  typed: Record<string, string>,
): { zone: ReadZone } | { faults: Record<string, ZoneFault> } => {
  const faults: Record<string, ZoneFault> = {};
  const text = (name: string, longest: number): string => {
    const read = plainText(typed[name], 4_000)?.trim() ?? '';
    if (read.length > longest) faults[name] = 'too-long';
    return read;
  };
  const name = text('name', 100);
  if (name === '') faults.name = 'missing';
  const [, euros, cents = '0'] = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec((typed.deckel ?? '').trim()) ?? [];
  const highest = euros === undefined ? Number.NaN : Number(euros) * 100 + Number(cents.padEnd(2, '0'));
  if (!(highest <= HIGHEST_CENTS)) faults.deckel = 'not-an-amount';
  const share = (typed.mindestens ?? '').trim();
  if (!/^(|\d{1,2}|100)$/.test(share)) faults.mindestens = 'not-a-share';
  const outline = outlineIn(typed.umriss ?? '');
  if (!outline) faults.umriss = 'not-an-outline';
  const resolution = text('beschluss', 500);
  const isSharingWanted = (typed.erwuenscht ?? '') !== '';
  // Whoever relies on it must be able to look it up.
  if (isSharingWanted && resolution === '') faults.beschluss = 'missing';
  if (!outline || Object.keys(faults).length > 0) return { faults };
  return {
    zone: {
      name,
      outline,
      highestCentsPerHour: highest,
      isSharingWanted,
      resolution,
      floorPercent: Number(share),
    },
  };
};
