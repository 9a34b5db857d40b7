import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { PersonalData } from '../../../foundation/database/personal-data.ts';

type Rows = PersonalData['rows'];

// Asked by a person about themself, across all municipalities. Never a hash or a secret.
const queries = (id: string) =>
  ({
    person: sql`select id, name, mail, created_at from accounts.person where id = ${id}`,
    identity: sql`select issuer, subject, level, seen_at from accounts.identity where person_id = ${id} order by seen_at`,
    password: sql`select changed_at from accounts.credential where person_id = ${id}`,
    session: sql`
      select method, level, user_agent, created_at, last_seen_at, expires_at
      from accounts.session where person_id = ${id} order by created_at`,
    device: sql`select expires_at from accounts.device where person_id = ${id} order by expires_at`,
    mailLink: sql`select expires_at from accounts.mail_link where person_id = ${id} order by expires_at`,
    role: sql`
      select organisation.name as organisation, role.role, role.granted_at
      from accounts.role role join accounts.organisation organisation
        on organisation.ars = role.ars and organisation.id = role.organisation_id
      where role.person_id = ${id} order by role.granted_at, role.role`,
    delegation: sql`
      select organisation.name as organisation, delegation.to_organisation_id as to, delegation.role,
        lower(delegation.during) as begins_at, upper(delegation.during) as ends_at, delegation.ended_at
      from accounts.delegation delegation join accounts.organisation organisation
        on organisation.ars = delegation.ars and organisation.id = delegation.organisation_id
      where delegation.granted_by = ${id} order by delegation.granted_at`,
    invitation: sql`
      select invitation.role, invitation.invited_at, invitation.expires_at,
        invitation.invited_by = ${id} as by_me, coalesce(invitation.mail = person.mail, false) as for_me
      from accounts.invitation invitation left join accounts.person person on person.id = ${id}
      where invitation.invited_by = ${id} or invitation.mail = person.mail order by invitation.invited_at`,
    administratorChange: sql`
      select organisation.name as organisation, change.change, change.proposed_by = ${id} as by_me,
        change.person_id = ${id} as for_me, change.proposed_at, change.expires_at
      from accounts.administrator_change change join accounts.organisation organisation
        on organisation.ars = change.ars and organisation.id = change.organisation_id
      where change.person_id = ${id} or change.proposed_by = ${id} order by change.proposed_at`,
    notice: sql`
      select topic, subject, text, path, created_at, sent_at, read_at
      from accounts.notice where person_id = ${id} order by created_at desc`,
    noticePace: sql`select topic, pace from accounts.notice_pace where person_id = ${id} order by topic`,
    quietHours: sql`select quiet_from, quiet_to from accounts.quiet_hours where person_id = ${id}`,
    unsubscribeLink: sql`
      select topic, created_at from accounts.unsubscribe_link where person_id = ${id} order by created_at`,
    keptForm: sql`
      select path, fields::text as fields, kept_at, expires_at
      from accounts.kept_form where person_id = ${id} order by kept_at`,
    log: sql`
      select at, act, record_type, record_id, organisation_id as organisation
      from accounts.audit_entry where person_id = ${id} order by at desc, seq desc`,
  }) satisfies Record<string, RawBuilder<unknown>>;

export type MyDataName = keyof ReturnType<typeof queries>;

export const listMyData = async (
  database: Database,
  personId: string,
): Promise<[name: MyDataName, rows: Rows][]> => {
  const found: [MyDataName, Rows][] = [];
  for (const [name, query] of Object.entries(queries(personId)))
    found.push([name as MyDataName, (await query.execute(database)).rows as Rows]);
  return found;
};
