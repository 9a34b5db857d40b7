import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed } from 'feedsmith';
import { Hono } from 'hono';
import ical from 'ical.js';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { AROUND, importLines, KARLSRUHE } from '../offers.builder.ts';
import { findOffers } from '../search/find-offers.ts';
import { offerFeeds } from './feeds.ts';
import type { OfferPageVariables } from './list-pages.tsx';

const context = await testDatabase();
await importLines(context, 'id;name;category;lon;lat;description;start;startTime;end;endTime;repeat;status', [
  '1;Chor, offen für alle;concert;8.404;49.009;Bitte mitbringen: Stimme;2026-10-22;18:00;;19:30;FREQ=WEEKLY;',
  '2;Ausstellung;exhibition;8.404;49.0091;;2026-11-01;;2026-12-06;;;',
  '3;Lesung;course;8.404;49.0092;;2026-11-24;19:00;;20:00;;abgesagt',
]);
const server = new Hono<{ Variables: OfferPageVariables }>();
server.use(async (c, next) => {
  c.set('language', 'de');
  c.set('here', {
    label: 'Karlsruhe',
    parameters: { ort: '08212000' },
    point: AROUND,
    ars: KARLSRUHE,
    isPosition: false,
  });
  await next();
});
server.route(
  '/',
  offerFeeds({
    ...context,
    townOf: () => ({ label: 'Karlsruhe', path: '/ort/karlsruhe' }),
    origin: () => 'https://allmende.example',
  }),
);

const eventsOf = async (path: string) => {
  const answer = await server.request(path);
  assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8');
  const text = await answer.text();
  assert.ok(
    text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75),
    'RFC 5545: lines of at most 75 octets',
  );
  return new ical.Component(ical.parse(text)).getAllSubcomponents('vevent').map((one) => new ical.Event(one));
};

test('a list is a calendar that any program can subscribe to', async () => {
  const events = await eventsOf('/hier.ics');
  const names = new Set(events.map(({ summary }) => summary));
  assert.deepEqual([...names].sort(), ['Ausstellung', 'Chor, offen für alle', 'Lesung']);
  const choir = events.filter(({ summary }) => summary.startsWith('Chor'));
  assert.equal(choir[0]?.startDate.toJSDate().toISOString(), '2026-11-26T17:00:00.000Z');
  assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
});

test('an exhibition lasts whole days, what is cancelled says so', async () => {
  const events = await eventsOf('/hier.ics');
  const exhibition = events.find(({ summary }) => summary === 'Ausstellung');
  assert.deepEqual(
    [exhibition?.startDate.toString(), exhibition?.endDate.toString()],
    ['2026-11-01', '2026-12-07'],
  );
  assert.equal(exhibition?.startDate.isDate, true);
  assert.equal(
    events.find(({ summary }) => summary === 'Lesung')?.component.getFirstPropertyValue('status'),
    'CANCELLED',
  );
});

test('one event brings its dates', async () => {
  const window = { start: context.clock(), end: new Date(context.clock().getTime() + 864e5 * 7) };
  const query = {
    around: AROUND,
    radiusMetres: 1000,
    categories: ['concert' as const],
    kinds: ['event' as const],
    window,
    openNow: false,
    free: false,
    stepFree: false,
    offset: 0,
    limit: 5,
  };
  const [choir] = (await findOffers(context.database, query, context.clock())).offers;
  assert.ok((await eventsOf(`/angebot/${choir?.id}.ics`)).length > 50);
});

test('the same list is an Atom feed', async () => {
  const answer = await server.request('/hier.atom');
  const feed = parseAtomFeed(await answer.text());
  assert.equal(feed.entries?.length, 3);
  assert.ok(
    feed.entries?.every(({ links }) => links?.[0]?.href?.startsWith('https://allmende.example/angebot/')),
  );
});
