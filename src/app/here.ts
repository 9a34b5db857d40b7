import * as v from 'valibot';
import type { LonLat } from '../foundation/geo/point.ts';
import type { Message } from '../foundation/i18n/message.ts';
import {
  displayName,
  type Municipality,
  type NameHit,
  type PlaceIndex,
} from '../modules/municipalities/index.ts';
import type { Here } from '../modules/offers/index.ts';

const degrees = v.pipe(v.string(), v.regex(/^-?\d{1,3}(\.\d{1,8})?$/), v.transform(Number));
const SIMILAR = 5;
const PositionSchema = v.object({ lat: degrees, lon: degrees });

/** What an address says about the place: nothing, a place, or a question to put back. */
export type PlaceFinding =
  | { kind: 'none' }
  | { kind: 'here'; here: Here; approximateMetres?: number; note?: Message }
  | { kind: 'ask'; text: string; candidates: NameHit[]; source?: string | undefined }
  | { kind: 'unknown'; text: string; similar: NameHit[] }
  | { kind: 'outside' };

/** Position before name: `?lat=…&lon=…`, else `?ort=` with a name, postcode or key. */
export const findPlace = (query: Record<string, string>, places: PlaceIndex): PlaceFinding => {
  const position = v.safeParse(PositionSchema, query);
  if (position.success) return atPosition(position.output, places);
  const text = query.ort?.trim().slice(0, 100);
  if (!text) return { kind: 'none' };
  const answer = places.resolvePlace(text);
  if (answer.kind === 'ask')
    return { kind: 'ask', text, candidates: answer.candidates, source: answer.source };
  const municipality = answer.kind === 'one' ? answer.municipality : undefined;
  if (!municipality?.point) return { kind: 'unknown', text, similar: places.byName(text, SIMILAR) };
  return {
    kind: 'here',
    here: hereAt(municipality, municipality.point),
    ...(answer.kind === 'one' && answer.note && { note: answer.note }),
  };
};

/** The place of a municipality as a whole: its seat. */
export const hereAt = (municipality: Municipality, point: LonLat): Here => ({
  label: displayName(municipality),
  parameters: { ort: municipality.ags ?? municipality.ars },
  point,
  ars: municipality.ars,
  isPosition: false,
});

const atPosition = (point: LonLat, places: PlaceIndex): PlaceFinding => {
  const answer = places.byPoint(point);
  if (answer.kind === 'outside') return { kind: 'outside' };
  const { municipality } = answer;
  const parameters = { lat: String(point.lat), lon: String(point.lon) };
  return {
    kind: 'here',
    here: { label: displayName(municipality), parameters, point, ars: municipality.ars, isPosition: true },
    ...(answer.kind === 'approximate' && { approximateMetres: answer.metres }),
  };
};

/** Links carry the origin of PUBLIC_URL; without it, of the request. */
export const originOf =
  (publicUrl: string | undefined) =>
  (requestUrl: string): string =>
    publicUrl ?? new URL(requestUrl).origin;
