import * as v from 'valibot';
import { AddressSchema, cityLists } from './city-lists.ts';
import { finishAuthority, finishService } from './facts.ts';
import type { ReadItem } from './reading.ts';

const ServiceSchema = v.object({
  id: v.string(),
  name: v.string(),
  locations: v.nullish(v.array(v.object({ location: v.string() }))),
});
const LocationSchema = v.object({ id: v.string(), name: v.string(), address: AddressSchema });

const BERLIN = '110000000000';

const readLocation = (item: unknown, position: string): ReadItem[] => {
  const { id, name, address } = v.parse(LocationSchema, item);
  return [finishAuthority(position, id, { name, address })];
};

const readService = (item: unknown, position: string): ReadItem[] => {
  const { id, name, locations } = v.parse(ServiceSchema, item);
  return [
    finishService(position, id, { name }),
    ...(locations ?? []).map(
      ({ location }): ReadItem => ({
        kind: 'responsibility',
        foreignId: `${id}/${location}`,
        facts: {
          service: { foreignId: id },
          areaKeys: [BERLIN],
          authorityForeignId: location,
          role: 'responsible',
        },
      }),
    ),
  ];
};

/** Names and relations only: the coordinates of this list are placeholders and are left out. */
export const berlin = cityLists(readLocation, readService);
