import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { MailMessage } from '../../../../foundation/mail/mail.ts';
import { sealedMail } from '../../../../foundation/mail/mime.ts';
import { testDatabase } from '../../../../foundation/testing/database.ts';
import { CANARY, caseWorkerOf, LEEZEN, withForms } from '../../applications/applications.builder.ts';
import { deliverApplications } from '../deliver-applications.ts';
import { MOST_TRIES } from '../delivery.ts';
import { choose, deliveryOf, EVIDENCE, hurry, sentWithEvidence, settingOf } from '../hand-over.builder.ts';
import { tryDeliveryAgain } from '../try-again.ts';
import { mailCarrier } from './carry-mail.ts';
import { makeCertificate, openMailOf } from './certificate.builder.ts';

const office = makeCertificate();
const stranger = makeCertificate();
const context = await withForms(await testDatabase());
const worker = await caseWorkerOf(context, LEEZEN, 'Leezen');
await sql`
  insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
  values (${LEEZEN}, ${LEEZEN}, ${worker.personId}, 'administrator', ${context.clock()})`.execute(
  context.database,
);

const mails: MailMessage[] = [];
const faults: string[] = [];
let isDown = false;
const setting = settingOf(
  context,
  {
    mail: mailCarrier({
      clock: context.clock,
      host: 'allmende.example',
      send: async (message) => {
        if (isDown) throw new Error('421');
        mails.push(message);
      },
      onFault: (event) => faults.push(event),
    }),
  },
  faults,
);
const choice = { way: 'mail', mail: 'amt@leezen.example', certificate: office.certificate } as const;
await choose(context, choice);

const notices = async (): Promise<string[]> =>
  (
    await sql<{ subject: string }>`
      select subject from accounts.notice where path = ${`/rathaus/${LEEZEN}/uebergabe`}`.execute(
      context.database,
    )
  ).rows.map(({ subject }) => subject);
const acts = async (id: string): Promise<string[]> =>
  (
    await sql<{
      act: string;
    }>`select act from accounts.audit_entry where record_id = ${id} order by seq`.execute(context.database)
  ).rows.map(({ act }) => act);

/** Each part of a mail that was opened, decoded. */
const partsOf = (mail: string): Map<string, Buffer> => {
  const boundary = /boundary="([^"]+)"/.exec(mail)?.[1] ?? '';
  const parts = mail.split(`--${boundary}`).slice(1, -1);
  return new Map(
    parts.map((part) => {
      const [head = '', ...body] = part.trim().split('\r\n\r\n');
      const name = /filename="?([^"\r\n]+)"?/.exec(head)?.[1] ?? 'text';
      const isBase64 = /base64/.test(head);
      return [name, Buffer.from(body.join('\r\n\r\n'), isBase64 ? 'base64' : 'utf8')];
    }),
  );
};

test('the office opens the mail with openssl: the receipt, the answers, the evidence', async () => {
  const { id, receiptNumber } = await sentWithEvidence(context);
  assert.equal((await deliveryOf(context, id)).state, 'waiting');
  assert.deepEqual(await deliverApplications(setting), { delivered: 1, refused: 0, followed: 0 });
  const [message] = mails.splice(0);
  assert.ok(message?.sealed);
  const { subject, text, to, messageId } = message;
  assert.deepEqual([to, subject, text], ['amt@leezen.example', `Antrag ${receiptNumber}`, '']);
  const mail = await sealedMail(message.sealed, { from: 'a@b.example', to, subject, messageId });
  assert.match(mail.toString(), /application\/pkcs7-mime; smime-type=enveloped-data/);
  assert.doesNotMatch(mail.toString(), new RegExp(CANARY));
  assert.throws(() => openMailOf(mail, stranger));

  const parts = partsOf(openMailOf(mail, office).toString('latin1'));
  assert.deepEqual(
    [...parts.keys()],
    ['text', `antrag-${receiptNumber}.pdf`, '1-registration.pdf', `antrag-${receiptNumber}.json`],
  );
  assert.equal(parts.get('1-registration.pdf')?.toString(), EVIDENCE);
  assert.match(parts.get(`antrag-${receiptNumber}.pdf`)?.toString('latin1') ?? '', /^%PDF-1\.7/);
  const { form, answers, municipality } = JSON.parse(
    parts.get(`antrag-${receiptNumber}.json`)?.toString() ?? '',
  );
  assert.deepEqual([form.id, form.version, municipality], ['bewohnerparkausweis', 1, LEEZEN]);
  assert.equal(answers.street, CANARY);
  const { state, dueAt } = await deliveryOf(context, id);
  assert.deepEqual([state, dueAt], ['handedOver', null]);
  assert.deepEqual(await acts(id), ['deliver-application']);
  assert.deepEqual(await deliverApplications(setting), { delivered: 0, refused: 0, followed: 0 });
});

