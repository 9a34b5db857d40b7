import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { TEST_NOW, testDatabase } from '../../../foundation/testing/database.ts';
import { listNewestEntries } from '../audit/audit-store.ts';
import { verifyLogs } from '../audit/verify-log.ts';
import { acceptInvitation, findOpenInvitation } from './accept-invitation.ts';
import { confirmChange, declineChange, grantRole, removeRole } from './change-roles.ts';
import { delegateRole, endDelegation } from './delegate-role.ts';
import { findActing, listActing } from './find-acting.ts';
import { inviteMember, withdrawInvitation } from './invite-member.ts';
import { listAdministrators, listChanges, listInvitations } from './member-store.ts';
import { type Acting, may } from './organisation.ts';
import {
  actingAs,
  administratorOf,
  amt,
  enterUnits,
  memberOf,
  other,
  personCalled,
  village,
} from './organisations.builder.ts';

const context = await testDatabase();
let anna: Acting;
const again = (acting: Acting) => actingAs(context, acting, acting.organisation);
const acts = async (organisation = village) =>
  (await listNewestEntries(context.database, organisation, Number.MAX_SAFE_INTEGER, 100)).map(
    ({ act, detail }) => [act, detail.role ?? detail.change].filter(Boolean).join(' '),
  );

before(async () => {
  await enterUnits(context);
  anna = await administratorOf(context, village, 'anna@leezen.example');
});

test('the operator lets the first administrator in, and the log says so without a name', async () => {
  assert.deepEqual(anna.roles, ['administrator']);
  assert.deepEqual(await acts(), ['role-granted administrator', 'member-invited administrator']);
  const log = await context.connection.pool.query(
    'select row_to_json(e)::text as line from accounts.audit_entry e',
  );
  assert.doesNotMatch(log.rows.map(({ line }) => line).join('\n'), /anna|@/);
});

test('an invitation is good once, and its secret is stored nowhere', async () => {
  const invited = await inviteMember(context, anna, { mail: ' Ben@Leezen.example', role: 'editor' });
  assert.ok('code' in invited);
  assert.equal((await findOpenInvitation(context, invited.code))?.organisation.name, 'Leezen');
  const stored = await context.connection.pool.query(
    'select row_to_json(i)::text as line from accounts.invitation i',
  );
  assert.equal(stored.rows.filter(({ line }) => line.includes(invited.code.slice(14))).length, 0);
  const [first, second] = await Promise.all(
    [1, 2].map(() => acceptInvitation(context, invited.code, undefined)),
  );
  assert.deepEqual(
    [first, second].map((result) => (result && 'refused' in result ? result.refused : 'accepted')).sort(),
    ['accepted', 'invitation-used-or-old'],
  );
  assert.equal(await findOpenInvitation(context, invited.code), undefined);
});

test('wrong codes, old ones and codes of another municipality lead nowhere', async () => {
  const invited = await inviteMember(context, anna, { mail: 'late@leezen.example', role: 'editor' });
  assert.ok('code' in invited);
  const later = { ...context, clock: () => new Date(TEST_NOW.getTime() + 15 * 86_400_000) };
  assert.equal(await findOpenInvitation(later, invited.code), undefined);
  const secret = invited.code.split('-').slice(1).join('-');
  for (const code of [
    '',
    'x',
    `082120000000-${secret}`,
    `${invited.code}x`,
    `${village.ars}-${'a'.repeat(43)}`,
  ])
    assert.equal(await findOpenInvitation(context, code), undefined, code);
});

