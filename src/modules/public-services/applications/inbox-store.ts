import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { ApplicationKey } from './application.ts';
import type { ApplicationState } from './life.ts';

// The one reading across municipalities: what another one handed over lies on this desk as well.
const OPEN = sql.raw(`state in ('submitted', 'inWork', 'inQuestion')`);

export type InboxRow = {
  ars: string;
  id: string;
  form_id: string;
  title: { de: string; en: string };
  receipt_number: string;
  state: ApplicationState;
  due_on: Day | null;
  submitted_at: Date;
  assigned_to: string | null;
};

/** What lies on a desk: the open ones, or those that have ended, the next due day first. */
export const listInbox = async (
  database: Database,
  { ars, id }: ApplicationKey,
  isOpen: boolean,
  limit: number,
): Promise<InboxRow[]> =>
  (
    await sql<InboxRow>`
      select a.ars, a.id, a.form_id, f.definition -> 'title' as title, a.receipt_number, a.state,
        a.due_on::text as due_on, a.submitted_at, a.assigned_to
      from public_services.application a
      join public_services.form f on f.ars = a.ars and f.id = a.form_id and f.version = a.form_version
      where a.organisation_ars = ${ars} and a.organisation_id = ${id} and a.submitted_at is not null
        and ((a.${OPEN}) = ${isOpen})
      order by case when ${isOpen} then a.due_on end, a.closed_at desc, a.id limit ${limit}`.execute(database)
  ).rows;

/** Where an application of this desk lies; undefined where it lies on another one, or nowhere. */
export const findOnDesk = async (
  database: Database,
  { ars, id }: ApplicationKey,
  applicationId: string,
): Promise<ApplicationKey | undefined> =>
  (
    await sql<ApplicationKey>`
      select ars, id from public_services.application
      where organisation_ars = ${ars} and organisation_id = ${id} and id = ${applicationId}
        and submitted_at is not null`.execute(database)
  ).rows[0];

export type InboxFigures = {
  open: number;
  unassigned: number;
  overdue: number;
  next_due: Day | null;
  decided: number;
  in_time: number;
  mean_days: number | null;
};

/** How much lies here, and how quickly it was answered in the last year. */
export const countInbox = async (
  database: Database,
  { ars, id }: ApplicationKey,
  today: Day,
): Promise<InboxFigures> => {
  const [figures] = (
    await sql<InboxFigures>`
      select count(*) filter (where ${OPEN}) as open,
        count(*) filter (where ${OPEN} and assigned_to is null) as unassigned,
        count(*) filter (where ${OPEN} and state <> 'inQuestion' and due_on < ${today}) as overdue,
        min(due_on) filter (where ${OPEN} and state <> 'inQuestion')::text as next_due,
        count(*) filter (where state in ('granted', 'refused')) as decided,
        count(*) filter (where state in ('granted', 'refused')
          and (closed_at at time zone 'Europe/Berlin')::date <= due_on) as in_time,
        round(avg(extract(epoch from closed_at - submitted_at) / 86400)
          filter (where state in ('granted', 'refused')), 1) as mean_days
      from public_services.application
      where organisation_ars = ${ars} and organisation_id = ${id} and submitted_at is not null
        and (closed_at is null or closed_at > ${today}::date - 365)`.execute(database)
  ).rows;
  if (!figures) throw new Error('A count has one row.');
  return figures;
};
