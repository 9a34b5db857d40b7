import * as v from 'valibot';
import type { Message } from '../../../foundation/i18n/message.ts';
import { attempt, type Bytes, collectBytes, type Reader, type ReadItem, tooLarge } from './reading.ts';

/** The lists write an absent text as null, false, 0 or not at all. */
export const absentOrText = v.pipe(
  v.nullish(v.union([v.string(), v.number(), v.boolean()])),
  v.transform((value) =>
    typeof value === 'boolean' || value === null || value === '' ? undefined : value?.toString(),
  ),
);

export const AddressSchema = v.pipe(
  v.object({
    street: absentOrText,
    house_number: absentOrText,
    postal_code: absentOrText,
    city: absentOrText,
  }),
  v.transform(({ street, house_number: houseNumber, postal_code: postcode, city: town }) => ({
    street,
    houseNumber,
    postcode,
    town,
  })),
);

const FileSchema = v.object({ services: v.array(v.unknown()), locations: v.array(v.unknown()) });

type ReadOne = (item: unknown, position: string) => ReadItem[];

/** Services and offices of one city: published as two files, handed over in one object. */
export const cityLists = (readLocation: ReadOne, readService: ReadOne): Reader => ({
  isComplete: true,
  read: async function* (bytes: Bytes) {
    const file = await collectBytes(bytes);
    if (!file) return yield tooLarge;
    const lists = parseFile(file);
    if ('unreadable' in lists) return yield lists;
    for (const [at, one] of lists.locations.entries())
      yield* attempt(`locations/${at}`, () => readLocation(one, `locations/${at}`));
    for (const [at, one] of lists.services.entries())
      yield* attempt(`services/${at}`, () => readService(one, `services/${at}`));
  },
});

const parseFile = (file: Buffer): v.InferOutput<typeof FileSchema> | { unreadable: Message } => {
  try {
    const parsed = v.safeParse(FileSchema, JSON.parse(file.toString('utf8')));
    if (parsed.success) return parsed.output;
  } catch {
    // Said below: for the person who sent it, no JSON and other JSON are the same mistake.
  }
  return {
    unreadable: {
      de: 'Erwartet wird JSON mit den Listen »services« und »locations«.',
      en: 'JSON with the lists “services” and “locations” is expected.',
    },
  };
};
