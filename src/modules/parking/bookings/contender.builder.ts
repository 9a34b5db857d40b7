import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { openDatabase } from '../../../foundation/database/database.ts';
import { uuidV7 } from '../../../foundation/database/id.ts';
import { loadPlaceIndex } from '../../municipalities/index.ts';
import { SLOTS_A_DAY, slotAt } from '../slot.ts';
import { askForSpace } from './ask-for-space.ts';
import { at, INVOICE, SQUARE } from './bookings.builder.ts';
import { cancelBooking } from './driver-acts.ts';
import { hashOfSecret } from './secret.ts';

// Drivers of a process of their own, for a test that kills it: they ask and cancel at random for few spaces of one day.
// Each acknowledged promise is told by one line (+), only after its commit; a cancellation (-) before it; a try (.) after.
const [server = '{}', clients = '32', tries = '100', days = '0'] = process.argv.slice(2);
const connection = openDatabase(JSON.parse(server) as pg.PoolConfig, () => undefined);
const { database } = connection;
const places = await loadPlaceIndex(database);
const now = at('2026-11-24 09:00');
const setting = { database, places, clock: () => now, newId: uuidV7, secret: () => Buffer.alloc(32, 7) };
const noon = slotAt(at('2026-11-24 12:00')) + Number(days) * SLOTS_A_DAY;
const KEPT_TRIES = 20;
const whole = (below: number): number => Math.floor(Math.random() * below);

const ask = async (): Promise<{ id: string; ars: string; secret: string } | undefined> => {
  const from = noon + whole(36);
  const answer = await askForSpace(setting, {
    destination: SQUARE,
    from,
    to: from + 1 + whole(24),
    walkLimit: 500,
    highestCentsPerHour: 300,
    needs: { vehicleSize: 'car', belongsTo: [] },
    requestKey: randomUUID(),
    label: '',
    personId: null,
    plate: '',
    language: 'de',
    channel: 'web',
    payer: INVOICE,
  });
  if ('refused' in answer) return undefined;
  process.stdout.write(`+${answer.booking.id}\n`);
  return { ...answer.booking, secret: answer.secret };
};

const cancel = async ({ id, ars, secret }: { id: string; ars: string; secret: string }): Promise<void> => {
  // Told before: killed in between, the test takes it for either.
  process.stdout.write(`-${id}\n`);
  await cancelBooking(setting, { ars, secretHash: hashOfSecret(secret) });
};

/** Asks again and again; one in twelve promises is kept for a while, so that the next ones find little room. */
const drive = async (): Promise<void> => {
  let kept: Awaited<ReturnType<typeof ask>>;
  for (let left = Number(tries); left > 0; left -= 1) {
    if (kept && left % KEPT_TRIES === 0) {
      await cancel(kept);
      kept = undefined;
    }
    const promised = await ask();
    if (promised && !kept && whole(12) === 0) kept = promised;
    else if (promised) await cancel(promised);
    process.stdout.write('.\n');
  }
};

await Promise.all(Array.from({ length: Number(clients) }, drive));
process.stdout.write('done\n');
await connection.close();
