import { sql } from 'kysely';
import type { Context } from '../../../../foundation/database/context.ts';
import type { Typed } from '../../forms/check-answers.ts';
import type { ApplicationContext, OpenedApplication } from '../application.ts';
import type { Access } from '../application-store.ts';
import { LEEZEN, notice } from '../applications.builder.ts';
import { beginApplication, fillStep } from '../fill-in.ts';
import { openApplication } from '../open-application.ts';
import { hashOfSecret } from '../secret.ts';
import { askToSign } from './ask-to-sign.ts';
import { contentsOf, findByLinkOf, type Link, signApplication } from './sign.ts';

export const words = { noticeOf: () => notice, sent: () => notice };

export const forChild: Record<string, Typed> = {
  actingFor: { actingFor: 'child' },
  represented: {
    representedName: 'Mia Kanarienvogel',
    representedBirthDate: '3. März 2019',
    actingName: 'Anna Goldhähnchen',
    authorityForChild: 'custody',
  },
  pass: { swims: 'ja', isJointCustody: 'ja', mail: 'anna@beispiel.example' },
  end: { isTrue: 'ja' },
};

export const forClub = (name: string): Record<string, Typed> => ({
  actingFor: { actingFor: 'club' },
  represented: { representedName: name, actingName: 'Anna', authorityForBody: 'board' },
  pass: { swims: 'ja', passes: '3' },
  end: { isTrue: 'ja' },
});

type Draft = { id: string; access: Access & { secretHash: string } };

/** A holiday pass, filled in. */
export const passDraft = async (
  context: ApplicationContext,
  pages: Record<string, Typed> = forChild,
  { personId = null, formId = 'ferienpass' }: { personId?: string | null; formId?: string } = {},
): Promise<Draft> => {
  const begun = await beginApplication(context, { ars: LEEZEN, formId, personId });
  if ('refused' in begun) throw new Error(begun.refused);
  const access = { ars: LEEZEN, secretHash: hashOfSecret(begun.secret) };
  for (const [stepId, typed] of Object.entries(pages)) {
    const filled = await fillStep(context, access, { stepId, typed });
    if ('refused' in filled) throw new Error(`${stepId}: ${JSON.stringify(filled)}`);
  }
  return { id: begun.id, access };
};

/** One that waits for the second signature, and its link. */
export const waitingPass = async (
  context: ApplicationContext,
  pages?: Record<string, Typed>,
  about: { personId?: string; formId?: string } = {},
) => {
  const draft = await passDraft(context, pages, about);
  const { personId } = about;
  const asked = await askToSign(context, draft.access, { language: 'de', personId });
  if ('refused' in asked) throw new Error(asked.refused);
  return { ...draft, link: { ars: LEEZEN, secret: asked.secret } };
};

/** A person, and a club of Leezen in which they hold a role. */
export const clubMember = async (context: Context, club: string): Promise<string> => {
  const { database, clock } = context;
  const [personId, id] = [context.newId(), context.newId()];
  await sql`insert into accounts.person (id, name, created_at) values (${personId}, 'Mitglied', ${clock()})`.execute(
    database,
  );
  await sql`
    insert into accounts.organisation (ars, id, kind, name, created_at)
    values (${LEEZEN}, ${LEEZEN}, 'municipality', 'Leezen', ${clock()}), (${LEEZEN}, ${id}, 'club', ${club}, ${clock()})
    on conflict do nothing`.execute(database);
  await sql`
    insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
    values (${LEEZEN}, ${id}, ${personId}, 'host', ${clock()})`.execute(database);
  return personId;
};

export const openedByLink = async (context: ApplicationContext, link: Link): Promise<OpenedApplication> => {
  const application = await findByLinkOf(context, link);
  if (!application) throw new Error('The link opens nothing.');
  return openApplication(context, application);
};

/** As somebody does who has read what stands there. */
export const agreeBy = async (
  context: ApplicationContext,
  link: Link,
  more: { personId?: string; name?: string; isTicked?: boolean } = {},
) => {
  const seen = await contentsOf(context, await openedByLink(context, link));
  return signApplication(context, { link, name: 'Ben Zaunkönig', isTicked: true, seen, ...more }, words);
};
