import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../foundation/testing/database.ts';
import type { Acting } from '../../accounts/index.ts';
import { aFestival, aPlayground, editorOf, entryBy, LEEZEN, places } from '../desk/desk.builder.ts';
import { deskSourceId } from '../desk/desk-source.ts';
import { publishEntry } from '../desk/publish-entry.ts';
import { checkLinks, lookAtLink } from './check-links.ts';
import { listFailedLinks } from './link-store.ts';

const context = await testDatabase();
const asked: string[] = [];
let isDown = false;
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  if (request.url === '/gone' || isDown) response.writeHead(404).end();
  else if (request.url === '/moved') response.writeHead(301, { location: '/fine' }).end();
  else response.writeHead(200).end('x'.repeat(request.url === '/long' ? 200_000 : 10));
});
let base = '';
let acting: Acting;
const options = { allowPrivate: true };
const notice = { subject: 'Links', text: (urls: string[]) => urls.join('\n') };
const onDay = (day: number) => ({ ...context, clock: () => new Date(Date.UTC(2026, 10, 22 + day, 11)) });
const failed = () =>
  listFailedLinks(
    context.database,
    { ars: LEEZEN, deskSourceId: deskSourceId({ ars: LEEZEN, id: LEEZEN }), isUnit: true },
    10,
  );

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  acting = await editorOf(context, LEEZEN, 'Leezen');
  for (const fields of [
    { ...aFestival, lon: '10,2', lat: '53,86', link: `${base}/gone` },
    { ...aPlayground, link: `${base}/moved` },
  ]) {
    const published = await publishEntry(
      context,
      acting,
      { id: await entryBy(context, acting, fields) },
      places,
    );
    assert.ok(!('refused' in published), JSON.stringify(published));
  }
});
after(() => server.close());

test('a page that moved or is very long leads somewhere; one that is gone or inside the own network does not', async () => {
  assert.equal(await lookAtLink(`${base}/moved`, options), undefined);
  assert.equal(await lookAtLink(`${base}/long`, options), undefined);
  assert.equal(await lookAtLink(`${base}/gone`, options), 'bad-status: 404');
  assert.match((await lookAtLink(`${base}/fine`)) ?? '', /^forbidden-address/);
});

test('a link is looked at when it is due, broken after two days of being gone, and told of once', async () => {
  asked.length = 0;
  assert.deepEqual(await checkLinks(onDay(0), notice, options), { checked: 2, broken: 0 });
  assert.deepEqual(asked.sort(), ['/fine', '/gone', '/moved']);
  assert.deepEqual(await checkLinks(onDay(0), notice, options), { checked: 0, broken: 0 });
  assert.deepEqual(await checkLinks(onDay(1), notice, options), { checked: 1, broken: 1 });
  assert.deepEqual(await checkLinks(onDay(2), notice, options), { checked: 1, broken: 0 });
  const told = await sql<{ person_id: string; text: string }>`
    select person_id, text from accounts.notice where topic = 'links'`.execute(context.database);
  assert.deepEqual(told.rows, [{ person_id: acting.personId, text: `${base}/gone` }]);
  const [link, ...more] = await failed();
  assert.deepEqual(more, []);
  assert.deepEqual([link?.name, link?.failures, link?.reason], ['Sommerfest', 3, 'bad-status: 404']);
  assert.ok(link?.entryId);
});

test('a link that no offer carries any more is forgotten', async () => {
  await sql`update offers.offer set withdrawn_at = now() where name = 'Sommerfest'`.execute(context.database);
  isDown = true;
  await checkLinks(onDay(8), notice, options);
  assert.deepEqual(
    (await failed()).map(({ url }) => url),
    [`${base}/moved`],
  );
  const kept = await sql<{ url: string }>`select url from offers.link_check`.execute(context.database);
  assert.equal(kept.rows.length, 1);
});

test('where nobody works, nothing is asked', async () => {
  await sql`delete from accounts.role`.execute(context.database);
  assert.deepEqual(await checkLinks(onDay(30), notice, options), { checked: 0, broken: 0 });
});
