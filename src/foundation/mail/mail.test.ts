import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openMail } from './mail.ts';

const message = {
  to: 'a@stadt.example',
  subject: 'Grüße',
  text: 'Hallo\nhttps://allmende.example/anmelden/link?code=x',
};

test('without a mail server the mail lies in the folder, for the operator alone', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'mail-')), 'mail');
  const mail = openMail({ folder });
  const sent = { 'List-Unsubscribe': '<https://allmende.example/abbestellen?code=x>' };
  await mail.send({ ...message, headers: sent });
  const [file = ''] = readdirSync(folder);
  const { at, headers, ...letter } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  assert.deepEqual(letter, message);
  assert.deepEqual(headers, { 'List-Unsubscribe': '<https://allmende.example/abbestellen?code=x>' });
  assert.ok(Date.parse(at) > 0);
  assert.equal(statSync(join(folder, file)).mode & 0o077, 0);
  assert.equal(mail.staysHere, true);
});

test('an encrypted mail lies in the folder whole, and beside it nothing in clear', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'mail-')), 'mail');
  await openMail({ folder }).send({
    ...message,
    sealed: Buffer.from('sealed'),
    messageId: '<one@x.example>',
  });
  const [eml = '', json = ''] = readdirSync(folder).sort();
  const mail = readFileSync(join(folder, eml), 'utf8');
  assert.match(mail, /Content-Type: application\/pkcs7-mime; smime-type=enveloped-data;\r\n name=smime\.p7m/);
  assert.match(mail, /Message-ID: <one@x\.example>[\s\S]*\r\n\r\nc2VhbGVk/);
  assert.doesNotMatch(mail, /Hallo/);
  assert.equal(JSON.parse(readFileSync(join(folder, json), 'utf8')).text, eml);
  assert.equal(statSync(join(folder, eml)).mode & 0o077, 0);
});

test('a mail goes to the server that is set', async () => {
  const heard: string[] = [];
  const server = createServer((socket) => {
    let isData = false;
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      for (const line of String(chunk).split('\r\n').slice(0, -1)) {
        heard.push(line);
        if (isData && line !== '.') continue;
        isData = line === 'DATA';
        socket.write(isData ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  const smtp = { url: `smtp://127.0.0.1:${address.port}`, from: 'allmende@stadt.example' };
  const mail = openMail({ smtp, folder: 'unused' });
  const headers = { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  await mail.send({ ...message, messageId: '<one@stadt.example>', headers });
  await mail.send({ ...message, sealed: Buffer.from('sealed') });
  server.close();
  assert.ok(heard.includes('c2VhbGVk'));
  for (const line of ['Message-ID: <one@stadt.example>', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'])
    assert.ok(heard.includes(line), heard.join('\n'));
  assert.equal(mail.staysHere, false);
  assert.ok(
    heard.includes('RCPT TO:<a@stadt.example>') && heard.includes('MAIL FROM:<allmende@stadt.example>'),
    heard.join('\n'),
  );
});
