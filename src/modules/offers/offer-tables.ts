import type { Generated } from 'kysely';
import type { Access, Address, Link, OfferStatus, Price, Schedule } from './offer.ts';

/** A row of offers.offer as the driver returns it; `pt`, the search column and the flags stay in the database. */
export type StoredOffer = {
  ars: string;
  id: string;
  kind: 'place' | 'event';
  category: string;
  name: string;
  description: string | null;
  organisation: string | null;
  address: Address;
  lon: number | null;
  lat: number | null;
  opening_hours: string | null;
  price: Price;
  access: Access;
  links: Link[];
  languages: string[];
  schedule: Schedule | null;
  status: OfferStatus;
  licence: string | null;
  attribution: string;
  demonstration: boolean;
  read_at: Date;
  created_at: Date;
  changed_at: Date;
  withdrawn_at: Date | null;
};

export type StoredSource = {
  ars: string;
  id: string;
  name: string;
  format: string;
  url: string | null;
  licence: string | null;
  attribution: string;
  settings: Generated<unknown>;
  etag: string | null;
  last_modified: string | null;
  content_hash: string | null;
  /** When all of it was last read. */ read_at: Generated<Date | null>;
  demonstration: Generated<boolean>;
};

export type OfferTables = {
  'offers.offer': StoredOffer;
  'offers.source': StoredSource;
  'offers.mistake_report': { ars: string; id: string; offer_id: string; message: string; reported_at: Date };
};
