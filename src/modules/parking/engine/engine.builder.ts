import fc from 'fast-check';
import type { Pool, Request } from './day.ts';

const time = (from: number, to: number) => fc.integer({ min: from / 5, max: to / 5 }).map((slot) => slot * 5);
const point = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 600 }) });

const pool = fc
  .record({ at: point, capacity: fc.integer({ min: 1, max: 3 }), from: time(360, 720), to: time(780, 1440) })
  .map(({ from, to, ...rest }): Omit<Pool, 'id'> => ({ ...rest, windows: [{ from, to }] }));

const request = fc
  .record({
    destination: point,
    arrival: time(360, 1200),
    stay: time(30, 480),
    lead: fc.integer({ min: 3, max: 600 }),
    walkLimit: fc.integer({ min: 100, max: 700 }),
    value: fc.integer({ min: 1, max: 40 }),
  })
  .map(
    ({ stay, lead, ...rest }): Omit<Request, 'id'> => ({
      ...rest,
      departure: Math.min(1440, rest.arrival + stay),
      requestedAt: rest.arrival - lead,
    }),
  );

/** Small towns with more wishes than spaces; ids are unique, requests come in order. */
export const anyTown = fc
  .record({
    pools: fc.array(pool, { minLength: 1, maxLength: 5 }),
    requests: fc.array(request, { maxLength: 60 }),
    earlier: fc.array(fc.array(request, { maxLength: 40 }), { maxLength: 3 }),
  })
  .map(({ pools, requests, earlier }) => ({
    pools: pools.map((each, at): Pool => ({ id: `p${at}`, ...each })),
    requests: requests
      .toSorted((a, b) => a.requestedAt - b.requestedAt)
      .map((each, at): Request => ({ id: `r${at}`, ...each })),
    earlier: earlier.map((day) => day.map((each, at): Request => ({ id: `${at}`, ...each }))),
  }));
