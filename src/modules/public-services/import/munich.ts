import * as v from 'valibot';
import { AddressSchema, absentOrText, cityLists } from './city-lists.ts';
import { finishAuthority, finishService, pointOf } from './facts.ts';
import type { ReadItem } from './reading.ts';

const ServiceSchema = v.object({
  id: v.string(),
  name: v.string(),
  description: absentOrText,
  fees: absentOrText,
  leika: absentOrText,
  meta: v.object({ keywords: absentOrText }),
  locations: v.nullish(v.array(v.object({ location: v.string() }))),
  forms: v.nullish(v.array(v.object({ name: absentOrText, link: absentOrText }))),
});
const LocationSchema = v.object({
  id: v.string(),
  name: v.string(),
  displayName: absentOrText,
  organization: absentOrText,
  organizationUnit: absentOrText,
  address: AddressSchema,
  geo: v.nullish(v.object({ lat: absentOrText, lon: absentOrText })),
  contact: v.nullish(v.object({ email: absentOrText, phone: absentOrText, webinfo: absentOrText })),
});

const MUNICH = '091620000000';

const readLocation = (item: unknown, position: string): ReadItem[] => {
  const { id, name, displayName, organization, organizationUnit, address, geo, contact } = v.parse(
    LocationSchema,
    item,
  );
  return [
    finishAuthority(position, id, {
      name: displayName ?? name,
      organisation: [organization, organizationUnit].filter(Boolean).join(', '),
      address,
      point: pointOf(geo?.lon, geo?.lat),
      phone: contact?.phone,
      mail: contact?.email,
      web: contact?.webinfo,
    }),
  ];
};

const listed = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const readService = (item: unknown, position: string): ReadItem[] => {
  const { id, name, description, fees, leika, meta, locations, forms } = v.parse(ServiceSchema, item);
  const service = finishService(position, id, {
    name,
    leikaKeys: listed(leika),
    texts: [
      { kind: 'description', language: 'de', text: description },
      { kind: 'cost', language: 'de', text: fees },
    ],
    keywords: listed(meta.keywords),
    channels: [{ counter: true }],
    forms: (forms ?? []).map(({ name: label, link: url }) => ({ url, label })),
  });
  const rules = (locations ?? []).map(
    ({ location }): ReadItem => ({
      kind: 'responsibility',
      foreignId: `${id}/${location}`,
      facts: {
        service: { foreignId: id },
        areaKeys: [MUNICH],
        authorityForeignId: location,
        role: 'responsible',
      },
    }),
  );
  return [service, ...rules];
};

/** The lists of the city's appointment system. */
export const munich = cityLists(readLocation, readService);
