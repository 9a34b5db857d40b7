import type { Context } from '../../../foundation/database/context.ts';
import { daysBefore } from '../../../foundation/database/retention.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { findHolders, notify } from '../../accounts/index.ts';
import type { StoredService } from '../catalogue/catalogue-store.ts';
import { countReports, saveReport } from './report-store.ts';

const MOST_REPORTS_A_DAY = 20;

export type WrongOffice = {
  service: StoredService;
  place: { label: string; ars?: string; parameters?: Record<string, string> };
  authorityId?: string;
  message: string;
  /** Of the notice. */ subject: string;
};

/** Told to the editors of the place and of whoever describes the service. */
export const reportWrongOffice = (
  context: Context,
  { service, place, authorityId, message, subject }: WrongOffice,
): Promise<{ reported: true } | { refused: 'too-many-reports' }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const now = context.clock();
    const ars = place.ars ?? service.ars;
    const yesterday = daysBefore(now, 1);
    // Without accounts nobody can be told apart: the flood is stopped at the service, which then has been noticed anyway.
    if ((await countReports(database, { ars, serviceId: service.id }, yesterday)) >= MOST_REPORTS_A_DAY)
      return { refused: 'too-many-reports' };
    await saveReport(database, {
      ars,
      id: context.newId(),
      service_id: service.id,
      authority_id: authorityId ?? null,
      place: place.label.slice(0, 200),
      message,
      reported_at: now,
    });
    const editors = await Promise.all(
      [...new Set([ars, service.ars])].map((unit) => findHolders(inside, { ars: unit, id: unit }, 'editor')),
    );
    await notify(inside, {
      personIds: [...new Set(editors.flat())],
      topic: 'suggestions',
      subject,
      text: message,
      path: withPlace(
        { label: place.label, parameters: place.parameters ?? {} },
        `/leistungen/${service.id}`,
      ),
    });
    return { reported: true };
  });
