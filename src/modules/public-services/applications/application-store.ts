import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { Application, ApplicationKey } from './application.ts';
import type { ApplicationState } from './life.ts';

type ApplicationRow = {
  ars: string;
  id: string;
  form_id: string;
  form_version: number;
  person_id: string | null;
  receipt_number: string | null;
  state: ApplicationState;
  organisation_ars: string;
  organisation_id: string;
  assigned_to: string | null;
  key_number: number;
  answers: Buffer;
  started_at: Date;
  changed_at: Date;
  submitted_at: Date | null;
  due_on: Day | null;
  asked_at: Date | null;
  closed_at: Date | null;
  kept_days: number;
  language: Language;
};

const COLUMNS = sql.raw(
  'ars id form_id form_version person_id receipt_number state organisation_ars organisation_id assigned_to key_number answers started_at changed_at submitted_at asked_at closed_at kept_days language'
    .split(' ')
    .map((column) => `a.${column}`)
    .concat('a.due_on::text as due_on')
    .join(', '),
);

const applicationOf = (row: ApplicationRow): Application => ({
  ars: row.ars,
  id: row.id,
  formId: row.form_id,
  formVersion: row.form_version,
  personId: row.person_id,
  receiptNumber: row.receipt_number,
  state: row.state,
  organisation: { ars: row.organisation_ars, id: row.organisation_id },
  assignedTo: row.assigned_to,
  keyNumber: row.key_number,
  sealedAnswers: row.answers,
  startedAt: row.started_at,
  changedAt: row.changed_at,
  submittedAt: row.submitted_at,
  dueOn: row.due_on,
  askedAt: row.asked_at,
  closedAt: row.closed_at,
  keptDays: row.kept_days,
  language: row.language,
});

/** Who comes: with the secret, or signed in as the person whose application it is. */
export type Access = { ars: string; secretHash: string } | { ars: string; id: string; personId: string };

const accessed = (access: Access) =>
  'secretHash' in access
    ? sql`a.ars = ${access.ars} and a.secret_hash = ${access.secretHash}`
    : sql`a.ars = ${access.ars} and a.id = ${access.id} and a.person_id = ${access.personId}`;

/** A draft that nobody has touched since `draftsSince` is not there any more. `isLocked` holds it in the transaction. */
export const findOwn = async (
  database: Database,
  access: Access,
  draftsSince: Date,
  isLocked = false,
): Promise<Application | undefined> => {
  const [row] = (
    await sql<ApplicationRow>`
      select ${COLUMNS} from public_services.application a
      where ${accessed(access)} and (a.submitted_at is not null or a.changed_at > ${draftsSince})
      ${isLocked ? sql`for update` : sql``}`.execute(database)
  ).rows;
  return row && applicationOf(row);
};

/** For the office, which has found out before that it lies on its desk. */
export const findById = async (
  database: Database,
  { ars, id }: ApplicationKey,
  isLocked: boolean,
): Promise<Application | undefined> => {
  const [row] = (
    await sql<ApplicationRow>`
      select ${COLUMNS} from public_services.application a
      where a.ars = ${ars} and a.id = ${id} ${isLocked ? sql`for update` : sql``}`.execute(database)
  ).rows;
  return row && applicationOf(row);
};

/** What one person has begun or sent, in all municipalities: asked by themself. */
export const listOfPerson = async (
  database: Database,
  personId: string,
  draftsSince: Date,
): Promise<Application[]> =>
  (
    await sql<ApplicationRow>`
      select ${COLUMNS} from public_services.application a
      where a.person_id = ${personId} and (a.submitted_at is not null or a.changed_at > ${draftsSince})
      order by a.changed_at desc, a.id limit 200`.execute(database)
  ).rows.map(applicationOf);

/** All that is stored of a person, old drafts included. */
export const listAllOfPerson = (database: Database, personId: string): Promise<Application[]> =>
  listOfPerson(database, personId, new Date(0));

/** Which applications somebody handles: asked by themself. */
export const listAssigned = async (
  database: Database,
  personId: string,
): Promise<{ receipt_number: string | null; changed_at: Date }[]> =>
  (
    await sql<{ receipt_number: string | null; changed_at: Date }>`
      select receipt_number, changed_at from public_services.application where assigned_to = ${personId}
      order by changed_at`.execute(database)
  ).rows;

type NewApplication = ApplicationKey & {
  formId: string;
  formVersion: number;
  secretHash: string;
  personId: string | null;
  keyNumber: number;
  sealed: Buffer;
  keptDays: number;
};

export const saveApplication = async (database: Database, row: NewApplication, now: Date): Promise<void> => {
  await sql`
    insert into public_services.application (ars, id, form_id, form_version, secret_hash, person_id, organisation_ars,
      organisation_id, key_number, answers, started_at, changed_at, kept_days)
    values (${row.ars}, ${row.id}, ${row.formId}, ${row.formVersion}, ${row.secretHash}, ${row.personId}, ${row.ars},
      ${row.ars}, ${row.keyNumber}, ${row.sealed}, ${now}, ${now}, ${row.keptDays})`.execute(database);
};

export const saveAnswers = async (
  database: Database,
  { ars, id }: ApplicationKey,
  { keyNumber, sealed }: { keyNumber: number; sealed: Buffer },
  now: Date,
): Promise<void> => {
  await sql`
    update public_services.application set key_number = ${keyNumber}, answers = ${sealed}, changed_at = ${now}
    where ars = ${ars} and id = ${id}`.execute(database);
};

type Stamps = {
  state: ApplicationState;
  receipt_number: string;
  submitted_at: Date;
  due_on: Day;
  asked_at: Date | null;
  closed_at: Date;
  assigned_to: string | null;
  organisation_ars: string;
  organisation_id: string;
  changed_at: Date;
  language: Language;
};

export const stampApplication = async (
  database: Database,
  { ars, id }: ApplicationKey,
  stamps: Partial<Stamps>,
): Promise<void> => {
  const parts = Object.entries(stamps).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`
    update public_services.application set ${sql.join(parts)} where ars = ${ars} and id = ${id}`.execute(
    database,
  );
};

export const isNumberTaken = async (database: Database, ars: string, number: string): Promise<boolean> =>
  (
    await sql`select from public_services.application where ars = ${ars} and receipt_number = ${number}`.execute(
      database,
    )
  ).rows.length > 0;

/** Drafts of all municipalities that nobody has touched since, signed by one or by nobody. @returns how many went. */
export const deleteOldDrafts = async (database: Database, before: Date): Promise<number> =>
  Number(
    (
      await sql`delete from public_services.application where submitted_at is null and changed_at < ${before}`.execute(
        database,
      )
    ).numAffectedRows ?? 0,
  );

/** Ended applications of all municipalities whose own time is over, with messages and files. @returns how many went. */
export const deleteEnded = async (database: Database, now: Date): Promise<number> =>
  Number(
    (
      await sql`
        delete from public_services.application
        where closed_at is not null and closed_at + make_interval(days => kept_days) < ${now}`.execute(
        database,
      )
    ).numAffectedRows ?? 0,
  );
