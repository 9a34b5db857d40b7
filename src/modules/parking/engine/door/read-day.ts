import * as v from 'valibot';
import { type Pool, type Request, RULES, type Rules } from '../day.ts';

const MOST_ENTRIES = 1_000_000;
const MOST_DAYS = 60;
/** A week before and after: nothing of a day lies outside. */
const minute = v.pipe(v.number(), v.finite(), v.minValue(-10_080), v.maxValue(10_080));
const metre = v.pipe(v.number(), v.finite(), v.minValue(-1e7), v.maxValue(1e7));
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const isForwards = (span: { from: number; to: number }): boolean => span.from < span.to;

const requestFields = {
  x: metre,
  y: metre,
  from: minute,
  to: minute,
  requestedAt: minute,
  maxWalk: v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)),
  value: v.pipe(v.number(), v.minValue(0), v.maxValue(1e6)),
};
const space = v.pipe(
  v.object({
    id: key,
    capacity: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
    x: metre,
    y: metre,
    from: minute,
    to: minute,
  }),
  v.check((each) => isForwards(each), 'from < to'),
);
const hasUniqueIds = (all: { id: string }[]): boolean => new Set(all.map(({ id }) => id)).size === all.length;

const instance = v.object({
  slotMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  bufferMinutes: v.pipe(v.number(), v.minValue(0), v.maxValue(240)),
  walkPenaltyPerMetre: v.pipe(v.number(), v.minValue(0), v.maxValue(0.01)),
  spaces: v.pipe(
    v.array(space),
    v.maxLength(MOST_ENTRIES),
    v.check((all) => hasUniqueIds(all), 'unique ids'),
  ),
  requests: v.pipe(
    v.array(
      v.pipe(
        v.object({ id: key, ...requestFields }),
        v.check((each) => isForwards(each), 'from < to'),
      ),
    ),
    v.maxLength(MOST_ENTRIES),
    v.check((all) => hasUniqueIds(all), 'unique ids'),
  ),
});
const earlierRequest = v.pipe(
  v.object(requestFields),
  v.check((each) => isForwards(each), 'from < to'),
);
const history = v.object({
  days: v.pipe(v.array(v.pipe(v.array(earlierRequest), v.maxLength(MOST_ENTRIES))), v.maxLength(MOST_DAYS)),
});

export type Day = { rules: Rules; pools: Pool[]; requests: Request[] };
/** Where in the file, and what was expected there. */
export type DayFault = { at: string; de: string; en: string };
type Read<T> = { value: T } | { fault: DayFault };

/** The instance of a day; its requests in the order in which they are made. */
export const readDay = (text: string): Read<Day> => {
  const read = readJson(instance, text);
  if ('fault' in read) return read;
  const { spaces, requests, slotMinutes, bufferMinutes, walkPenaltyPerMetre } = read.value;
  const pools = spaces.map(({ id, capacity, x, y, from, to }) => ({
    id,
    capacity,
    at: { x, y },
    windows: [{ from, to }],
  }));
  return {
    value: {
      rules: { ...RULES, slotMinutes, bufferMinutes, walkPenaltyPerMetre },
      pools,
      requests: requests.map(requestOf).sort((a, b) => a.requestedAt - b.requestedAt),
    },
  };
};

/** Earlier days of the same town. */
export const readHistory = (text: string): Read<Request[][]> => {
  const read = readJson(history, text);
  if ('fault' in read) return read;
  return { value: read.value.days.map((day) => day.map((each, at) => requestOf({ id: `${at}`, ...each }))) };
};

type Written = { id: string } & v.InferOutput<typeof history>['days'][number][number];

const requestOf = ({ id, x, y, from, to, requestedAt, maxWalk, value }: Written): Request => ({
  id,
  destination: { x, y },
  requestedAt,
  arrival: from,
  departure: to,
  walkLimit: maxWalk,
  value,
});

const readJson = <T extends v.GenericSchema>(schema: T, text: string): Read<v.InferOutput<T>> => {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { fault: { at: '', de: 'Das ist kein JSON.', en: 'This is not JSON.' } };
  }
  const read = v.safeParse(schema, data, { abortEarly: true });
  if (read.success) return { value: read.output };
  const [issue] = read.issues;
  const [found, wanted] = [issue.received, issue.expected ?? issue.message];
  return {
    fault: {
      at: v.getDotPath(issue) ?? '',
      de: `Gefunden wurde ${found}, erwartet wird ${wanted}.`,
      en: `Found ${found}, expected ${wanted}.`,
    },
  };
};
