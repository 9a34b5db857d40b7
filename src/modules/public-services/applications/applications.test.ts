import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { findOwnApplication } from './act-on-own.ts';
import { sendApplication, withdrawApplication, writeToOffice } from './applicant-acts.ts';
import { deleteEnded, deleteOldDrafts } from './application-store.ts';
import {
  CANARY,
  caseWorkerOf,
  FORM,
  filledDraft,
  KARLSRUHE,
  LEEZEN,
  notice,
  pages,
  sentApplication,
  withForms,
} from './applications.builder.ts';
import { addFile, beginApplication, fillStep, removeFile } from './fill-in.ts';
import { countInbox, listInbox } from './inbox-store.ts';
import {
  askApplicant,
  decideApplication,
  findForOffice,
  handOverApplication,
  replyToApplicant,
  seeApplication,
  takeApplication,
} from './office-acts.ts';
import { listMessages, openApplication } from './open-application.ts';
import { applicationPersonalData } from './personal-data.ts';
import { hashOfSecret, newSecret } from './secret.ts';
import { deliverApplicationMails } from './tell-applicant.ts';

const fixed = await withForms(await testDatabase());
const anna = await caseWorkerOf(fixed, LEEZEN, 'Leezen');
const eve = await caseWorkerOf(fixed, KARLSRUHE, 'Karlsruhe');
const at = (instant: string) => ({ ...fixed, clock: () => new Date(instant) });
const ME = '0193b7a0-0000-7000-8000-0000000000aa';
const PDF = Buffer.from('%PDF-1.7\nFahrzeugschein\n%%EOF');

const actsOn = async (id: string) =>
  (
    await sql<{
      act: string;
    }>`select act from accounts.audit_entry where record_id = ${id} order by seq`.execute(fixed.database)
  ).rows.map(({ act }) => act);

test('a draft is opened by its secret in its municipality alone', async () => {
  const { secret, access } = await filledDraft(fixed);
  const found = await findOwnApplication(fixed, access);
  assert.ok(found);
  assert.equal((await openApplication(fixed, found)).answers.street, CANARY);
  for (const wrong of [
    { ars: KARLSRUHE, secretHash: hashOfSecret(secret) },
    { ars: LEEZEN, secretHash: hashOfSecret(newSecret()) },
    { ars: LEEZEN, id: found.id, personId: anna.personId },
  ])
    assert.equal(await findOwnApplication(fixed, wrong), undefined);
});

test('a page with a fault saves nothing of itself', async () => {
  const { access } = await filledDraft(fixed);
  const result = await fillStep(fixed, access, {
    stepId: 'person',
    typed: { ...pages.person, postcode: '1', street: 'Neu' },
  });
  assert.deepEqual(result, { refused: 'faulty', faults: [{ at: 'postcode', reason: 'not-a-postcode' }] });
  const found = await findOwnApplication(fixed, access);
  assert.equal(found && (await openApplication(fixed, found)).answers.street, CANARY);
  assert.deepEqual(await fillStep(fixed, access, { stepId: 'holder', typed: {} }), {
    refused: 'unknown-step',
  });
});

test('ten thousand rows are refused with nothing saved', async () => {
  const { access } = await filledDraft(fixed);
  const rows = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, row) => [`furtherPlates.${row}.plate`, 'KA-X 1']),
  );
  const result = await fillStep(fixed, access, { stepId: 'vehicle', typed: { ...pages.vehicle, ...rows } });
  assert.deepEqual(result, { refused: 'faulty', faults: [{ at: 'furtherPlates', reason: 'too-many-rows' }] });
});

test('what is not complete is not sent, and tells where to go on', async () => {
  const begun = await beginApplication(fixed, { ars: LEEZEN, formId: FORM, personId: null });
  assert.ok('secret' in begun);
  const access = { ars: LEEZEN, secretHash: hashOfSecret(begun.secret) };
  assert.deepEqual(await sendApplication(fixed, access, () => notice), {
    refused: 'incomplete',
    step: 'person',
  });
});

