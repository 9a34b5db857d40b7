import ICAL from 'ical.js';
import { inBerlin } from '../../../../foundation/time/zone.ts';
import { fromZone, inScheduleForm, type WallDate } from '../border/dates.ts';

/** Zones that the calendar defines itself, by TZID. */
export const zonesOf = (components: ICAL.Component[]): Map<string, ICAL.Timezone> => {
  const zones = new Map<string, ICAL.Timezone>();
  for (const component of components) {
    const id = component.getFirstPropertyValue('tzid');
    if (typeof id === 'string') zones.set(id, new ICAL.Timezone(component));
  }
  return zones;
};

/**
 * A time of the calendar as Berlin wall clock. Floating times and zones that nobody defines are Berlin's:
 * the calendar is a German town's.
 */
const wallTime = (time: ICAL.Time, zone: string | undefined, zones: Map<string, ICAL.Timezone>): WallDate => {
  const text = time.toString();
  if (time.isDate) return { day: text.slice(0, 10) };
  if (text.endsWith('Z')) return ofInstant(new Date(text));
  const local = { day: text.slice(0, 10), time: text.slice(11, 16) };
  if (zone === undefined || zone === 'Europe/Berlin') return local;
  try {
    return fromZone(text, zone);
  } catch {
    return inDefinedZone(time, zones.get(zone)) ?? local;
  }
};

const inDefinedZone = (time: ICAL.Time, zone: ICAL.Timezone | undefined): WallDate | undefined => {
  if (!zone) return undefined;
  const placed = time.clone();
  placed.zone = zone;
  return ofInstant(new Date(placed.toUnixTime() * 1000));
};

const ofInstant = (instant: Date): WallDate => {
  const at = inBerlin(instant);
  return { day: at.toPlainDate().toString(), time: at.toPlainTime().toString({ smallestUnit: 'minute' }) };
};

/** All times of the properties of one name, in the form of a schedule; periods give their start. */
export const timesOf = (
  event: ICAL.Component,
  name: string,
  allDay: boolean,
  zones: Map<string, ICAL.Timezone>,
): string[] =>
  event.getAllProperties(name).flatMap((property) => {
    const zone = property.getParameter('tzid');
    return property
      .getValues()
      .map((value: unknown) => (value instanceof ICAL.Period ? value.start : value))
      .filter((value: unknown) => value instanceof ICAL.Time)
      .map((value) =>
        inScheduleForm(
          wallTime(value, typeof zone === 'string' ? zone : undefined, zones),
          allDay || value.isDate,
        ),
      );
  });
