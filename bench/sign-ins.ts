import { verify } from '@node-rs/argon2';
import type { Platform } from '../src/app/platform.ts';
import { createAccount, createMailLink } from '../src/modules/accounts/index.ts';
import type { PlaceIndex } from '../src/modules/municipalities/index.ts';
import { createApp } from './answers.ts';
import { median, type Section, short } from './figures.ts';
import { rateOf } from './rate.ts';

const ROUNDS = 3;
const MOST_AT_ONCE = 16;
const PASSWORD = 'Hund Tasse Wolke';
const ORIGIN = 'http://localhost';

/** Somebody with a password, whose device is known: guesses of others in the same network do not slow them down. */
const signInOf = async (platform: Platform, app: ReturnType<typeof createApp>) => {
  const mail = `bench-${platform.newId()}@stadt.example`;
  const created = await createAccount(platform, mail);
  if ('refused' in created) throw new Error(created.refused);
  const post = (path: string, form: Record<string, string>, cookie = '') =>
    app.request(ORIGIN + path, {
      method: 'POST',
      headers: { origin: ORIGIN, cookie },
      body: new URLSearchParams(form),
    });
  const cookiesOf = (answer: Response): string =>
    answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  const cookies = cookiesOf(
    await post('/anmelden/link', { code: await createMailLink(platform, created.personId) }),
  );
  await post('/konto/passwort', { next: PASSWORD }, cookies);
  const device = cookies.split('; ').filter((one) => one.includes('geraet'));
  const signIn = async (): Promise<void> => {
    const { status } = await post('/anmelden', { mail, password: PASSWORD }, device.join('; '));
    if (status !== 303) throw new Error(`Signing in answered ${status}.`);
  };
  return { signIn, personId: created.personId };
};

export const measureSignIns = async (
  platform: Platform,
  index: PlaceIndex,
  seconds: number,
): Promise<Section> => {
  const app = createApp(platform, index);
  const people = [];
  for (let count = 0; count < MOST_AT_ONCE; count += 1) people.push(await signInOf(platform, app));
  const { pool } = platform.connection;
  const { rows } = await pool.query<{ hash: string }>(
    'select hash from accounts.credential where person_id = $1',
    [people[0]?.personId],
  );
  const stored = rows[0]?.hash ?? '';
  const bare = async (): Promise<void> => {
    if (!(await verify(stored, PASSWORD))) throw new Error('The password is not the one that was set.');
  };
  const table: string[][] = [];
  for (const atOnce of [1, MOST_AT_ONCE]) {
    const some = people.slice(0, atOnce);
    const rates = { bare: [] as number[], signIn: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.bare.push(
        await rateOf(
          some.map(() => bare),
          seconds,
        ),
      );
      rates.signIn.push(
        await rateOf(
          some.map(({ signIn }) => signIn),
          seconds,
        ),
      );
    }
    const [alone, whole] = [median(rates.bare), median(rates.signIn)];
    table.push([String(atOnce), short(alone), short(whole), short(whole / alone)]);
  }
  await pool.query('delete from accounts.person where id = any($1)', [
    people.map(({ personId }) => personId),
  ]);
  return {
    title: 'Sign-ins with a password, per second',
    head: ['at once', 'bare Argon2id call', 'whole sign-in', 'of bare'],
    rows: table,
    notes: [
      `Argon2id with 19 MiB, two passes; the whole sign-in looks up the account, counts the attempt, opens a session and answers the form, without the socket. ${ROUNDS} interleaved rounds of ${seconds} s.`,
    ],
  };
};
