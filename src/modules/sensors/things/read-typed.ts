import type { Typed } from '../../../foundation/http/typed-body.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { isDay } from '../../../foundation/time/zone.ts';
import { type PlaceBudget, thingKinds } from '../contract.ts';
import { hasHalfApproval, lacksAssessment } from './thing.ts';

export const sensorFields = [
  'name',
  'description',
  'kind',
  'purpose',
  'legalBasis',
  'operator',
  'contact',
  'kept',
  'dpiaLink',
  'dpiaApprovedOn',
  'dpiaApprovedRole',
] as const;
/** Asked where a sensor is new: where it stands, and what it measures first. */
export const newSensorFields = ['place', 'lat', 'lon', 'stream', 'unit', 'keptDays', 'expected'] as const;
export type SensorField = (typeof sensorFields)[number] | (typeof newSensorFields)[number];
export type SensorFault = 'missing' | 'long' | 'number' | 'link' | 'day' | 'half' | 'assessment';
export type SensorFaults = Partial<Record<SensorField, SensorFault>>;

const LONGEST: Partial<Record<SensorField, number>> = {
  name: 200,
  description: 4000,
  purpose: 2000,
  legalBasis: 1000,
  dpiaLink: 500,
  dpiaApprovedRole: 120,
};
const USUAL_LONGEST = 300;
const LINK = /^$|^\/[^/\\]|^https?:\/\//;

const numberIn = (text: string): number | undefined => {
  const value = Number(text.replace(',', '.'));
  return text !== '' && Number.isFinite(value) ? value : undefined;
};

const isWithin = (value: number | undefined, low: number, high: number): boolean =>
  value !== undefined && value >= low && value <= high;

type Read = { name: string; description: string; budget: PlaceBudget };
type New = {
  place: string;
  point: { lon: number; lat: number };
  stream:
    | { property: string; unit: string; keptDays: number | null; expectedSeconds: number | null }
    | undefined;
};

const longFaults = (typed: Typed, names: readonly SensorField[]): SensorFaults =>
  Object.fromEntries(
    names.flatMap((name) =>
      textIn(typed, name).length > (LONGEST[name] ?? USUAL_LONGEST) ? [[name, 'long']] : [],
    ),
  );

/** What a sensor is there for, as it was typed. */
export const readSensor = (typed: Typed, today: string): Read | { faults: SensorFaults } => {
  const faults = longFaults(typed, sensorFields);
  const text = (name: SensorField) => textIn(typed, name);
  const kind = thingKinds.find((one) => one === text('kind'));
  for (const name of ['name', 'purpose', 'operator'] as const)
    if (text(name) === '') faults[name] = 'missing';
  if (!kind) faults.kind = 'missing';
  if (!LINK.test(text('dpiaLink'))) faults.dpiaLink = 'link';
  const day = text('dpiaApprovedOn');
  if (day !== '' && (!isDay(day) || day > today)) faults.dpiaApprovedOn = 'day';
  const budget: PlaceBudget = {
    kind: kind ?? 'other',
    purpose: text('purpose'),
    legalBasis: text('legalBasis'),
    operator: text('operator'),
    contact: text('contact'),
    kept: text('kept'),
    dpiaLink: text('dpiaLink'),
    dpiaApprovedOn: day || null,
    dpiaApprovedRole: text('dpiaApprovedRole') || null,
  };
  if (lacksAssessment(budget, today)) faults.dpiaLink ??= 'assessment';
  else if (hasHalfApproval(budget)) faults.dpiaApprovedRole ??= 'half';
  return Object.keys(faults).length > 0
    ? { faults }
    : { name: text('name'), description: text('description'), budget };
};

const MINUTES_A_YEAR = 525_600;

/** Where a new sensor stands and what it measures first. */
export const readNewSensor = (typed: Typed): New | { faults: SensorFaults } => {
  const faults = longFaults(typed, newSensorFields);
  const text = (name: SensorField) => textIn(typed, name);
  const [lat, lon] = [numberIn(text('lat')), numberIn(text('lon'))];
  if (!isWithin(lat, -90, 90)) faults.lat = 'number';
  if (!isWithin(lon, -180, 180)) faults.lon = 'number';
  const [keptDays, minutes] = [numberIn(text('keptDays')), numberIn(text('expected'))];
  if (text('keptDays') !== '' && !(isWithin(keptDays, 1, 36_500) && Number.isInteger(keptDays)))
    faults.keptDays = 'number';
  if (text('expected') !== '' && !isWithin(minutes, 1 / 60, MINUTES_A_YEAR)) faults.expected = 'number';
  if (Object.keys(faults).length > 0) return { faults };
  return {
    place: text('place') || text('name'),
    point: { lat: lat ?? 0, lon: lon ?? 0 },
    stream:
      text('stream') === ''
        ? undefined
        : {
            property: text('stream'),
            unit: text('unit'),
            keptDays: keptDays ?? null,
            expectedSeconds: minutes === undefined ? null : Math.round(minutes * 60),
          },
  };
};