test('sent, it has a number and a promised day, the office is told, and it is not sent again', async () => {
  const { id, access, receiptNumber } = await sentApplication(fixed);
  const found = await findOwnApplication(fixed, access);
  assert.deepEqual(
    [found?.state, found?.dueOn, found?.receiptNumber],
    ['submitted', '2026-12-04', receiptNumber],
  );
  assert.deepEqual(await sendApplication(fixed, access, () => notice), { refused: 'not-now' });
  assert.deepEqual(await fillStep(fixed, access, { stepId: 'end', typed: pages.end ?? {} }), {
    refused: 'not-now',
  });
  const { rows } = await sql<{
    person_id: string;
  }>`select person_id from accounts.notice where path = ${`/rathaus/${LEEZEN}/antraege/${id}`}`.execute(
    fixed.database,
  );
  assert.deepEqual(rows, [{ person_id: anna.personId }]);
});

test('an answer to a question that is no longer asked is left behind when it is sent', async () => {
  const { access } = await filledDraft(fixed);
  await fillStep(fixed, access, { stepId: 'vehicle', typed: { ...pages.vehicle, isOwnVehicle: 'nein' } });
  await fillStep(fixed, access, { stepId: 'holder', typed: { holder: 'Ben Beispiel' } });
  await fillStep(fixed, access, { stepId: 'vehicle', typed: pages.vehicle ?? {} });
  await sendApplication(fixed, access, () => notice);
  const found = await findOwnApplication(fixed, access);
  assert.ok(found);
  assert.equal((await openApplication(fixed, found)).answers.holder, undefined);
});

test('files: counted, refused by their content, removed before sending', async () => {
  const { access } = await filledDraft(fixed);
  const first = await addFile(fixed, access, { field: 'registration', bytes: PDF });
  assert.ok('fileId' in first);
  await addFile(fixed, access, { field: 'registration', bytes: PDF });
  assert.deepEqual(await addFile(fixed, access, { field: 'registration', bytes: PDF }), {
    refused: 'too-many-files',
  });
  assert.deepEqual(await addFile(fixed, access, { field: 'ghost', bytes: PDF }), {
    refused: 'unknown-field',
  });
  assert.deepEqual(await addFile(fixed, access, { field: 'name', bytes: PDF }), { refused: 'unknown-field' });
  assert.deepEqual(await addFile(fixed, access, { field: '', bytes: PDF }), { refused: 'not-now' });
  assert.deepEqual(await addFile(fixed, access, { field: 'registration', bytes: Buffer.from('Hallo') }), {
    refused: 'not-pdf-or-picture',
  });
  assert.deepEqual(await removeFile(fixed, access, first), { removed: true });
  assert.ok('fileId' in (await addFile(fixed, access, { field: 'registration', bytes: PDF })));
});

test('from the question to the decision: the clock stands still while the office asks', async () => {
  const { id, access } = await sentApplication(fixed);
  assert.deepEqual(await decideApplication(fixed, anna, { id, text: 'Ja.', isGranted: true }, notice), {
    refused: 'not-now',
  });
  await seeApplication(fixed, anna, { id });
  await takeApplication(fixed, anna, { id });
  await askApplicant(at('2026-11-23T09:00:00Z'), anna, { id, text: 'Bitte den Fahrzeugschein.' }, notice);
  assert.ok(
    'next' in
      (await fillStep(fixed, access, { stepId: 'person', typed: { ...pages.person, street: 'Neuer Weg' } })),
  );
  assert.ok('fileId' in (await addFile(fixed, access, { field: '', bytes: PDF })));
  await writeToOffice(at('2026-11-26T09:00:00Z'), access, { text: 'Er liegt bei.', isAnswer: true }, notice);
  const asked = await findOwnApplication(fixed, access);
  assert.deepEqual([asked?.state, asked?.dueOn, asked?.askedAt], ['inWork', '2026-12-07', null]);
  await replyToApplicant(fixed, anna, { id, text: 'Danke.' }, notice);
  await decideApplication(
    at('2026-11-27T09:00:00Z'),
    anna,
    { id, text: 'Der Ausweis kommt mit der Post.', isGranted: true },
    notice,
  );
  const ended = await findOwnApplication(fixed, access);
  assert.equal(ended?.state, 'granted');
  assert.ok(ended);
  assert.deepEqual((await listMessages(fixed, ended)).map(({ kind }) => kind).sort(), [
    'answer',
    'decision',
    'message',
    'question',
  ]);
  assert.deepEqual(await withdrawApplication(fixed, access, notice), { refused: 'not-now' });
  assert.deepEqual(await actsOn(id), [
    'see-application',
    'take-application',
    'ask-applicant',
    'reply-to-applicant',
    'grant-application',
  ]);
});

