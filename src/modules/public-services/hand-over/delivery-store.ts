import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import type { ApplicationKey } from '../applications/application.ts';
import type { Delivery, DeliveryState, Progress } from './delivery.ts';

const COLUMNS =
  sql.raw(`d.ars, d.application_id as id, d.id as "deliveryId", d.way, d.state, d.tries, d.reasons,
  d.asked_at as "askedAt", d.changed_at as "changedAt", d.due_at as "dueAt", d.progress,
  d.refused_events as "refusedEvents"`);

type DeliveryKey = Pick<Delivery, 'ars' | 'id' | 'deliveryId'>;

const isOne = ({ ars, id, deliveryId }: DeliveryKey) =>
  sql`ars = ${ars} and application_id = ${id} and id = ${deliveryId}`;

export const saveDelivery = async (
  database: Database,
  { ars, id, deliveryId, way }: DeliveryKey & Pick<Delivery, 'way'>,
  now: Date,
): Promise<void> => {
  await sql`
    insert into public_services.delivery (ars, application_id, id, way, asked_at, changed_at, due_at)
    values (${ars}, ${id}, ${deliveryId}, ${way}, ${now}, ${now}, ${now})`.execute(database);
};

/**
 * The next one of any municipality that is due and that nobody else has taken. Until `leaseUntil` it is nobody else's:
 * whoever took it may be killed, then another one takes it up.
 */
export const takeDueDelivery = async (
  database: Database,
  now: Date,
  leaseUntil: Date,
): Promise<Delivery | undefined> =>
  (
    await sql<Delivery>`
      update public_services.delivery d
      set due_at = ${leaseUntil}, tries = d.tries + (d.state = 'waiting')::integer
      where (d.ars, d.application_id, d.id) = (
        select ars, application_id, id from public_services.delivery where due_at <= ${now}
        order by due_at, id limit 1 for update skip locked)
      returning ${COLUMNS}`.execute(database)
  ).rows[0];

export const saveProgress = async (
  database: Database,
  key: DeliveryKey,
  progress: Progress | null,
): Promise<void> => {
  const text = progress && JSON.stringify(progress);
  await sql`update public_services.delivery set progress = ${text}::jsonb where ${isOne(key)}`.execute(
    database,
  );
};

type Settled = {
  way: Delivery['way'];
  state: DeliveryState;
  tries: number;
  reasons: string[];
  refused_events: string[];
  changed_at: Date;
  due_at: Date | null;
};

export const settleDelivery = async (
  database: Database,
  key: DeliveryKey,
  settled: Partial<Settled>,
): Promise<void> => {
  const parts = Object.entries(settled).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`update public_services.delivery set ${sql.join(parts)} where ${isOne(key)}`.execute(database);
};

export const deleteDelivery = async (database: Database, key: DeliveryKey): Promise<void> => {
  await sql`delete from public_services.delivery where ${isOne(key)}`.execute(database);
};

/** The newest one of an application; undefined: it went nowhere but into the inbox. */
export const findDelivery = async (
  database: Database,
  { ars, id }: ApplicationKey,
  isLocked = false,
): Promise<Delivery | undefined> =>
  (
    await sql<Delivery>`
      select ${COLUMNS} from public_services.delivery d where d.ars = ${ars} and d.application_id = ${id}
      order by d.asked_at desc, d.id desc limit 1 ${isLocked ? sql`for update` : sql``}`.execute(database)
  ).rows[0];

export type ListedDelivery = Delivery & { receiptNumber: string; title: Message };

/** Of the applications on one desk: what has not arrived first, then the newest. */
export const listDeliveries = async (
  database: Database,
  organisation: ApplicationKey,
  limit: number,
): Promise<ListedDelivery[]> =>
  (
    await sql<ListedDelivery>`
      select ${COLUMNS}, a.receipt_number as "receiptNumber", f.definition -> 'title' as title
      from public_services.application a
      join public_services.delivery d on d.ars = a.ars and d.application_id = a.id
      join public_services.form f on f.ars = a.ars and f.id = a.form_id and f.version = a.form_version
      where a.organisation_ars = ${organisation.ars} and a.organisation_id = ${organisation.id}
      order by d.state not in ('failed', 'rejected', 'waiting'), d.changed_at desc, d.id limit ${limit}`.execute(
      database,
    )
  ).rows;

/** Those of all municipalities that came to an end before. @returns how many went. */
export const deleteOldDeliveries = async (database: Database, before: Date): Promise<number> =>
  Number(
    (
      await sql`
        delete from public_services.delivery where state <> 'waiting' and changed_at < ${before}`.execute(
        database,
      )
    ).numAffectedRows ?? 0,
  );
