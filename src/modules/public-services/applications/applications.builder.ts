import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import type { Typed } from '../forms/check-answers.ts';
import { seedForms } from '../forms/seed-forms.ts';
import { sendApplication } from './applicant-acts.ts';
import type { ApplicationContext } from './application.ts';
import type { Access } from './application-store.ts';
import { beginApplication, fillStep } from './fill-in.ts';
import { openKeyRing } from './sealing/key-ring.ts';
import { hashOfSecret } from './secret.ts';

export const LEEZEN = '010605053053';
export const KARLSRUHE = '082120000000';
export const FORM = 'bewohnerparkausweis';
/** What nobody may find anywhere but in an opened application. */
export const CANARY = 'Kanarienvogelweg';

export const masterKey = randomBytes(32);

/** Both towns with the demonstration form, and a key ring over a master key of this test. */
export const withForms = async <C extends Context>(context: C): Promise<C & ApplicationContext> => {
  for (const [ars, name] of [
    [LEEZEN, 'Leezen'],
    [KARLSRUHE, 'Karlsruhe'],
  ])
    await sql`
      insert into municipalities.municipality (ars, level, kind, name, valid_from, source, source_date)
      values (${ars}, 'municipality', 'town', ${name}, '2026-01-01', 'Test', '2026-01-01')
      on conflict do nothing`.execute(context.database);
  await seedForms(context);
  return { ...context, keys: openKeyRing(() => masterKey) };
};

/** A case worker of a town, with what the role opens. */
export const caseWorkerOf = async (context: Context, ars: string, name: string): Promise<Acting> => {
  const { database, clock } = context;
  const personId = context.newId();
  await sql`
    insert into accounts.organisation (ars, id, kind, name, created_at)
    values (${ars}, ${ars}, 'municipality', ${name}, ${clock()}) on conflict do nothing`.execute(database);
  await sql`insert into accounts.person (id, name, created_at) values (${personId}, ${name}, ${clock()})`.execute(
    database,
  );
  await sql`
    insert into accounts.role (ars, organisation_id, person_id, role, granted_at)
    values (${ars}, ${ars}, ${personId}, 'caseWorker', ${clock()})`.execute(database);
  const organisation = { ars, id: ars, kind: 'municipality' as const, name };
  const acting: Acting = { personId, label: name, organisation, roles: ['caseWorker'] };
  await recordAct(context, acting, { act: 'role-granted', record: { type: 'person', id: personId } });
  return acting;
};

export const pages: Record<string, Typed> = {
  person: {
    name: 'Anna Muster',
    street: CANARY,
    houseNumber: '12 a',
    postcode: '23816',
    mail: 'anna@beispiel.example',
  },
  vehicle: { plate: 'SE-QX 987', isOwnVehicle: 'ja' },
  evidence: {},
  end: { isTrue: 'ja' },
};

/** A draft with all pages filled in. */
export const filledDraft = async (
  context: ApplicationContext,
  ars = LEEZEN,
  personId: string | null = null,
): Promise<{ id: string; secret: string; access: Access }> => {
  const begun = await beginApplication(context, { ars, formId: FORM, personId });
  if ('refused' in begun) throw new Error(begun.refused);
  const access = { ars, secretHash: hashOfSecret(begun.secret) };
  for (const [stepId, typed] of Object.entries(pages)) {
    const filled = await fillStep(context, access, { stepId, typed });
    if ('refused' in filled) throw new Error(JSON.stringify(filled));
  }
  return { ...begun, access };
};

export const notice = { subject: 'Neues', text: 'Sehen Sie nach.' };

/** An application that lies on the desk. */
export const sentApplication = async (
  context: ApplicationContext,
  ars = LEEZEN,
  personId: string | null = null,
) => {
  const draft = await filledDraft(context, ars, personId);
  const sent = await sendApplication(context, draft.access, () => notice);
  if ('refused' in sent) throw new Error(sent.refused);
  return { ...draft, ...sent };
};
