import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../foundation/testing/database.ts';
import { applicationMessages } from '../../web/index.ts';
import { findOwnApplication } from '../act-on-own.ts';
import { sendApplication } from '../applicant-acts.ts';
import { deleteOldDrafts } from '../application-store.ts';
import { caseWorkerOf, KARLSRUHE, LEEZEN, notice, withForms } from '../applications.builder.ts';
import { listFiles } from '../enclosure-store.ts';
import { addFile, fillStep } from '../fill-in.ts';
import { countInbox, listInbox } from '../inbox-store.ts';
import { askApplicant, findForOffice } from '../office-acts.ts';
import { openApplication, sealAnswers } from '../open-application.ts';
import { answerGroups } from '../present-answers.ts';
import { dumpOf } from '../sealing/dump.builder.ts';
import { rotateKeys } from '../sealing/rotate-keys.ts';
import { newSecret } from '../secret.ts';
import { deliverApplicationMails } from '../tell-applicant.ts';
import { askToSign, mailLink, takeBack } from './ask-to-sign.ts';
import { contentsOf, declineToSign, findByLinkOf, type Link, signApplication } from './sign.ts';
import {
  agreeBy,
  clubMember,
  forChild,
  openedByLink,
  passDraft,
  waitingPass,
  words,
} from './signing.builder.ts';

const context = await withForms(await testDatabase());
const anna = await caseWorkerOf(context, LEEZEN, 'Anna');
const at = (instant: string) => ({ ...context, clock: () => new Date(instant) });

const openedBy = (link: Link) => openedByLink(context, link);
const agree = (link: Link, more?: Parameters<typeof agreeBy>[2]) => agreeBy(context, link, more);
const sentCount = async (): Promise<number> =>
  (
    await sql<{ uses: number }>`
      select coalesce(sum(count), 0)::integer as uses from public_services.form_use
      where form_id = 'ferienpass' and happening = 'completed'`.execute(context.database)
  ).rows[0]?.uses ?? 0;

test('alone it is not sent; while it waits nobody changes it, the office does not see it, nothing is counted', async () => {
  const draft = await passDraft(context);
  const before = await sentCount();
  assert.deepEqual(await sendApplication(context, draft.access, () => notice), {
    refused: 'needs-signature',
  });
  assert.ok('secret' in (await askToSign(context, draft.access, { language: 'de' })));
  for (const tried of [
    await fillStep(context, draft.access, { stepId: 'end', typed: { isTrue: 'ja' } }),
    await addFile(context, draft.access, { field: 'scan', bytes: Buffer.from('%PDF-1.7\n%%EOF') }),
    await sendApplication(context, draft.access, () => notice),
  ])
    assert.deepEqual(tried, { refused: 'not-now' });
  assert.equal(await findForOffice(context, anna, draft.id), undefined);
  assert.deepEqual(await listInbox(context.database, anna.organisation, true, 50), []);
  assert.equal((await countInbox(context.database, anna.organisation, '2026-11-22')).open, 0);
  assert.equal(await sentCount(), before);
});

test('what takes one signature is asked for no second one', async () => {
  const { access } = await passDraft(context, { ...forChild, pass: { swims: 'ja', isJointCustody: 'nein' } });
  assert.deepEqual(await askToSign(context, access, { language: 'de' }), { refused: 'not-now' });
  assert.ok('receiptNumber' in (await sendApplication(context, access, () => notice)));
});

test('with the second signature it is sent, once, and both stand there with their times', async () => {
  const { id, link } = await waitingPass(context);
  const before = await sentCount();
  for (const [more, faults] of [
    [{ name: ' ' }, ['name-missing']],
    [{ name: 'x'.repeat(201) }, ['name-missing']],
    [{ isTicked: false }, ['not-ticked']],
    [{ name: '', isTicked: false }, ['name-missing', 'not-ticked']],
  ] as const)
    assert.deepEqual(await agree(link, more), { refused: 'faulty', faults });
  const result = await agree(link);
  assert.ok('receiptNumber' in result);
  assert.equal(await sentCount(), before + 1);
  assert.deepEqual(await agree(link), { refused: 'not-now' });
  assert.deepEqual(await declineToSign(context, { link, reason: '' }, notice), { refused: 'not-now' });
  const application = await findForOffice(context, anna, id);
  assert.equal(application?.receiptNumber, result.receiptNumber);
  const opened = await openedBy(link);
  const t = applicationMessages('de');
  const groups = answerGroups(opened, [], { language: 'de', t });
  assert.deepEqual(groups.find(({ title }) => title === 'Unterschriften')?.rows, [
    { label: 'Erste Unterschrift', value: 'Anna Goldhähnchen, 22.11.2026, 12:00 Uhr' },
    {
      label: 'Zweite Unterschrift, die andere Person mit Sorgerecht',
      value: 'Ben Zaunkönig, 22.11.2026, 12:00 Uhr',
    },
  ]);
  assert.deepEqual(groups.find(({ title }) => title === 'Vertretung')?.rows[0]?.value, t.sign.ownStatement);
  assert.deepEqual(Object.keys(opened.signing ?? {}).sort(), ['first', 'second']);
});

