import { isInGermany } from '../../../../foundation/geo/point.ts';
import { type Notebook, notebook, type Verdict } from '../verdict.ts';

// ParkAPI v3 as its public documentation describes it.

type Site = Record<string, unknown>;

const PURPOSES = ['CAR', 'BIKE', 'ITEM'];
const REQUIRED = ['uid', 'name', 'lat', 'lon', 'purpose'];

const numberOf = (value: unknown): number | undefined => {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
};

const checkCounts = (site: Site, place: string, { must, should }: Notebook): void => {
  const [capacity, free] = [numberOf(site.capacity), numberOf(site.realtime_free_capacity)];
  if (capacity !== undefined && (capacity < 0 || !Number.isInteger(capacity)))
    must(
      'ParkAPI v3, capacity',
      'capacity ist keine ganze Zahl ab 0.',
      'capacity is no whole number from 0 on.',
      place,
    );
  if (free !== undefined && free < 0)
    must(
      'ParkAPI v3, realtime_free_capacity',
      'Weniger als null freie Plätze.',
      'Fewer than zero free spaces.',
      `${place}: ${free}`,
    );
  if (free !== undefined && capacity !== undefined && free > capacity)
    must(
      'ParkAPI v3, realtime_free_capacity',
      'Mehr freie Plätze, als es gibt.',
      'More free spaces than there are.',
      `${place}: ${free} > ${capacity}`,
    );
  if (site.has_realtime_data === true && free === undefined)
    should(
      'ParkAPI v3, has_realtime_data',
      'Zählung versprochen, aber keine da.',
      'A count is promised and not there.',
      place,
    );
  if (free !== undefined && site.realtime_data_updated_at === undefined)
    must(
      'ParkAPI v3, realtime_data_updated_at',
      'Eine Zählung sagt nicht, von wann sie ist.',
      'A count does not say when it was made.',
      place,
    );
};

const checkSite = (site: Site, place: string, book: Notebook): void => {
  for (const name of REQUIRED)
    if (site[name] === undefined || site[name] === null || site[name] === '')
      book.must('ParkAPI v3, parking-sites', `${name} fehlt.`, `${name} is missing.`, place);
  const [lat, lon] = [numberOf(site.lat), numberOf(site.lon)];
  if (lat === 0 && lon === 0)
    book.must(
      'ParkAPI v3, lat/lon',
      'Ein Ort liegt bei 0/0: Er ist unbekannt.',
      'A site lies at 0/0: it is unknown.',
      place,
    );
  else if (lat !== undefined && lon !== undefined && !isInGermany({ lat, lon }))
    book.should(
      'ParkAPI v3, lat/lon',
      'Ein Ort liegt nicht in Deutschland.',
      'A site is not in Germany.',
      `${place}: ${lat}, ${lon}`,
    );
  if (site.purpose !== undefined && !PURPOSES.includes(String(site.purpose)))
    book.must(
      'ParkAPI v3, purpose',
      'purpose ist weder CAR noch BIKE noch ITEM.',
      'purpose is none of CAR, BIKE and ITEM.',
      `${place}: ${String(site.purpose)}`,
    );
  checkCounts(site, place, book);
};

/** @param items the list of sites of an answer. */
export const checkParkApi = (items: readonly unknown[]): Verdict => {
  const book = notebook();
  const seen = new Set<unknown>();
  items.forEach((item, at) => {
    const site = (typeof item === 'object' && item !== null ? item : {}) as Site;
    const place = typeof site.uid === 'string' ? site.uid : `items[${at}]`;
    checkSite(site, place, book);
    const key = `${String(site.source_uid ?? site.source_id ?? '')} ${String(site.uid)}`;
    if (site.uid !== undefined && seen.has(key))
      book.must('ParkAPI v3, uid', 'Eine uid kommt zweimal vor.', 'A uid comes twice.', place);
    seen.add(key);
  });
  return {
    standard: 'parkapi',
    findings: book.findings(),
    counts: [{ what: { de: 'Parkplätze', en: 'sites' }, count: items.length }],
  };
};
