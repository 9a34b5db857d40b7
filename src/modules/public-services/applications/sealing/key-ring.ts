import { randomBytes } from 'node:crypto';
import type { Context } from '../../../../foundation/database/context.ts';
import { type DataKey, findAnyKey, findKey, findNewestKey, type SealedKind, saveKey } from './key-store.ts';
import { open, seal } from './seal.ts';

const KEY_BYTES = 32;
const MOST_KEYS_KNOWN = 1_000;

/** Where a sealed text belongs. */
export type Place = { ars: string; applicationId: string; kind: SealedKind };

type Store = Pick<Context, 'database' | 'clock'>;

/** Seals and opens with the key of a municipality, which itself lies wrapped in the database. */
export type KeyRing = {
  /** Call it inside the transaction that writes the row. */
  seal: (context: Store, place: Place, plain: Uint8Array) => Promise<{ keyNumber: number; sealed: Buffer }>;
  open: (
    context: Pick<Context, 'database'>,
    place: Place,
    keyNumber: number,
    sealed: Buffer,
  ) => Promise<Buffer>;
  /** Makes the next key of a municipality. @returns its number. */ renew: (
    context: Store,
    ars: string,
  ) => Promise<number>;
  /** @throws Error where the master key is not the one that wrapped what is here. */
  verify: (context: Pick<Context, 'database'>) => Promise<void>;
};

const aboutText = ({ ars, applicationId, kind }: Place): string => `${ars} ${applicationId} ${kind}`;
const aboutKey = ({ ars, number }: Pick<DataKey, 'ars' | 'number'>): string => `data-key ${ars} ${number}`;

/** @param masterKey is asked for when it is first needed: many commands seal nothing. */
export const openKeyRing = (masterKey: () => Buffer): KeyRing => {
  const known = new Map<string, Buffer>();
  const unwrap = (key: DataKey): Buffer => {
    const name = aboutKey(key);
    const found = known.get(name);
    if (found) return found;
    const opened = open(masterKey(), name, key.wrapped);
    if (known.size >= MOST_KEYS_KNOWN) known.clear();
    known.set(name, opened);
    return opened;
  };
  const make = async ({ database, clock }: Store, ars: string, number: number): Promise<void> => {
    const wrapped = seal(masterKey(), aboutKey({ ars, number }), randomBytes(KEY_BYTES));
    await saveKey(database, { ars, number, wrapped }, clock());
  };
  return {
    seal: async (context, place, plain) => {
      let key = await findNewestKey(context.database, place.ars);
      if (!key) {
        await make(context, place.ars, 1);
        key = await findNewestKey(context.database, place.ars);
      }
      if (!key) throw new Error('The new key is not there.');
      return { keyNumber: key.number, sealed: seal(unwrap(key), aboutText(place), plain) };
    },
    open: async ({ database }, place, keyNumber, sealed) => {
      const key = await findKey(database, place.ars, keyNumber);
      if (!key) throw new Error(`There is no key ${keyNumber} of ${place.ars}.`);
      return open(unwrap(key), aboutText(place), sealed);
    },
    renew: async (context, ars) => {
      const newest = await findNewestKey(context.database, ars);
      const number = (newest?.number ?? 0) + 1;
      await make(context, ars, number);
      return number;
    },
    verify: async ({ database }) => {
      // Asked for in any case: a key that cannot be made is noticed at the start as well.
      const master = masterKey();
      const key = await findAnyKey(database);
      if (key) open(master, aboutKey(key), key.wrapped);
    },
  };
};