for (const text of ['', '  ', 'x'.repeat(5_001)])
  test(`a message of ${text.length} signs is refused`, async () => {
    const { id, access } = await sentApplication(fixed);
    const refused = text.trim() === '' ? 'text-missing' : 'text-too-long';
    assert.deepEqual(await writeToOffice(fixed, access, { text, isAnswer: false }, notice), { refused });
    assert.deepEqual(await askApplicant(fixed, anna, { id, text }, notice), { refused });
  });

test('another town finds nothing, whatever it tries', async () => {
  const { id } = await sentApplication(fixed);
  assert.equal(await findForOffice(fixed, eve, id), undefined);
  const unknown = { refused: 'unknown-application' };
  assert.deepEqual(await takeApplication(fixed, eve, { id }), unknown);
  assert.deepEqual(await askApplicant(fixed, eve, { id, text: 'Wer?' }, notice), unknown);
  assert.deepEqual(
    await decideApplication(fixed, eve, { id, text: 'Nein.', isGranted: false }, notice),
    unknown,
  );
  assert.deepEqual(await handOverApplication(fixed, eve, { id, to: eve.organisation }, notice), unknown);
  assert.equal((await listInbox(fixed.database, eve.organisation, true, 50)).length, 0);
});

test('handed over, it lies on the other desk alone', async () => {
  const { id } = await sentApplication(fixed);
  const nowhere = { ...anna.organisation, ars: '01060', id: '01060' };
  assert.deepEqual(await handOverApplication(fixed, anna, { id, to: undefined }, notice), {
    refused: 'unknown-organisation',
  });
  assert.deepEqual(await handOverApplication(fixed, anna, { id, to: anna.organisation }, notice), {
    refused: 'unknown-organisation',
  });
  assert.deepEqual(await handOverApplication(fixed, anna, { id, to: nowhere }, notice), {
    refused: 'nobody-there',
  });
  assert.ok('id' in (await handOverApplication(fixed, anna, { id, to: eve.organisation }, notice)));
  assert.equal(await findForOffice(fixed, anna, id), undefined);
  const taken = await takeApplication(fixed, eve, { id });
  assert.ok('ars' in taken && taken.ars === LEEZEN);
  assert.deepEqual(
    (await listInbox(fixed.database, eve.organisation, true, 50)).map((row) => row.id),
    [id],
  );
});

test('a person is shown what is stored about them, opened, and what they handle; nobody else is', async () => {
  await sql`insert into accounts.person (id, name, created_at) values (${ME}, 'Ich', ${fixed.clock()})`.execute(
    fixed.database,
  );
  const { id, receiptNumber } = await sentApplication(fixed, KARLSRUHE, ME);
  await takeApplication(fixed, eve, { id });
  const dataOf = async (personId: string) =>
    (await applicationPersonalData(fixed.keys)(fixed, personId)).map(({ rows }) => rows);
  const [own = []] = await dataOf(ME);
  assert.equal(own.length, 1);
  assert.match(String(own[0]?.answers), new RegExp(`Straße: ${CANARY}`));
  const [ofEve, handled = []] = await dataOf(eve.personId);
  assert.deepEqual(ofEve, []);
  assert.ok(handled.some((row) => row.receipt_number === receiptNumber));
});