test('hostile invitations are refused, and a withdrawn one is gone', async () => {
  for (const [typed, refused] of [
    [{ mail: 'no mail', role: 'editor' }, 'not-a-mail-address'],
    [{ mail: 'c@leezen.example', role: 'resident' }, 'unknown-role'],
    [{ mail: 'c@leezen.example', role: ['editor'] }, 'unknown-role'],
    [{ mail: undefined, role: undefined }, 'not-a-mail-address'],
  ] as const)
    assert.deepEqual(await inviteMember(context, anna, typed), { refused });
  const invited = await inviteMember(context, anna, { mail: 'c@leezen.example', role: 'editor' });
  assert.ok('code' in invited);
  const open = await listInvitations(context.database, village, TEST_NOW);
  const id = open.find(({ mail }) => mail === 'c@leezen.example')?.id ?? '';
  const stranger = await administratorOf(context, other, 'eve@karlsruhe.example');
  assert.deepEqual(await withdrawInvitation(context, stranger, id), { refused: 'invitation-used-or-old' });
  assert.deepEqual(await withdrawInvitation(context, anna, id), { withdrawn: true });
  assert.equal(await findOpenInvitation(context, invited.code), undefined);
});

test('who is signed in may accept with another account than the invited address', async () => {
  const invited = await inviteMember(context, anna, { mail: 'rathaus@leezen.example', role: 'caseWorker' });
  assert.ok('code' in invited);
  const carla = await personCalled(context, 'carla@example.org');
  const accepted = await acceptInvitation(context, invited.code, carla);
  assert.ok('personId' in accepted && accepted.personId === carla.personId);
  assert.deepEqual((await actingAs(context, carla, village)).roles, ['caseWorker']);
});

test('roles are given and taken in the own organisation only', async () => {
  const dora = await memberOf(context, anna, 'dora@leezen.example', 'editor');
  assert.deepEqual(await grantRole(context, anna, { personId: dora.personId, role: 'digitalOfficer' }), {
    done: 'grant',
  });
  assert.deepEqual(await grantRole(context, anna, { personId: dora.personId, role: 'digitalOfficer' }), {
    refused: 'holds-it-already',
  });
  assert.deepEqual([...(await again(dora)).roles].sort(), ['digitalOfficer', 'editor']);
  const stranger = await administratorOf(context, other, 'eva@karlsruhe.example');
  assert.deepEqual(await removeRole(context, stranger, { personId: dora.personId, role: 'editor' }), {
    refused: 'not-a-member',
  });
  assert.deepEqual(await grantRole(context, stranger, { personId: dora.personId, role: 'editor' }), {
    refused: 'not-a-member',
  });
  for (const role of ['editor', 'digitalOfficer'])
    await removeRole(context, anna, { personId: dora.personId, role });
  assert.equal(await findActing(context, dora, village.id), undefined);
});

test('administrators change by two pairs of eyes, and the last one stays', async () => {
  assert.deepEqual(await removeRole(context, anna, { personId: anna.personId, role: 'administrator' }), {
    refused: 'last-administrator',
  });
  const emil = await memberOf(context, anna, 'emil@leezen.example', 'editor');
  assert.deepEqual(await grantRole(context, anna, { personId: emil.personId, role: 'administrator' }), {
    done: 'grant',
  });
  const fritz = await memberOf(context, anna, 'fritz@leezen.example', 'editor');
  assert.deepEqual(await grantRole(context, anna, { personId: fritz.personId, role: 'administrator' }), {
    waits: true,
  });
  const [change] = await listChanges(context.database, village, TEST_NOW);
  assert.ok(change);
  assert.deepEqual(await confirmChange(context, anna, change.id), { refused: 'needs-another-administrator' });
  assert.deepEqual(await confirmChange(context, await again(fritz), change.id), {
    refused: 'needs-another-administrator',
  });
  assert.deepEqual(await confirmChange(context, await again(emil), change.id), { done: 'grant' });
  assert.deepEqual(await confirmChange(context, await again(emil), change.id), { refused: 'change-gone' });
  assert.equal((await listAdministrators(context.database, village)).length, 3);
});

