import type { LonLat } from '../../../foundation/geo/point.ts';

export type PostalAddress = {
  street?: string;
  houseNumber?: string;
  postcode?: string;
  town?: string;
  note?: string;
};

type AccessFact = 'yes' | 'no' | 'limited';

/** What a source says of an office; absent is unknown. */
export type AuthorityFacts = {
  name: string;
  /** Offices of one organisation do the same at several counters. */ organisation?: string;
  address: PostalAddress;
  point?: LonLat;
  /** OSM syntax. */ openingHours?: string;
  phone?: string;
  mail?: string;
  web?: string;
  access: { stepFree?: AccessFact; toilet?: AccessFact; hearingLoop?: AccessFact };
  /** Id, at the same source, of the office above it. */ parentForeignId?: string;
};

export const addressLines = ({ street, houseNumber, postcode, town, note }: PostalAddress): string[] =>
  [
    [street, houseNumber].filter(Boolean).join(' '),
    [postcode, town].filter(Boolean).join(' '),
    note ?? '',
  ].filter((line) => line !== '');