test('what is corrected after the signatures is marked as changed', async () => {
  const { id, link, access } = await waitingPass(context);
  await agree(link);
  await askApplicant(context, anna, { id, text: 'Wirklich?' }, notice);
  const isMarked = async () => {
    const groups = answerGroups(await openedBy(link), [], { language: 'de', t: applicationMessages('de') });
    return JSON.stringify(groups).includes('danach geändert');
  };
  assert.ok('next' in (await fillStep(context, access, { stepId: 'pass', typed: forChild.pass ?? {} })));
  assert.equal(await isMarked(), false);
  const typed = { ...forChild.pass, swims: 'nein' };
  assert.ok('next' in (await fillStep(context, access, { stepId: 'pass', typed })));
  assert.equal(await isMarked(), true);
});

test('both at once: one sending, and to sign and to take back at once ends in one of the two', async () => {
  const { id, link } = await waitingPass(context);
  const before = await sentCount();
  const both = await Promise.all([agree(link), agree(link), agree(link)]);
  assert.equal(both.filter((result) => 'receiptNumber' in result).length, 1, JSON.stringify(both));
  assert.equal(await sentCount(), before + 1);
  assert.ok(await findForOffice(context, anna, id));
  for (let round = 0; round < 5; round += 1) {
    const other = await waitingPass(context);
    const [sent, taken] = await Promise.all([agree(other.link), takeBack(context, other.access)]);
    assert.equal('receiptNumber' in sent, !('takenBack' in taken), JSON.stringify([sent, taken]));
  }
});

test('what is not what both have seen is not signed', async () => {
  const { link } = await waitingPass(context);
  const opened = await openedBy(link);
  const seen = await contentsOf(context, opened);
  const signing = { link, name: 'Ben', isTicked: true };
  const changed = { refused: 'changed' };
  assert.deepEqual(await signApplication(context, { ...signing, seen: '0' }, words), changed);
  await sealAnswers(context, opened.application, { ...opened.answers, swims: false });
  assert.deepEqual(await signApplication(context, { ...signing, seen }, words), changed);
  const now = await contentsOf(context, await openedBy(link));
  assert.deepEqual(await signApplication(context, { ...signing, seen: now }, words), changed);
});

test('taken back, renewed, run out, of another town or made up: the link opens nothing', async () => {
  const { id, access, link } = await waitingPass(context);
  for (const other of [
    { ars: LEEZEN, secret: newSecret() },
    { ...link, ars: KARLSRUHE },
  ])
    assert.equal(await findByLinkOf(context, other), undefined);
  const renewed = await askToSign(context, access, { language: 'de' });
  assert.ok('secret' in renewed);
  assert.equal(await findByLinkOf(context, link), undefined);
  const now = { ars: LEEZEN, secret: renewed.secret };
  assert.ok(await findByLinkOf(at('2026-12-22T10:00:00Z'), now));
  assert.equal(await findByLinkOf(at('2026-12-22T12:00:00Z'), now), undefined);
  const late = { link: now, name: 'Ben', isTicked: true, seen: '' };
  assert.deepEqual(await signApplication(at('2026-12-22T12:00:00Z'), late, words), {
    refused: 'unknown-link',
  });
  await takeBack(context, access);
  assert.equal(await findByLinkOf(context, now), undefined);
  assert.equal((await findOwnApplication(context, access))?.state, 'draft');
  await askToSign(context, access, { language: 'de' });
  assert.ok((await deleteOldDrafts(context.database, new Date('2026-11-22T12:00:00Z'))) >= 1);
  const { rows } = await sql`select from public_services.application_signing where id = ${id}`.execute(
    context.database,
  );
  assert.equal(rows.length, 0);
});