test('a proposal may be declined; two removals that cross leave one administrator', async () => {
  const administrators = await listAdministrators(context.database, village);
  const acting = (personId: string) => actingAs(context, { personId, label: '' }, village);
  const [a = '', b = '', c = ''] = administrators;
  await removeRole(context, await acting(a), { personId: b, role: 'administrator' });
  const [first] = await listChanges(context.database, village, TEST_NOW);
  assert.deepEqual(await declineChange(context, await acting(c), first?.id ?? ''), { declined: true });
  assert.deepEqual(await listChanges(context.database, village, TEST_NOW), []);
  await removeRole(context, await acting(a), { personId: b, role: 'administrator' });
  await removeRole(context, await acting(b), { personId: a, role: 'administrator' });
  await removeRole(context, await acting(a), { personId: c, role: 'administrator' });
  const everybody = await Promise.all(administrators.map(acting));
  for (const change of await listChanges(context.database, village, TEST_NOW))
    for (const one of everybody) await confirmChange(context, one, change.id);
  assert.equal((await listAdministrators(context.database, village)).length, 1);
});

test('a village leaves its editing to the Amt for a period: the clerk acts in its name, and in no other role', async () => {
  const [remaining = ''] = await listAdministrators(context.database, village);
  const head = await actingAs(context, { personId: remaining, label: '' }, village);
  const administrator = await administratorOf(context, amt, 'amt@leezen.example');
  const clerk = await memberOf(context, administrator, 'clerk@amt.example', 'editor');
  const typed = { role: 'editor', to: amt, first: '2026-11-22', last: '2026-11-30' };
  for (const [wrong, refused] of [
    [{ role: 'administrator' }, 'unknown-role'],
    [{ to: undefined }, 'unknown-organisation'],
    [{ to: village }, 'same-organisation'],
    [{ last: '2026-11-21' }, 'bad-period'],
    [{ last: '2030-01-01' }, 'bad-period'],
    [{ first: '2026-02-01', last: '2026-03-01' }, 'bad-period'],
    [{ first: 'tomorrow' }, 'bad-period'],
  ] as const)
    assert.deepEqual(await delegateRole(context, head, { ...typed, ...wrong }), { refused });
  const delegated = await delegateRole(context, head, typed);
  assert.ok('delegationId' in delegated);
  const inVillage = await actingAs(context, clerk, village);
  assert.deepEqual(inVillage.roles, ['editor']);
  assert.equal(inVillage.through?.name, 'Amt Leezen');
  assert.equal(may(inVillage, 'publish-offers'), true);
  assert.equal(may(inVillage, 'manage-members'), false);
  // The administrator of the Amt is no editor: what was left to editors is not left to everybody there.
  assert.equal(await findActing(context, administrator, village.id), undefined);
  const at = (iso: string) => ({ ...context, clock: () => new Date(iso) });
  assert.ok(await findActing(at('2026-11-30T22:59:59Z'), clerk, village.id));
  assert.equal(await findActing(at('2026-11-30T23:00:00Z'), clerk, village.id), undefined);
  assert.deepEqual(await endDelegation(context, administrator, delegated.delegationId), {
    refused: 'change-gone',
  });
  assert.deepEqual(await endDelegation(context, head, delegated.delegationId), { ended: true });
  assert.deepEqual(
    (await listActing(context, clerk)).map(({ organisation }) => organisation.name),
    ['Amt Leezen'],
  );
});

test('whoever was given a role, is asked to agree, or is to do the work was told', async () => {
  const told = await context.connection.pool.query(
    `select distinct p.mail, n.subject from accounts.notice n join accounts.person p on p.id = n.person_id`,
  );
  const subjects = told.rows.map(({ mail, subject }) => `${mail}: ${subject}`).join('\n');
  for (const expected of [
    /dora@leezen.example: Neue Rolle: »Digitalbeauftragte« bei Leezen/,
    /dora@leezen.example: Rolle beendet: »Redaktion« bei Leezen/,
    /emil@leezen.example: Ihre Zustimmung fehlt: Wer verwaltet bei Leezen\?/,
    /amt@leezen.example: Leezen gibt eine Aufgabe an Sie ab/,
  ])
    assert.match(subjects, expected);
});

test('after all of this the logs hold', async () => {
  assert.ok((await verifyLogs(context.database)).every(({ fault }) => fault === undefined));
});
