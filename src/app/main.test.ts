import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const start = (args: string[], variables: Record<string, string>) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/app/main.ts', ...args], {
    env: { PATH: process.env.PATH, ...variables },
    encoding: 'utf8',
    timeout: 30_000,
  });

const cases: {
  name: string;
  args?: string[];
  variables?: Record<string, string>;
  says: RegExp[];
  hides?: RegExp;
}[] = [
  {
    name: 'wrong values end the start, each with its variable, what was found and what is allowed',
    variables: { PORT: 'achtzig', LOG_LEVEL: 'laut' },
    says: [
      /PORT: gefunden »achtzig«, erlaubt: .*65535/,
      /LOG_LEVEL: gefunden »laut«, erlaubt: debug, info, warn, error/,
    ],
  },
  {
    name: 'an address with a password is not repeated',
    variables: { DATABASE_URL: 'mysql://someone:secret@example.org/db' },
    says: [/DATABASE_URL: gefunden \(verborgen\), erlaubt: postgres:/],
    hides: /secret/,
  },
  {
    name: 'a key that is none ends the start and is not repeated',
    variables: { SECRETS_KEY: 'c2VjcmV0LXZhbHVl' },
    says: [/SECRETS_KEY: gefunden \(verborgen\), erlaubt: 32 Bytes/],
    hides: /c2VjcmV0/,
  },
  {
    name: 'an unknown command shows those that there are',
    args: ['constructor'],
    says: [
      /»constructor« gibt es nicht/,
      /export <Ordner>/,
      /import-offers <ARS> <Quelle>/,
      /update-register <Datei>/,
    ],
  },
];

for (const { name, args = [], variables = {}, says, hides } of cases)
  test(name, () => {
    const { status, stderr, stdout } = start(args, variables);
    assert.equal(status, 1, stdout + stderr);
    for (const pattern of says) assert.match(stderr, pattern);
    if (hides) assert.doesNotMatch(stderr, hides);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });
