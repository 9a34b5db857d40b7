import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseConfig } from '../foundation/config/config.ts';
import { createLog } from '../foundation/log/log.ts';
import { openMail } from '../foundation/mail/mail.ts';
import { testDatabase } from '../foundation/testing/database.ts';
import { loadPlaceIndex } from '../modules/municipalities/index.ts';
import { createServer } from './server.tsx';

const folder = mkdtempSync(join(tmpdir(), 'postfach-'));
const platform = { ...(await testDatabase()), server: {}, close: async () => undefined };
const places = await loadPlaceIndex(platform.database);
const assets = { app: '/assets/app.css', page: '/assets/page.js', map: '/assets/map.js' };
const log = createLog('error', () => undefined);
const serverWith = (variables: Record<string, string>) => {
  const config = parseConfig({ ALLMENDE_DIR: folder, ...variables });
  return createServer(platform, { config, assets, version: 'test', places }, log);
};
const demonstration = serverWith({ DEMONSTRATION: '1' });
const HERE = 'http://localhost:3000';

test('an empty mailbox says so, the newest mail stands on top, and its links can be followed', async () => {
  assert.match(await (await demonstration.request(`${HERE}/postfach`)).text(), /noch keine Nachricht/);
  const mail = openMail({ folder: join(folder, 'mail') });
  const text = 'Guten Tag,\n\nhttp://localhost:3000/anmelden/link?code=a_b-c&zurueck=%2Fkonto\n<b>x</b>';
  await mail.send({ to: 'a@stadt.example', subject: 'Eins <i>', text });
  await mail.send({ to: 'b@stadt.example', subject: 'Zwei', text: 'Hallo' });
  writeFileSync(join(folder, 'mail', `${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}.json`), '{"to":1}');
  const list = await (await demonstration.request(`${HERE}/postfach`)).text();
  assert.match(list, /Zwei[\s\S]*b@stadt\.example[\s\S]*Eins &lt;i>/);
  const href = /href="(\/postfach\/[0-9a-f-]{36})"[^>]*>\s*Eins/.exec(list)?.[1] ?? '';
  const answer = await demonstration.request(HERE + href);
  assert.equal(answer.headers.get('cache-control'), 'private, no-store');
  const page = await answer.text();
  assert.match(page, /href="http:\/\/localhost:3000\/anmelden\/link\?code=a_b-c&amp;zurueck=%2Fkonto"/);
  assert.match(page, /&lt;b>x/);
});

test('outside a demonstration, or over a line that anybody can read, there is no mailbox', async () => {
  assert.equal((await serverWith({}).request(`${HERE}/postfach`)).status, 404);
  assert.equal((await demonstration.request('http://allmende.example/postfach')).status, 404);
  for (const id of ['..%2F..%2Fetc%2Fpasswd', 'x', '0'.repeat(36)])
    assert.equal((await demonstration.request(`${HERE}/postfach/${id}`)).status, 404, id);
});

test('where a mail was sent, the page leads to the mailbox', async () => {
  assert.match(await (await demonstration.request(`${HERE}/anmelden/mail`)).text(), /href="\/postfach"/);
  assert.match(await (await serverWith({}).request(`${HERE}/anmelden/mail`)).text(), /liegt als Datei/);
});
