import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import type { Acting } from '../../accounts/index.ts';
import { actsIn, editorOf, KARLSRUHE, LEEZEN, offersIn, places } from '../desk/desk.builder.ts';
import { readSubscribedSource } from './read-sources.ts';
import { listSourcesToRead, listSubscribedSources } from './source-store.ts';
import { cancelSource, subscribeSource } from './subscribe-source.ts';

const context = await testDatabase();
const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1@verein.example\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261224T150000Z\r\nDTEND:20261224T170000Z\r\nSUMMARY:Krippenspiel\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
let answer = { status: 200, body: calendar };
const server = createServer((_, response) => response.writeHead(answer.status).end(answer.body));
let url = '';
let leezen: Acting;
let karlsruhe: Acting;
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/termine.ics`;
  leezen = await editorOf(context, LEEZEN, 'Leezen');
  karlsruhe = await editorOf(context, KARLSRUHE, 'Karlsruhe');
});
after(() => server.close());

const typed = () => ({ name: 'Kirche', url, format: 'icalendar', licence: '' });
const read = (id: string) =>
  readSubscribedSource(context, { ars: LEEZEN, id }, places, { allowPrivate: true });

test('what cannot be a source is refused, every fault at once', async () => {
  assert.deepEqual(
    await subscribeSource(context, leezen, {
      name: ' ',
      url: 'javascript:alert(1)',
      format: 'xlsx',
      licence: 'x'.repeat(101),
    }),
    {
      refused: 'faulty',
      faults: ['name-missing', 'address-unreadable', 'format-unknown', 'licence-too-long'],
    },
  );
  assert.deepEqual(await listSourcesToRead(context.database), []);
});

test('a calendar is subscribed to, read, shown with its last run, and cancelled; only its own town may', async () => {
  const subscribed = await subscribeSource(context, leezen, typed());
  assert.ok('sourceId' in subscribed);
  const { sourceId } = subscribed;
  assert.deepEqual(await read(sourceId), { read: 1, created: 1, changed: 0, vanished: 0, rejected: 0 });
  assert.deepEqual(await read(sourceId), { unchanged: 'yes' });
  assert.deepEqual(
    (await offersIn(context, LEEZEN)).map(({ name, withdrawn }) => [name, withdrawn]),
    [['Krippenspiel', false]],
  );
  answer = { status: 500, body: '' };
  assert.deepEqual(await read(sourceId), { refused: 'bad-status' });
  const [shown] = await listSubscribedSources(context.database, LEEZEN);
  assert.deepEqual([shown?.outcome, shown?.offers, shown?.failure], ['failed', 1, 'bad-status: 500']);
  assert.deepEqual(await listSubscribedSources(context.database, KARLSRUHE), []);
  assert.deepEqual(await cancelSource(context, karlsruhe, sourceId), { refused: 'unknown-source' });
  assert.deepEqual(await cancelSource(context, leezen, sourceId), { cancelled: true, withdrawn: 1 });
  assert.deepEqual(
    (await offersIn(context, LEEZEN)).map(({ withdrawn }) => withdrawn),
    [true],
  );
  assert.equal(await read(sourceId), undefined);
  assert.deepEqual(await listSubscribedSources(context.database, LEEZEN), []);
  assert.deepEqual(await actsIn(context, LEEZEN), ['subscribe-source', 'cancel-source']);
});

test('a subscribed address may not lead into the own network', async () => {
  const subscribed = await subscribeSource(context, leezen, typed());
  assert.ok('sourceId' in subscribed);
  assert.deepEqual(await readSubscribedSource(context, { ars: LEEZEN, id: subscribed.sourceId }, places), {
    refused: 'forbidden-address',
  });
});
