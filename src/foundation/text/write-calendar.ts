import { generateIcsCalendar, type IcsEvent } from 'ts-ics';

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8';

/** A calendar (RFC 5545) of written-out events. @param product the last but one part of its PRODID. */
export const writeCalendar = (
  product: string,
  { name, events }: { name?: string; events: IcsEvent[] },
): string =>
  generateIcsCalendar({
    version: '2.0',
    prodId: `-//Allmende//${product}//DE`,
    method: 'PUBLISH',
    ...(name !== undefined && { name }),
    events,
  });
