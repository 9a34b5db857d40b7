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
