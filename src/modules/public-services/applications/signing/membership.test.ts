import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../foundation/testing/database.ts';
import { holidayPass } from '../../forms/holiday-pass.ts';
import { publishForm } from '../../forms/publish-form.ts';
import { findOwnApplication } from '../act-on-own.ts';
import { sendApplication } from '../applicant-acts.ts';
import { findById } from '../application-store.ts';
import { LEEZEN, notice, withForms } from '../applications.builder.ts';
import { openApplication } from '../open-application.ts';
import { chooseOrganisation } from './choose-organisation.ts';
import { agreeBy, clubMember, forClub, passDraft, waitingPass } from './signing.builder.ts';

const context = await withForms(await testDatabase());

const memberOf = async (id: string) => {
  const application = await findById(context.database, { ars: LEEZEN, id }, false);
  assert.ok(application);
  return (await openApplication(context, application)).signing?.member;
};

test('a membership is proven for the own club alone, by its very name, and only for who is signed in', async () => {
  const me = await clubMember(context, 'Sängerlust');
  const stranger = await clubMember(context, 'Turnverein');
  const proven = { name: 'Sängerlust', town: 'Leezen' };
  for (const [name, personId, member] of [
    ['Sängerlust', me, proven],
    ['Sängerlust e. V.', me, undefined],
    ['Sängerlust', stranger, undefined],
    ['Sängerlust', undefined, undefined],
  ] as const) {
    const { id, access } = await passDraft(context, forClub(name));
    assert.ok('receiptNumber' in (await sendApplication(context, access, () => notice, 'de', personId)));
    assert.deepEqual(await memberOf(id), member, `${name} ${personId}`);
  }
});

test('the name of an own club is filled in; somebody else’s club is refused', async () => {
  const me = await clubMember(context, 'Schachfreunde');
  const stranger = await clubMember(context, 'Ruderclub');
  const { rows } = await sql<{
    id: string;
  }>`select id from accounts.organisation where name = 'Schachfreunde'`.execute(context.database);
  const organisationId = rows[0]?.id ?? '';
  const { access } = await passDraft(context, { actingFor: { actingFor: 'club' } });
  for (const personId of [stranger, undefined])
    assert.deepEqual(await chooseOrganisation(context, access, { personId, organisationId }), {
      refused: 'unknown-organisation',
    });
  assert.deepEqual(await chooseOrganisation(context, access, { personId: me, organisationId }), {
    chosen: true,
  });
  const own = await findOwnApplication(context, access);
  assert.equal(own && (await openApplication(context, own)).answers.representedName, 'Schachfreunde');
});

test('who leaves the club between the two signatures is no member when it is sent', async () => {
  const form = structuredClone(holidayPass);
  delete form.secondSigner?.when;
  const about = { ars: LEEZEN, id: 'immer-zwei', serviceKey: null, isDemonstration: true };
  assert.ok('version' in (await publishForm(context, { ...about, definition: form })));
  for (const leaves of [false, true]) {
    const me = await clubMember(context, `Heimatverein ${leaves}`);
    const pages = forClub(`Heimatverein ${leaves}`);
    const { id, link } = await waitingPass(context, pages, { personId: me, formId: 'immer-zwei' });
    if (leaves) await sql`delete from accounts.role where person_id = ${me}`.execute(context.database);
    assert.ok('receiptNumber' in (await agreeBy(context, link)));
    assert.equal((await memberOf(id)) === undefined, leaves);
  }
});
