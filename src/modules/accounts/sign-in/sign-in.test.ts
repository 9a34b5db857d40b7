import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEST_NOW, testDatabase } from '../../../foundation/testing/database.ts';
import { createAccount } from '../create-account.ts';
import { createMailLink, redeemMailLink, requestMailLink } from './mail-link.ts';
import { findSession, listSessions, type SignedIn, signOut, signOutEverywhere } from './sessions.ts';
import { setPassword } from './set-password.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

const world = await testDatabase();
let now = TEST_NOW;
const context = { ...world, clock: () => now };
const later = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000);
};

const HOME = { address: '192.0.2.1', userAgent: 'Firefox/140.0 Linux' };
const ELSEWHERE = { address: '198.51.100.1' };
const GOOD = 'Hund Tasse Wolke';
let people = 0;

const signedIn = async (secret: string): Promise<SignedIn> => {
  const person = await findSession(context, secret);
  assert.ok(person);
  return person;
};

/** A person with a password, and a network of their own. */
const newPerson = async () => {
  people += 1;
  const mail = `person${people}@stadt.example`;
  const created = await createAccount(context, ` ${mail.toUpperCase()} `);
  assert.ok('personId' in created);
  const link = await redeemMailLink(context, await createMailLink(context, created.personId), HOME);
  assert.ok('session' in link);
  const person = await signedIn(link.session);
  assert.ok('endedSessions' in (await setPassword(context, person, { current: '', next: GOOD }, HOME)));
  return {
    ...created,
    device: link.device,
    person,
    session: link.session,
    visitor: { address: `203.0.${people}.9` },
  };
};

const guess = (mail: string, visitor: { address: string; device?: string }, password = 'falsch falsch') =>
  signInWithPassword(context, { mail, password }, visitor);

test('mail and password open a session that only its secret finds', async () => {
  const { mail, visitor, personId } = await newPerson();
  const result = await guess(mail, visitor, GOOD);
  assert.ok('session' in result && result.device);
  const person = await signedIn(result.session);
  assert.deepEqual(
    [person.personId, person.label, person.method, person.level],
    [personId, mail, 'password', 'low'],
  );
  assert.equal(await findSession(context, `${result.session}x`), undefined);
  const { rows } = await context.connection.pool.query('select * from accounts.session s, accounts.device d');
  assert.ok(rows.length > 0);
  assert.ok(!JSON.stringify(rows).includes(result.session) && !JSON.stringify(rows).includes(result.device));
});

test('the same letters typed on another keyboard are the same password', async () => {
  const { mail, visitor, person } = await newPerson();
  await setPassword(context, person, { current: GOOD, next: 'Grüner Löwe' }, HOME);
  assert.ok('session' in (await guess(mail, visitor, 'Grüner Löwe'.normalize('NFD'))));
});

test('wrong password, unknown mail and account without a password are refused alike', async () => {
  const { mail, visitor } = await newPerson();
  await createAccount(context, 'ohne@stadt.example');
  for (const [address, password] of [
    [mail, 'falsch falsch'],
    ['niemand@stadt.example', GOOD],
    ['ohne@stadt.example', ''],
    ['', ''],
    ['kein', 'x'],
  ])
    assert.deepEqual(await guess(address ?? '', visitor, password), { refused: 'wrong-mail-or-password' });
});

test('a mail address belongs to one account, however it is written', async () => {
  assert.ok('personId' in (await createAccount(context, 'eins@stadt.example')));
  assert.deepEqual(await createAccount(context, 'EINS@Stadt.example '), { refused: 'mail-taken' });
  assert.deepEqual(await createAccount(context, 'kein at zeichen'), { refused: 'not-a-mail-address' });
});

test('who guesses waits, longer each time, and the right password does not help meanwhile', async () => {
  const { mail, visitor } = await newPerson();
  for (let count = 0; count < 5; count += 1) assert.equal('refused' in (await guess(mail, visitor)), true);
  const refused = await guess(mail, visitor, GOOD);
  assert.ok('refused' in refused);
  assert.equal(refused.refused, 'too-many-attempts');
  later(1);
  assert.ok('session' in (await guess(mail, visitor, GOOD)));
  assert.deepEqual(await guess(mail, visitor), { refused: 'wrong-mail-or-password' });
});

test('many guesses at the same moment do not slip through together', async () => {
  const { mail, visitor } = await newPerson();
  const results = await Promise.all(Array.from({ length: 12 }, () => guess(mail, visitor)));
  const tried = results.filter(
    (result) => 'refused' in result && result.refused === 'wrong-mail-or-password',
  );
  assert.equal(tried.length, 5);
});

test('a guesser locks out neither the owner elsewhere nor the owner’s device in the same network', async () => {
  const { mail, device, visitor } = await newPerson();
  for (let count = 0; count < 30; count += 1) {
    await guess(mail, visitor);
    later(2);
  }
  const blocked = await guess(mail, visitor, GOOD);
  assert.ok('refused' in blocked && blocked.refused === 'too-many-attempts');
  assert.ok('session' in (await guess(mail, { address: '198.51.100.77' }, GOOD)));
  assert.ok(device);
  assert.ok('session' in (await guess(mail, { ...visitor, device }, GOOD)));
});