test('mails to who has no account: asked for with the change, tried again, sent once, never with the code', async () => {
  await sql`delete from public_services.application_mail`.execute(fixed.database);
  const { id, secret, receiptNumber } = await sentApplication(fixed);
  await takeApplication(fixed, anna, { id });
  await askApplicant(fixed, anna, { id, text: 'Wo?' }, notice);
  const sent: { to: string; subject: string; text: string }[] = [];
  const faults: string[] = [];
  const post = (send: (message: (typeof sent)[number]) => Promise<void>, clock = fixed.clock) => ({
    ...fixed,
    clock,
    send,
    origin: 'https://allmende.example',
    onFault: (event: string) => faults.push(event),
  });
  const failing = async () => Promise.reject(new Error('down'));
  const keep = async (message: (typeof sent)[number]) => void sent.push(message);
  assert.deepEqual(await deliverApplicationMails(post(failing)), { mails: 0 });
  assert.deepEqual(await deliverApplicationMails(post(keep)), { mails: 0 });
  assert.deepEqual(await deliverApplicationMails(post(keep, at('2026-11-22T11:11:00Z').clock)), { mails: 2 });
  assert.deepEqual(await deliverApplicationMails(post(keep, at('2026-11-22T12:00:00Z').clock)), { mails: 0 });
  assert.deepEqual(faults, ['application-mail-failed', 'application-mail-failed']);
  assert.deepEqual([...new Set(sent.map(({ to }) => to))], ['anna@beispiel.example']);
  const all = JSON.stringify(sent);
  const broken = await sentApplication(fixed);
  await sql`update public_services.application set answers = '' where id = ${broken.id}`.execute(
    fixed.database,
  );
  await sentApplication(fixed);
  assert.deepEqual(await deliverApplicationMails(post(keep)), { mails: 1 });
  await sql`delete from public_services.application where id = ${broken.id}`.execute(fixed.database);
  assert.ok(all.includes(receiptNumber) && all.includes('4. Dezember 2026') && !all.includes(secret));
});

test('two clerks at the same moment: one decision', async () => {
  const { id } = await sentApplication(fixed);
  await takeApplication(fixed, anna, { id });
  const results = await Promise.all(
    [true, false].map((isGranted) =>
      decideApplication(fixed, anna, { id, text: 'Entschieden.', isGranted }, notice),
    ),
  );
  assert.equal(results.filter((result) => 'refused' in result).length, 1);
});

test('the inbox is sorted by the promised day, and counted', async () => {
  const rows = await listInbox(fixed.database, anna.organisation, true, 50);
  const days = rows.map((row) => row.due_on ?? '');
  assert.ok(rows.length >= 3);
  assert.deepEqual(days, days.toSorted());
  const figures = await countInbox(fixed.database, anna.organisation, '2027-06-01');
  assert.equal(figures.open, rows.length);
  assert.ok(figures.overdue > 0 && figures.decided >= 2);
});

test('a draft that nobody touches is gone after thirty days, an ended application after its own time', async () => {
  const draft = await filledDraft(fixed);
  assert.ok(await findOwnApplication(at('2026-12-22T10:00:00Z'), draft.access));
  assert.equal(await findOwnApplication(at('2026-12-22T12:00:00Z'), draft.access), undefined);
  const sent = await sentApplication(fixed);
  await addFile(fixed, sent.access, { field: '', bytes: PDF });
  await withdrawApplication(fixed, sent.access, notice);
  assert.equal(await deleteEnded(fixed.database, new Date('2027-05-21T10:00:00Z')), 0);
  assert.ok((await deleteOldDrafts(fixed.database, new Date('2026-11-22T12:00:00Z'))) >= 1);
  assert.ok((await deleteEnded(fixed.database, new Date('2027-05-21T12:00:00Z'))) >= 1);
  const { rows } =
    await sql`select from public_services.application_file where application_id = ${sent.id}`.execute(
      fixed.database,
    );
  assert.equal(rows.length, 0);
});
