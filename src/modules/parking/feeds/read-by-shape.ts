import { createHash } from 'node:crypto';
import type { LonLat } from '../../../foundation/geo/point.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import { dictionary, present, scalar } from '../../../foundation/text/foreign-value.ts';
import { safeUrl } from '../../../foundation/text/link.ts';
import {
  type Audience,
  audiences,
  type Occupancy,
  occupancyOf,
  type ParkingSite,
  type SiteCount,
} from '../sites/parking-site.ts';
import { hoursInWords } from './hours.ts';
import { kindOf } from './kind-of.ts';
import { placeOf, placeOfGeometry, placeOfText } from './place-of.ts';
import { at, heightCm, instantOf, line, positive, truth, whole } from './said.ts';
import type { From, Shape } from './shape.ts';

export type RecordResult = ParkingSite | SiteCount | { rejected: Message } | { skipped: string };

/** What a record says under a shape; a path that begins with `$` leads into the file around it. */
const look = (from: From | undefined, item: unknown, file: unknown): unknown => {
  if (from === undefined) return undefined;
  if (typeof from === 'function') return from(item, file);
  const paths = typeof from === 'string' ? [from] : from;
  for (const path of paths) {
    const found = path.startsWith('$.') ? at(file, path.slice(2)) : at(item, path);
    if (found !== undefined && found !== null && found !== '') return found;
  }
  return undefined;
};

/** One foreign record, mapped once. */
export const readByShape = (item: unknown, shape: Shape, file: unknown): RecordResult => {
  const say = (from: From | undefined) => look(from, item, file);
  const skipped = shape.skip?.(item);
  if (skipped !== undefined) return { skipped };
  const capacity = positive(say(shape.capacity));
  const occupancy = countOf(item, shape, say, capacity);
  const id = line(say(shape.id), 200);
  const name = line(say(shape.name), 200);
  const isCount = typeof shape.isCounts === 'function' ? shape.isCounts(item) : shape.isCounts;
  const place = isCount ? undefined : placeBy(shape, say);
  const isNowhere = place === undefined || 'refused' in place;
  if (isCount || (occupancy && name === undefined && isNowhere)) {
    if (!occupancy) return { skipped: 'no-count' };
    return id === undefined ? { rejected: NO_ID } : { foreignId: id, occupancy };
  }
  if (isNowhere) return { rejected: place?.refused ?? NO_ID };
  const called = name ?? shape.nameless;
  if (called === undefined) return { rejected: NO_NAME };
  return present({
    foreignId: id ?? fingerprint(item),
    name: called,
    point: place,
    ...factsOf(item, shape, say, capacity),
    capacity,
    occupancy,
  }) satisfies ParkingSite;
};

const NO_ID: Message = { de: 'Die Kennung fehlt.', en: 'The id is missing.' };
const NO_NAME: Message = { de: 'Der Name fehlt.', en: 'The name is missing.' };

type Say = (from: From | undefined) => unknown;

const placeBy = ({ place = { geometry: 'geometry' } }: Shape, say: Say): LonLat | { refused: Message } => {
  if ('geometry' in place) return placeOfGeometry(say(place.geometry));
  if ('wkt' in place) return placeOfText(say(place.wkt));
  return placeOf(say(place.lon), say(place.lat));
};

const countOf = (item: unknown, shape: Shape, say: Say, capacity?: number): Occupancy | undefined => {
  const { countKind = 'realtime' } = shape;
  return occupancyOf(
    {
      free: whole(say(shape.free)),
      occupied: whole(say(shape.occupied)),
      of: positive(say(shape.of)) ?? capacity,
    },
    {
      at: instantOf(say(shape.countedAt), shape.zone),
      kind: typeof countKind === 'function' ? countKind(item) : countKind,
    },
  );
};

const factsOf = (item: unknown, shape: Shape, say: Say, capacity: number | undefined) => {
  const fee = truth(say(shape.fee));
  const url = scalar(say(shape.url));
  return {
    purpose: purposeOf(shape, say),
    kind: typeof shape.kind === 'string' ? shape.kind : kindOf(say(shape.kind.from), shape.kind.otherwise),
    capacityFor: audiencesOf(item, shape, say, capacity),
    isFree: fee === undefined ? undefined : !fee,
    feeText: line(say(shape.feeText), 500),
    heightCm: heightCm(say(shape.height)),
    maxStayMinutes: positive(say(shape.maxStayMinutes)),
    openingHours: hoursInWords(say(shape.hours)),
    operator: line(say(shape.operator), 200),
    // Parts that a source leaves out leave a comma behind.
    address: line(scalar(say(shape.address))?.replace(/^[\s,]+|[\s,]+$/g, ''), 300),
    description: line(say(shape.description), 1000),
    url: url === undefined ? undefined : safeUrl(url),
  };
};

const purposeOf = ({ purpose }: Shape, say: Say): ParkingSite['purpose'] => {
  if (purpose === 'car' || purpose === 'bike') return purpose;
  return /bike|fahrrad|item/i.test(scalar(say(purpose)) ?? '') ? 'bike' : 'car';
};

const audiencesOf = (item: unknown, shape: Shape, say: Say, capacity: number | undefined) => {
  const found: Partial<Record<Audience, number>> = {};
  const only = typeof shape.audience === 'function' ? shape.audience(item) : shape.audience;
  if (only && capacity !== undefined) found[only] = capacity;
  for (const audience of audiences) {
    const count = positive(say(shape.capacityFor?.[audience]));
    if (count !== undefined) found[audience] = count;
  }
  return found;
};

/** A source without ids: the record itself is its id, so that a second reading finds it again. */
const fingerprint = (item: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(dictionary(item)))
    .digest('base64url')
    .slice(0, 22);