test('a mail server that is down is tried again; after the last try the administrators are told', async () => {
  const { id, receiptNumber } = await sentWithEvidence(context);
  isDown = true;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    await hurry(context);
    await deliverApplications(setting);
    const { state, tries: counted, reasons } = await deliveryOf(context, id);
    assert.deepEqual(
      [counted, state, reasons],
      [tries, tries < MOST_TRIES ? 'waiting' : 'failed', ['mail-failed']],
    );
  }
  assert.deepEqual(await notices(), [`Antrag ${receiptNumber} konnte nicht übergeben werden`]);
  await hurry(context);
  await deliverApplications(setting);
  assert.equal(mails.length, 0);

  isDown = false;
  assert.deepEqual(await tryDeliveryAgain(context, worker, { id }), { asked: true });
  assert.deepEqual(await tryDeliveryAgain(context, worker, { id }), { refused: 'not-failed' });
  await deliverApplications(setting);
  assert.equal((await deliveryOf(context, id)).state, 'handedOver');
  assert.equal(mails.splice(0)[0]?.messageId, `<${id}@allmende.example>`);
});

test('a certificate that has run out stops the mail at once: nothing goes out in clear', async () => {
  const { id } = await sentWithEvidence(context);
  const inAYear = () => new Date('2027-11-22T11:00:00Z');
  const late = settingOf(
    { ...context, clock: inAYear },
    {
      mail: mailCarrier({
        clock: inAYear,
        host: 'x.example',
        send: async (message) => {
          mails.push(message);
        },
        onFault: () => undefined,
      }),
    },
  );
  await deliverApplications(late);
  const { state, reasons, tries } = await deliveryOf(context, id);
  assert.deepEqual([state, reasons, tries], ['failed', ['certificate-refused'], 1]);
  assert.equal(mails.length, 0);
});

test('a town that reads its applications here again sends none of what waits', async () => {
  const { id } = await sentWithEvidence(context);
  await choose(context, { way: 'inbox' });
  await deliverApplications(setting);
  await assert.rejects(deliveryOf(context, id), /no delivery/);
  const later = await sentWithEvidence(context);
  await assert.rejects(deliveryOf(context, later.id), /no delivery/);
  assert.equal(mails.length, 0);
  await choose(context, choice);
});

test('two workers at once send each mail once', async () => {
  for (let count = 0; count < 5; count += 1) await sentWithEvidence(context);
  const figures = await Promise.all([1, 2, 3].map(() => deliverApplications(setting)));
  assert.equal(
    figures.reduce((sum, { delivered = 0 }) => sum + delivered, 0),
    5,
  );
  assert.equal(new Set(mails.map(({ messageId }) => messageId)).size, 5);
  assert.equal(mails.length, 5);
});

test('whatever was refused or sent, no log and no row holds what somebody wrote', async () => {
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(d)::text as row from public_services.delivery d
    union all select to_jsonb(n)::text from accounts.notice n
    union all select to_jsonb(a)::text from accounts.audit_entry a`.execute(context.database);
  assert.ok(rows.length > 10);
  assert.doesNotMatch(rows.map(({ row }) => row).join('\n') + faults.join('\n'), /Kanarienvogel/i);
});
