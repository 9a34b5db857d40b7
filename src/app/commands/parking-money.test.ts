import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, mock, test } from 'node:test';
import { parseConfig } from '../../foundation/config/config.ts';
import { cancelBooking } from '../../modules/parking/bookings/driver-acts.ts';
import { FACTS, startMoney } from '../../modules/parking/money/money.builder.ts';
import { keepTaxFacts } from '../../modules/parking/money/tax/keep-tax-facts.ts';
import { moneySetting } from '../parking.ts';
import type { CommandContext } from './command.ts';
import { findCommand } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'allmende-money-'));
after(() => rmSync(folder, { recursive: true }));
const key = Buffer.alloc(32, 3).toString('base64');
Object.assign(process.env, {
  PAYMENT: 'test',
  SECRETS_KEY: key,
  OPERATOR: 'Stadtwerke',
  ALLMENDE_DIR: folder,
});

const world = await startMoney();
const context: CommandContext = { ...world.context, clock: world.setting.clock };
const lines: string[] = [];
mock.method(console, 'log', (line: string) => lines.push(line));
const run = async (name: string, ...rest: string[]): Promise<string> => {
  lines.length = 0;
  await findCommand(name).run(context, rest);
  return lines.join('\n');
};

const pool = await world.addPool({}, undefined, 'firm');
const one = await world.paid('2026-11-24 12:00', '2026-11-24 14:00');
world.setNow('2026-11-24 11:50');
await world.minute();
await cancelBooking(world.setting, one.key);
await world.minute();
await world.minute();
const host = { ars: pool.ars, hostId: pool.hostId };

test('a day is compared; a difference is named and ends with a fault', async () => {
  assert.match(await run('reconcile-parking', pool.ars, '2026-11-24'), /1 Bewegungen.*1,00 €$/);
  await world.context.connection.pool.query('update parking.test_movement set cents = 150');
  await assert.rejects(run('reconcile-parking', pool.ars, '2026-11-24'), /1 Abweichungen/);
  assert.match(lines.join('\n'), /capture: bei uns 1,00 €, beim Zahlungsdienst 1,50 €/);
  for (const [ars, day] of [
    ['8', '2026-11-24'],
    [pool.ars, 'gestern'],
    [pool.ars, '2026-13-01'],
  ] as const)
    await assert.rejects(run('reconcile-parking', ars, day), /kein/);
});

test('the yearly report is written for nobody else; who has not told everything is named and left out', async () => {
  const file = join(folder, 'meldung.xml');
  const about = [
    '--steuernummer',
    '12/345',
    '--strasse',
    'Weg',
    '--hausnummer',
    '1',
    '--plz',
    '76131',
    '--ort',
    'Karlsruhe',
  ];
  await assert.rejects(run('parking-tax-report', '2026', file), /Es fehlt: --steuernummer/);
  await assert.rejects(run('parking-tax-report', '26', file, ...about), /kein Jahr/);
  await assert.rejects(run('parking-tax-report', '2026', file, ...about), /1 Gastgeber ohne Angaben/);
  assert.match(readFileSync(file, 'utf8'), /DPI403/);
  await keepTaxFacts(moneySetting(context, parseConfig(process.env)), host, FACTS);
  assert.match(await run('parking-tax-report', '2026', file, ...about), /1 Gastgeber für 2026/);
  assert.match(readFileSync(file, 'utf8'), /<dpi:LastName>Beispiel<[\s\S]*<dpi:ConsQ4 currCode="EUR">1</);
  assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('where nobody holds money there is nothing to compare', async () => {
  process.env.PAYMENT = 'none';
  await assert.rejects(run('reconcile-parking', pool.ars, '2026-11-24'), /kein Zahlungsdienst/);
});
