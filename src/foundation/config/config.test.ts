import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from './config.ts';

test('an empty environment gives the defaults', () => {
  const config = parseConfig({});
  assert.equal(config.port, 3000);
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.databaseUrl, undefined);
  assert.match(config.folder, /var$/);
});

const wrong = [
  { name: 'PORT', value: 'abc' },
  { name: 'PORT', value: '70000' },
  { name: 'PUBLIC_URL', value: 'javascript:alert(1)' },
  { name: 'LOG_LEVEL', value: 'loud' },
  { name: 'PROXIES', value: '9' },
  { name: 'DEMONSTRATION', value: 'ja' },
  { name: 'OIDC_ISSUER', value: 'http://login.example' },
  { name: 'OIDC_LEVELS', value: 'highest=4' },
  { name: 'MAP_TILES', value: 'https://tiles.example/' },
];
for (const { name, value } of wrong) {
  test(`${name}=${value} stops the start and names itself, the value and what is allowed`, () => {
    assert.throws(
      () => parseConfig({ [name]: value }),
      (error: Error) => error.message.includes(`${name}: gefunden »${value}«, erlaubt: `),
    );
  });
}

test('a wrong database address is not repeated: it may hold a password', () => {
  assert.throws(
    () => parseConfig({ DATABASE_URL: 'mysql://x:secret@y/z' }),
    (error: Error) => error.message.includes('DATABASE_URL') && !error.message.includes('secret'),
  );
});

test('several faults are told at once', () => {
  assert.throws(() => parseConfig({ PORT: 'x', LOG_LEVEL: 'y' }), /PORT[\s\S]*LOG_LEVEL/);
});

test('a provider needs the name and the secret of this application', () => {
  assert.throws(
    () => parseConfig({ OIDC_ISSUER: 'https://login.example' }),
    /OIDC_CLIENT_ID[\s\S]*OIDC_CLIENT_SECRET/,
  );
});

test('FIT-Connect is set up whole or not at all, with https, and its secret is not repeated', () => {
  const whole = {
    FIT_CONNECT_CLIENT_ID: 'allmende',
    FIT_CONNECT_CLIENT_SECRET: 'secret',
    FIT_CONNECT_TOKEN_URL: 'https://auth.example/token',
    FIT_CONNECT_SUBMISSION_URL: 'https://zustelldienst.example/v1/',
    FIT_CONNECT_ROUTING_URL: 'https://routing.example/v1',
    FIT_CONNECT_PORTAL_URL: 'https://portal.example',
  };
  assert.equal(parseConfig({}).fitConnect, undefined);
  assert.equal(parseConfig(whole).fitConnect?.submissionUrl, 'https://zustelldienst.example/v1');
  for (const name of Object.keys(whole))
    assert.throws(
      () => parseConfig({ ...whole, [name]: undefined }),
      (error: Error) => error.message.includes(`${name}: gefunden »«`) && !error.message.includes('secret'),
    );
  assert.throws(
    () => parseConfig({ ...whole, FIT_CONNECT_TOKEN_URL: 'http://auth.example/token' }),
    /FIT_CONNECT_TOKEN_URL: gefunden/,
  );
  const long = 'secret'.repeat(100);
  assert.throws(
    () => parseConfig({ ...whole, FIT_CONNECT_CLIENT_SECRET: long }),
    (error: Error) => /\(verborgen\)/.test(error.message) && !error.message.includes('secret'),
  );
});

test('a demonstration, where mails lie open, is refused beside a mail server', () => {
  assert.equal(parseConfig({ DEMONSTRATION: '1' }).isDemonstration, true);
  assert.equal(parseConfig({}).isDemonstration, false);
  assert.throws(
    () => parseConfig({ DEMONSTRATION: '1', SMTP_URL: 'smtp://x:secret@mail.example' }),
    (error: Error) => /DEMONSTRATION: gefunden »1«/.test(error.message) && !error.message.includes('secret'),
  );
});

test('test money is for demonstrations and trials, never beside a mail server', () => {
  assert.equal(parseConfig({}).payment, undefined);
  assert.equal(parseConfig({ PAYMENT: 'test' }).payment, 'test');
  assert.equal(parseConfig({ DEMONSTRATION: '1' }).payment, 'test');
  assert.equal(parseConfig({ DEMONSTRATION: '1', PAYMENT: 'none' }).payment, undefined);
  assert.throws(() => parseConfig({ PAYMENT: 'gold' }), /PAYMENT: gefunden »gold«/);
  const smtp = 'smtp://x:secret@mail.example';
  assert.throws(() => parseConfig({ PAYMENT: 'test', SMTP_URL: smtp }), /PAYMENT: gefunden »test«/);
});

test('the words of a provider for the trust levels are listed by level', () => {
  const { oidc } = parseConfig({
    OIDC_ISSUER: 'https://login.example/realms/stadt',
    OIDC_CLIENT_ID: 'allmende',
    OIDC_CLIENT_SECRET: 'x',
    OIDC_LEVELS: 'low=STORK-QAA-Level-1 substantial=STORK-QAA-Level-3  high=STORK-QAA-Level-4 high=a=b',
  });
  assert.deepEqual(oidc?.levels, {
    low: ['STORK-QAA-Level-1'],
    substantial: ['STORK-QAA-Level-3'],
    high: ['STORK-QAA-Level-4', 'a=b'],
  });
});

test('a mail server with a password is not repeated', () => {
  assert.throws(
    () => parseConfig({ SMTP_URL: 'http://x:secret@y/z' }),
    (error: Error) => error.message.includes('SMTP_URL') && !error.message.includes('secret'),
  );
});
