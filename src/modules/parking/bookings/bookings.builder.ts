import { randomUUID } from 'node:crypto';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { fromBerlin } from '../../../foundation/time/zone.ts';
import { loadPlaceIndex, seedMunicipalities } from '../../municipalities/index.ts';
import type { Payer } from '../money/payment.ts';
import { slotAt } from '../slot.ts';
import type { HostKind, Pool, PoolFacts } from '../spaces/pool.ts';
import { saveHost, savePool } from '../spaces/pool-store.ts';
import { sealAccess } from '../spaces/seal-access.ts';
import { askForSpace } from './ask-for-space.ts';
import type { Asked } from './asked.ts';
import { hashOfSecret } from './secret.ts';

export const KARLSRUHE = '082120000000';
/** The market square. */
export const SQUARE = { lon: 8.4037, lat: 49.0093 };
const SECRET = Buffer.alloc(32, 7);

export const at = (text: string): Date => {
  const [day = '', time] = text.split(' ');
  return fromBerlin(day, time);
};

/** Who pays the town by invoice is promised a space at once. */
export const INVOICE: Payer = {
  way: 'invoice',
  name: 'Ada Beispiel',
  street: 'Beispielweg 1',
  postcode: '76131',
  city: 'Karlsruhe',
};

type Database = Awaited<ReturnType<typeof testDatabase>>['database'];

/** A pool of the town that is always open, where nothing else is said. */
const poolOf = async (
  facts: Partial<PoolFacts>,
  windows: Pool['windows'] | undefined,
  now: Date,
): Promise<Pool> => {
  const id = randomUUID();
  return {
    ars: KARLSRUHE,
    id,
    hostId: randomUUID(),
    facts: {
      name: 'Hof',
      kind: 'open',
      point: SQUARE,
      address: 'Marktplatz 1',
      capacity: 1,
      neighbourSpaces: 0,
      vehicleSize: 'car',
      hasCharging: false,
      audience: 'everybody',
      accessKind: 'code',
      centsPerHour: 100,
      ...facts,
    },
    sealedAccess: await sealAccess(SECRET, { ars: KARLSRUHE, id }, 'Schranke 4711'),
    permit: { answers: {}, verdict: 'green', checkedAt: now },
    state: 'shared',
    windows: windows ?? [{ isOpen: true, weekdays: [], fromMinute: 0, toMinute: 1440, holidays: 'any' }],
  };
};

const keep = async (database: Database, pool: Pool, kind: HostKind, now: Date): Promise<Pool> => {
  const host = { ars: KARLSRUHE, id: pool.hostId, kind, name: 'Stadt', personId: null };
  await saveHost(database, { ...host, isDemonstration: true }, now);
  await savePool(database, pool, now);
  return pool;
};

/** A town with an index of places and a clock that the test moves. */
export const startParking = async () => {
  const context = await testDatabase({ name: 'register', work: seedMunicipalities });
  await seedMunicipalities(context);
  const places = await loadPlaceIndex(context.database);
  let now = at('2026-11-24 09:00');
  const setting = { ...context, places, secret: () => SECRET, clock: () => now };
  const addPool = async (
    facts: Partial<PoolFacts> = {},
    windows?: Pool['windows'],
    kind: HostKind = 'municipal',
  ): Promise<Pool> => keep(context.database, await poolOf(facts, windows, now), kind, now);
  const wish = (from: string, to: string, more: Partial<Asked> = {}): Asked => ({
    destination: SQUARE,
    from: slotAt(at(from)),
    to: slotAt(at(to)),
    walkLimit: 350,
    highestCentsPerHour: 300,
    needs: { vehicleSize: 'car', belongsTo: [] },
    requestKey: randomUUID(),
    label: 'Marktplatz',
    personId: null,
    plate: '',
    language: 'de',
    channel: 'web',
    payer: INVOICE,
    ...more,
  });
  /** A promise that was given. */
  const promised = async (from: string, to: string, more: Partial<Asked> = {}) => {
    const answer = await askForSpace(setting, wish(from, to, more));
    if ('refused' in answer) throw new Error(answer.refused);
    return { ...answer, key: { ars: answer.booking.ars, secretHash: hashOfSecret(answer.secret) } };
  };
  return {
    context,
    setting,
    addPool,
    wish,
    promised,
    setNow: (text: string) => {
      now = at(text);
    },
    /** Nothing is left of earlier tests. */
    clear: () =>
      context.connection.pool.query(
        'delete from parking.payment; delete from parking.booking; delete from parking.slot_load; delete from parking.pool; delete from parking.host',
      ),
  };
};