test('a device is known for its own account only, and has guesses of its own', async () => {
  const owner = await newPerson();
  const other = await newPerson();
  assert.ok(owner.device);
  const visitor = { address: '192.0.77.1', device: owner.device };
  for (let count = 0; count < 5; count += 1) await guess(other.mail, visitor);
  const refused = await guess(other.mail, visitor, GOOD);
  assert.ok('refused' in refused && refused.refused === 'too-many-attempts');
  for (let count = 0; count < 10; count += 1) await guess(owner.mail, visitor);
  const tired = await guess(owner.mail, visitor, GOOD);
  assert.ok('refused' in tired && tired.refused === 'too-many-attempts');
});

test('one network that tries many accounts is slowed down', async () => {
  const visitor = { address: '192.0.99.1' };
  const tries = Array.from({ length: 50 }, (_, at) => `niemand${at}@stadt.example`);
  for (const mail of tries) assert.ok('refused' in (await guess(mail, visitor)));
  const refused = await guess('niemand51@stadt.example', visitor);
  assert.ok('refused' in refused && refused.refused === 'too-many-attempts');
  assert.ok('refused' in (await guess('niemand51@stadt.example', ELSEWHERE)));
});

test('a session ends after two hours without a page and after twelve in any case', async () => {
  const { session } = await newPerson();
  for (let hours = 0; hours < 11; hours += 1) {
    later(3600);
    await signedIn(session);
  }
  later(3599);
  assert.equal((await signedIn(session)).state.kind, 'ending');
  later(1);
  assert.equal(await findSession(context, session), undefined);
  const { session: idle } = await newPerson();
  later(7200);
  assert.equal(await findSession(context, idle), undefined);
});

test('sign out ends one session, sign out everywhere all of a person and nobody else’s', async () => {
  const { mail, visitor, session } = await newPerson();
  const other = await newPerson();
  const second = await guess(mail, visitor, GOOD);
  const third = await guess(mail, visitor, GOOD);
  assert.ok('session' in second && 'session' in third);
  const listed = await listSessions(context, await signedIn(session));
  assert.deepEqual([listed.length, listed.filter(({ isThis }) => isThis).length], [3, 1]);
  await signOut(context, second.session);
  assert.equal(await findSession(context, second.session), undefined);
  assert.equal(await signOutEverywhere(context, await signedIn(third.session)), 2);
  assert.equal(await findSession(context, session), undefined);
  await signedIn(other.session);
});

test('a new password needs the old one, and ends other sessions and open links', async () => {
  const { mail, visitor, session, personId } = await newPerson();
  const link = await createMailLink(context, personId);
  const here = await guess(mail, visitor, GOOD);
  assert.ok('session' in here);
  const person = await signedIn(here.session);
  const change = (current: string, next: string) => setPassword(context, person, { current, next }, visitor);
  assert.deepEqual(await change('falsch', 'Lampe Birne Meer'), { refused: 'wrong-password' });
  assert.deepEqual(await change(GOOD, 'kurz'), { refused: 'password-too-short' });
  assert.deepEqual(await change(GOOD, 'Lampe Birne Meer'), { endedSessions: 1 });
  assert.equal(await findSession(context, session), undefined);
  await signedIn(here.session);
  assert.deepEqual(await redeemMailLink(context, link, HOME), { refused: 'link-used-or-old' });
  assert.ok('session' in (await guess(mail, visitor, 'Lampe Birne Meer')));
});

test('who came by a link long ago needs the old password as well', async () => {
  const { person } = await newPerson();
  later(15 * 60);
  const changed = await setPassword(context, person, { current: '', next: 'Lampe Birne Meer' }, HOME);
  assert.deepEqual(changed, { refused: 'wrong-password' });
});

test('a link is good once, for a quarter of an hour, even for two that come at once', async () => {
  const { personId } = await newPerson();
  const secret = await createMailLink(context, personId);
  const both = await Promise.all([
    redeemMailLink(context, secret, HOME),
    redeemMailLink(context, secret, HOME),
  ]);
  assert.equal(both.filter((one) => 'session' in one).length, 1);
  const old = await createMailLink(context, personId);
  later(15 * 60);
  assert.deepEqual(await redeemMailLink(context, old, HOME), { refused: 'link-used-or-old' });
});

test('a link is mailed to accounts only, the answer does not tell', async () => {
  const { mail } = await newPerson();
  const sent: { to: string; text: string }[] = [];
  const writing = {
    mail: {
      staysHere: false,
      send: async (message: { to: string; subject: string; text: string }) => {
        sent.push(message);
        throw new Error('the mail server is away');
      },
    },
    write: (code: string) => ({ subject: 'Link', text: code }),
    onFault: () => undefined,
  };
  const ask = (typed: string) => requestMailLink(context, typed, { address: '192.0.55.1' }, writing);
  assert.deepEqual(await ask(mail), { requested: true });
  assert.deepEqual(await ask('niemand@stadt.example'), { requested: true });
  assert.deepEqual(await ask('kein'), { refused: 'not-a-mail-address' });
  assert.deepEqual(
    sent.map(({ to }) => to),
    [mail],
  );
  assert.ok('session' in (await redeemMailLink(context, sent[0]?.text ?? '', HOME)));
  for (let count = 0; count < 4; count += 1) await ask(mail);
  assert.deepEqual(await ask(mail), { refused: 'too-many-attempts' });
});
