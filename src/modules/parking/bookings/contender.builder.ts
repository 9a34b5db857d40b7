import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { openDatabase } from '../../../foundation/database/database.ts';
import { uuidV7 } from '../../../foundation/database/id.ts';
import { loadPlaceIndex } from '../../municipalities/index.ts';
import { slotAt } from '../slot.ts';
import { askForSpace } from './ask-for-space.ts';
import { at, INVOICE, SQUARE } from './bookings.builder.ts';
import { cancelBooking } from './driver-acts.ts';
import { hashOfSecret } from './secret.ts';

// Drivers of a process of their own, for a test that kills it: they ask and cancel at random for few spaces, and each
// acknowledged promise is told by one line, only after its commit.
const [server = '{}', clients = '32', tries = '100'] = process.argv.slice(2);
const connection = openDatabase(JSON.parse(server) as pg.PoolConfig, () => undefined);
const { database } = connection;
const places = await loadPlaceIndex(database);
const now = at('2026-11-24 09:00');
const setting = { database, places, clock: () => now, newId: uuidV7, secret: () => Buffer.alloc(32, 7) };
const noon = slotAt(at('2026-11-24 12:00'));
const whole = (below: number): number => Math.floor(Math.random() * below);

const drive = async (): Promise<void> => {
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
  if ('refused' in answer) return;
  process.stdout.write(`+${answer.booking.id}\n`);
  if (whole(12) === 0) return;
  // Told before: killed in between, the test takes it for either.
  process.stdout.write(`-${answer.booking.id}\n`);
  await cancelBooking(setting, { ars: answer.booking.ars, secretHash: hashOfSecret(answer.secret) });
};

await Promise.all(
  Array.from({ length: Number(clients) }, async () => {
    for (let left = Number(tries); left > 0; left -= 1) await drive();
  }),
);
process.stdout.write('done\n');
await connection.close();
