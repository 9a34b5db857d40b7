import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidV7 } from '../database/id.ts';
import { testDatabase } from '../testing/database.ts';
import { type Consumer, deliverEvents } from './deliver-events.ts';
import { deleteDelivered } from './domain-event-store.ts';
import { tellEvent } from './tell-event.ts';

const { connection } = await testDatabase();
const { database, pool } = connection;
const context = { database, clock: () => new Date('2026-11-24T12:00:00Z'), newId: uuidV7 };
const tell = (type: string, payload: unknown = {}) =>
  tellEvent(context, { ars: '010605053053', type, payload });
const faults: string[] = [];
const deliver = (consumers: Record<string, Consumer[]>) =>
  deliverEvents(context, consumers, (_, error) => faults.push(error.message));

test('told in a transaction that fails, nothing is told', async () => {
  await assert.rejects(
    database.transaction().execute(async (inside) => {
      await tellEvent({ ...context, database: inside }, { ars: '01', type: 'pot-broken', payload: {} });
      throw new Error('no');
    }),
  );
  assert.deepEqual(await deliver({}), { delivered: 0, failed: 0 });
});

test('handed on once, to whoever listens, in the order in which it was told', async () => {
  await tell('pot-filled', { litres: 1 });
  await tell('pot-filled', { litres: 2 });
  await tell('pot-emptied');
  const heard: unknown[] = [];
  const hear: Consumer = async (_, { payload }) => void heard.push(payload);
  const consumers = { 'pot-filled': [hear, hear] };
  // Two processes at once: neither hands on what the other has in hand.
  const both = await Promise.all([deliver(consumers), deliver(consumers)]);
  assert.equal(both[0].delivered + both[1].delivered, 3);
  assert.deepEqual(heard.map((payload) => (payload as { litres: number }).litres).toSorted(), [1, 1, 2, 2]);
  assert.deepEqual(await deliver(consumers), { delivered: 0, failed: 0 });
});

test('what a consumer wrote before it failed is undone, and the event waits; others go on', async () => {
  await tell('pot-cracked');
  await tell('pot-filled');
  const write: Consumer = async (inside) => tellEvent(inside, { ars: '01', type: 'never-told', payload: {} });
  const fail: Consumer = async () => {
    throw new Error('no shelf');
  };
  assert.deepEqual(await deliver({ 'pot-cracked': [write, fail] }), { delivered: 1, failed: 1 });
  assert.deepEqual(faults, ['no shelf']);
  const { rows } = await pool.query("select 1 from events.domain_event where type = 'never-told'");
  assert.equal(rows.length, 0);
  assert.deepEqual(await deliver({}), { delivered: 1, failed: 0 });
});

test('tried ten times it stays where the operator sees it', async () => {
  await tell('pot-lost');
  const fail: Consumer = async () => {
    throw new Error('gone');
  };
  for (let tries = 0; tries < 12; tries += 1) await deliver({ 'pot-lost': [fail] });
  const { rows } = await pool.query("select attempts from events.domain_event where type = 'pot-lost'");
  assert.deepEqual(rows, [{ attempts: 10 }]);
  await deleteDelivered(database, new Date('2027-01-01'));
  assert.equal((await pool.query('select 1 from events.domain_event')).rows.length, 1);
});
