import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MailMessage } from '../../../foundation/mail/mail.ts';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { fromBerlin } from '../../../foundation/time/zone.ts';
import type { NoticePace, NoticeTopic } from '../contract.ts';
import { createAccount } from '../create-account.ts';
import { savePerson } from '../store.ts';
import { deliverNotices } from './deliver-notices.ts';
import { listNotices, readNotices } from './list-notices.ts';
import { changeNoticeSetting, getNoticeSetting } from './notice-setting.ts';
import { notify } from './notify.ts';
import { findUnsubscribeTopics, unsubscribe } from './unsubscribe.ts';

const world = await testDatabase();
let now = fromBerlin('2026-11-24', '10:00');
const context = { ...world, clock: () => now };
const at = (day: string, time: string): void => {
  now = fromBerlin(day, time);
};
const ORIGIN = 'https://stadt.example';
const QUIET = { from: '20:00', to: '07:00' };

const mails: MailMessage[] = [];
const faults: string[] = [];
let isAway = false;
const delivery = {
  origin: ORIGIN,
  mail: {
    staysHere: false,
    send: async (message: MailMessage) => {
      if (isAway) throw new Error('the mail server is away');
      mails.push(message);
    },
  },
  onFault: (event: string) => faults.push(event),
};
const deliver = async (): Promise<MailMessage[]> => {
  mails.length = 0;
  await deliverNotices(context, delivery);
  return mails;
};

let people = 0;
const newPerson = async (paces: Partial<Record<NoticeTopic, NoticePace>> = {}) => {
  people += 1;
  const mail = `person${people}@stadt.example`;
  const created = await createAccount(context, mail);
  assert.ok('personId' in created);
  await changeNoticeSetting(context, created.personId, { paces, quiet: QUIET });
  return { personId: created.personId, mail };
};

const tell = (personIds: string[], topic: NoticeTopic, subject = 'Betreff', path?: string) =>
  notify(context, { personIds, topic, subject, text: 'Was geschah.', ...(path && { path }) });

const codesIn = (mail: MailMessage | undefined): string[] =>
  [...(mail?.text ?? '').matchAll(/abbestellen\?code=(\S+)/g)].map(([, code = '']) => code);

test('at once, in the morning, and never: each person is told as they wish, and all of it stands on the page', async () => {
  at('2026-11-24', '10:00');
  const quick = await newPerson({ review: 'atOnce' });
  const slow = await newPerson();
  const mute = await newPerson({ review: 'never' });
  const all = [quick, slow, mute].map(({ personId }) => personId);
  await tell([...all, context.newId()], 'review', 'Drei Einträge prüfen', '/rathaus/1/eintraege');
  const [first, ...others] = await deliver();
  assert.equal(others.length, 0);
  assert.equal(first?.to, quick.mail);
  assert.equal(first?.subject, 'Drei Einträge prüfen');
  assert.match(first?.text ?? '', /https:\/\/stadt\.example\/rathaus\/1\/eintraege/);
  assert.match(first?.text ?? '', /weil Sie zum Thema »Einträge, die Sie prüfen sollten«/);
  assert.deepEqual(await deliver(), [], 'nothing goes out twice');
  await tell([slow.personId], 'review', 'Noch einer');
  at('2026-11-25', '06:59');
  assert.deepEqual(await deliver(), []);
  at('2026-11-25', '07:00');
  const [digest, ...more] = await deliver();
  assert.equal(more.length, 0);
  assert.equal(digest?.subject, 'Allmende: 2 Mitteilungen für Sie');
  assert.match(digest?.text ?? '', /Drei Einträge prüfen[\s\S]*Noch einer/);
  for (const personId of all) assert.ok((await listNotices(context, { personId, page: 1 })).unread > 0);
});

test('what concerns the account comes by itself, at night, and has no link that ends it', async () => {
  at('2026-11-22', '03:00');
  const { personId } = await newPerson({ account: 'never', links: 'atOnce' });
  await tell([personId], 'account', 'Ihr Passwort wurde geändert');
  await tell([personId], 'links', 'Ein Verweis geht nicht mehr');
  const [only, ...others] = await deliver();
  assert.equal(others.length, 0);
  assert.equal(only?.subject, 'Ihr Passwort wurde geändert');
  assert.deepEqual(only?.headers, {});
  assert.deepEqual(codesIn(only), []);
  at('2026-11-23', '07:00');
  assert.equal((await deliver())[0]?.subject, 'Ein Verweis geht nicht mehr');
});