test('declined, it is a draft again with the reason, and is asked for anew without it', async () => {
  const { access, link } = await waitingPass(context);
  assert.deepEqual(await declineToSign(context, { link, reason: ' Mia ist zu jung. ' }, notice), {
    declined: true,
  });
  assert.equal(await findByLinkOf(context, link), undefined);
  const own = await findOwnApplication(context, access);
  assert.ok(own?.state === 'draft');
  const { signing } = await openApplication(context, own);
  assert.equal(signing?.declined?.reason, 'Mia ist zu jung.');
  await askToSign(context, access, { language: 'de' });
  const again = await findOwnApplication(context, access);
  assert.ok(again);
  assert.equal((await openApplication(context, again)).signing?.declined, undefined);
});

test('the same account does not sign twice, whether it began the form or signed in later', async () => {
  const me = await clubMember(context, 'Chor');
  const begun = await waitingPass(context, forChild, { personId: me });
  assert.deepEqual(await agree(begun.link, { personId: me }), { refused: 'same-person' });
  const draft = await passDraft(context);
  const asked = await askToSign(context, draft.access, { language: 'de', personId: me });
  assert.ok('secret' in asked);
  const link = { ars: LEEZEN, secret: asked.secret };
  assert.deepEqual(await agree(link, { personId: me }), { refused: 'same-person' });
  assert.ok('receiptNumber' in (await agree(link, { personId: anna.personId })));
});

type Mail = { to: string; subject: string; text: string };

test('the mail to the second person carries a link of its own; the word of a refusal goes to the first', async () => {
  await sql`delete from public_services.application_mail`.execute(context.database);
  const { access, link } = await waitingPass(context);
  assert.deepEqual(await mailLink(context, access, { to: 'ben', language: 'de' }), {
    refused: 'not-a-mail-address',
  });
  assert.deepEqual(await mailLink(context, access, { to: 'ben@zweite.example', language: 'de' }), {
    asked: true,
  });
  const sent: Mail[] = [];
  const post = {
    ...context,
    origin: 'https://allmende.example',
    send: async (mail: Mail) => void sent.push(mail),
    onFault: () => {},
  };
  await deliverApplicationMails(post);
  const [mail] = sent;
  assert.equal(mail?.to, 'ben@zweite.example');
  assert.ok(!mail.text.includes('Mia') && !mail.text.includes('Anna') && !mail.text.includes(link.secret));
  const secret = /unterschrift\/([0-9A-Z]{52})/.exec(mail.text)?.[1] ?? '';
  const mailed = { ars: LEEZEN, secret };
  assert.ok(await findByLinkOf(context, link));
  assert.ok(await findByLinkOf(context, mailed));
  assert.ok(!(await dumpOf(context.connection.pool)).includes(secret));
  await declineToSign(context, { link: mailed, reason: 'Nein' }, notice);
  await deliverApplicationMails(post);
  assert.equal(sent[1]?.to, 'anna@beispiel.example');
  assert.ok(!sent[1].text.includes('Nein'));
  await askToSign(context, access, { language: 'de' });
  await mailLink(context, access, { to: 'ben@zweite.example', language: 'de' });
  await takeBack(context, access);
  await deliverApplicationMails(post);
  assert.equal(sent.length, 2, 'what was taken back is mailed to nobody');
});

test('no name, reason, address or secret is found anywhere in the database, and a new key opens all of it', async () => {
  const waiting = await waitingPass(context);
  await mailLink(context, waiting.access, { to: 'rotkehlchen@zweite.example', language: 'de' });
  const sent = await waitingPass(context);
  await agree(sent.link);
  const declined = await waitingPass(context);
  await declineToSign(context, { link: declined.link, reason: 'Blaumeise' }, notice);
  const all = await dumpOf(context.connection.pool);
  for (const word of [
    'Kanarienvogel',
    'Goldhähnchen',
    'Goldh',
    'Zaunk',
    'rotkehlchen',
    'Blaumeise',
    waiting.link.secret,
    sent.link.secret,
  ])
    assert.ok(!all.includes(word), word);
  assert.ok('rows' in (await rotateKeys(context, context.keys, { ars: LEEZEN })));
  assert.equal((await openedBy(sent.link)).signing?.second?.name, 'Ben Zaunkönig');
  assert.equal((await openedBy(waiting.link)).signing?.mailTo, 'rotkehlchen@zweite.example');
  assert.equal((await listFiles(context.database, { ars: LEEZEN, id: sent.id })).length, 0);
});
