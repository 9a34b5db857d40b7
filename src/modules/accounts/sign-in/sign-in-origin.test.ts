import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInOrigin } from './sign-in-origin.ts';

const cases: [publicUrl: string | undefined, request: string, origin: string | undefined][] = [
  ['https://allmende.example', 'http://10.0.0.5:3000/anmelden', 'https://allmende.example'],
  ['https://allmende.example', 'http://evil.example/anmelden', 'https://allmende.example'],
  ['http://allmende.example', 'http://allmende.example/anmelden', undefined],
  [undefined, 'http://localhost:3000/anmelden', 'http://localhost:3000'],
  [undefined, 'http://127.0.0.1:3000/anmelden', 'http://127.0.0.1:3000'],
  [undefined, 'http://[::1]:3000/anmelden', 'http://[::1]:3000'],
  [undefined, 'http://allmende.example/anmelden', undefined],
  [undefined, 'https://allmende.example/anmelden', undefined],
  [undefined, 'http://localhost.evil.example/anmelden', undefined],
];

for (const [publicUrl, request, origin] of cases)
  test(`PUBLIC_URL ${publicUrl ?? 'not set'}, asked at ${new URL(request).host}: ${origin ?? 'no sign-in'}`, () => {
    assert.equal(signInOrigin(publicUrl, request), origin);
  });