test('a link of the mail ends one topic, that of its head all of them; what waits is held back', async () => {
  at('2026-11-24', '10:00');
  const { personId } = await newPerson({ links: 'atOnce', publishing: 'atOnce', review: 'atOnce' });
  await tell([personId], 'links');
  await tell([personId], 'publishing');
  const [mail] = await deliver();
  const [publishing = '', links = ''] = codesIn(mail);
  assert.equal(mail?.headers?.['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click');
  const head = /^<https:\/\/stadt\.example\/abbestellen\?code=(\S+)>$/.exec(
    mail?.headers?.['List-Unsubscribe'] ?? '',
  );
  assert.deepEqual(await findUnsubscribeTopics(context, links), ['links']);
  assert.deepEqual(await findUnsubscribeTopics(context, publishing), ['publishing']);
  at('2026-11-24', '21:00');
  await tell([personId], 'links');
  await tell([personId], 'review');
  assert.deepEqual(await unsubscribe(context, links), { topics: ['links'] });
  assert.deepEqual(await unsubscribe(context, links), { topics: ['links'] });
  assert.equal((await getNoticeSetting(context, personId)).paces.publishing, 'atOnce');
  assert.deepEqual(await unsubscribe(context, head?.[1] ?? ''), { topics: ['links', 'publishing'] });
  assert.equal((await getNoticeSetting(context, personId)).paces.publishing, 'never');
  assert.deepEqual(await unsubscribe(context, 'made up'), { refused: 'unsubscribe-link-unknown' });
  at('2026-11-25', '07:00');
  const [held] = await deliver();
  assert.match(held?.text ?? '', /prüfen sollten/);
  assert.doesNotMatch(held?.text ?? '', /die nicht mehr gehen/);
});

test('a mail server that is away delays, is said once for each mail, and after three days it is let go', async () => {
  at('2026-11-24', '10:00');
  const { personId } = await newPerson({ links: 'atOnce' });
  await tell([personId], 'links');
  isAway = true;
  assert.deepEqual(await deliver(), []);
  assert.deepEqual(faults, ['notice-not-sent']);
  await deliver();
  assert.equal(faults.length, 1, 'not again before a quarter of an hour');
  isAway = false;
  at('2026-11-24', '10:15');
  assert.equal((await deliver()).length, 1);
  await tell([personId], 'links');
  isAway = true;
  at('2026-11-28', '10:15');
  await deliver();
  isAway = false;
  at('2026-11-30', '10:15');
  assert.deepEqual(await deliver(), []);
});

test('two that deliver at the same moment send each notice once', async () => {
  at('2026-11-24', '12:00');
  const receivers = await Promise.all(Array.from({ length: 8 }, () => newPerson({ links: 'atOnce' })));
  await tell(
    receivers.map(({ personId }) => personId),
    'links',
  );
  mails.length = 0;
  await Promise.all([deliverNotices(context, delivery), deliverNotices(context, delivery)]);
  assert.deepEqual(mails.map(({ to }) => to).sort(), receivers.map(({ mail }) => mail).sort());
});

test('a mail that goes out again after a kill has the same id', async () => {
  at('2026-11-24', '12:30');
  const { personId } = await newPerson({ links: 'atOnce' });
  await tell([personId], 'links');
  const [first] = await deliver();
  await context.connection.pool.query('update accounts.notice set sent_at = null where person_id = $1', [
    personId,
  ]);
  const [second] = await deliver();
  assert.match(first?.messageId ?? '', /^<[0-9a-f]{40}@stadt\.example>$/);
  assert.equal(second?.messageId, first?.messageId);
});

test('whoever signs in by a provider has no address: the page alone tells', async () => {
  const personId = context.newId();
  await savePerson(context.database, { id: personId, name: 'Person', mail: null }, now);
  await tell([personId], 'account', 'Zwei\r\nZeilen: eine');
  assert.deepEqual(await deliver(), []);
  const { notices, unread } = await listNotices(context, { personId, page: 9 });
  assert.deepEqual([unread, notices[0]?.subject], [1, 'Zwei Zeilen: eine']);
  await readNotices(context, personId);
  assert.equal((await listNotices(context, { personId, page: 1 })).unread, 0);
});

test('a notice stands only with the change that it tells of', async () => {
  const { personId } = await newPerson();
  await assert.rejects(
    context.database.transaction().execute(async (database) => {
      await notify(
        { ...context, database },
        { personIds: [personId], topic: 'links', subject: 'x', text: '' },
      );
      throw new Error('the change failed');
    }),
  );
  assert.deepEqual((await listNotices(context, { personId, page: 1 })).notices, []);
});

const quiet: [from: string, to: string, says: object | string][] = [
  ['20:00', '07:00', { from: '20:00', to: '07:00' }],
  ['', '', 'none'],
  ['20:00', '', { refused: 'quiet-hours-incomplete' }],
  ['', '07:00', { refused: 'quiet-hours-incomplete' }],
  ['24:00', '07:00', { refused: 'quiet-hours-no-time' }],
  ['8 Uhr', '17.30', { from: '08:00', to: '17:30' }],
  ['acht', '07:00', { refused: 'quiet-hours-no-time' }],
  ['08:60', '07:00', { refused: 'quiet-hours-no-time' }],
  ['07:00', '07:00', { refused: 'quiet-hours-whole-day' }],
];
for (const [from, to, says] of quiet)
  test(`quiet from "${from}" to "${to}"`, async () => {
    const { personId } = await newPerson();
    const result = await changeNoticeSetting(context, personId, { paces: {}, quiet: { from, to } });
    assert.deepEqual('refused' in result ? result : (result.quiet ?? 'none'), says);
  });
